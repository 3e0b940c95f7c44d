/** The field in which a person chooses the language of the page, and what is asked before it is loaded anew. */

import { language as words } from '../words.js';
import { action, el, fill, joined, svg } from './dom.js';

/** The sign for languages to whoever cannot read the word for it. */
const globe = () => svg('svg', { class: 'globe', viewBox: '0 0 24 24', 'aria-hidden': 'true' },
  svg('circle', { cx: 12, cy: 12, r: 10 }), svg('ellipse', { cx: 12, cy: 12, rx: 4.5, ry: 10 }), svg('path', { d: 'M2 12h20M4 6.5h16M4 17.5h16' }));

/** Every language by its own name. `chosen` is the tag of the one in use, `kept` whether it is remembered, `canKeep` whether that makes sense. */
export function choice(offered, { chosen, kept, canKeep }, { choose, keep }) {
  const select = el('select', { id: 'languages', autocomplete: 'off' },
    offered.map(({ tag, name, dir }) => el('option', { value: tag, lang: tag, dir, selected: tag === chosen }, name)));
  // With arrow keys the choice changes on the way to another: then nothing happens before a button is pressed.
  let byKeys = false;
  select.addEventListener('keydown', () => (byKeys = true));
  select.addEventListener('pointerdown', () => (byKeys = false));
  select.addEventListener('change', () => choose(select.value, byKeys));
  const tick = el('input', { id: 'language-kept', type: 'checkbox', autocomplete: 'off', checked: kept });
  tick.addEventListener('change', () => keep(tick.checked));
  return [
    el('div', { class: 'languages' },
      globe(),
      el('label', { for: 'languages', class: 'unseen' }, words.label),
      select),
    canKeep ? el('div', { class: 'choice' }, tick, el('label', { for: 'language-kept' }, words.remember)) : null,
    el('div', { id: 'language-told' }),
  ].filter(Boolean);
}

/** What would be lost, if anything, and the two ways to go on: to the chosen language, or to stay. */
export const question = (what, { tag, name }, yes, no) => [
  what.length
    ? el('p', { class: 'wrong', tabindex: '-1' }, fill(words.ask, { what: el('span', null, joined(what)) }))
    : el('p', { tabindex: '-1' }, words.anew),
  el('div', { class: 'controls' }, action(words.no, no), action(fill(words.yes, { language: el('bdi', { lang: tag }, name) }), yes)),
];
