/** Says what was looked at and how old it is: the line that stands above every outcome. */

import { coverage as words } from '../words.js';
import { count, date, el, fill, joined, named, number, say, shown } from './dom.js';

const DAY = 86_400_000;

/** The coverage of a screening, or of the engine when nothing is screened yet. */
export function coverage(lists, { threshold, weak }) {
  return [
    el('p', { class: 'coverage-line' }, el('strong', null, line(lists))),
    el('p', { class: 'quiet' }, fill(words.explained, { titles: joined(lists.map((each) => named(each.title))) })),
    el('p', { class: 'quiet' },
      newest(lists),
      say(words.settings, { threshold, weak: weak ? words.on : words.off })),
    el('details', { class: 'fold' }, el('summary', null, words.fold), lists.map(list)),
  ];
}

export const none = () => el('p', { class: 'coverage-line' }, words.none);

/** "27 designations on 2 lists embedded; OFAC’s full lists are not loaded." */
function line(lists) {
  const partial = [...new Set(lists.filter((each) => !each.complete).map((each) => each.authority))];
  const authorities = joined(partial.map((authority) => say(words.possessive, { authority }))).join('');
  return [
    say(words.line, { designations: designations(lists), lists: count(words.lists, lists.length) }),
    partial.length ? say(words.partial, { authorities }) : words.whole,
  ];
}

export const designations = (lists) =>
  count(words.designations, lists.reduce((sum, { designations }) => sum + designations, 0));

function newest(lists) {
  const issued = lists.map((each) => each.issued).sort().at(-1);
  return issued ? [fill(words.issued, { date: date(issued), age: age(issued) }), ' '] : [];
}

function age(issued) {
  const days = Math.max(0, Math.floor((Date.now() - Date.parse(issued)) / DAY));
  if (days < 62) return count(words.age.day, days);
  if (days < 730) return count(words.age.month, Math.floor(days / 30.44));
  return count(words.age.year, Math.floor(days / 365.25));
}

function list(each) {
  const { facts } = words;
  const rows = [
    [facts.list, named(each.title)],
    [facts.authority, shown(each.authority)],
    [facts.issued, [date(each.issued), ` (${each.issued})`]],
    [facts.scope, shown(each.scope)],
    [facts.designations, number(each.designations)],
    [facts.names, number(each.names)],
    [facts.sha256, el('code', null, each.sha256)],
  ];
  return el('dl', { class: 'facts' }, rows.map(([term, value]) => el('div', null, el('dt', null, term), el('dd', null, value))));
}

/** The digests once more for paper, where a fold cannot be opened. */
export const printed = (lists) =>
  el('ul', { class: 'printed' },
    lists.map((each) => el('li', null, named(each.title), `, ${each.issued}, ${words.facts.sha256} `, el('code', null, each.sha256))));
