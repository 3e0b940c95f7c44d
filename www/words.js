/**
 * The door to every sentence that the page says: English, until `speak` has brought another language.
 *
 * What is exported stays the same objects in every language; so no sentence may be taken out of them before the page has begun.
 */

import { words as english } from './languages/en.js';
import { offered } from './languages/offered.js';

/** All parts by their names: those below, and in the component its own. */
export const spoken = Object.fromEntries(Object.entries(english).map(([part, sentences]) => [part, { ...sentences }]));

const { frame, language, start, outcome, lost, party, clauses, means, detail, pictures, finding, effects, engine } = spoken;
const { coverage, lists, file, run, result, review, earlier, filter, assess, report, facts, rowReasons } = spoken;
const { check, redact, keep, open, offline, forget, document, next } = spoken;

export { frame, language, start, outcome, lost, party, clauses, means, detail, pictures, finding, effects, engine };
export { coverage, lists, file, run, result, review, earlier, filter, assess, report, facts, rowReasons };
export { check, redact, keep, open, offline, forget, document, next };

/** The language in use: `tag`, `name`, `locale`, `dir`, `comma`. */
export const voice = {};

/** What Intl makes of numbers, lists and days in it. */
export const formats = {};

/** The form of a plural that fits `n`. */
export const plural = (forms, n) => forms[formats.plurals.select(n)] ?? forms.other;

/** The tags of the languages that are offered. */
export const languages = offered.map(({ tag }) => tag);

/** The tag of the offered language that one such as `fr-CA` asks for. */
export const fitting = (tag) => offered.find((each) => each.tag === tag.split('-')[0].toLowerCase())?.tag;

let asked = 0;

/** Speaks the offered language `tag`, and English where that is not to be had; resolves to whether it does, and another is not asked for meanwhile. */
export async function speak(tag) {
  const turn = ++asked;
  const wanted = offered.find((each) => each.tag === tag) ?? offered[0];
  // Where a bundler has replaced the import, it may throw before there is a promise.
  const brought = await (async () => (await wanted.load()).words)().catch(() => null);
  if (turn !== asked) return false;
  use(brought ? wanted : offered[0], brought ?? english);
  return Boolean(brought);
}

function use({ tag, name, locale, dir, comma }, sentences) {
  for (const part of Object.keys(spoken)) Object.assign(spoken[part], english[part], sentences[part]);
  Object.assign(voice, { tag, name, locale, dir, comma });
  Object.assign(formats, {
    plurals: new Intl.PluralRules(locale),
    numbers: new Intl.NumberFormat(locale),
    list: new Intl.ListFormat(locale, { type: 'conjunction' }),
    days: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
    moments: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long' }),
  });
}

use(offered[0], english);
