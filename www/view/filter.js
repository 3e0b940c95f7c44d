/** Which rows are shown: those that a person has to do with, narrowed by list, programme, measure and more. */

import { party } from '../words.js';
import { filter as words, result, review } from '../words-batch.js';
import { el, number, say, shownText } from './dom.js';

/** `shown` is `{ which, filter }`, `choices` what there is with its number of rows, `change` takes what of `shown` is another. */
export function filter({ which, filter: wanted }, choices, change) {
  const field = (id, label, options, chosen, take) => {
    const select = el('select', { id, autocomplete: 'off' },
      options.map(([value, text]) => el('option', { value, selected: value === chosen }, text)));
    select.addEventListener('change', () => take(select.value));
    return el('div', { class: 'setting' }, el('label', { for: id }, label), select);
  };
  const narrow = (key, value) => {
    if (value === '') delete wanted[key];
    else wanted[key] = value;
    change({ filter: wanted });
  };
  const told = { kind: party.kinds, state: { open: words.open, reopened: words.reopened, ...review.told } };
  const narrowing = Object.keys(words.by).map((key) => {
    const found = Object.entries(choices[key]);
    // What all rows have in common narrows nothing.
    if (found.length < 2 && wanted[key] === undefined) return null;
    const option = ([value, rows]) => [value, say(words.option, { value: told[key]?.[value] ?? cut(shownText(value)), n: number(rows) })];
    return field(`narrow-${key}`, words.by[key], [['', words.any], ...found.map(option)], wanted[key] ?? '', (value) => narrow(key, value));
  });
  const score = el('input', { id: 'narrow-score', type: 'number', inputmode: 'numeric', min: 1, max: 100, step: 1, autocomplete: 'off', value: wanted.score });
  score.addEventListener('change', () => narrow('score', score.checkValidity() && score.value ? Number(score.value) : ''));
  return [
    field('rows-which', result.show, Object.entries(result.which), which, (value) => change({ which: value })),
    el('details', { class: 'fold', id: 'narrow', open: Object.keys(wanted).length > 0 },
      el('summary', null, words.title),
      narrowing,
      el('div', { class: 'setting' }, el('label', { for: 'narrow-score' }, words.score), score)),
  ];
}

const cut = (text) => ([...text].length > 90 ? `${[...text].slice(0, 90).join('')}…` : text);
