/** The single file as a person uses it, from the disk and as it was changed on its way: scenarios for any browser. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ago, file, un } from './files.mjs';
import { partners } from './parties.mjs';
import { single } from './site.mjs';

export const bytes = readFileSync(single());
export const text = bytes.toString();
export const address = pathToFileURL(single()).href;

/** What a person does with it; `given()` is `{ page, files }`, the page open at its names. */
export function isUsed(given) {
  test('and a name is screened: found, not found, not screened', async () => {
    const { page } = given();
    assert.equal((await page.screen('Benazir Ahmad')).parties[0], 'AHMED, Benazir');
    await page.unfold();
    assert.equal((await page.screen('Otto Warmbier')).kind, 'none');
    const { kind, title } = await page.screen('ሰላም');
    assert.equal(kind, 'not-screened');
    assert.match(title, /^Not screened/);
  });

  test('and reads how to tell that it is the right one, and how the score is made', async () => {
    const { page } = given();
    await page.run(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    assert.match(await page.text('#check'), /sha256sum namesieve\.html.*shasum -a 256.*certutil -hashfile namesieve\.html SHA256/);
    assert.match(await page.text('#method'), /^How the score is made\n.*A score says how close two names are/s);
    const links = await page.run(() => [...document.querySelectorAll('[href]')].map((each) => each.getAttribute('href')).filter((to) => !/^(#|data:|https:)/.test(to)));
    assert.deepEqual(links, [], 'nothing leads to a file that does not lie beside this one');
    assert.deepEqual(await page.complaints(), []);
    await page.run(() => document.querySelectorAll('details').forEach((each) => (each.open = false)));
  });

  test('and reads a list and screens against it', async () => {
    const { page } = given();
    await page.openLists();
    assert.match(await page.choose(file('un.xml', un(ago(1)))), /^Added: UN/);
    assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
  });

  test('and screens a file of parties', async () => {
    const { page, files } = given();
    await page.click('#tab-file');
    await files.choose(partners);
    await files.screen();
    assert.match(await files.counts(), /have potential matches/);
    const record = JSON.parse(await files.saved('Screening record', 'partners-record.json'));
    assert.ok(record.rows.length > 0);
  });
}

/** What a person sees of one that was changed on its way. */
export function isChanged(start) {
  let page;
  before(async () => (page = await start()));
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
}
