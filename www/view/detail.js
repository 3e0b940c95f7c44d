/** The whole entry of one listed party, in the order in which a person compares it with what they know. */

import { detail as words, party, pictures } from '../words.js';
import { date, el, english, englishParagraph, fill, named, shown } from './dom.js';
import { links } from './links.js';
import { effect } from './measure.js';
import { outward } from './outward.js';
import { ownership } from './ownership.js';
import { scoreTable } from './score.js';
import { timeline } from './timeline.js';

export const detail = {
  waiting: () => el('p', { class: 'quiet' }, words.waiting),
  failed: (error) => el('p', { class: 'wrong' }, fill(words.failed, { message: english(error.message) })),

  /** `around` are the parties that it is tied to, `history` its listings. */
  entry: (entry, hit, around, history) =>
    [
      section(words.names, entry.names.length, names(entry.names)),
      section(words.about, true, about(entry)),
      section(words.identifiers, entry.identifiers.length, items(entry.identifiers.map(identifier))),
      section(words.addresses, entry.addresses.length, items(entry.addresses.map(address))),
      section(words.measures, entry.measures.length, entry.measures.map(effect)),
      section(pictures.history, true, timeline(history, entry.name)),
      section(words.reasons, entry.reasons.length, items(entry.reasons.map(published))),
      section(words.links, around.order.length > 1, links(around)),
      section(pictures.ownership, ownership(entry), ownership(entry)),
      section(words.legalNotes, entry.legalNotes.length, items(entry.legalNotes.map(published))),
      section(words.context, entry.context.length, el('div', { class: 'context' }, entry.context.map(context))),
      section(words.references, references(entry).length,
        el('p', { class: 'quiet' }, words.referencesNote),
        items(references(entry).map(({ title, url }) => outward(title, url)))),
      section(words.score, hit.explanation.length, scoreTable(hit)),
    ].filter(Boolean),
};

/** "primary name", "alias", "former name" or "weak alias" */
export const nameKind = ({ kind, quality }) =>
  quality === 'weak' ? party.names.weak : party.names[kind] ?? kind;

const section = (title, present, ...body) =>
  present ? el('section', null, el('h5', null, title), body) : null;

const items = (contents) => el('ul', null, contents.map((content) => el('li', null, content)));

const names = (all) =>
  items(all.map((each) => [
    named(each.name),
    el('span', { class: 'quiet' }, ` ${each.quality === 'weak' ? words.weakNote : nameKind(each)} · `, english(each.script)),
  ]));

function about(entry) {
  const rows = [
    [words.kind, [party.kinds[entry.kind] ?? entry.kind]],
    [words.listed, entry.listed ? [date(entry.listed)] : []],
    [words.changed, entry.changed ? [date(entry.changed)] : []],
    [words.births, entry.births.map(birth)],
    [words.birthPlaces, entry.birthPlaces.map(named)],
    [words.nationalities, entry.nationalities.map(named)],
    [words.citizenships, entry.citizenships.map(named)],
    [words.gender, entry.gender ? [english(entry.gender)] : []],
    [words.titles, entry.titles.map(named)],
    [words.crossReferences, entry.crossReferences.map(({ authority, id }) => named(`${authority} ${id}`))],
    ...entry.facts.map(({ label, value }) => [english(label), [published(value)]]),
  ];
  return el('dl', { class: 'facts' },
    rows.filter(([, values]) => values.length).map(([term, values]) =>
      el('div', null, el('dt', null, term), values.map((value) => el('dd', null, value)))));
}

/** The authority's own text, in whatever language it publishes. */
const published = (text) => el('bdi', null, shown(text));

/** As published; the days it spans only where it names neither one day nor two. */
function birth({ published: told, from, to }) {
  if (!from || !to || from === to || told.includes(' to ')) return published(told);
  return fill(words.birthRange, { published: published(told), from: date(from), to: date(to) });
}

function identifier({ kind, number, country, issued, expires }) {
  const more = [
    country ? published(country) : null,
    issued ? fill(words.issued, { date: published(issued) }) : null,
    expires ? fill(words.expires, { date: published(expires) }) : null,
  ].filter(Boolean);
  return [english(kind), ' ', el('bdi', { class: 'code' }, shown(number)), more.length ? [' (', more.map((each, at) => [at ? ', ' : null, each]), ')'] : null];
}

const address = ({ street, place, country }) => named([street, place, country].filter(Boolean).join(', '));

const context = ({ text, source }) => [
  englishParagraph(text),
  el('p', { class: 'quiet' }, fill(words.contextSource, { source: outward(source.title, source.url) })),
];

/** Those of the entry, then those of its measures; each address once. */
function references(entry) {
  const all = [...entry.references, ...entry.measures.flatMap((each) => each.references)];
  return [...new Map(all.map((each) => [each.url ?? each.title, each])).values()];
}
