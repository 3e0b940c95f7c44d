/** Work on a file stays on the device only when a person asks for it, encrypted, and is opened by its passphrase alone. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { Device, passphrase } from './device.mjs';
import { file } from './files.mjs';
import { Page } from './page.mjs';
import { partners } from './parties.mjs';

const canary = 'Qanarqz';

/** In which of these bytes a text stands, in the ways a browser writes text. */
const holds = (bytes, text) => ['utf8', 'utf16le'].some((encoding) => bytes.includes(Buffer.from(text, encoding)));

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

describe('A person has screened a file', () => {
  let page, device, files;
  before(async () => {
    page = await Page.start();
    device = new Device(page);
    files = device.files;
  });
  after(() => page.close());
  beforeEach(() => files.open());
  afterEach(() => device.tidy());

  test('and asks for nothing: nothing is stored, and nothing is offered to be opened or forgotten', async () => {
    await device.screen(partners);
    await page.run(() => (document.getElementById('keep-work').open = true));
    assert.deepEqual(await device.databases(), []);
    assert.deepEqual(await page.run(() => [{ ...localStorage }, { ...sessionStorage }]), [{}, {}]);
    await files.open();
    await page.driver.sleep(300);
    assert.equal(await page.text('#kept-work'), '');
    assert.equal(await page.text('#stored'), '');
    assert.deepEqual(await device.databases(), []);
  });

  test('and keeps it: neither a name nor the file’s name nor a reason stands in the store or anywhere on the disk', async () => {
    await device.screen(file(`${canary}-customers.csv`, `Ref,Name\nA-1,Benazir Ahmad\nA-2,${canary} Nobody\n`));
    await page.find('#table-operator').sendKeys(`${canary} Caseworker`);
    await files.decide('A-1', 'false-positive', `because ${canary}`);
    await device.keep();
    const { number, key, format, day, iterations, salt, iv, sealed, digest, ...more } = await device.entry();
    assert.deepEqual([number, key, format, day, Object.keys(more)], [1, 'work', 1, new Date().toISOString().slice(0, 10), []]);
    assert.ok(iterations >= 600_000, `${iterations}`);
    assert.deepEqual([salt.length, iv.length, digest.length], [16, 12, 32]);
    assert.ok(sealed.length > 1000, 'the record is in it');
    for (const text of [canary, 'Benazir', 'customers', 'false-positive', passphrase]) assert.ok(!holds(Buffer.from(sealed), text), text);
    const profile = (await page.driver.getCapabilities()).get('chrome').userDataDir;
    const found = (text) => [...filesBelow(profile)].filter((path) => holds(readFileSync(path), text));
    assert.deepEqual(found(canary), []);
    assert.deepEqual(found(passphrase), []);
    // That the search would find it:
    await device.entry(`table.put({ key: 'plain', day: 'Unenqrypted${canary}' })`);
    await page.driver.sleep(200);
    assert.notDeepEqual(found(`Unenqrypted${canary}`), []);
  });

  test('and keeps it: the fields are empty again, the decisions count as saved, and salt and IV are new each time', async () => {
    await device.screen(partners);
    await files.decide('A-2', 'true-match', '');
    assert.equal(await page.run(() => document.getElementById('unsaved').hidden), false);
    await device.keep();
    assert.equal(await page.run(() => document.getElementById('unsaved').hidden), true);
    assert.deepEqual(await page.run(() => ['keep-passphrase', 'keep-again'].map((id) => [document.getElementById(id).value, document.getElementById(id).type])), [['', 'password'], ['', 'password']]);
    assert.doesNotMatch(page.wire.console.join('\n'), /lantern/);
    assert.deepEqual(await page.complaints(), []);
    const first = await device.entry();
    await device.keep();
    const second = await device.entry();
    assert.equal(second.number, 1);
    for (const part of ['salt', 'iv', 'sealed']) assert.notDeepEqual(first[part], second[part], part);
    await page.run(() => document.getElementById('keep-passphrase-show').click());
    assert.equal(await page.find('#keep-again').getAttribute('type'), 'text', 'what is typed is shown at will');
  });

  test('with a passphrase that is short, or typed in two ways, and is told so: nothing is kept', async () => {
    await device.screen(partners);
    await device.type('lantern oboe c');
    await files.press('Keep it');
    await device.said('keep-told', 'This passphrase has 14 characters, and at least 15 are needed.');
    assert.equal(await page.focused(), 'keep-passphrase');
    await device.type(passphrase, passphrase.toUpperCase());
    await page.press(Key.ENTER);
    await device.said('keep-told', 'The two passphrases are not the same.');
    assert.deepEqual(await device.databases(), []);
  });

  test('comes back, types a wrong passphrase and then the right one: file, settings and decisions are there, and nothing is new', async () => {
    await files.choose(partners);
    await page.find('#use-6').sendKeys('Other names');
    await page.until('the column is used', () => document.getElementById('use-6').selectedOptions[0].innerText === 'Other names' && document.querySelector('#table-run .action'));
    await page.find('#table-operator').sendKeys('A. Caseworker');
    await page.run(() => (document.getElementById('table-threshold').value = 75));
    await files.screen();
    await files.decide('A-2', 'false-positive', 'born in another century');
    const left = await page.text('#rows-left');
    await device.keep();
    await device.again();
    assert.match(await page.text('#kept-work'), /^Work is kept here, encrypted, since \d+ \w+ 20\d\d\s/);
    assert.doesNotMatch(await page.everyWord(), /partners\.csv/);
    assert.deepEqual(await page.complaints(), []);
    await device.unlock(`${passphrase}?`, 'open-told', 'This passphrase does not open it. Nothing is lost');
    assert.equal(await page.find('#open-passphrase').getAttribute('value'), '');
    assert.equal(await page.text('#table-told'), '');
    await device.unlock(passphrase.normalize('NFD'), 'table-told', '1 decision was taken up.');
    assert.match(await page.text('#table-told'), /^partners\.csv: 11 rows[^]*which knows 11 of these 11 rows\./);
    assert.equal(await page.run(() => document.getElementById('use-6').value), 'alias');
    assert.deepEqual(await page.run(() => ['table-threshold', 'table-operator'].map((id) => document.getElementById(id).value)), ['75', 'A. Caseworker']);
    assert.equal(await page.focused(), 'table-told');
    assert.deepEqual(await page.complaints(), []);
    await files.screen();
    assert.match(await files.counts(), /0 rows have new, changed or gone potential matches since \d{4}/);
    assert.equal(await page.text('#rows-left'), left, 'the decision holds');
    assert.match((await files.show('potential')).find(([title]) => /A-2/.test(title)).join(' '), /false positive, A\. Caseworker, .*: born in another century/);
    await files.decide('A-1', 'escalated', '');
    await device.keep(); // of the same work: nothing is asked
  });

  test('and other work is kept already: it is lost only when the person says so', async () => {
    await device.screen(partners);
    await device.keep();
    const first = await device.entry();
    await device.screen(file('others.csv', 'name\nErken Tuniyaz\n'));
    assert.equal(await page.text('#keep-told'), '', 'what was said of the file before is not said of this one');
    await device.keep('Other work is kept here, since ');
    assert.match(await page.focused(), /Leave the other/);
    await files.press('Leave the other');
    await device.said('keep-told', 'the other work is still kept');
    assert.deepEqual(await device.entry(), first);
    await device.keep('Other work is kept here, since ');
    await files.press('Put this');
    await device.said('keep-told', 'Kept on this device');
    await device.again();
    await device.unlock(passphrase, 'table-told', 'others.csv: 1 row');
  });

  test('has decisions that are not saved, and opens what is kept: these are asked for first', async () => {
    await device.screen(partners);
    await device.keep();
    await device.screen(file('others.csv', 'name\nErken Tuniyaz\n'));
    await page.run(() => document.querySelector('#rows-list .row button').click());
    await page.until('the decision is asked for', () => document.querySelector('.decision'));
    await page.run(() => {
      document.querySelector('.decision select').value = 'escalated';
      [...document.querySelectorAll('.decision button')].at(-1).click();
    });
    await device.said('rows-left', '1 escalated');
    await page.run(() => (document.querySelector('#kept-work details').open = true));
    await device.unlock(passphrase, 'table-told', 'You have decisions that are not saved.');
    assert.match(await page.text('#rows-left'), /1 escalated/);
    await files.press('Go on without');
    await device.said('table-told', 'This is the work that was kept here.');
  });

  for (const [what, change] of [
    ['One byte of it', 'entry.sealed[entry.sealed.length >> 1] ^= 1;'],
    ['What stands beside it', `entry.day = '2001-02-03';`],
    ['Half of it', 'delete entry.salt; entry.sealed = entry.sealed.slice(9);'],
  ])
    test(`and ${what.toLowerCase()} was changed on the device: no passphrase is tried, and it can be forgotten`, async () => {
      await device.screen(partners);
      await device.keep();
      await device.entry(`${change} entry.salt ??= new Uint8Array(3);`);
      await device.again();
      await page.run(() => (SubtleCrypto.prototype.decrypt = () => assert.fail()));
      await device.unlock(passphrase, 'open-told', 'What is kept here is damaged, and no passphrase can open it.');
      assert.equal(await page.text('#table-told'), '');
      assert.deepEqual(await page.complaints(), []);
      await device.press('Forget what is damaged');
      await device.said('kept-work', 'What was damaged is forgotten.');
      assert.deepEqual(await device.databases(), []);
      assert.equal(await page.text('#stored'), '');
    });

  test('and somebody set another day beside it and made its digest anew: the cipher itself refuses it', async () => {
    await device.screen(partners);
    await device.keep();
    const { format, iterations, salt, iv, sealed } = await device.entry();
    const header = Buffer.from(JSON.stringify([format, '2001-02-03', iterations, salt, iv]));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', Buffer.concat([header, Buffer.from(sealed)])));
    await device.entry(`entry.day = '2001-02-03'; entry.digest = Uint8Array.of(${digest});`);
    await device.again();
    assert.match(await page.text('#kept-work'), /since 3 February 2001/);
    await device.unlock(passphrase, 'open-told', 'This passphrase does not open it.');
  });

  test('and a newer version of the page kept it: it is told, and nothing is lost', async () => {
    await device.screen(partners);
    await device.keep();
    await device.entry('entry.format = 2;');
    await device.again();
    await device.unlock(passphrase, 'open-told', 'It was kept by a newer version of this page');
    assert.deepEqual(await device.databases(), ['namesieve-work']);
  });

  test('and keeps it on a slow device: the page says what it does and can be used meanwhile, and a second press starts nothing', async () => {
    await device.screen(partners);
    await device.slowly();
    await device.keep('Encrypting. It takes some seconds on purpose');
    await files.press('Keep it');
    assert.match(await page.text('#keep-told'), /^Encrypting/);
    await page.click('#tab-name');
    assert.deepEqual((await page.screen('Erken Tuniyaz')).parties, ['TUNIYAZ, Erken']);
    await page.click('#tab-file');
    await files.decide('A-2', 'true-match', '');
    await device.said('keep-told', 'Kept on this device, encrypted, on ');
    assert.equal(await page.run(() => document.getElementById('unsaved').hidden), false, 'what was decided meanwhile is not in it');
  });

  test('and the browser has no room: what was kept before is still there', async () => {
    await device.screen(partners);
    await device.keep();
    const first = await device.entry();
    await page.run(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('The quota is used up.', 'QuotaExceededError');
      };
    });
    await device.keep('There is not enough room for it in this browser. Nothing was changed.');
    await files.open();
    assert.deepEqual((await device.entry()).sealed, first.sealed);
  });

  test('of a phone’s width, and nothing sticks out or is too small for a thumb', async () => {
    await page.size(320);
    await device.screen(partners);
    await device.keep();
    assert.ok((await page.sideways()) <= 0);
    await device.again();
    assert.ok((await page.sideways()) <= 0);
    const small = await page.run(() => [...document.querySelectorAll('#kept-work :is(button, summary, .secret, .choice), #stored button')]
      .map((each) => [each.innerText || each.id, each.getBoundingClientRect().height]).filter(([, height]) => height < 44));
    assert.deepEqual(small, []);
    await page.size(1280);
  });
});

describe('A browser that cannot keep work', () => {
  for (const [what, source, words] of [
    ['because it has no WebCrypto', `Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })`, 'the browser encrypts only for pages whose address begins with https'],
    ['because it has no store', `Object.defineProperty(window, 'indexedDB', { value: undefined })`, 'this browser lets pages store nothing'],
  ])
    test(`${what}, says so, and all else works`, async () => {
      const page = await Page.start();
      try {
        const device = new Device(page);
        await page.beforehand(source);
        await device.files.open();
        await device.screen(partners);
        await page.run(() => (document.getElementById('keep-work').open = true));
        assert.match(await page.text('#keep-work'), new RegExp(words));
        assert.equal(await page.run(() => document.querySelectorAll('#keep-work input, #keep-work button').length), 0);
        assert.equal(await page.text('#stored'), '');
        assert.match(await device.files.counts(), /6 rows have potential matches/);
        assert.deepEqual(page.wire.console, []);
      } finally {
        await page.close();
      }
    });
});
