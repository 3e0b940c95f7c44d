/** Lists that the site itself offers: loaded before the seal, never missing in silence, and replaced by a person's newer file. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ago, file, un } from './files.mjs';
import { answer, packed } from './offer.mjs';
import { Page } from './page.mjs';

describe('A site offers a list', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(() => page.begin());

  /** The site as it answers: the manifest with one entry, and the pack (or what comes in its place). */
  async function offers({ entry, pack }) {
    await page.wire.intercept(/packs\/manifest\.json$/, () => answer(JSON.stringify({ packs: [entry] }), 'application/json'));
    await page.wire.intercept(/\.pack$/, () => (pack ? answer(pack, 'application/octet-stream') : { responseCode: 404 }));
    await page.open();
    await page.openLists();
  }

  test('and it is looked at from the start, with its age', async () => {
    await offers(await packed(un(ago(2))));
    assert.match(await page.text('#coverage-body'), /^Looked at 30 designations on 3 lists\..*Newest issued [^(]*\(2 days old\)/s);
    await page.unfoldList('un-sc');
    assert.match(await page.list('un-sc'), /Comes from\s+this site/);
    assert.doesNotMatch(await page.list('un-sc'), /Remove|Keep on this device/);
    assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
  });

  test('and a person adds a newer edition, and removes it again: the site’s own is back', async () => {
    await offers(await packed(un(ago(9))));
    const newer = [['NEUANKOMMER', 'ZWEITNAME'], ['IGNATIUS', 'VANDERHOEVEN']];
    assert.match(await page.choose(file('newer.xml', un(ago(1), newer))), /^Replaced: UN/);
    assert.equal((await page.screen('Neuankommer Zweitname')).kind, 'potential');
    await page.pressIn('un-sc', 'Remove');
    assert.match(await page.told(), /The edition that this site offers is used again\./);
    assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
  });

  test('that is newer than the one a person has kept: it is used, and the panel says so', async () => {
    await page.openWithList(9);
    await page.keepList();
    await offers(await packed(un(ago(2))));
    assert.match(await page.text('#lists-told'), /This site offers a newer edition of UN .* The newer one is used, and the older one is no longer kept\./);
    assert.match(await page.list('un-sc'), new RegExp(ago(2)));
    assert.equal(await page.driver.executeAsyncScript((done) => indexedDB.databases().then((all) => done(all.length))), 0);
  });

  const broken = {
    'that cannot be fetched': async (made) => ({ ...made, pack: null }),
    'that arrives damaged': async ({ pack, entry }) => ({ pack: pack.map((byte, at) => (at === pack.length - 9 ? byte ^ 1 : byte)), entry }),
    'whose digest is right and whose content is damaged': async ({ pack, entry }) => {
      const other = pack.map((byte, at) => (at === pack.length - 9 ? byte ^ 1 : byte));
      return { pack: other, entry: { ...entry, sha256: createHash('sha256').update(other).digest('hex') } };
    },
  };
  for (const [what, change] of Object.entries(broken))
    test(`${what}: it is named, and "nothing found" says nothing until that is accepted`, async () => {
      await offers(await change(await packed(un(ago(2)))));
      assert.match(await page.text('#coverage-body'), /^27 designations on 2 lists[^]*because not loaded: UN Security Council/);
      assert.match(await page.text('#lists-each'), /Not loaded: UN[^]*This site offers it/);
      const { title, text } = await page.screen('Otto Warmbier');
      assert.equal(title, 'Not screened: a list could not be loaded');
      assert.match(text, /Not looked at: UN Security Council/);
      assert.equal((await page.screen('Benazir Ahmad')).kind, 'potential');
      assert.match(await page.choose(file('un.xml', un(ago(1)))), /^Added: UN/);
      assert.doesNotMatch(await page.text('#coverage-body'), /not loaded/);
      assert.equal((await page.screen('Otto Warmbier')).kind, 'none');
    });

  test('in a manifest that cannot be read: the lists of this site are named as not loaded', async () => {
    await page.wire.intercept(/packs\/manifest\.json$/, () => answer('<!doctype html>', 'text/html'));
    await page.open();
    assert.match(await page.text('#coverage-body'), /because not loaded: the lists of this site/);
    assert.equal((await page.screen('Otto Warmbier')).kind, 'not-screened');
  });

  test('no more: without a manifest the embedded lists are all there is', async () => {
    await page.wire.intercept(/packs\/manifest\.json$/, () => ({ responseCode: 404 }));
    await page.open();
    assert.doesNotMatch(await page.text('#coverage-body'), /not loaded:/);
    assert.equal((await page.screen('Otto Warmbier')).kind, 'none');
  });
});

describe('The part that reads files', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(() => page.begin());

  for (const [what, pattern, spoilt] of [
    ['its module is missing', /reader_bg\.wasm$/, { responseCode: 404 }],
    ['its worker is missing', /\/reader\.js$/, null],
  ])
    test(`cannot be loaded, since ${what}: the panel says so, and names are screened`, async () => {
      await page.wire.intercept(pattern, () => spoilt);
      await page.open();
      await page.openLists();
      assert.match(await page.text('#add'), /Files cannot be read in this visit/);
      assert.equal(await page.run(() => document.getElementById('files').disabled), true);
      assert.equal((await page.screen('Benazir Ahmad')).kind, 'potential');
      await page.drop('un.xml', un(ago(1)));
      assert.match(await page.told(), /Files cannot be read in this visit/);
    });
});
