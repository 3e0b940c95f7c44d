/** The single file: opened from the disk, without any network, it does what the site does, and it is what its digest says. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { address, bytes, isChanged, isUsed, text } from './one-file.mjs';
import { Page } from './page.mjs';
import { Files } from './parties.mjs';
import { single } from './site.mjs';

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
    page = await Page.start({ address });
    await page.wire.offline(true);
    files = new Files(page);
    await files.open();
    await page.click('#tab-name');
  });
  after(() => page.close());

  isUsed(() => ({ page, files }));

  test('and nothing was asked of anybody: no request but for the file itself', () => {
    const asked = page.wire.requests.map(({ url }) => url).filter((url) => /^(https?|wss?|file):/.test(url));
    assert.deepEqual(asked, [page.address]);
    assert.deepEqual(page.wire.console, []);
    assert.ok(page.wire.proofs.length > 0, 'and every worker has proved it');
  });
});

describe('A person opens a single file that was changed on its way', () => isChanged(() => Page.start()));

describe('A person opens the single file in their language', () => {
  let page;
  before(async () => {
    page = await Page.start({ address: `${address}?lang=ar` });
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
