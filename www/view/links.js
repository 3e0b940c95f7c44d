/** Draws who is linked to whom, and says the same in a list. */

import { detail as words, party } from '../words.js';
import { el, english, fill, named, say, shownText, svg } from './dom.js';

// Units of the picture: it is drawn for a 280 px phone and scales up.
const WIDTH = 280;
const INDENT = 44;
const LINE = 17;
const PAD = 10;
const GAP = 14;
const LETTERS = { self: 29, other: 23 };

export function links(entry) {
  if (entry.links.length === 0) return null;
  return [
    picture(entry),
    el('ul', null, entry.links.map((link) =>
      el('li', null, fill(link.direction === 'from' ? words.linkFrom : words.linkTo, {
        relation: english(link.relation), name: named(link.name), kind: kind(link),
      })))),
  ];
}

const kind = (link) => (party.kinds[link.kind] ?? link.kind).toLowerCase();

/** This party on top, the others below on one stem, an arrow at the end that is named by the other. */
function picture(entry) {
  const self = box(entry.name, 0, 0, WIDTH, LETTERS.self, 'self');
  let y = self.height + GAP;
  const others = entry.links.map((link) => {
    const other = box(link.name, INDENT, y, WIDTH - INDENT, LETTERS.other, 'other');
    const middle = y + other.height / 2;
    y += other.height + GAP;
    return { link, other, middle };
  });
  const stem = `M20 ${self.height}V${others.at(-1).middle}`;
  const named = shownText(entry.name);
  return svg('svg', {
    class: 'links-picture', role: 'img', viewBox: `-2 -2 ${WIDTH + 4} ${y - GAP + 4}`,
    'aria-label': say(words.linksPicture, { name: named }),
  },
    svg('path', { d: stem }),
    others.map(({ link, other, middle }) => [
      svg('path', { d: `M20 ${middle}H${INDENT}` }),
      link.direction === 'from' ? arrow(20, self.height, 0, 1) : arrow(INDENT, middle, 1, 0),
      other.nodes,
    ]),
    self.nodes);
}

function box(name, x, y, width, perLine, type) {
  const lines = wrapped(shownText(name), perLine);
  const height = lines.length * LINE + 2 * PAD;
  const nodes = [
    svg('rect', { x, y, width, height, rx: 4, class: type }),
    lines.map((line, at) => svg('text', { x: x + PAD, y: y + PAD + LINE * (at + 0.75), class: type }, line)),
  ];
  return { height, nodes };
}

/** Up to this many letters a line, broken between words where there are any. */
function wrapped(text, perLine) {
  const pattern = new RegExp(`(?!\\s)(.{1,${perLine}}(?=\\s|$)|.{1,${perLine}})`, 'gu');
  return text.match(pattern) ?? [''];
}

/** An arrow head with its tip at the point, pointing right or up into the box. */
const arrow = (x, y, right, up) =>
  svg('path', {
    class: 'head',
    d: right ? `M${x} ${y}l-9 -5v10z` : `M${x} ${y}l-5 ${9 * up}h10z`,
  });
