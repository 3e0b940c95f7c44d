/** Says in one sentence why a party is shown: what agrees, then what differs. */

import { clauses, party, plural } from '../words.js';
import { fill, joined, named } from './dom.js';

// In the order in which a reader weighs them; particles and titles decide little and stay in the table, and so does a legal
// form that one side leaves out.
const agreeing = ['same', 'family', 'transliteration', 'nickname', 'spelling', 'sound', 'initial', 'acronym', 'glued'];
const differing = ['contradicting', 'missing', 'extra', 'legal-form', 'number', 'order', 'single', 'describing', 'thin', 'common'];
const gathered = new Set(['same', 'missing', 'extra']);

const word = (text) => fill(clauses.quoted, { name: named(text) });

export function reason(explanation) {
  const agrees = clausesOf(explanation, agreeing);
  const differs = clausesOf(explanation, differing);
  if (agrees.length === 0) return [party.becauseNothing];
  if (differs.length === 0) return fill(party.because, { agrees: joined(agrees) });
  return fill(party.becauseBut, { agrees: joined(agrees), differs: joined(differs) });
}

function clausesOf(explanation, order) {
  return order.flatMap((means) => {
    const parts = explanation.filter((part) => part.means === means && weighs(part));
    if (parts.length === 0) return [];
    if (means === 'same' && parts.length === explanation.length && parts.length > 1) return [clauses.sameAll];
    if (gathered.has(means)) return [gather(plural(clauses[means], parts.length), parts)];
    return parts.map((part) => fill(sentence(part), { query: word(part.query), listed: word(part.listed) }));
  });
}

/** The rarity of words can also speak for a name; it is a clause only where it lowers the score. */
function weighs({ means, points, query, listed }) {
  if (means === 'common') return points < 0;
  return means !== 'legal-form' || (query !== '' && listed !== '');
}

const gather = (clause, parts) =>
  fill(clause, {
    query: joined(parts.map((part) => word(part.query))),
    listed: joined(parts.map((part) => word(part.listed))),
  });

function sentence({ means, query, listed }) {
  if (means === 'legal-form') return clauses.legalForm;
  if (means === 'number' && listed === '') return clauses.numberWritten;
  if (means === 'number' && query === '') return clauses.numberListed;
  if (means !== 'initial') return clauses[means];
  return query.length <= listed.length ? clauses.initialWritten : clauses.initialListed;
}
