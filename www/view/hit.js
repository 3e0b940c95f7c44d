/**
 * One potential match: who the list means, why it is shown, then its score, then what the listing does; beside it the other
 * listings of the same party, each with its own measure.
 */

import { party as words } from '../words.js';
import { detail, nameKind } from './detail.js';
import { count, date, el, english, englishParagraph, fill, named, say, shown } from './dom.js';
import { byNumber, findings } from './finding.js';
import { compared } from './letters.js';
import { effect } from './measure.js';
import { reason } from './reason.js';
import { surroundings } from './surroundings.js';
import { listings } from './timeline.js';

/** `listings` are `[hit, its place among the hits]`, strongest first. */
export function party([[hit, at], ...others], result, ask) {
  const title = `party-${at}`;
  return el('article', { class: 'party', 'aria-labelledby': title, 'data-id': hit.id },
    el('h4', { id: title }, named(hit.name)),
    el('p', { class: 'about' }, about(hit)),
    byNumber(hit, result),
    findings(hit),
    // A number that stands alone leaves no names to compare.
    hit.explanation.length ? el('p', { class: 'reason' }, reason(hit.explanation)) : null,
    el('p', { class: 'score' },
      hit.explanation.length ? [el('span', { class: 'points' }, say(words.score, { score: hit.score })), ' '] : null,
      words.decides),
    hit.ofacSearch === null ? null : el('p', { class: 'quiet ofac-search' }, say(words.ofacSearch, { score: hit.ofacSearch })),
    hit.explanation.length ? sides(hit, result.query.name, ask.wrote) : null,
    hit.corroboration.map(({ name, score }) =>
      el('p', { class: 'quiet' }, fill(words.corroboration, { name: named(name), score }))),
    hit.measures.map((each) => measure(each, hit, result)),
    unfolding(hit, at, others, result, ask),
    others.length
      ? [
          el('p', { class: 'more-listings' }, count(words.listings, others.length)),
          el('div', { class: 'listings' }, others.map(([other, place]) => listing(other, place, [[hit, at], ...others], result, ask))),
        ]
      : null);
}

/** Another listing of the same party. */
function listing(hit, at, all, result, ask) {
  const list = listOf(hit, result);
  return el('section', { class: 'listing', 'aria-labelledby': `party-${at}` },
    el('h5', { id: `party-${at}` }, english(list?.title ?? hit.list)),
    el('p', null, fill(words.listedUnder, { name: named(hit.name) })),
    el('p', { class: 'quiet' }, about(hit)),
    byNumber(hit, result),
    findings(hit),
    hit.explanation.length
      ? el('p', { class: 'reason' }, reason(hit.explanation), ' ', say(words.score, { score: hit.score }), '.')
      : null,
    hit.measures.map((each) => measure(each, hit, null)),
    unfolding(hit, at, all.filter(([, place]) => place !== at), result, ask));
}

const listOf = (hit, { lists }) => lists.find(({ id }) => id === hit.list);

/** "Person · born 01 Oct 1963 · Bangladesh" */
function about({ kind, births, nationalities, titles, places }) {
  const facts = [
    words.kinds[kind] ?? kind,
    births.length ? fill(words.born, { dates: el('bdi', null, shown(births.join(', '))) }) : null,
    (nationalities.length ? nationalities : places).join(', ') || null,
    titles.join(', ') || null,
  ];
  return facts.filter(Boolean).flatMap((fact, at) => [at ? ' · ' : '', typeof fact === 'string' ? named(fact) : el('span', null, fact)]);
}

/** `wrote` says where the written name is from. */
function sides({ matched, explanation }, written, wrote = words.youWrote) {
  const [left, right] = compared(written, matched.name, explanation);
  return el('dl', { class: 'sides' },
    el('div', null, el('dt', null, wrote), el('dd', null, el('bdi', null, left))),
    el('div', null, el('dt', null, words.listedAs),
      el('dd', null, el('bdi', null, right), el('span', { class: 'name-kind' }, ` (${nameKind(matched)})`))));
}

/** Effect before jargon: the plain sentence, then whose order it is and since when. */
function measure(each, hit, result) {
  const list = result && listOf(hit, result); // a listing has its list in its heading
  const act = [each.programme, each.authority].filter(Boolean).join(', ');
  return el('div', { class: 'measure' },
    effect(each),
    el('p', { class: 'quiet' },
      [
        list ? english(list.title) : null,
        each.title || act ? english(each.title && act ? `${each.title} (${act})` : each.title || act) : null,
        each.listed ? fill(words.listed, { date: date(each.listed) }) : null,
      ].filter(Boolean).map((fact, at) => [at ? ' · ' : null, fact])),
    // Where a listing restricts investment, its dates and the rule on subsidiaries differ from what people expect
    // of a sanctions list, so they stand in the open; every other rule is one unfolding away.
    each.kind === 'investment-restriction'
      ? [
          el('p', { class: 'quiet' },
            each.effective ? [fill(words.effective, { date: date(each.effective) }), ' '] : null,
            each.divestBy ? fill(words.divestBy, { date: date(each.divestBy) }) : null),
          englishParagraph(each.rule, { class: 'rule' }),
        ]
      : null);
}

/**
 * The button and the place in which the entry unfolds; the entry and those around it are fetched from the engine when first asked for.
 * `others` are the other listings of the same party.
 */
function unfolding(hit, at, others, { lists }, ask) {
  const id = `entry-${at}`;
  const region = el('div', { id, class: 'entry', hidden: true });
  const button = el('button', { type: 'button', class: 'quiet-action unfold', 'aria-expanded': 'false', 'aria-controls': id },
    words.details,
    el('span', { class: 'unseen' }, fill(words.detailsOf, { name: named(hit.name) })));
  button.addEventListener('click', async () => {
    const open = button.getAttribute('aria-expanded') === 'false';
    button.setAttribute('aria-expanded', String(open));
    region.hidden = !open;
    if (!open || region.dataset.filled) return;
    region.replaceChildren(detail.waiting());
    try {
      const entry = await ask.detail(hit.list, hit.id);
      const around = await surroundings(entry, ask.detail);
      const history = await listings(entry, others.map(([other]) => other), lists, ask.detail);
      region.replaceChildren(...detail.entry(entry, hit, around, history));
      region.dataset.filled = 'yes';
    } catch (error) {
      region.replaceChildren(detail.failed(error));
    }
  });
  return [button, region];
}
