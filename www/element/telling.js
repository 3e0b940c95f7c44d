/** What a component tells: whom it is about, what it waits for, which facts it left out, and the outcome, in the words of the page's own views. */

import { frame } from '../words.js';
import { count, el, fill, flat, named, say, shownText } from '../view/dom.js';
import { outcome } from '../view/outcome.js';
import { element as words, reasons } from './words.js';

const labelOf = (element) => (element.hasAttribute('for') ? element.field?.labels?.[0]?.textContent.trim() : '');

/** What it is about, so that several on a page are told apart. */
export function title(element) {
  const label = element.getAttribute('aria-label') ?? labelOf(element);
  return label ? say(words.of, { label: shownText(label) }) : words.alone;
}

/** Nothing is asked. */
export function prompt(element) {
  const label = labelOf(element);
  const told = !element.hasAttribute('for') ? words.prompt : label ? fill(words.bound, { label: named(label) }) : words.boundAlone;
  return el('p', { class: 'quiet' }, told);
}

/** Facts that were left out. */
export const leftOut = ({ unread }) =>
  unread.map(({ fact }) => el('p', { class: 'wrong' }, fill(words.unread, { fact: frame[`${fact}Label`], why: frame[`${fact}Wrong`] ?? words.unreadFact })));

/** The outcome. In few lines the parties wait behind a fold; the sentence about them does not. */
export function told(result, ask, isCompact) {
  const [summary, ...rest] = flat(outcome(result, { ...ask, reasons, nothingYet: words.nothingYet }));
  if (!isCompact || result.hits.length === 0) return [summary, rest];
  return [summary, el('details', { class: 'fold' }, el('summary', null, count(words.parties, result.hits.length)), rest)];
}
