/** What came of a file: counts, and its rows with what they came to, some at a time and never fewer without saying so. */

import { outcome as nameWords, plural, coverage as coverageWords, earlier as earlierWords, facts as factLabels, rowReasons, report as reportWords, result as words, review as reviewWords, voice } from '../words.js';
import { action, count, date, el, english, fill, joined, named, number, say, shown, shownText } from './dom.js';

/** What was looked at, and how: above every outcome. */
export const looked = ({ made, lists, threshold, weakAliases, since }) => [
  el('p', { class: 'coverage-line' }, fill(words.looked, {
    designations: count(coverageWords.designations, lists.reduce((sum, each) => sum + each.designations, 0)),
    lists: count(coverageWords.lists, lists.length),
    made: `${made.slice(0, 10)} ${made.slice(11, 16)}`,
    threshold: String(threshold),
    weak: weakAliases ? coverageWords.on : coverageWords.off,
  })),
  el('ul', { class: 'quiet' }, lists.map(({ title, issued }) => el('li', null, english(title), voice.comma, issued ? date(issued) : coverageWords.noDay))),
  partial(lists),
  since ? el('p', { class: 'quiet' }, relied(since)) : null,
];

/** On which earlier record a run relied. */
export const relied = ({ made, seal, designations }) =>
  fill(designations ? plural(earlierWords.relied, designations) : earlierWords.reliedNothing, { n: number(designations), made: `${made.slice(0, 10)} ${made.slice(11, 16)} UTC`, seal: el('code', null, seal) });

/** The lists of which only a part was looked at: nothing may look like a clearance against all of them. */
export function partial(lists) {
  const parts = lists.filter(({ complete }) => !complete);
  return parts.length ? el('p', null, el('strong', null, fill(words.partial, { titles: el('span', null, joined(parts.map(({ title }) => english(title)))) }))) : null;
}

/** The counts in the order of their weight: not screened, potential matches, none. */
export function summary({ rows, done, potential, none, notScreened, undecided, news, decided }, compared, lists) {
  const left = rows - done;
  const both = potential + notScreened + none - done;
  return el('div', { class: 'counts' },
    left ? el('p', { class: 'wrong' }, count(words.incomplete, left)) : null,
    notScreened + left ? el('p', { class: 'count not-screened' }, count(words.notScreened, notScreened + left)) : null,
    potential ? el('p', { class: 'count potential' }, count(words.potential, potential)) : null,
    el('p', { class: 'count none' }, count(words.none, none)),
    lists.every(({ complete }) => complete) ? null
      : el('p', null, el('strong', null, say(words.only, { designations: count(coverageWords.designations, lists.reduce((sum, each) => sum + each.designations, 0)) }))),
    compared ? el('p', { class: 'news' }, say(plural(reviewWords.news, news), { n: number(news), day: compared })) : null,
    potential ? el('p', { id: 'rows-left', class: 'news' }, undecidedLine({ undecided, decided })) : null,
    both > 0 ? el('p', null, count(words.overlap, both)) : null,
    el('p', { class: 'quiet' }, words.means));
}

/** "3 rows are left to decide about. Decided: 1 true match, 2 escalated." */
export function undecidedLine({ undecided, decided }) {
  const left = undecided ? `${count(reviewWords.left, undecided)}.` : reviewWords.done;
  const counted = (verdicts) => verdicts.filter((verdict) => decided[verdict]).map((verdict) => `${number(decided[verdict])} ${reviewWords.told[verdict]}`);
  const [settled, unsettled] = [counted(['false-positive', 'true-match']), counted(['needs-information', 'escalated'])];
  return [
    left,
    settled.length ? say(reviewWords.decidedCounts, { counts: settled.join(voice.comma) }) : null,
    unsettled.length ? say(reviewWords.unsettled, { counts: unsettled.join(voice.comma) }) : null,
  ].filter(Boolean).join(' ');
}

/** Buttons that hand the results to the browser to save. */
export const downloads = ({ csv, workbook, record, review, report }) =>
  el('div', { class: 'controls' },
    action(words.csv, csv), action(words.workbook, workbook), action(words.record, record), action(reviewWords.save, review), action(reportWords.button, report));

/** Rows so far, `narrowed` where not all of them are wanted; `more` shows the next ones, `compare(row, place)` puts the whole outcome of a row into a place. */
export function rows({ total, rows: some }, { more, compare, narrowed }) {
  if (total === 0) return [el('p', null, narrowed ? words.nothingNarrowed : words.nothing)];
  return [
    el('p', { class: 'quiet', role: 'status' }, say(words.showing, { shown: number(some.length), total: number(total) })),
    el('ol', { class: 'rows' }, some.map((each) => item(each, compare))),
    some.length < total ? action(count(words.more, Math.min(more.count, total - some.length)), more.show) : null,
  ];
}

