/** One name, a file of them, or a document: three tabs over the same lists. */

const part = (id) => document.getElementById(id);

const TABS = {
  name: ['name-panel', 'result'],
  file: ['file-panel', 'file-outcome'],
  document: ['document-panel', 'document-outcome'],
};

const is = (tab) => part(`tab-${tab}`).getAttribute('aria-selected') === 'true';

export const isFile = () => is('file');
export const isDocument = () => is('document');

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
  const all = Object.keys(TABS);
  for (const [at, tab] of all.entries()) {
    const button = part(`tab-${tab}`);
    button.addEventListener('click', () => showTab(tab));
    button.addEventListener('keydown', ({ key }) => {
      // The tabs run with the writing.
      const step = document.documentElement.dir === 'rtl' ? -1 : 1;
      const to = { ArrowLeft: at - step, ArrowRight: at + step, Home: 0, End: all.length - 1 }[key];
      if (to === undefined) return;
      const other = part(`tab-${all.at(to % all.length)}`);
      other.click();
      other.focus();
    });
  }
}
