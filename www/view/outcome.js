/** Says how a screening went: not screened, potential matches, or none on these lists, each with its own words, shape and colour. */

import { MAX_AGE } from '../ages.js';
import { lost as lostWords, outcome as words, plural, start, coverage as coverageWords } from '../words.js';
import { designations } from './coverage.js';
import { count, el, fill, named, number, refusal, say, shownText, svg } from './dom.js';
import { party } from './hit.js';

// A heading shows a very long name only this far.
const SHOWN = 200;

// More parties than this wait behind a button: at the lowest threshold a full list brings thousands.
const PARTIES = 50;

/** Each outcome's own shape, so that colour never tells alone: a sign to heed, a pair to compare, an empty ring. */
const shapes = {
  'not-screened': () => [
    svg('path', { d: 'M16 2 31 29H1Z' }),
    svg('path', { d: 'M16 11v9M16 23.5v2.5', class: 'cut' }),
  ],
  potential: () => [
    svg('circle', { cx: 11, cy: 16, r: 8.5, class: 'line' }),
    svg('circle', { cx: 21, cy: 16, r: 8.5, class: 'line' }),
  ],
  none: () => [svg('circle', { cx: 16, cy: 16, r: 12, class: 'line', 'stroke-dasharray': '4 3.5' })],
};

const shape = (kind) => svg('svg', { class: 'shape', viewBox: '0 0 32 32', 'aria-hidden': 'true' }, shapes[kind]());

export const box = (kind, heading, ...body) =>
  el('div', { class: `outcome ${kind}` },
    shape(kind),
    el('div', null, el('h3', { tabindex: '-1', class: 'outcome-title' }, heading), body));

/**
 * The outcome of one screening. `ask.detail` fetches an entry, `ask.weak` screens again with weak aliases, `ask.accept(code)`
 * without a reason that the person takes upon them for this visit, where that can be done; `ask.reasons` are words for reasons and
 * `ask.nothingYet` a sentence in the place of the page's own.
 */
export function outcome(result, ask) {
  const all = partiesOf(result);
  const against = all.filter((listings) => listings.every(([hit]) => hit.contradicted));
  const others = all.filter((listings) => !against.includes(listings));
  return [summary(result, ask), weakOnly(result, ask), ...parties(others, result, ask), folded(against, others.length, result, ask)];
}

/** The hits by party: each an array of `[hit, its place]`, strongest first. */
export function partiesOf({ hits }) {
  const found = new Map();
  hits.forEach((hit, at) => found.set(hit.party, [...(found.get(hit.party) ?? []), [hit, at]]));
  return [...found.values()];
}

function parties(all, result, ask) {
  if (all.length === 0) return [];
  const item = (listings) => el('li', null, party(listings, result, ask));
  const list = el('ol', { class: 'parties' }, all.slice(0, PARTIES).map(item));
  if (all.length <= PARTIES) return [list];
  const more = el('button', { type: 'button', class: 'quiet-action' }, count(words.more, all.length - PARTIES));
  more.addEventListener('click', () => {
    const rest = all.slice(PARTIES).map(item);
    list.append(...rest);
    more.remove();
    rest[0].querySelector('button').focus();
  });
  return [list, more];
}

/** Parties that what was added contradicts: counted with the others and folded away, unless there are no others. */
function folded(against, others, result, ask) {
  if (against.length === 0) return null;
  return el('details', { class: 'fold against', open: others === 0 },
    el('summary', null, count(others ? words.folded : words.foldedAll, against.length)),
    parties(against, result, ask));
}

function summary(result, ask) {
  const { name, number, readAs } = result.query;
  const isNumber = readAs === 'identifier';
  const about = [
    el('p', { class: 'wrote' }, fill(isNumber ? words.wroteNumber : words.wrote, { name: abbreviated(name.trim() || (number?.number ?? '')) })),
    isNumber ? el('p', null, words.readAsNumber) : null,
  ];
  if (result.status !== 'screened') return notScreened(result, about, ask);
  const found = partiesOf(result).length;
  if (result.hits.length === 0)
    return box('none', words.none, about,
      isNumber ? el('p', null, words.noneNumber) : isOneWord(result.query) ? el('p', null, words.oneWord) : null,
      el('p', null, words.noneMeans));
  return box('potential', count(words.potential, found), about,
    el('p', null, plural(words.order, found)),
    nothingYet(result) ? el('p', null, ask.nothingYet ?? words.nothingYet) : null);
}

/** Somebody is listed with facts, and none was added to compare them with. */
const nothingYet = ({ hits, query }) =>
  !query.facts && query.readAs === 'name' && hits.some(({ births, nationalities, places }) => births.length + nationalities.length + places.length > 0);

