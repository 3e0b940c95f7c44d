/** One name or a file of them: two tabs over the same lists. */

const part = (id) => document.getElementById(id);

const TABS = {
  name: ['name-panel', 'result'],
  file: ['file-panel', 'file-outcome'],
};

export const isFile = () => part('tab-file').getAttribute('aria-selected') === 'true';

export function showTab(chosen) {
  for (const [tab, panels] of Object.entries(TABS)) {
    const is = tab === chosen;
    part(`tab-${tab}`).setAttribute('aria-selected', String(is));
    part(`tab-${tab}`).tabIndex = is ? 0 : -1;
    for (const panel of panels) part(panel).hidden = !is;
  }
}

/** The tabs as the keyboard expects them: one stop, arrows between them. */
export function listenToTabs() {
  for (const tab of Object.keys(TABS)) {
    const [button, other] = [tab, tab === 'name' ? 'file' : 'name'].map((each) => part(`tab-${each}`));
    button.addEventListener('click', () => showTab(tab));
    button.addEventListener('keydown', ({ key }) => {
      if (!['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)) return;
      other.click();
      other.focus();
    });
  }
}
