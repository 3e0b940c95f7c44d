/**
 * The door to every sentence that the page says: English, until `speak` has brought another language.
 *
 * What is exported stays the same objects in every language; so no sentence may be taken out of them before the page has begun.
 */

import { words as english } from './languages/en.js';
import { offered } from './languages/offered.js';

const spoken = Object.fromEntries(Object.entries(english).map(([part, sentences]) => [part, { ...sentences }]));

const { frame, language, start, outcome, lost, party, clauses, means, detail, finding, effects, engine } = spoken;
const { coverage, lists, file, run, result, review, earlier, filter, assess, report, facts, rowReasons } = spoken;
const { check, redact, keep, open, offline, forget, document } = spoken;

export { frame, language, start, outcome, lost, party, clauses, means, detail, finding, effects, engine };
export { coverage, lists, file, run, result, review, earlier, filter, assess, report, facts, rowReasons };
export { check, redact, keep, open, offline, forget, document };

/** The language in use: `tag`, `name`, `locale`, `dir`, `comma`. */
export const voice = {};

/** What Intl makes of numbers, lists and days in it. */
export const formats = {};

/** The form of a plural that fits `n`. */
export const plural = (forms, n) => forms[formats.plurals.select(n)] ?? forms.other;

/** Speaks the offered language `tag`, and English where that is not to be had; resolves to whether it is. */
export async function speak(tag) {
  const wanted = offered.find((each) => each.tag === tag) ?? offered[0];
  const brought = await wanted.load().catch(() => null);
  use(brought ? wanted : offered[0], brought?.words ?? english);
  return Boolean(brought);
}

function use({ tag, name, locale, dir, comma }, sentences) {
  for (const part of Object.keys(spoken)) Object.assign(spoken[part], sentences[part]);
  Object.assign(voice, { tag, name, locale, dir, comma });
  Object.assign(formats, {
    plurals: new Intl.PluralRules(locale),
    numbers: new Intl.NumberFormat(locale),
    list: new Intl.ListFormat(locale, { type: 'conjunction' }),
    days: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
  });
}

use(offered[0], english);
