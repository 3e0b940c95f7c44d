/** The single file: opened from the disk, without any network, it does what the site does, and it is what its digest says. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ago, file, un } from './files.mjs';
import { Page } from './page.mjs';
import { Files, partners } from './parties.mjs';
import { single } from './site.mjs';

const bytes = readFileSync(single());
const text = bytes.toString();

describe('A person has the single file', () => {
  test('whose policy stands in its first kilobyte, before anything that it could bind, and allows no connection', () => {
    const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(bytes.subarray(0, 1024).toString());
    assert.match(policy, /^default-src 'none'; script-src 'sha256-[\w+/]{43}=' 'wasm-unsafe-eval'; style-src 'sha256-[\w+/]{43}='; worker-src blob:; connect-src 'none'; /);
    assert.doesNotMatch(policy, /'self'|'unsafe-|https?:|\*/);
    const at = text.indexOf('<meta http-equiv');
    assert.ok(['<script', '<style', '<link'].every((tag) => text.indexOf(tag) > at));
    assert.equal(text.match(/http-equiv/g).length, 1);
  });

  test('whose digest stands beside it as sha256sum reads it', () => {
    const digest = createHash('sha256').update(bytes).digest('hex');
    assert.equal(readFileSync(`${single()}.sha256`, 'utf8'), `${digest}  namesieve.html\n`);
  });

  test('which is small enough for an e-mail', () => assert.ok(bytes.length < 8_000_000, `${bytes.length} bytes`));
});

describe('A person opens the single file from the disk, without a network', () => {
  let page, files;
  before(async () => {
    page = await Page.start({ address: pathToFileURL(single()).href });
    await page.wire.offline(true);
    files = new Files(page);
    await files.open();
    await page.click('#tab-name');
  });
  after(() => page.close());

  test('and a name is screened: found, not found, not screened', async () => {
    assert.equal((await page.screen('Benazir Ahmad')).parties[0], 'AHMED, Benazir');
    await page.unfold();
    assert.equal((await page.screen('Otto Warmbier')).kind, 'none');
    const { kind, title } = await page.screen('ሰላም');
    assert.equal(kind, 'not-screened');
    assert.match(title, /^Not screened/);
  });

  test('and reads how to tell that it is the right one, and how the score is made', async () => {
    await page.run(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    assert.match(await page.text('#check'), /sha256sum namesieve\.html.*shasum -a 256.*certutil -hashfile namesieve\.html SHA256/);
    assert.match(await page.text('#method'), /^How the score is made\n.*A score says how close two names are/s);
    const links = await page.run(() => [...document.querySelectorAll('[href]')].map((each) => each.getAttribute('href')).filter((to) => !/^(#|data:|https:)/.test(to)));
    assert.deepEqual(links, [], 'nothing leads to a file that does not lie beside this one');
    assert.deepEqual(await page.complaints(), []);
    await page.run(() => document.querySelectorAll('details').forEach((each) => (each.open = false)));
  });

  test('and reads a list and screens against it', async () => {
    await page.openLists();
    assert.match(await page.choose(file('un.xml', un(ago(1)))), /^Added: UN/);
    assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
  });

  test('and screens a file of parties', async () => {
    await page.click('#tab-file');
    await files.choose(partners);
    await files.screen();
    assert.match(await files.counts(), /have potential matches/);
    const record = JSON.parse(await files.saved('Screening record', 'partners-record.json'));
    assert.ok(record.rows.length > 0);
  });

  test('and nothing was asked of anybody: no request but for the file itself', () => {
    const asked = page.wire.requests.map(({ url }) => url).filter((url) => /^(https?|wss?|file):/.test(url));
    assert.deepEqual(asked, [page.address]);
    assert.deepEqual(page.wire.console, []);
    assert.ok(page.wire.proofs.length > 0, 'and every worker has proved it');
  });
});

describe('A person opens a single file that was changed on its way', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());

  const changed = (name, from, to) => {
    assert.ok(text.includes(from));
    return pathToFileURL(file(name, text.replace(from, to))).href;
  };

  test('in its script, and the browser does not run it', async () => {
    page.address = changed('script.html', "'use strict';", "'use strict'; ");
    await page.visit();
    assert.match(await page.text('#result-body'), /Nothing has been screened yet/);
    assert.equal(await page.run(() => document.getElementById('name').disabled), true);
  });

  for (const [what, part] of [['the engine', './pkg/wasm/namesieve_bg.wasm'], ['a worker', './worker.js']])
    test(`in ${what}, and nothing is screened`, async () => {
      const at = text.indexOf(`data-part="${part}">`) + 2000;
      page.address = changed('part.html', text.slice(at, at + 60), `${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1, at + 60)}`);
      await page.visit();
      assert.match((await page.outcome()).title, /^Not screened/);
      assert.equal(await page.run(() => document.getElementById('name').disabled), true);
    });
});

describe('A person opens the single file in their language', () => {
  let page;
  before(async () => {
    page = await Page.start({ address: `${pathToFileURL(single()).href}?lang=ar` });
    await page.wire.offline(true);
  });
  after(() => page.close());

  test('and it is in the file, as is every other that they change to', async () => {
    await page.open();
    assert.deepEqual(await page.run(() => [document.documentElement.lang, document.documentElement.dir]), ['ar', 'rtl']);
    assert.match((await page.screen('123')).title, /^لم يُفحص/);
    await page.clear();
    await page.run(() => {
      const field = document.getElementById('languages');
      field.value = 'fr';
      field.dispatchEvent(new Event('change'));
    });
    await page.until('the page speaks French', () => document.documentElement.lang === 'fr' && !document.getElementById('name').disabled);
    assert.match((await page.screen('123')).title, /^Non contrôlé/);
    assert.equal(await page.run(() => document.querySelector('#method').lang), 'en');
    assert.deepEqual(page.wire.console, []);
  });
});
