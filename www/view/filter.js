/** Which rows are shown: those that a person has to do with, narrowed by list, programme, measure and more. */

import { party, filter as words, result, review } from '../words.js';
import { action, el, number, say, shownText, translates } from './dom.js';

/** `shown` is `{ which, filter }`, `choices` what there is with its number of rows, `change` takes what of `shown` is another. */
export function filter({ which, filter: wanted }, choices, change) {
  const field = (id, label, options, chosen, take) => {
    const select = el('select', { id, autocomplete: 'off' },
      options.map(([value, text, lang]) => el('option', { value, lang, selected: value === chosen }, text)));
    select.addEventListener('change', () => take(select.value));
    return el('div', { class: 'setting' }, el('label', { for: id }, label), select);
  };
  const summary = el('summary', null);
  const again = action(words.all, () => {
    for (const each of fold.querySelectorAll('select, input')) each.value = '';
    Object.keys(wanted).forEach((key) => delete wanted[key]);
    tell();
    change({ filter: wanted });
  });
  const tell = () => {
    const set = Object.keys(wanted).length;
    summary.textContent = set ? say(words.set, { n: number(set) }) : words.title;
    again.hidden = set === 0;
  };
  const narrow = (key, value) => {
    if (value === '') delete wanted[key];
    else wanted[key] = value;
    tell();
    change({ filter: wanted });
  };
  const told = { kind: party.kinds, state: { open: words.open, reopened: words.reopened, ...review.told } };
  const narrowing = Object.keys(words.by).map((key) => {
    const found = Object.entries(choices[key]);
    // What all rows have in common narrows nothing.
    if (found.length < 2 && wanted[key] === undefined) return null;
    // What a measure does is said in English.
    const lang = key === 'effect' && translates() ? 'en' : null;
    const option = ([value, rows]) => [value, say(words.option, { value: told[key]?.[value] ?? cut(shownText(value)), n: number(rows) }), lang];
    return field(`narrow-${key}`, words.by[key], [['', words.any], ...found.map(option)], wanted[key] ?? '', (value) => narrow(key, value));
  });
  const score = el('input', { id: 'narrow-score', type: 'number', inputmode: 'numeric', min: 1, max: 100, step: 1, autocomplete: 'off', value: wanted.score });
  score.addEventListener('change', () => narrow('score', score.checkValidity() && score.value ? Number(score.value) : ''));
  const fold = el('details', { class: 'fold', id: 'narrow', open: Object.keys(wanted).length > 0 },
    summary,
    narrowing,
    el('div', { class: 'setting' }, el('label', { for: 'narrow-score' }, words.score), score),
    again);
  tell();
  return [field('rows-which', result.show, Object.entries(result.which), which, (value) => change({ which: value })), fold];
}

const cut = (text) => ([...text].length > 90 ? `${[...text].slice(0, 90).join('')}…` : text);
