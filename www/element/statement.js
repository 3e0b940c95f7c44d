/**
 * What a component says to the form it stands in: its value, in which no name stands, and whether the form may be sent.
 */

import { count } from '../view/dom.js';
import { element as words } from './words.js';

/** The outcome as a form may send it: what was looked at, and by their numbers on the lists who may be meant and what was decided. */
export const statement = ({ status, reasons, threshold, weakAliases, method, lists, missing, hits }, decisions) =>
  JSON.stringify({
    status, reasons: reasons.map(({ code }) => code), method, threshold, weakAliases,
    lists: lists.map(({ id, issued, sha256 }) => ({ id, issued, sha256 })),
    missing: missing.flatMap(({ name, lists: these }) => these?.map(({ id }) => id) ?? [name]),
    hits: hits.map(({ list, id, score }) => ({ list, id, score, verdict: decisions.get(`${list} ${id}`)?.verdict ?? null })),
  });

/** Why the form may not be sent, where the component is required; '' where it may. */
export function objection(result, decisions, state) {
  if (!result) return words[state];
  if (result.status !== 'screened') return words.unscreened;
  const open = result.hits.filter(({ list, id }) => !decisions.has(`${list} ${id}`)).length;
  return open ? count(words.undecided, open) : '';
}
