/** What is wrong with the sentences of a language, held against the English ones: keys, kinds, slots, plurals, and what was left untranslated. */

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const categories = (locale) => new Intl.PluralRules(locale).resolvedOptions().pluralCategories;

/** An object of plural forms: `other`, and nothing but names of categories. Of `{ other }` alone it is one in languages of one form. */
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
export const isPlural = (value) => isObject(value) && 'other' in value && 'one' in value && Object.keys(value).every((key) => CATEGORIES.includes(key));

const slots = (sentence) => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort().join(' ');

/** Every sentence with its path, `outcome.potential.one`. */
export function* sentences(value, path = '') {
  if (typeof value === 'string') yield [path, value];
  else for (const [key, inner] of Object.entries(value)) yield* sentences(inner, path ? `${path}.${key}` : key);
}

/** What may be as it is in English, with the reason: in every language names, signs and figures, in one words that it shares with English. */
export const SAME = {
  'coverage.facts.sha256': 'the name of a digest',
  'outcome.reasons.other': 'a slot',
  'lists.note': 'slots',
  'lists.source': 'slots',
  'lists.ofList': 'a slot',
  'lists.sizes': 'units',
  'result.closest': 'slots',
  'filter.option': 'slots',
  'clauses.quoted': 'signs',
  'party.because': 'a slot',
  'forget.why': 'slots',
  'report.list': 'slots and the name of a digest',
};

const SHARED = {
  fr: {
    'frame.entity': 'French has the word',
    'party.kinds.entity': 'French has the word',
    'party.names.alias': 'French has the word',
    'detail.scoreTotal': 'French has the word',
    'detail.scorePoints': 'French has the word',
    'run.minutes': 'French has the word',
    'assess.score': 'French has the word',
    'report.facts.note': 'French has the word',
    'filter.by.programme': 'French has the word',
  },
};

/**
 * The binding words of each language: `bare` is the word for a match where it stands without the one for "potential", `judging` are words that
 * decide who someone is, that acquit, or that mean another measure than the data give.
 */
export const BINDING = {
  en: { bare: /(?<!potential )\bmatch(es|ed)?\b/i, judging: /\b(hits?|alerts?|clear|cleared|safe|passed|sanctioned|block(ed|ing)|guilty|error)\b/i },
  fr: { bare: /\bcorrespondances?\b(?! possible)/i, judging: /(?<!\p{L})(alertes?|sanctionnée?s?|coupables?|innocente?s?|blanchie?s?|sans risque|erreurs?)(?!\p{L})/iu },
  ar: { bare: /تطابق(?![\p{L}\p{M}]*\s+(?:ال|واحد )?محتمل)/u, judging: /(?<!\p{L})(معاقب|مذنب|بريء|آمن|نظيف|خالٍ|خطأ)(?!\p{L})/u },
};

/** Where a binding word may stand alone: a person's own verdict, and what a measure of the law does. */
const VERDICTS = ['review.verdicts.true-match', 'review.told.true-match', 'engine.measures'];

/** Sentences that judge, each with its path. */
export const judgements = ({ bare, judging }, words) =>
  [...sentences(words)].filter(([path, sentence]) => !VERDICTS.some((each) => path.startsWith(each)) && (bare.test(sentence) || judging.test(sentence))).map((found) => found.join(': '));

/** Faults as sentences; none where the language is complete. `locale` is what Intl calls it. */
export function faults(locale, english, words) {
  const found = [];
  const compare = (path, here, there) => {
    if (isPlural(here)) return plural(path, here, there);
    if (typeof here === 'string') {
      if (typeof there !== 'string' || !there.trim()) return found.push(`${path}: a sentence is missing`);
      if (slots(here) !== slots(there)) found.push(`${path}: its slots are "${slots(there)}", not "${slots(here)}"`);
      if (here === there && /\p{L}/u.test(here.replace(/\{\w+\}/g, '')) && !same(path)) found.push(`${path}: it is as in English: ${here}`);
      return;
    }
    if (Array.isArray(here) !== Array.isArray(there) || !(there instanceof Object)) return found.push(`${path}: it is of another kind than in English`);
    for (const key of Object.keys(here)) {
      if (key in there) compare(path ? `${path}.${key}` : key, here[key], there[key]);
      else found.push(`${path}.${key}: it is missing`);
    }
    for (const key of Object.keys(there)) if (!(key in here)) found.push(`${path}.${key}: English does not have it`);
  };
  const plural = (path, here, there) => {
    const needed = categories(locale);
    if (!isObject(there)) return found.push(`${path}: it is no object of plural forms`);
    for (const category of needed) if (typeof there[category] !== 'string' || !there[category].trim()) found.push(`${path}.${category}: this plural form is missing`);
    for (const category of Object.keys(there)) if (!needed.includes(category)) found.push(`${path}.${category}: the language has no such plural form`);
    // A form for one or two may say the number in words; any other has all slots.
    for (const [category, sentence] of Object.entries(there)) {
      const wanted = slots(here.other);
      const has = slots(String(sentence));
      const spoken = ['zero', 'one', 'two'].includes(category) ? wanted.replace(/\{n\} ?/, '').trim() : wanted;
      if (has !== wanted && has !== spoken) found.push(`${path}.${category}: its slots are "${has}", not "${wanted}"`);
      if (sentence === here.other && /\p{L}/u.test(sentence.replace(/\{\w+\}/g, '')) && !same(path)) found.push(`${path}.${category}: it is as in English: ${sentence}`);
    }
  };
  const same = (path) => Object.keys({ ...SAME, ...SHARED[new Intl.Locale(locale).language] }).some((each) => path === each || path.startsWith(`${each}.`));
  compare('', english, words);
  return found;
}