// These write the names of a person without spaces between them.
const unspaced = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Myanmar}]/u;

const isOneWord = ({ name, readAs }) => readAs === 'name' && !/\s/u.test(name.trim()) && !unspaced.test(name);

/** A reason as `[short, advice]`; lists are named by their titles. */
export function explained({ code, value }, { lists, missing = [] }, own) {
  const [short, advice] = own?.[code] ?? words.reasons[code] ?? words.reasons.other;
  const titles = {
    'out-of-date': () => {
      const ids = value.split(', ');
      // The coverage above names them; here the sentence stays short.
      return ids.length > 2 ? count(coverageWords.lists, ids.length) : ids.map((id) => lists.find((list) => list.id === id)?.title ?? id).join(', ');
    },
    'list-missing': () => missing.map(({ name }) => name ?? coverageWords.siteLists).join(', '),
  }[code]?.();
  return [
    say(short, { value: shownText(value ?? code) }),
    say(advice, { value: shownText(titles ?? value ?? ''), days: MAX_AGE }),
  ];
}

export const reasonsOf = ({ reasons }) => (reasons.length ? reasons : [{ code: 'unknown' }]);

function notScreened(result, about, ask) {
  const told = reasonsOf(result).map((reason) => explained(reason, result, ask.reasons));
  const { hits, query } = result;
  return box('not-screened',
    say(words.notScreened, { reason: told[0][0] }),
    query.name.trim() || query.readAs === 'identifier' ? about : null,
    told.map(([short, advice], at) => el('p', null, at > 0 ? `${short[0].toUpperCase()}${short.slice(1)}: ` : '', advice)),
    hits.length ? el('p', null, words.notScreenedMeans, ' ', count(words.nonetheless, partiesOf(result).length)) : null,
    result.reasons.filter(({ code }) => ask.accept && code in words.accept).map(({ code }) =>
      el('p', null, el('button', { type: 'button', class: 'quiet-action', onclick: () => ask.accept(code) }, words.accept[code]))));
}

function weakOnly({ weakOnly: n }, ask) {
  if (!n) return null;
  return el('div', { class: 'weak-only' },
    el('p', null, count(words.weakOnly, n)),
    el('button', { type: 'button', class: 'quiet-action', onclick: ask.weak }, plural(words.showWeak, n)));
}

function abbreviated(name) {
  const characters = [...name];
  if (characters.length <= SHOWN) return named(name);
  return fill(words.long, { name: named(characters.slice(0, SHOWN).join('')), n: number(characters.length) });
}

/** The same in one breath, for the status line that screen readers announce. */
export function announced(result, reasons) {
  if (result.status !== 'screened') {
    const [reason, advice] = explained(reasonsOf(result)[0], result, reasons);
    return `${say(words.notScreened, { reason })}. ${advice}`;
  }
  const compared = say(words.compared, {
    designations: designations(result.lists),
    lists: count(coverageWords.lists, result.lists.length),
  });
  if (result.hits.length === 0)
    return `${words.none}. ${isOneWord(result.query) ? `${words.oneWord} ` : ''}${compared}`;
  const [{ name, score, explanation }] = result.hits;
  const first = explanation.length ? words.first : words.firstNumber;
  return `${count(words.potential, partiesOf(result).length)}. ${say(first, { name: shownText(name), score })} ${compared}`;
}

/** Nothing typed yet. */
export const ready = () => el('p', { class: 'quiet' }, start.prompt);

/** The page is still loading; where that takes long, it says so. */
export const loading = (isSlow = false) => [
  el('p', { class: 'quiet' }, start.loading),
  isSlow && [el('p', { class: 'quiet' }, start.slow), reload()],
];

/** It could not start: what happened, what that means, what to do; `again` does it. */
export function failed(error, again = reload()) {
  const cause = say(start.causes[error.code] ?? start.causes['engine-refused'], { message: shownText(error.message) });
  return box('not-screened', start.failed, el('p', null, cause), el('p', null, start.unharmed), again);
}

/** The engine went away while the page was in use; `then` says how its restart stands, `again` what to press if it failed. */
export const engineLost = (how, then, again = reload()) =>
  box('not-screened', say(words.notScreened, { reason: lostWords.reason }),
    el('p', null, how, ' ', lostWords.unharmed),
    el('p', null, then),
    then === lostWords.failed ? again : null);

/** The engine answered one question with an error. */
export const refused = (error) =>
  box('not-screened', fill(words.notScreened, { reason: el('span', null, refusal(error)) }), el('p', null, lostWords.unharmed));

function reload() {
  return el('p', null, el('button', { type: 'button', class: 'quiet-action', onclick: () => location.reload() }, start.reload));
}
