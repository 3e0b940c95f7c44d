/** Lists are kept on the device only when asked, verified when they come back, and a store that fails loses nothing. */

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { ago, file, un } from './files.mjs';
import { Page } from './page.mjs';

describe('A person adds a list', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(() => page.openWithList());
  afterEach(() => page.run(() => void indexedDB.deleteDatabase('namesieve-lists')));

  const databases = () => page.driver.executeAsyncScript((done) => indexedDB.databases().then((all) => done(all.length)));

  test('and does not ask to keep it: the next visit does not have it, and there is not even an empty store', async () => {
    assert.equal(await page.run(() => document.getElementById('keep-un-sc').checked), false);
    assert.equal(await databases(), 0);
    await page.openAtLists();
    assert.equal(await page.list('un-sc'), null);
    assert.equal(await databases(), 0);
  });

  test('and asks to keep it: the next visit has it from the start, and says where from', async () => {
    assert.match(await page.keepList(), /^Kept on this device for the next visit: UN/);
    await page.openAtLists();
    assert.match(await page.text('#coverage-body'), /^Looked at 30 designations on 3 lists\./);
    await page.unfoldList('un-sc');
    assert.match(await page.list('un-sc'), /Comes from\s+this device, kept from an earlier visit/);
    assert.equal(await page.run(() => document.getElementById('keep-un-sc').checked), true);
    assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
  });

  test('and takes that back: the list stays in use, and the store is gone', async () => {
    await page.keepList();
    assert.match(await page.keepList(), /^No longer kept on this device: UN .*\s+It stays in use for this visit\.$/);
    assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
    assert.equal(await databases(), 0);
    await page.openAtLists();
    assert.equal(await page.list('un-sc'), null);
  });

  test('and keeps it: a newer edition is kept in its place, and a removed one no more', async () => {
    await page.keepList();
    assert.match(await page.choose(file('newer.xml', un(ago(1)))), /Replaced: UN[^]*Kept on this device/);
    await page.openAtLists();
    assert.match(await page.list('un-sc'), new RegExp(ago(1)));
    await page.pressIn('un-sc', 'Remove');
    assert.match(await page.told(), /^Removed: UN[^]*No longer kept/);
    assert.equal(await databases(), 0);
  });

  test('and what was kept is damaged: it is named as not loaded, and "nothing found" says nothing until that is accepted', async () => {
    await page.keepList();
    await page.driver.executeAsyncScript((done) => {
      const request = indexedDB.open('namesieve-lists');
      request.onsuccess = () => {
        const table = request.result.transaction('packs', 'readwrite').objectStore('packs');
        table.getAll().onsuccess = ({ target }) => {
          const [entry] = target.result;
          entry.bytes[entry.bytes.length - 9] ^= 1;
          table.put(entry).onsuccess = () => (request.result.close(), done());
        };
      };
    });
    await page.openAtLists();
    assert.match(await page.text('#coverage-body'), /^27 designations on 2 lists[^]*Not looked at, because not loaded: UN Security Council/);
    assert.match(await page.text('#lists-each'), /Not loaded: UN[^]*kept on this device and is damaged, so it is not used/);
    assert.equal((await page.screen('Benazir Ahmad')).kind, 'potential');
    assert.equal((await page.screen('Otto Warmbier')).title, 'Not screened: a list could not be loaded');
    await page.click('.outcome button');
    await page.until('it is screened without it', () => document.querySelector('.outcome.none'));
    await page.run(() => document.querySelector('#lists-each .list button').click());
    assert.match(await page.told(), /^No longer kept/);
    assert.doesNotMatch(await page.text('#coverage-body'), /not loaded: UN/);
    assert.equal(await databases(), 0);
  });

  test('and the store fails: the page says so, and the list stays in use', async () => {
    await page.run(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The quota is used up.', 'QuotaExceededError');
      };
    });
    assert.match(await page.keepList(), /could not keep the list \(The quota is used up\.\)\. It stays in use for this visit, and nothing is lost\./);
    assert.equal(await page.run(() => document.getElementById('keep-un-sc').checked), false);
    assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
  });
});

describe('A browser without a store', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());

  test('still screens and reads files, and the page says what that means', async () => {
    await page.beforehand(`IDBFactory.prototype.open = () => { throw new DOMException('Not allowed.', 'SecurityError') }`);
    await page.openAtLists();
    assert.match(await page.text('#lists-told'), /store could not be read\. If a list was kept on this device, it is not loaded\./);
    assert.match(await page.choose(file('un.xml', un(ago(3)))), /^Added: UN/);
    assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
  });
});
