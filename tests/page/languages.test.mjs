/** Every offered language says all that English says, in its own forms, and no sentence waits for somebody to use it. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { words as page } from '../../www/languages/en.js';
import { offered as languages } from '../../www/languages/offered.js';
import { BINDING, SAME, faults, isPlural, judgements, sentences } from './languages.mjs';

// What only the component says lies in files of its own, and is one with the page's sentences there.
const own = async (tag) => (await import(`../../www/element/languages/${tag}.js`)).words;
const english = { ...page, ...(await own('en')) };
const offered = languages.map(({ load, ...rest }) => ({ ...rest, load: async () => ({ words: { ...(await load()).words, ...(await own(rest.tag)) } }) }));

const www = new URL('../../www/', import.meta.url);
const pkg = new URL('../../pkg/', import.meta.url);
const read = (folder, ending) => readdirSync(folder).filter((file) => file.endsWith(ending)).map((file) => readFileSync(new URL(file, folder), 'utf8'));

const scripts = ['./', 'view/', 'element/'].flatMap((folder) => read(new URL(folder, www), '.js')).filter((text) => !text.startsWith('/**\n * The door'));
const pages = [...read(www, '.html'), ...read(new URL('../xtask/src/', www), 'single.rs')].join('\n').replaceAll('\\"', '"');
const types = read(pkg, '.d.ts').join('\n');

describe('A language', () => {
  test('is offered once, by its own name, after English', () => {
    assert.equal(offered[0].tag, 'en');
    assert.deepEqual(readdirSync(new URL('element/languages/', www)).sort(), offered.map(({ tag }) => `${tag}.js`).sort(), 'the component has each of them');
    for (const what of ['tag', 'name', 'locale']) assert.equal(new Set(offered.map((each) => each[what])).size, offered.length);
    for (const { tag, locale, dir } of offered) {
      assert.ok(locale.startsWith(tag), `${tag}: ${locale}`);
      assert.equal(dir, ['ar'].includes(tag) ? 'rtl' : 'ltr');
      assert.ok(Intl.PluralRules.supportedLocalesOf([locale]).length, `${locale} is not known to this Node`);
    }
    const [, told] = /^export type Language = (.*);$/m.exec(types);
    assert.deepEqual(told.split(' | '), offered.map(({ tag }) => `'${tag}'`), 'the types of the component name each');
  });

  for (const { tag, locale, load } of offered.slice(1))
    test(`says all that English says: ${tag}`, async () => {
      const { words } = await load();
      assert.deepEqual(faults(locale, english, words), []);
    });

  for (const { tag, load } of offered)
    test(`judges nobody, and has the binding words: ${tag}`, async () => {
      assert.ok(BINDING[tag], 'its binding words are not told in languages.mjs');
      assert.deepEqual(judgements(BINDING[tag], (await load()).words), []);
    });

  test('is found judging where it does', () => {
    assert.equal(judgements(BINDING.en, { a: 'A match', b: 'A potential match', c: 'You are safe' }).length, 2);
    assert.equal(judgements(BINDING.fr, { a: 'Une correspondance', b: 'Des correspondances possibles', c: 'Erreur' }).length, 2);
    assert.equal(judgements(BINDING.ar, { a: 'تطابق', b: 'تطابقان محتملان', c: 'خطأ' }).length, 2);
    assert.equal(judgements(BINDING.es, { a: 'Una coincidencia', b: 'Posibles coincidencias', c: 'Error al cotejar' }).length, 2);
    assert.equal(judgements(BINDING.pt, { a: 'Uma correspondência', b: 'Possíveis correspondências', c: 'Nome limpo' }).length, 2);
    assert.equal(judgements(BINDING.ru, { a: 'Совпадение', b: 'Два возможных совпадения', c: 'Ошибка' }).length, 2);
    assert.equal(judgements(BINDING.uk, { a: 'Збіг', b: 'Можливі збіги', c: 'Помилка' }).length, 2);
    assert.equal(judgements(BINDING.zh, { a: '一项匹配', b: '{n} 项潜在匹配', c: '错误' }).length, 2);
    assert.equal(judgements(BINDING.sw, { a: 'Mfanano', b: 'Mifanano inayowezekana', c: 'Hitilafu' }).length, 2);
  });

  test('is found wanting where something is missing, too much, untranslated or of other forms', () => {
    const whole = { a: 'Yes', b: { one: '{n} row', other: '{n} rows' }, c: ['of {file}'] };
    const wrong = [
      [{ ...whole, a: 'Oui', c: ['de {file}'] }, 2], // both forms of the plural are as in English, and `many` is missing
      [{ a: 'Oui', b: { one: '{n} ligne', many: '{n} de lignes', other: '{n} lignes' } }, 1],
      [{ a: 'Oui', b: { one: '{n} ligne', many: '{n} de lignes', other: '{n} lignes' }, c: ['de {row}'] }, 1],
      [{ a: 'Oui', b: { one: 'une ligne', many: 'de lignes', other: '{n} lignes' }, c: ['de {file}'], d: 'Plus' }, 2],
      [{ a: '', b: { one: '{n} ligne', many: '{n} de lignes', other: '{n} lignes', few: '{n}' }, c: 'de' }, 3],
    ];
    assert.deepEqual(wrong.map(([words]) => faults('fr', whole, words).length), wrong.map(([, n]) => n));
    assert.deepEqual(faults('fr', whole, { a: 'Oui', b: { one: 'une ligne', many: '{n} de lignes', other: '{n} lignes' }, c: ['de {file}'] }), []);
  });
});

describe('A sentence', () => {
  test('is used by the page', () => {
    assert.deepEqual(unused(english), []);
  });

  test('that nothing uses is found', () => {
    assert.deepEqual(unused({ frame: { ...english.frame, tip: 'Look' }, party: { kinds: { ghost: 'Ghost' }, gone: 'Gone' }, element: { spirit: 'Spirit' } }), ['frame.tip', 'party.kinds.ghost', 'party.gone', 'element.spirit']);
  });

  test('may be as in English for a reason only where there is one', () => {
    const paths = [...sentences(english)].map(([path]) => path);
    for (const path of Object.keys(SAME)) assert.ok(paths.some((each) => each === path || each.startsWith(`${path}.`)), path);
  });
});

/** Paths of sentences that no source names. */
function unused(words) {
  const found = [];
  const all = scripts.join('\n').replace(/\/\*[^]*?\*\//g, '').replace(/(^| )\/\/ .*$/gm, '');
  for (const [part, keys] of Object.entries(words)) {
    const users = scripts.flatMap((text) => {
      const alias = text.match(new RegExp(`^import \\{.*?\\b${part}(?: as (\\w+))?[, ].*words\\.js';$`, 'm'));
      return alias ? [[text, alias[1] ?? part]] : [];
    });
    const has = (pattern) => users.some(([text, alias]) => new RegExp(pattern.replaceAll('ALIAS', alias)).test(text));
    // What is taken by a code or kind has to be known to somebody.
    const isKnown = (key) => new RegExp(`['"\`]${key}['"\`]|[{,(\\s]${key}[,:} (]|\\.${key}\\b`).test(`${all}\n${types}`);
    for (const [key, value] of Object.entries(keys)) {
      const named = has(`\\bALIAS\\.${key}\\b|\\b${key}\\b[^}\\n]*\\} = ALIAS\\b`) || (part === 'frame' && pages.includes(`data-word="${key}"`));
      const taken = part !== 'frame' && (has('\\bALIAS\\[') || has('\\bALIAS\\)')) && isKnown(key);
      if (!named && !taken) found.push(`${part}.${key}`);
      else if (typeof value === 'object' && !Array.isArray(value) && !isPlural(value))
        for (const inner of Object.keys(value)) if (!isKnown(inner) && inner !== '' && inner !== 'other') found.push(`${part}.${key}.${inner}`);
    }
  }
  return found;
}
