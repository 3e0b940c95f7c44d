/** The parts of a component in its shadow: a field of its own where it is bound to none, what was looked at, and the outcome. */

import { frame, voice } from '../words.js';
import { el } from '../view/dom.js';
import { element as words } from './words.js';

/**
 * Builds the parts anew and gives them by name; `field` and `button` are null where the component is bound to a field of the page. A
 * `field` that is given stays what it is.
 */
export function layout(root, { bound, label, field }) {
  // A name in a translated page would travel to whoever translates.
  const whole = el('div', { lang: voice.tag, dir: voice.dir, translate: 'no', role: 'group', 'aria-label': label });
  const parts = { whole, field: null, button: null };
  if (!bound) {
    parts.field = field ?? el('input', {
      id: 'name', part: 'field', type: 'text', dir: 'auto', disabled: true, 'aria-describedby': 'privacy', spellcheck: 'false', autocomplete: 'off',
      autocapitalize: 'off', autocorrect: 'off', translate: 'no', writingsuggestions: 'false', enterkeyhint: 'go',
    });
    parts.button = el('button', { id: 'screen', part: 'button', type: 'button', class: 'action', disabled: true }, frame.screen);
    // No form of its own: a frame without the right to send forms hears nothing of one.
    whole.append(
      el('label', { class: 'question', for: 'name' }, el('slot', { name: 'label' }, frame.question)),
      el('div', { class: 'ask' }, parts.field, parts.button),
      el('p', { id: 'privacy', class: 'quiet' }, el('slot', { name: 'note' }, words.privacy)));
  }
  parts.coverage = el('div', { id: 'coverage-body' });
  parts.facts = el('div', { id: 'facts-told' });
  parts.objection = el('p', { id: 'objection', class: 'wrong', role: 'alert' });
  parts.result = el('div', { id: 'result-body' });
  parts.status = el('p', { id: 'status', class: 'unseen', role: 'status' });
  whole.append(
    parts.facts,
    el('div', { id: 'coverage', part: 'coverage', role: 'group', 'aria-label': frame.coverageTitle }, parts.coverage),
    el('div', { id: 'result', part: 'outcome', role: 'group', 'aria-labelledby': 'result-title' },
      el('h2', { id: 'result-title', class: 'unseen' }, frame.resultTitle), parts.result),
    parts.objection,
    parts.status,
    el('slot', null));
  root.replaceChildren(whole);
  return parts;
}
