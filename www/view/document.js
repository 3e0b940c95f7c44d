/** What was found in a document: what of it was not read, how it came out, and each party with the places that name it. */

import { document as words, outcome as outcomeWords, plural } from '../words.js';
import { action, count, el, fill, named, number, refusal, say, shown, shownText } from './dom.js';
import { party } from './hit.js';
import { box, explained, partiesOf, reasonsOf } from './outcome.js';

// Places that are shown at once; a name that stands in every line has hundreds.
const PLACES = 5;

// More parties than this wait behind a button.
const PARTIES = 50;

// Letters that stand around a name where it is shown by itself.
const AROUND = 60;

/** What of the document is not in the text: before anything else, since it was not looked at. */
export function unread(all) {
  if (all.length === 0) return null;
  // Numbers of pages run to the right in every language; a name runs as it is written.
  const told = ({ code, value }) => (code === 'attachment' ? named(value) : el('bdi', { dir: 'ltr' }, shown(value)));
  const line = (each) =>
    each.value === null ? words.unreadUnknown[each.code] ?? each.code : fill(words.unread[each.code] ?? words.unread.other, { value: told(each) });
  return el('div', { class: 'unread' },
    el('p', { class: 'wrong' }, words.unreadTitle),
    el('ul', null, all.map((each) => el('li', null, line(each)))));
}

/** The encoding was guessed: another one would have other letters. */
export const guessed = ({ guessed: encoding }) =>
  encoding === null ? null : el('p', { class: 'wrong' }, fill(words.guessed, { encoding: named(encoding) }));

/** A bar with a sentence and a button to end it. */
export function progress(sentence, cancel) {
  const bar = el('progress', { max: 1, 'aria-labelledby': 'document-line' });
  return {
    nodes: [el('p', { id: 'document-line' }, sentence), bar, el('div', { class: 'controls' }, action(words.cancel, cancel))],
    tell: (done) => (bar.value = done),
  };
}

/** Nothing came out: `sentences` say why. */
export const none = (sentences) =>
  box('not-screened', say(outcomeWords.notScreened, { reason: words.notRead }), sentences.map((each) => el('p', null, each)), el('p', null, words.unharmed));

export const refused = (error) => [el('span', null, refusal(error))];

/** The outcome; `ask` has what a screening's has, `to(mention)` leads to a place, and `text` is the document's. */
export function outcome(result, ask) {
  const all = partiesOf({ hits: result.parties });
  return [summary(result, all.length, ask), el('p', { class: 'quiet' }, words.lessSure), parties(all, result, ask)];
}

function summary(result, found, ask) {
  const { mentions, threshold, status } = result;
  const sentence = found ? el('p', null, plural(words.order, found)) : null;
  const slots = { words: count(words.words, result.words), threshold };
  if (status !== 'screened') {
    const told = reasonsOf(result).map((reason) => explained(reason, result, words.reasons));
    return box('not-screened', say(outcomeWords.notScreened, { reason: told[0][0] }),
      told.map(([short, advice], at) => el('p', null, at > 0 ? `${short[0].toUpperCase()}${short.slice(1)}: ` : '', advice)),
      el('p', null, found ? [namedTimes(found, mentions.length, words.nonetheless), ' ', words.notAll] : fill(words.noneInRead, slots)),
      result.reasons.filter(({ code }) => code in outcomeWords.accept).map(({ code }) => el('p', null, action(outcomeWords.accept[code], () => ask.accept(code)))));
  }
  if (found === 0) return box('none', words.none, el('p', null, fill(words.noneInRead, slots)), el('p', null, words.noneMeans));
  return box('potential', namedTimes(found, mentions.length, words.found), sentence);
}

/** "2 potential matches, named 5 times in the document" */
const namedTimes = (found, times, sentence) => fill(sentence, { parties: count(outcomeWords.potential, found), times: count(words.times, times) });

function parties(all, result, ask) {
  if (all.length === 0) return null;
  const item = (listings) => {
    const [[hit, at]] = listings;
    return el('li', { 'data-party': at }, party(listings, { ...result, query: { name: comparedOf(hit, result) } }, { ...ask, wrote: words.inDocument }), places(listings, result, ask));
  };
  const list = el('ol', { class: 'parties' }, all.slice(0, PARTIES).map(item));
  if (all.length <= PARTIES) return list;
  const more = action(count(outcomeWords.more, all.length - PARTIES), () => {
    const rest = all.slice(PARTIES).map(item);
    list.append(...rest);
    more.remove();
    rest[0].querySelector('button').focus();
  });
  return [list, more];
}

const bare = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The name in the text that was compared: that of the first mention which has the words of the comparison. */
function comparedOf({ mentions, explanation }, result) {
  const texts = mentions.map((at) => result.mentions[at].text);
  const needed = explanation.flatMap(({ query }) => bare(query).split(/\s+/));
  return texts.find((text) => needed.every((word) => bare(text).includes(word))) ?? texts[0] ?? '';
}

/** The places that name a party, each with what stands around it and a way there. */
function places(listings, result, ask) {
  const all = [...new Set(listings.flatMap(([hit]) => hit.mentions))].sort((a, b) => a - b);
  const name = shownText(listings[0][0].name);
  const item = (at, place) => el('li', null, quote(result.mentions[at], ask.text), ' ',
    el('button', { type: 'button', class: 'quiet-action go', onclick: () => ask.to(at) }, say(words.go, { n: number(place + 1) }), el('span', { class: 'unseen' }, fill(words.goOf, { name }))));
  const list = el('ol', { class: 'mentions' }, all.slice(0, PLACES).map(item));
  const rest = all.slice(PLACES);
  const more = rest.length
    ? action(count(outcomeWords.more, rest.length), () => {
      const added = rest.map((at, place) => item(at, place + PLACES));
      list.append(...added);
      more.remove();
      added[0].querySelector('button').focus();
    })
    : null;
  return el('div', { class: 'places' }, el('h5', null, count(words.namedHere, all.length)), list, more);
}

const oneLine = (text) => text.replace(/\s+/gu, ' ');

/** A mention with what stands around it in its line. */
function quote({ from, to }, text) {
  const before = text.slice(Math.max(0, from - AROUND), from).split('\n').at(-1);
  const behind = text.slice(to, to + AROUND).split('\n')[0];
  const cut = before.length === Math.min(AROUND, from) && from > AROUND;
  return el('bdi', { class: 'quote', dir: 'auto' },
    cut ? '…' : null, shown(oneLine(cut ? before.replace(/^\S*\s/u, '') : before)),
    el('mark', null, shown(oneLine(text.slice(from, to)))),
    shown(oneLine(behind.length === AROUND ? behind.replace(/\s\S*$/u, '') : behind)), behind.length === AROUND ? '…' : null);
}

/** The same in one breath, for screen readers. */
export function announced(result) {
  const found = partiesOf({ hits: result.parties }).length;
  const counted = found ? say(words.found, { parties: count(outcomeWords.potential, found), times: count(words.times, result.mentions.length) }) : null;
  if (result.status === 'screened') return counted ?? words.none;
  const [reason, advice] = explained(reasonsOf(result)[0], result, words.reasons);
  return [say(outcomeWords.notScreened, { reason }) + '.', advice, counted].filter(Boolean).join(' ');
}
