/** One button empties all that the page has stored and all that it shows; it asks first, and says what it could not do. */

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { Device, passphrase } from './device.mjs';
import { ago, file, un } from './files.mjs';
import { Page } from './page.mjs';
import { partners } from './parties.mjs';

const canary = 'Qanarqz';

// They always have a value, and it says nothing of anybody.
const thresholds = ['threshold', 'document-threshold'];

describe('A person forgets everything', () => {
  let page, device, files;
  before(async () => {
    page = await Page.start();
    device = new Device(page);
    files = device.files;
  });
  after(() => page.close());
  beforeEach(() => files.open());
  afterEach(() => device.tidy());

  test('and stores, fields and what came of the file are empty, after a second press and not before', async () => {
    await page.openLists();
    await page.choose(file('un.xml', un(ago(3))));
    await page.click('#keep-un-sc');
    await device.said('lists-told', 'Kept on this device');
    await page.driver.executeAsyncScript((done) => caches.open('namesieve-any').then(done));
    await page.run(() => {
      localStorage.setItem('namesieve.version', '7');
      localStorage.setItem('neighbour', 'at the same address');
    });
    await page.click('#tab-name');
    await page.screen(`${canary} Ahmad`);
    await page.click('#tab-file');
    await page.run((name) => (document.getElementById('paste').value = name), canary);
    await page.run((name) => (document.getElementById('fact-birth').value = name), canary);
    await page.click('#tab-document');
    await page.run((name) => (document.getElementById('document-paste').value = `Paid to ${name} Ahmad, and to Benazir Ahmed.`), canary);
    await page.click('#document-read');
    await device.said('document-result', 'Potential');
    await page.click('#tab-file');
    await device.screen(partners);
    await device.keep();
    await files.decide('A-2', 'true-match', '');
    await page.find('#keep-passphrase').sendKeys(canary);
    assert.match(await page.text('#stored'), /^Stored in this browser: work on a file, encrypted, since .* and 1 list\./);
    await device.press('Forget everything');
    assert.match(await page.text('#stored'), /^Forget everything\? [^]*You have decisions that are not saved/);
    assert.deepEqual(await page.complaints(), []);
    await device.press('No, leave');
    await device.said('stored', 'Nothing was removed.');
    assert.equal((await device.databases()).length, 2);
    assert.match(await page.text('#rows-left'), /1 true match/);
    await device.forget();
    assert.deepEqual(await device.databases(), []);
    assert.deepEqual(await page.driver.executeAsyncScript((done) => caches.keys().then(done)), []);
    assert.deepEqual(await page.run(() => Object.keys(localStorage)), ['neighbour'], 'what another page stores at the same address is its own');
    const fields = await page.run((thresholds) => [...document.querySelectorAll('input:not([type=checkbox]), textarea')].map(({ id, value }) => [id, value]).filter(([id, value]) => value && !thresholds.includes(id)), thresholds);
    assert.deepEqual(fields, []);
    assert.doesNotMatch(await page.everyWord(), new RegExp(`${canary}|partners\\.csv|AHMED`));
    assert.equal(await page.run(() => document.getElementById('keep-un-sc').checked), false);
    assert.match(await page.focused(), /^Everything is forgotten/);
    assert.deepEqual(await page.complaints(), []);
    assert.deepEqual(page.wire.console.filter((line) => !/Password field is not contained/.test(line)), []);
    await page.run(() => localStorage.clear());
    await files.open();
    await page.driver.sleep(300);
    assert.equal((await page.text('#kept-work')) + (await page.text('#stored')), '');
  });

  test('with nothing but a list kept: it is forgotten, and stays in use for this visit', async () => {
    await page.openLists();
    await page.choose(file('un.xml', un(ago(3))));
    assert.equal(await page.text('#stored'), '', 'a list that is in use is not stored');
    await page.click('#keep-un-sc');
    await device.said('stored', 'Stored in this browser: 1 list.');
    await device.forget();
    assert.deepEqual(await device.databases(), []);
    await page.click('#tab-name');
    assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
  });

  test('by the keyboard, from either tab', async () => {
    await device.screen(partners);
    await device.keep();
    await device.again();
    await page.run(() => document.querySelector('#kept-work summary').focus());
    await page.press(Key.TAB);
    assert.equal(await page.focused(), 'open-passphrase');
    await page.press(passphrase, Key.ENTER);
    await device.said('table-told', 'This is the work');
    await page.click('#tab-name');
    await page.run(() => document.querySelector('#stored button').focus());
    await page.press(Key.ENTER);
    assert.match(await page.focused(), /^Forget everything\?/);
    await page.press(Key.ENTER);
    assert.deepEqual(await device.databases(), ['namesieve-work'], 'the same key twice forgets nothing');
    await page.press(Key.TAB, Key.TAB, Key.ENTER);
    await device.said('stored', 'Everything is forgotten');
    assert.deepEqual(await device.databases(), []);
  });

  for (const [how, act] of [
    ['is left', () => page.run(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))],
    ['is emptied', () => device.forget()],
  ])
    test(`and the page ${how} while it is encrypted: nothing is kept afterwards`, async () => {
      await page.openLists();
      await page.choose(file('un.xml', un(ago(3))));
      await page.click('#keep-un-sc');
      await page.told();
      await device.screen(partners);
      await device.slowly();
      await device.keep('Encrypting. It takes some seconds on purpose');
      await act();
      await page.driver.sleep(2000);
      assert.ok(!(await device.databases()).includes('namesieve-work'));
      assert.doesNotMatch(await page.text('#keep-told') ?? '', /Kept/);
    });

  test('and another page holds the store: what could not be removed is said, and can be tried again', async () => {
    await device.screen(partners);
    await device.keep();
    await page.driver.executeAsyncScript((done) => {
      const request = indexedDB.open('namesieve-work');
      request.onsuccess = () => done((window.holding = request.result) && null);
    });
    await device.forget('not everything could be removed: the kept work (the store is in use by another page)');
    assert.equal(await page.text('#table-result'), '');
    await page.run(() => window.holding.close());
    await device.forget();
    assert.deepEqual(await device.databases(), []);
  });
});
