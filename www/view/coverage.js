/** Says what was looked at, what was not, and how old it is: the lines that stand above every outcome. */

import { MAX_AGE, RENEW, ageState, days, isAhead } from '../ages.js';
import { wholeOf } from '../editions.js';
import { coverage as words, voice } from '../words.js';
import { count, date, el, english, fill, joined, say, time } from './dom.js';

/** `looked` is `{ lists, off, missing }` of a screening, or of the engine when nothing is screened yet. */
export function coverage({ lists, off, missing }, { threshold, weak }) {
  const chosen = off.filter((each) => !wholeOf(each, [...lists, ...off]));
  const aged = (state) => lists.filter((each) => ageState(each) === state);
  return [
    el('p', { class: 'coverage-line' }, el('strong', null, line(lists))),
    lists.length ? el('p', { class: 'quiet' }, fill(words.explained, { titles: titled(lists) })) : null,
    warning(words.missing, missing.map(({ name }) => ({ title: name ?? words.siteLists }))),
    warning(words.switchedOff, chosen),
    warning(words.out, aged('out'), MAX_AGE),
    warning(words.unknown, aged('unknown')),
    warning(words.ahead, aged('ahead')),
    warning(words.older, aged('older'), RENEW),
    el('p', { class: 'quiet' },
      issued(lists),
      say(words.settings, { threshold, weak: weak ? words.on : words.off })),
  ].filter(Boolean);
}

export const none = () => el('p', { class: 'coverage-line' }, words.none);

const titled = (lists) => joined(lists.map((each) => english(each.title)));

const warning = (sentence, lists, n) => (lists.length ? el('p', { class: 'wrong' }, fill(sentence, { titles: titled(lists), n })) : null);

/** "27 designations on 2 lists embedded; OFAC’s full lists are not loaded.", or "Looked at 33,094 designations on 5 lists." */
function line(lists) {
  if (lists.length === 0) return words.lookedAtNone;
  const slots = { designations: designations(lists), lists: count(words.lists, lists.length) };
  const parts = lists.filter((each) => !each.complete);
  if (parts.length < lists.length)
    return [say(words.looked, slots), parts.length ? [' ', fill(words.parts, { titles: titled(parts) })] : null];
  const owners = [...new Set(parts.map((each) => each.authority))];
  const authorities = joined(owners.map((authority) => say(words.possessive, { authority }))).join('');
  return [say(words.line, slots), say(words.partial, { authorities })];
}

export const designations = (lists) =>
  count(words.designations, lists.reduce((sum, { designations }) => sum + designations, 0));

function issued(lists) {
  const all = lists.map((each) => each.issued).filter(Boolean).sort();
  const ageing = lists.filter((each) => each.ages && each.issued).map((each) => each.issued).sort();
  const told = (sentence, day) => [fill(sentence, { date: date(day), age: age(day) }), ' '];
  return [
    all.length ? told(words.issued, all.at(-1)) : null,
    ageing.length && ageing[0] !== all.at(-1) ? told(words.oldest, ageing[0]) : null,
  ];
}

/** "11 days old" */
export function age(day) {
  if (isAhead(day)) return words.age.ahead;
  const n = days(day);
  if (n < 62) return count(words.age.day, n);
  if (n < 730) return count(words.age.month, Math.floor(n / 30.44));
  return count(words.age.year, Math.floor(n / 365.25));
}

/** What stands on paper alone: the digests once more, since a fold cannot be opened there, and when this was asked, if it was. */
export const printed = (lists, moment) => [
  moment ? el('p', { class: 'printed' }, fill(words.moment, { when: time(moment) })) : null,
  el('ul', { class: 'printed' },
    lists.map((each) =>
      el('li', null, english(each.title), voice.comma, el('bdi', null, each.issued ?? words.noDay), voice.comma, `${words.facts.sha256} `, el('code', null, each.sha256)))),
];
