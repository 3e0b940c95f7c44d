/** How old a list may be: the two limits, in this one place, and what they make of a list. */

const DAY = 86_400_000;

/** Past so many days the page asks for a newer edition. */
export const RENEW = 7;

/** Past so many days a result without potential matches says nothing; whoever assembles the site can set it. */
export const MAX_AGE = Number(globalThis.document?.querySelector('meta[name="namesieve-max-age"]')?.content ?? 30);

export const today = () => new Date().toISOString().slice(0, 10);

/** The moment in UTC, to the second. */
export const now = () => `${new Date().toISOString().slice(0, 19)}Z`;

export const days = (issued) => Math.max(0, Math.floor((Date.now() - Date.parse(issued)) / DAY));

/** Whether a day is yet to come everywhere. A list that says so, or rather the clock of this device, is wrong: nobody knows its age. */
export const isAhead = (issued) => Date.parse(issued) - Date.parse(today()) > DAY;

/** 'ageless' (one dated action, a list of one's own), 'unknown', 'ahead', 'out', 'older' or 'fresh'. */
export function ageState({ ages, issued }) {
  if (!ages) return 'ageless';
  if (!issued) return 'unknown';
  if (isAhead(issued)) return 'ahead';
  if (days(issued) > MAX_AGE) return 'out';
  return days(issued) > RENEW ? 'older' : 'fresh';
}
