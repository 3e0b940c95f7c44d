/** What an answer of the engine comes to before it is shown: whether it says anything, with what could not be loaded. */

/** A list that ought to be loaded and is not: then "nothing found" says nothing, unless that was `accepted`. */
export function withMissing(result, missing, accepted = false) {
  const { hits, reasons } = result;
  const judged = { ...result, missing };
  if (missing.length === 0 || hits.length > 0 || accepted) return judged;
  if (reasons.some(({ code }) => code !== 'out-of-date')) return judged;
  return { ...judged, status: 'not-screened', reasons: [...reasons, { code: 'list-missing' }] };
}

/** Somebody who has typed a letter or a title so far has asked nothing yet; Enter asks all the same. */
export const isBeginning = ({ reasons, hits }) =>
  hits.length === 0 && reasons.some(({ code }) => code === 'too-little' || code === 'no-letters');
