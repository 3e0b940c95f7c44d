/** How many days old each loaded list is, as bars before the line from which a list is out of date, and the same as a table. */

import { MAX_AGE, ageState, days } from '../ages.js';
import { coverage, lists as listWords, pictures as words } from '../words.js';
import { count, date, el, english, say } from './dom.js';
import { Sheet, WIDTH } from './sheet.js';
import { twin } from './twin.js';

// The line stands at two thirds; what is older than the sheet is broad ends in a tear.
const LIMIT = (WIDTH * 2) / 3;
const BAR = 14;

/** How long the bar of so many days is, and whether it is torn off. */
export const barOf = (n) => ({ length: Math.min((n / MAX_AGE) * LIMIT, WIDTH), torn: (n / MAX_AGE) * LIMIT > WIDTH });

const hasAge = (list) => ['fresh', 'older', 'out'].includes(ageState(list));
const ageOf = (list) => (hasAge(list) ? count(coverage.age.day, days(list.issued)) : null);
const stateOf = (list) => words.ageStates[ageState(list)];

/** Nothing where no list grows old. */
export function ageBars(lists) {
  if (!lists.some(({ ages }) => ages)) return null;
  return el('section', { class: 'ages' },
    el('h3', null, words.ages),
    picture(lists).svg(words.agesPicture, 'age-bars'),
    twin(words.ages, [words.list, words.days.issued, words.age, words.state], lists.map((list) => [
      english(list.title), list.issued ? date(list.issued) : coverage.noDay, ageOf(list) ?? '', stateOf(list)])));
}

export function picture(lists) {
  const sheet = new Sheet();
  let y = sheet.write(0, 0, say(words.limit, { n: MAX_AGE }), WIDTH, { small: true });
  for (const list of lists) {
    y = sheet.write(0, y + 8, list.title, WIDTH, { bold: true, foreign: true });
    y = sheet.write(0, y, [ageOf(list), stateOf(list)].filter(Boolean).join(' · '), WIDTH, { small: true });
    if (!hasAge(list)) continue;
    const { length, torn } = barOf(days(list.issued));
    const state = ageState(list);
    const at = y + 3;
    sheet.box(0, at, Math.max(length, 2), BAR, `bar ${state}`);
    if (torn) sheet.line([[WIDTH - 20, at - 3], [WIDTH - 14, at + BAR / 2], [WIDTH - 20, at + BAR / 2], [WIDTH - 14, at + BAR + 3]], 'tear');
    sheet.line([[LIMIT, at - 4], [LIMIT, at + BAR + 4]], 'limit');
    y = at + BAR + 8;
  }
  return sheet;
}
