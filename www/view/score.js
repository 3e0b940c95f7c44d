/** The table that leads from 100 down to the score, one row for each thing found. */

import { detail as words, means, party } from '../words.js';
import { el, fill, named, say } from './dom.js';

export function scoreTable({ score, explanation }) {
  const head = [words.scoreWhat, party.youWrote, party.listedAs, words.scorePoints];
  const row = ({ means: found, query, listed, latin, points }) =>
    el('tr', null,
      el('th', { scope: 'row' }, means[found] ?? found),
      el('td', null, read(query, latin?.query)),
      el('td', null, read(listed, latin?.listed)),
      el('td', { class: 'figure' }, signed(points)));
  // The table scrolls inside its frame on a narrow page; the frame takes focus so that arrow keys can do it too.
  return el('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': words.score },
    el('table', null,
      el('caption', null, say(words.scoreCaption, { score })),
      el('thead', null, el('tr', null, head.map((title, at) => el('th', { scope: 'col', class: at === 3 && 'figure' }, title)))),
      el('tbody', null, line(words.scoreStart, 100), explanation.map(row)),
      el('tfoot', null, line(words.scoreTotal, score))));
}

const line = (title, figure) =>
  el('tr', null, el('th', { scope: 'row', colspan: '3' }, title), el('td', { class: 'figure' }, String(figure)));

/** Words, and the Latin spelling by which they met others if they are in another script. */
const read = (written, latin) => (latin ? fill(words.readAs, { name: named(written), latin: named(latin) }) : named(written));

/** A true minus sign, which does not break off its number, in whatever direction the table runs. */
const signed = (points) => el('bdi', { dir: 'ltr' }, points < 0 ? `−${-points}` : points > 0 ? `+${points}` : '0');
