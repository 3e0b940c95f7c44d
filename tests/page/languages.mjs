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
  es: {
    'party.names.alias': 'Spanish has the word',
    'report.file': 'slots, the name of a digest, and bytes, which Spanish has',
  },
  pt: {
    'report.facts.software': 'Portuguese has the word',
    'report.file': 'slots, the name of a digest, and bytes, which Portuguese has',
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
  es: { bare: /(?<!\p{L})(?<!posibles? )coincidencias?(?!\p{L})/iu, judging: /(?<!\p{L})(alertas?|aciertos?|sancionad[oa]s?|bloquead[oa]s?|culpables?|inocentes?|absuelt[oa]s?|limpi[oa]s?|segur[oa]s?|sin riesgo|aprobad[oa]s?|superad[oa]s?|error(es)?|erróne[oa]s?)(?!\p{L})/iu },
  pt: { bare: /(?<!\p{L})(?<!possíve(?:l|is) )correspondências?(?!\p{L})/iu, judging: /(?<!\p{L})(alertas?|acertos?|sancionad[oa]s?|bloquead[oa]s?|culpad[oa]s?|inocentes?|absolvid[oa]s?|ilibad[oa]s?|limp[oa]s?|segur[oa]s?|sem risco|aprovad[oa]s?|erros?|errad[oa]s?|err[óô]ne[oa]s?)(?!\p{L})/iu },
  ru: {
    bare: /(?<!возможн(?:ое|ого|ому|ым|ом|ые|ых|ыми) )совпад/iu,
    judging: /(?<!\p{L})(тревог\p{L}*|чист(?:ый|ая|ое|ые|ого|ой|о|а|ы)?|безопас(?:ен|ный|ная|ное|ные|ного|ной|ных|но|на|ны)|без риска|(?:не)?виновн\p{L}*|виноват\p{L}*|оправдан\p{L}*|подозр\p{L}*|преступ\p{L}*|нарушител\p{L}*|подсанкционн\p{L}*|санкционирован\p{L}*|(?:за)?блокир\p{L}*|ошиб\p{L}*|прош(?:ёл|ел|ла|ло|ли) проверку)(?!\p{L})/iu,
  },
  uk: { bare: /(?<!\p{L})(?<!можлив\p{L}{1,3} )збіг\p{L}*/iu, judging: /(?<!\p{L})(тривог\p{L}*|сповіщен\p{L}*|підсанкційн\p{L}*|винн(?:ий|а|і|ого|ої|их|им|ою|ими)|невинн\p{L}*|невинуват\p{L}*|винуват\p{L}*|злочин\p{L}*|виправдан\p{L}*|чист(?:ий|а|е|і|о)|безпечн\p{L}*|пройден\p{L}*|помилк\p{L}*|помилок|помилков\p{L}*|заблокован\p{L}*)(?!\p{L})/iu },
  zh: { bare: /(?<!潜在)匹配/u, judging: /错误|出错|报错|有误|命中|警报|预警|告警|清白|无辜|洗清|安全(?!理事会)|通过|过关|合格|无风险|没有(?:风险|问题)|[受被遭](?:到)?制裁|罪|嫌疑|可疑|涉嫌|违法|非法|封锁|冻结|拦截/u },
  sw: { bare: /(?<!\p{L})(mfanano(?! unaowezekana)|mifanano(?! inayowezekana)|m?i?lingano|ulingan(o|ifu)|mechi)(?!\p{L})/iu, judging: /(?<!\p{L})(hatia|mhalifu|wahalifu|uhalifu|mkosaji|wakosaji|(ki)?ma?kosa|kosa|hitilafu|salama|safi|tahadhari|onyo|maonyo|gaidi|magaidi|m?tuhum\p{L}+|watuhumiwa|(ha(?:na|ina|una|kuna)) (shida|tatizo|vikwazo)|(a|wa|u|i|li|ya|zi|ki|vi)me(pita|faulu|safishwa|ruhusiwa|idhinishwa|zui(li)?wa|fungiwa|wekewa vikwazo))(?!\p{L})/iu },
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
