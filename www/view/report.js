/** The report of a file's screening, to be printed: what was done, over which lists, every potential match with its reasons, and the limits. */

import { facts as factLabels, file as fileWords, report as words, result as resultWords, review as reviewWords, coverage as coverageWords, party as partyWords, plural, voice } from '../words.js';
import { count, date, el, english, fill, joined, named, number, say } from './dom.js';
import { findings } from './finding.js';
import { effects } from './measure.js';
import { reason } from './reason.js';
import { partial, relied, short, stands, summary } from './results.js';
import { formOf } from './table.js';

/** `potential` are `{ row, outcome, standings, hits }` with the whole hits of each row, `lost` the rows that were not screened. */
export function report({ head, table, counts, seal }, potential, lost) {
  return [
    el('h1', null, fill(words.title, { file: named(table.file.name) })),
    about(head, table, counts, potential, seal),
    el('h2', null, words.potential),
    potential.length ? potential.map(party) : el('p', null, words.noMatches),
    el('h2', null, words.notScreened),
    lost.length ? null : el('p', null, words.allScreened),
    el('ul', null, lost.filter(({ outcome }) => outcome).map(({ row, cells, outcome }) =>
      el('li', null, who(row, cells), ': ', outcome.reasons.map(short).join('; ')))),
    unreached(lost.filter(({ outcome }) => !outcome)),
    el('p', null, words.rest),
    el('h2', null, words.limits),
    el('ul', null, words.limit.map((each) => el('li', null, each))),
  ];
}

/** "19,232 rows were not reached before screening was stopped: 770–20,001." */
function unreached(rows) {
  if (rows.length === 0) return null;
  const spans = [];
  for (const { row } of rows) {
    const last = spans.at(-1);
    if (last && row.row === last[1] + 1) last[1] = row.row;
    else spans.push([row.row, row.row]);
  }
  const told = spans.map(([from, to]) => (from === to ? number(from) : `${number(from)}–${number(to)}`)).join(', ');
  return el('p', null, el('strong', null, say(plural(words.unreached, rows.length), { n: number(rows.length), rows: told })));
}

function about(head, { file, form, rows, labels: names, columns, notes }, counts, potential, seal) {
  const { facts: labels } = words;
  const standings = potential.flatMap((each) => each.standings);
  const undecided = standings.filter(({ is }) => is !== 'decided').length;
  const told = Object.entries(reviewWords.told).map(([verdict, name]) =>
    [name, standings.filter(({ is, decision }) => is === 'decided' && decision.verdict === verdict).length]);
  const decided = told.filter(([, n]) => n).map(([name, n]) => `${name}: ${number(n)}`);
  const list = ({ title, issued, designations, sha256 }) => el('li', null, fill(words.list, {
    title: english(title),
    day: issued ? date(issued) : coverageWords.noDay,
    designations: count(coverageWords.designations, designations),
    sha256: el('code', null, sha256),
  }));
  const lines = [
    [labels.made, el('bdi', null, head.made.replace('T', ' ').replace('Z', ' UTC'))],
    [labels.operator, head.operator ? named(head.operator) : words.nothing],
    [labels.note, head.note ? named(head.note) : words.nothing],
    [labels.file, fill(words.file, { file: named(file.name), bytes: number(file.bytes), form: formOf(form), sha256: el('code', null, file.sha256) })],
    [labels.columns, el('ul', null, names.flatMap((name, at) => (columns[at] === 'other' ? [] : [el('li', null, named(name), `: ${fileWords.uses[columns[at]]}`)])))],
    columns.includes('other') ? [labels.unused, joined(names.filter((_, at) => columns[at] === 'other').map((name) => named(name)))] : null,
    notes.length ? [labels.notes, notes.map((note) => el('p', null, english(note)))] : null,
    counts.unread ? [labels.unread, count(words.unread, counts.unread)] : null,
    [labels.rows, number(rows)],
    [labels.outcome, summary(counts, null, head.lists)],
    [labels.decisions, [...decided, count(words.undecided, undecided)].join(voice.comma)],
    [labels.settings, say(words.settings, { threshold: head.threshold, weak: head.weakAliases ? coverageWords.on : coverageWords.off })],
    [labels.lists, [partial(head.lists), el('ul', null, head.lists.map(list))]],
    head.since ? [labels.since, relied(head.since)] : null,
    head.off.length ? [labels.off, el('ul', null, head.off.map(list))] : null,
    head.without.length ? [labels.without, named(head.without.join(', '))] : null,
    [labels.software, fill(words.software, { ...head.software, method: head.method, sha256: el('code', null, head.software.sha256) })],
    [labels.seal, el('code', null, seal)],
  ];
  return el('dl', { class: 'facts' }, lines.filter(Boolean).map(([term, value]) => el('div', null, el('dt', null, term), el('dd', null, value))));
}

const who = (row, cells) =>
  [say(resultWords.row, { row: row?.row ?? '' }), row?.reference ? [' · ', named(row.reference)] : null, ' ',
    el('strong', null, named(row?.names.length ? row.names.join(' / ') : cells.filter((cell) => cell.trim()).join(' · ')))];

function party({ row, cells, outcome, standings, hits }) {
  const given = row.facts.map(({ fact, text }, at) => [at ? voice.comma : null, `${factLabels[fact]} `, named(text)]);
  return el('article', { class: 'reported' },
    el('h3', null, who(row, cells)),
    given.length ? el('p', { class: 'quiet' }, given) : null,
    el('ol', null, outcome.hits.map((found, at) => {
      const hit = hits.find(({ list, id }) => list === found.list && id === found.id);
      return el('li', null,
        el('p', null, el('strong', null, named(found.name)), voice.comma, el('bdi', null, `${found.list} ${found.id}`), voice.comma, say(partyWords.score, { score: found.score })),
        hit?.births.length || hit?.nationalities.length ? el('p', { class: 'quiet' }, [...hit.births, ...hit.nationalities].map((each, place) => [place ? ', ' : null, named(each)])) : null,
        hit?.explanation.length ? el('p', { class: 'reason' }, reason(hit.explanation)) : null,
        hit ? findings(hit) : null,
        (hit ? effects(hit.measures) : found.effects.map(english)).map((told) => el('p', null, told)),
        found.programmes.length ? el('p', { class: 'quiet' }, named(found.programmes.join(', '))) : null,
        stands(standings[at], found) ?? el('p', null, words.open));
    })));
}
