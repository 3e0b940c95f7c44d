/** The same in every engine: it starts, answers with the bytes of the native command line, reads files, and can be read by anybody. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ago, file, un } from '../files.mjs';
import { partners } from '../parties.mjs';
import { site } from '../site.mjs';
import { engine, start } from './engine.mjs';
import { Mirror } from './mirror.mjs';
import { Parties, Visitor } from './visitor.mjs';

const lines = (path) => readFileSync(path, 'utf8').replace(/\n$/, '').split('\n');
const native = process.env.NAMESIEVE_GOLDEN;
const golden = `
  import { load } from './pkg/index.js';
  const sieve = await load();
  window.answers = (names) => names.map((name) => JSON.stringify(sieve.screen(name)));`;
const skip = native ? false : 'NAMESIEVE_GOLDEN is not set: there is no native output to compare with';

describe(`A person in ${engine}`, () => {
  let page, files;
  before(async () => {
    page = await Visitor.start();
    files = new Parties(page);
  });
  after(() => page.close());
  beforeEach(() => page.open());

  test('finds a listed name, and reads why', async () => {
    const { kind, parties } = await page.screen('Benazir Ahmad');
    assert.equal(kind, 'potential');
    assert.equal(parties[0], 'AHMED, Benazir');
    await page.unfold();
    assert.match(await page.text('#entry-0'), /How the score was made/);
    assert.deepEqual(await page.complaints(), []);
  });

  test('reads that a name has no potential match', async () => {
    assert.equal((await page.screen('Otto Warmbier')).kind, 'none');
    assert.deepEqual(await page.complaints(), []);
  });

  test('is told what is not screened', async () => {
    assert.equal((await page.screen('123')).kind, 'not-screened');
    assert.deepEqual(await page.complaints(), []);
  });

  test('screens the golden queries with the bytes of the native command line', { skip }, async () => {
    const queries = lines(new URL('../../golden/queries.txt', import.meta.url));
    const expected = lines(native);
    assert.ok(queries.length >= 40, `${queries.length} queries`);
    // The package by itself, under the page's own headers.
    const mirror = await Mirror.start((path, answer) => {
      const text = { '/golden.html': '<!doctype html><title>Golden</title><script type="module" src="./golden.js"></script>', '/golden.js': golden }[path];
      if (!text) return false;
      answer.headers.set('content-type', path === '/golden.js' ? 'text/javascript' : 'text/html');
      answer.text = text;
      return true;
    });
    try {
      await page.driver.get(`${mirror.address}golden.html`);
      await page.until('the package is loaded', () => window.answers);
      const got = await page.run((names) => window.answers(names), queries);
      assert.deepEqual(got, expected);
    } finally {
      mirror.close();
    }
  });

  test('screens a file with the bytes of the native command line', { skip }, async () => {
    await files.open();
    await files.choose(partners);
    await files.screen();
    assert.deepEqual(await files.saved('Results as CSV', 'partners-results.csv'), readFileSync(join(dirname(native), 'partners.csv')));
    assert.deepEqual(await files.saved('Results as Excel', 'partners-results.xlsx'), readFileSync(join(dirname(native), 'partners.xlsx')));
    assert.deepEqual(await page.complaints(), []);
  });

  test('adds a list file and screens against it', async () => {
    await page.openLists();
    assert.match(await page.choose(file('consolidated.xml', un(ago(3)))), /^Added: UN Security Council Consolidated List/);
    assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
    assert.deepEqual(await page.complaints(), []);
  });

  test('on a screen of 320 px never has to scroll sideways', async () => {
    const width = await page.size(320);
    await page.screen('Benazir Ahmad');
    await page.unfold();
    // Firefox and WebKit make no window as narrow as that: there the page is enlarged until 320 px fit in. No rule for narrow windows lies between.
    await page.run((zoom) => (document.documentElement.style.zoom = zoom), width / 320);
    const sideways = () => page.run(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok((await sideways()) <= 0, `${await sideways()} px`);
    await page.run(() => (document.querySelector('h2').style.minWidth = '400px'));
    assert.ok((await sideways()) > 0, 'something too wide is noticed');
  });
});

describe(`A person in ${engine} without JavaScript`, () => {
  test('is told what is needed', async () => {
    const { driver, close } = await start({ javascript: false });
    try {
      await driver.get(site.href);
      const told = await driver.findElement({ css: 'noscript p' });
      assert.match(await told.getText(), /needs JavaScript[^]*Nothing has been screened/);
      assert.ok((await told.getRect()).height > 0, 'it is shown');
      assert.equal(await driver.findElement({ css: 'h1 label' }).getText(), '', 'no script has run');
    } finally {
      await close();
    }
  });
});
