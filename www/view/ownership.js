/** What the rules of a listing say about the companies that a party owns or controls, and what the entry itself tells of shares. */

import { detail, pictures as words } from '../words.js';
import { el, englishParagraph, fill, flat, joined, shown } from './dom.js';
import { outward } from './outward.js';

// No list has a field for shares; where one tells any, it is in a sentence.
const SHARE = /\d\s?(%|per ?cent)|\b(wholly|majority)[- ]own|\bshare ?hold|\bstakes?\b/iu;

// A full stop after a short word may be one of `Co. Ltd.`.
const sentences = (text) => text.split(/(?<=(?:\p{L}{4}|[\d)%])[.;])\s+/u).filter((each) => SHARE.test(each));

/** `[text, source]` of each sentence of an entry that tells of shares. */
export const shares = ({ reasons, legalNotes, facts, context }) => [
  ...[...reasons, ...legalNotes].flatMap(sentences).map((text) => [text, null]),
  ...facts.filter(({ value }) => SHARE.test(value)).map(({ label, value }) => [`${label}: ${value}`, null]),
  ...context.flatMap(({ text, source }) => sentences(text).map((each) => [each, source])),
];

/** Nothing for a party that is on lists of one's own alone: these have no rule. */
export function ownership(entry) {
  const measures = entry.measures.filter(({ kind }) => kind !== 'own-list');
  if (measures.length === 0) return null;
  const rules = new Map(measures.filter(({ rule }) => rule).map(({ rule, references }) => [rule, references]));
  const told = shares(entry);
  return flat([
    [...rules].map(([rule, sources]) => [
      englishParagraph(rule),
      sources.length ? el('p', { class: 'quiet sources' }, fill(detail.contextSource, { source: el('span', null, joined(sources.map(({ title, url }) => outward(title, url)))) })) : null,
    ]),
    rules.size ? null : el('p', null, words.noRule),
    told.length ? el('p', null, words.shares) : el('p', null, words.noShares),
    told.length
      ? el('ul', null, told.map(([text, source]) => el('li', null, el('bdi', null, shown(text)), source ? [' ', fill(words.notOnTheList, { source: outward(source.title, source.url) })] : null)))
      : null,
    el('p', { class: 'quiet' }, words.owners),
  ]);
}
