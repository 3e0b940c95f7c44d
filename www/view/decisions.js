/** Deciding about the potential matches of a row: its facts beside the listed party's, the questions in their order, and the decision. */

import { answers } from '../steps.js';
import { effects as factEffects, finding, party, assess as words, facts as factLabels, review as reviewWords, voice } from '../words.js';
import { action, el, english, fill, joined, named, say, shownText } from './dom.js';
import { effects } from './measure.js';

/**
 * `whole` are the hits as the engine tells them, strongest first, `lists` what was looked at; `decide(hit, verdict, reason)` takes a
 * decision.
 */
export function decisions({ at, row, outcome, standings }, whole, lists, decide) {
  return outcome.hits.map((found, place) => {
    const hit = whole.find(({ list, id }) => list === found.list && id === found.id);
    const { decision } = standings[place].is === 'decided' ? standings[place] : {};
    const [select, reason] = [`verdict-${at}-${place}`, `reason-${at}-${place}`];
    const choice = el('select', { id: select, autocomplete: 'off' },
      Object.entries(reviewWords.verdicts).map(([value, text]) => el('option', { value, selected: value === (decision?.verdict ?? '') }, text)));
    const why = el('input', { id: reason, type: 'text', dir: 'auto', value: decision?.reason ?? '', spellcheck: 'false', autocomplete: 'off', autocorrect: 'off',
      translate: 'no', writingsuggestions: 'false' });
    const taken = el('span', { class: 'quiet' });
    const take = action(reviewWords.record, async () => {
      await decide(place, choice.value || null, why.value.trim());
      taken.textContent = choice.value ? ` ${say(words.recorded, { verdict: reviewWords.told[choice.value] })}` : ` ${words.withdrawn}`;
    });
    const title = { name: named(found.name), list: el('bdi', null, `${found.list} ${found.id}`) };
    return el('fieldset', { class: 'decision' },
      el('legend', null, fill(reviewWords.title, title)),
      hit ? [sides(row, found, hit), questions(row, found, hit, lists)] : null,
      el('label', { for: select, class: 'unseen' }, say(reviewWords.title, { name: shownText(found.name), list: `${found.list} ${found.id}` })), choice,
      el('label', { for: reason }, reviewWords.reason), why, el('p', null, take, taken));
  });
}

/** What the file says and what the list says, side by side. */
function sides(row, found, hit) {
  const list = { birth: hit.births, country: hit.places, nationality: hit.nationalities, kind: [party.kinds[hit.kind] ?? hit.kind] };
  const line = (fact) => {
    const own = row.facts.filter((told) => told.fact === fact).map(({ text }) => text);
    const told = hit.facts.find((each) => each.fact === fact);
    const theirs = told?.listed.length && fact !== 'kind' ? told.listed : list[fact] ?? [];
    if (own.length + theirs.length === 0) return null;
    // A country that goes together with the nationality stands in its own line.
    if (fact === 'nationality' && own.length === 0 && hit.facts.some((each) => each.fact === 'country')) return null;
    const verdict = told ? el('span', null, el('strong', null, finding.verdicts[told.verdict] ?? told.verdict), voice.comma, factEffects[told.effect] ?? told.effect) : own.length ? words.unread : words.notTold;
    return tableRow(factLabels[fact], own, theirs, verdict, told?.verdict);
  };
  const tableRow = (label, own, theirs, verdict, state) => el('tr', { class: state },
    el('th', { scope: 'row' }, label), cell(own), cell(theirs), el('td', null, verdict));
  const cell = (texts) => el('td', null, texts.length ? texts.map((text, at) => [at ? ', ' : null, named(text)]) : el('span', { class: 'quiet' }, words.nothing));
  const name = hit.explanation.length ? say(words.score, { score: hit.score }) : words.numberOnly;
  return el('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': words.caption }, el('table', { class: 'beside' },
    el('caption', { class: 'unseen' }, words.caption),
    el('thead', null, el('tr', null, el('td', null), [words.file, words.list, words.both].map((text) => el('th', { scope: 'col' }, text)))),
    el('tbody', null,
      tableRow(words.name, [row.names[found.asked] ?? ''].filter(Boolean), [hit.matched.name], name),
      ['kind', 'birth', 'country', 'nationality', 'gender', 'identifier'].map(line))));
}

/** The questions with their answers, and what they point to. */
function questions(row, found, hit, lists) {
  const { kind, name, agree, differ, missing, points } = answers(hit);
  const labels = (facts) => el('span', null, joined(facts.map((fact) => factLabels[fact])));
  const own = (fact) => row.facts.find((told) => told.fact === fact)?.text;
  const title = lists.find(({ id }) => id === hit.list)?.title ?? hit.list;
  const unread = [...missing, 'kind'].filter((fact) => own(fact) && !hit.facts.some((each) => each.fact === fact));
  const absent = missing.filter((fact) => !unread.includes(fact));
  const unreadTold = (fact) => fill(words.unreadFact, { fact: factLabels[fact], got: named(own(fact)) });
  const enough = [
    ...unread.filter((fact) => fact !== 'kind').map(unreadTold),
    absent.length ? fill(words.missing, { facts: labels(absent) }) : null,
  ].filter(Boolean);
  const compared = [
    agree.length ? fill(words.agree, { facts: labels(agree) }) : null,
    differ.length ? fill(words.differ, { facts: labels(differ) }) : null,
    agree.length + differ.length ? null : words.nothingCompared,
  ];
  const answered = [
    [words.whichList, [english(title), '.'], effects(hit.measures).map((told) => [' ', told])],
    [words.sameKind, kind === null && unread.includes('kind') ? unreadTold('kind') : words.kinds[kind] ?? words.kinds.none],
    [words.howMuch, name ? [say(words.met, name), name.extra.length ? [' ', fill(words.extra, { words: named(name.extra.join(' ')) })] : null] : words.numberOnly],
    [words.enough, enough.length ? enough : words.nothingMissing],
    [words.howMany, compared],
  ];
  return [
    el('ol', { class: 'questions' }, answered.map(([question, answer, more]) => el('li', null, el('span', null, question), ' ', el('strong', null, answer), more))),
    el('p', { class: 'pointing', 'data-points': points }, words.points[points]),
  ];
}
