/** The table that says what a picture says, folded away where it is long. */

import { pictures as words } from '../words.js';
import { el } from './dom.js';

// As many rows as a phone shows at once.
const SHORT = 12;

/** `rows` are cells of nodes; the first one heads its row. On a phone each cell stands under the one before, with its own head. */
export function twin(title, head, rows) {
  const row = ([first, ...cells]) => el('tr', null, el('th', { scope: 'row' }, first), cells.map((cell, at) => el('td', { 'data-head': head[at + 1] }, cell)));
  return el('details', { class: 'fold twin', open: rows.length <= SHORT },
    el('summary', null, words.table, el('span', { class: 'unseen' }, ` ${title}`)),
    // Where the table is broader than the page it scrolls inside its frame, which takes focus so that arrow keys can do it too.
    el('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': title },
      el('table', null,
        el('thead', null, el('tr', null, head.map((each) => el('th', { scope: 'col' }, each)))),
        el('tbody', null, rows.map(row)))));
}