function item({ at, row, cells, outcome, standings, changes }, compare) {
  const title = row?.names.length ? row.names : [cells.filter((cell) => cell.trim()).join(' · ')];
  const place = el('div', { class: 'compared', hidden: true });
  const open = action(words.details, () => unfold(), el('span', { class: 'unseen' }, say(words.of, { row: row?.row ?? '' })));
  open.setAttribute('aria-expanded', 'false');
  const fold = (is) => {
    place.hidden = is;
    open.setAttribute('aria-expanded', String(!is));
    open.firstChild.textContent = is ? words.details : words.hide;
    place.replaceChildren();
  };
  const unfold = () => {
    fold(!place.hidden);
    if (!place.hidden) compare({ at, row, outcome, standings }, place, () => fold(true));
  };
  return el('li', { class: 'row' },
    el('p', { class: 'row-title' }, el('span', { class: 'quiet' }, say(words.row, { row: row?.row ?? '' }), row?.reference ? [' · ', named(row.reference)] : null), ' ',
      el('strong', null, title.map((name, at) => [at ? ' / ' : null, named(cut(name))]))),
    told(outcome, changes).map((sentence) => el('p', null, sentence)),
    (changes?.gone ?? []).map(({ name }) => el('p', { class: 'quiet' }, fill(reviewWords.gone, { name: named(name) }))),
    el('div', { class: 'standings' }, standings.map((standing, hit) => stands(standing, outcome.hits[hit]))),
    remarks(row, outcome),
    outcome && row && !row.fault ? el('p', null, open) : null,
    place);
}

const cut = (text) => ([...text].length > 200 ? `${[...text].slice(0, 200).join('')}…` : text);

/** How a potential match stands, if anybody has decided about it. */
export function stands(standing, hit) {
  if (standing.is === 'open') return null;
  const { verdict, reviewer, made, reason } = standing.decision;
  const decision = fill(reviewWords.decided, {
    verdict: el('strong', null, reviewWords.told[verdict]),
    reviewer: reviewer ? el('span', null, named(reviewer), voice.comma) : reviewWords.nobody,
    day: date(made.slice(0, 10)),
    reason: reason ? el('span', null, ': ', named(reason)) : '',
  });
  const about = [named(hit.name), ': '];
  if (standing.is === 'decided') return el('p', { class: 'decided' }, about, decision);
  return el('p', { class: 'decided' },
    el('strong', { class: 'wrong' }, standing.customer ? reviewWords.customer : reviewWords.listing), ' ',
    about, fill(reviewWords.before, { decision: el('span', null, decision) }));
}

function told(outcome, changes) {
  if (!outcome) return [fill(nameWords.notScreened, { reason: words.notReached })];
  const lines = [];
  if (outcome.status !== 'screened')
    lines.push(el('strong', { class: 'wrong' }, say(nameWords.notScreened, { reason: outcome.reasons.map(short).join('; ') })));
  const [first, ...others] = outcome.hits;
  if (first)
    lines.push([
      fill(first.number ? words.byNumber : words.closest, { name: el('strong', null, named(first.name)), score: first.score, list: `${first.list} ${first.id}` }),
      news(changes, 0),
      first.programmes.length ? [voice.comma, named(first.programmes.join(', '))] : null,
      others.length ? [voice.comma, count(words.others, others.length), others.some((_, at) => news(changes, at + 1)) ? ` (${reviewWords.new})` : null] : null,
    ]);
  else if (outcome.status === 'screened') lines.push(nameWords.none);
  return lines;
}

/** " (new)" or " (changed)" beside a potential match, since the earlier record. */
function news(changes, at) {
  if (!changes) return null;
  return changes.new.includes(at) ? ` (${reviewWords.new})` : changes.changed.includes(at) ? ` (${reviewWords.changed})` : null;
}

export const short = ({ code, value }) =>
  say(rowReasons[code] ?? (nameWords.reasons[code] ?? nameWords.reasons.other)[0], { value: shownText(value ?? code) });

function remarks(row, outcome) {
  const unread = (outcome?.remarks ?? []).map(({ fact, got }) => fill(words.unread, { fact: factLabels[fact], got: named(got) }));
  const same = row?.sameAs ? [say(words.same, { row: row.sameAs })] : [];
  return [...unread, ...same].map((sentence) => el('p', { class: 'quiet' }, sentence));
}
