/** Draws who is linked to whom, two steps far, and says the same in a table. */

import { detail, party, pictures as words } from '../words.js';
import { count, el, english, fill, flat, named, number, say, shownText } from './dom.js';
import { LINE, Sheet, WIDTH } from './sheet.js';
import { twin } from './twin.js';

const [INDENT, STEM, PAD, GAP] = [26, 11, 7, 8];

/** `around` is what `surroundings` gives. */
export function links(around) {
  const { self, order, rest, unread } = around;
  if (order.length === 1) return null;
  return flat([
    picture(around).svg(say(words.links, { name: shownText(self.name) }), 'links-picture'),
    el('p', { class: 'quiet' }, words.arrows),
    order.some(isOnlyNamed) ? el('p', { class: 'quiet' }, words.dashed) : null,
    rest.length ? el('p', null, count(words.undrawn, rest.length)) : null,
    unread ? el('p', { class: 'wrong' }, words.unread) : null,
    twin(detail.links, [words.no, words.party, detail.kind, words.tie], rows(around)),
  ]);
}

const isOnlyNamed = ({ id }) => id === null;

/** "Person · listed" */
const about = (each) => [party.kinds[each.kind] ?? each.kind, isOnlyNamed(each) ? words.namedOnly : words.listed].filter(Boolean).join(' · ');

/** Who names whom: of a party below another, and of one that is tied to another drawn one. */
const sentence = (isNamed) => (isNamed ? words.namesIt : words.itNames);

const also = (each) => each.also.flatMap(({ other, ties }) => ties.map(({ relation, direction }) => [sentence(direction === 'from'), { n: number(other.no), relation }]));

function rows({ self, rest }) {
  const row = (each, above) => [
    number(each.no),
    named(each.name),
    about(each),
    above
      ? el('ul', { class: 'plain' },
          each.ties.map(({ relation, direction }) => el('li', null, fill(sentence(direction === 'to'), { n: number(above.no), relation: english(relation) }))),
          also(each).map(([told, { n, relation }]) => el('li', null, fill(told, { n, relation: english(relation) }))),
          each.more ? el('li', null, count(words.more, each.more)) : null)
      : words.self,
  ];
  return [row(self, null), ...self.below.flatMap((each) => [row(each, self), ...each.below.map((next) => row(next, each))]), ...rest.map((each) => row(each, self))];
}

/** The picture as a sheet: this party on top, each other one below the one that it is tied to, on a line with the words of the tie. */
export function picture({ self }) {
  const sheet = new Sheet();
  place(sheet, self, 0, 0, null);
  return sheet;
}

/** Draws one party and those below it; returns where the last of them ends, and at which height a line comes in. */
function place(sheet, each, x, top, above) {
  let y = top;
  if (above) {
    for (const { relation } of each.ties) y = sheet.write(x, y, relation, WIDTH - x, { small: true, foreign: true });
    y += 2;
  }
  const [left, units] = [x + PAD, WIDTH - x - 2 * PAD];
  const frame = y;
  const level = frame + PAD + LINE / 2;
  y = sheet.write(left, frame + PAD, `${number(each.no)} · ${each.name}`, units, { bold: !above });
  y = sheet.write(left, y, above ? about(each) : `${about(each)} · ${words.self}`, units, { small: true });
  for (const [told, slots] of also(each)) y = sheet.write(left, y, say(told, slots), units, { small: true });
  y += PAD;
  const look = [above ? null : 'self', isOnlyNamed(each) && 'dashed'].filter(Boolean).join(' ') || null;
  sheet.behind(() => sheet.box(x, frame, WIDTH - x, y - frame, look, each.kind === 'individual' ? 14 : 0));
  const bottom = y;
  let last = bottom;
  for (const below of each.below) {
    const placed = place(sheet, below, x + INDENT, y + GAP, each);
    branch(sheet, x + STEM, x + INDENT, placed.level, below.ties);
    y = placed.bottom;
    last = placed.level;
  }
  if (each.more) {
    y = sheet.write(x + INDENT, y + GAP, count(words.more, each.more), WIDTH - x - INDENT, { small: true });
    last = y - LINE / 2;
    sheet.behind(() => sheet.line([[x + STEM, last], [x + INDENT - 4, last]], 'dashed'));
  }
  if (last > bottom) sheet.behind(() => sheet.line([[x + STEM, bottom], [x + STEM, last]]));
  return { bottom: y, level };
}

/** The line to a party, with a tip at each end that is named by the other. */
function branch(sheet, from, to, y, ties) {
  sheet.behind(() => sheet.line([[from, y], [to, y]]));
  if (ties.some(({ direction }) => direction === 'to')) sheet.arrow(to, y, true);
  if (ties.some(({ direction }) => direction === 'from')) sheet.arrow(from, y, false);
}
