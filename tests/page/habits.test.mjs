/** What people do with a field besides typing one clean name. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Page } from './page.mjs';

describe('A person', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(() => page.open());

  const paste = (text) =>
    page.run((content) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', content);
      const field = document.getElementById('name');
      field.focus();
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      // A browser inserts what no script has taken; an event made here it does not.
      if (field.dispatchEvent(event)) field.value += content;
    }, text);

  test('pastes two names on two lines and is told to screen one at a time', async () => {
    await paste('Benazir Ahmad\r\nErken Tuniyaz\n');
    const { kind, title } = await page.outcome();
    assert.equal(kind, 'not-screened');
    assert.equal(title, 'Not screened: this looks like several names');
    assert.equal(await page.run(() => document.getElementById('name').value), 'Benazir Ahmad; Erken Tuniyaz');
  });

  test('pastes a name with tabs and spaces around it and sees it without them', async () => {
    await page.write('\tBenazir \t Ahmad  ');
    const { parties } = await page.outcome();
    assert.equal(parties[0], 'AHMED, Benazir');
    assert.match(await page.text('.wrote'), /For the name Benazir Ahmad$/);
  });

  test('types an e-mail address and is told that it is no name', async () => {
    assert.equal((await page.screen('benazir.ahmad@example.org')).title, 'Not screened: this looks like an address');
  });

  test('who has typed one letter so far is not alarmed, and who presses Enter then is told', async () => {
    await page.write('B');
    await page.driver.sleep(600);
    assert.match(await page.text('#result-body'), /^Type a name/);
    assert.equal((await page.screen('B')).title, 'Not screened: this is too little of a name');
  });

  test('asks for a given name alone and is told what one word was compared with', async () => {
    assert.equal((await page.screen('Benazir')).title, 'Not screened: this is too little of a name');
    const { kind, text } = await page.screen('Waldemar');
    assert.equal(kind, 'none');
    assert.match(text, /It is one word, which was compared with family names/);
  });

  test('adds a year and reads that it was not compared', async () => {
    await page.screen('Ri Yong Gil 1955');
    assert.match(await page.text('.party'), /the number “1955” is not in the listed name/);
  });

  test('reads of legal forms that differ before the score', async () => {
    await page.screen('SenseTime Group Inc');
    assert.match(await page.text('.party'), /the legal forms “Inc” and “LIMITED” differ\.\s+Score/);
  });

  test('finds every means explained in words, even at the lowest threshold', async () => {
    await page.run(() => {
      document.getElementById('threshold').value = 1;
    });
    for (const name of ['Mohemmad Anwar', 'Ri', 'Benazir of Dhaka 7', 'Gen. B. Ahmad Khan']) {
      await page.screen(name);
      const entries = await page.run(() => document.querySelectorAll('.party').length);
      assert.ok(entries > 0, name);
      await page.unfold(0);
      const found = await page.run(() => [...document.querySelectorAll('.entry table:has(caption) th[scope=row]')].map((cell) => cell.innerText));
      assert.ok(found.length > 2 && found.every((words) => /^[A-Z]/.test(words)), `${name}: ${found}`);
    }
  });

  test('follows a link in the same tab and comes back, and the name is gone', async () => {
    await page.screen('Benazir Ahmad');
    await page.driver.get('about:blank');
    await page.driver.navigate().back();
    await page.until('the field is open again', () => document.getElementById('name')?.disabled === false);
    assert.equal(await page.run(() => document.getElementById('name').value), '');
    assert.doesNotMatch(await page.text(), /AHM/);
  });

  test('on a low phone screen presses Screen and sees the outcome', async () => {
    await page.size(360, 420);
    await page.screen('Benazir Ahmad');
    const seen = await page.run(() => {
      const { top } = document.querySelector('.outcome').getBoundingClientRect();
      return top < innerHeight - 40 && top >= 0;
    });
    assert.ok(seen);
    await page.size(1280);
  });
});
