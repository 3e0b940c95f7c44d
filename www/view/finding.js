/** What each fact that a person added says of one potential match, in words and not by colour alone. */

import { effects, finding as words, party, voice } from '../words.js';
import { el, english, fill, joined, named, shown } from './dom.js';

/** Nothing where nothing was added. */
export function findings({ facts }) {
  if (facts.length === 0) return null;
  return el('ul', { class: 'findings', 'aria-label': party.findings }, facts.map((each) => el('li', { class: each.verdict }, line(each))));
}

function line({ fact, verdict, effect, given, listed }) {
  const said = fact === 'kind' ? listed.map((kind) => party.kinds[kind] ?? kind) : listed;
  return [
    fill(words.facts[fact] ?? fact, { given: named(fact === 'kind' ? party.kinds[given] ?? given : given) }),
    ': ',
    el('strong', null, words.verdicts[verdict] ?? verdict),
    voice.comma,
    effects[effect] ?? effect,
    said.length ? fill(words.listed, { listed: joined(said.map(named)) }) : null,
  ];
}

/** Why a party is shown that has the number asked for; nothing for others. */
export function byNumber({ identifier, score, explanation }, { threshold }) {
  if (!identifier) return null;
  const { kind, number } = identifier;
  return el('p', { class: 'reason' },
    fill(party.byNumber, { number: el('bdi', { class: 'code' }, shown(number)), kind: english(kind) }),
    explanation.length && score < threshold ? ` ${party.otherName}` : null);
}
