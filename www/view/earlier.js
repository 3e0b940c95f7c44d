/** Fields for what was decided and recorded last time. */

import { earlier as words } from '../words.js';
import { el } from './dom.js';

/** `review(file)` and `before(file)` take one up each. */
export function earlier({ review, before }) {
  const field = (id, label, take) => {
    const input = el('input', { id, type: 'file', accept: '.json' });
    input.addEventListener('change', () => input.files[0] && take(input.files[0]));
    return el('div', { class: 'setting' }, el('label', { for: id }, label), input);
  };
  return el('details', { id: 'earlier', class: 'fold' },
    el('summary', null, words.title),
    el('p', { class: 'quiet' }, words.hint),
    field('take-review', words.review, review),
    field('take-before', words.record, before),
    el('div', { id: 'earlier-told' }),
    el('div', { id: 'earlier-delta', class: 'setting choice', hidden: true },
      el('input', { id: 'delta', type: 'checkbox', checked: true, autocomplete: 'off', 'aria-describedby': 'delta-hint' }),
      el('label', { for: 'delta' }, words.only),
      el('p', { id: 'delta-hint', class: 'quiet' }, words.onlyHint)));
}
