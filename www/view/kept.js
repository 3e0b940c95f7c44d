/** Work that is kept on this device: the fold that keeps it, the line that opens it, and the button that forgets everything. */

import { forget as forgetWords, keep as words, open as openWords } from '../words.js';
import { action, date, el, fill, say } from './dom.js';

/** Fields for a passphrase, hidden until a person shows them; `enter` is done at Enter. `fields` are `[id, label, hint]`. */
function secrets(fields, autocomplete, enter) {
  const inputs = fields.map(([id, , hint]) => el('input', { id, class: 'secret', type: 'password', autocomplete, 'aria-describedby': hint && `${id}-hint`, spellcheck: 'false', autocapitalize: 'off',
    autocorrect: 'off', translate: 'no', writingsuggestions: 'false' }));
  for (const input of inputs) input.addEventListener('keydown', ({ key }) => key === 'Enter' && enter());
  const id = `${fields[0][0]}-show`;
  const show = el('input', { id, type: 'checkbox', autocomplete: 'off' });
  const mask = () => inputs.forEach((input) => (input.type = show.checked ? 'text' : 'password'));
  show.addEventListener('change', mask);
  return {
    nodes: [
      fields.map(([id, label, hint], at) => el('div', { class: 'setting' },
        el('label', { for: id }, label), hint ? el('p', { id: `${id}-hint`, class: 'quiet' }, hint) : null, inputs[at])),
      el('div', { class: 'choice' }, show, el('label', { for: id }, words.show))],
    values: () => inputs.map(({ value }) => value),
    focus: () => inputs[0].focus(),
    empty() {
      for (const input of inputs) input.value = '';
      show.checked = false;
      mask();
    },
  };
}

const told = (id) => el('div', { id, class: 'told', tabindex: '-1' });

/** The fold that keeps what came of a file; `keep` is done with its button. `hindrance` is said instead where nothing can be kept. */
export function keeping(shortest, hindrance, keep) {
  const typed = secrets([
    ['keep-passphrase', say(words.passphrase, { n: shortest }), words.advice],
    ['keep-again', words.again]], 'new-password', keep);
  const place = told('keep-told');
  const fold = el('details', { id: 'keep-work', class: 'fold' },
    el('summary', null, words.title),
    hindrance
      ? el('p', { class: 'wrong' }, words[hindrance])
      : [el('p', null, words.hint), el('p', { class: 'quiet' }, words.files), typed.nodes, el('p', null, action(words.button, keep)), place]);
  return { fold, typed, place };
}

/** The line that opens what is kept; without `day` it is not there. */
export function opening(day, hindrance, open) {
  const typed = secrets([['open-passphrase', openWords.passphrase]], 'off', open);
  const place = told('open-told');
  const fold = el('details', { class: 'fold', open: true },
    el('summary', null, fill(openWords.title, { day: date(day) })),
    hindrance ? el('p', { class: 'wrong' }, words[hindrance]) : [typed.nodes, el('p', null, action(openWords.button, open)), place]);
  return { fold, typed, place };
}

/** Sentences and what can be done about them. */
export const saying = (sentences, wrong, ...more) => [...sentences.map((each) => el('p', { class: wrong ? 'wrong' : 'news' }, each)), ...more];

/** "Stored in this browser: work, encrypted, since 30 November 2026 and 2 lists." with the button that forgets it. */
export const storedLine = (what, ask) => [el('p', null, fill(forgetWords.stored, { what })), action(forgetWords.button, ask)];

/** Nothing is forgotten before a second button is pressed, which stands where the first one did not. */
export const question = (what, unsaved, yes, no) => [
  el('p', { class: 'wrong', tabindex: '-1' }, fill(forgetWords.ask, { what })),
  unsaved ? el('p', { class: 'wrong' }, forgetWords.unsaved) : null,
  el('div', { class: 'controls' }, action(forgetWords.no, no), action(forgetWords.yes, yes)),
];
