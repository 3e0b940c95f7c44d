/** When something breaks: what happened, what that means, what to do; never a silent "no potential match". */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Page } from './page.mjs';

describe('A person opens a page that cannot start', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(() => page.begin());

  async function isToldThat(cause) {
    await page.visit();
    const { kind, title, text } = await page.outcome();
    assert.equal(kind, 'not-screened');
    assert.equal(title, 'Not screened: the lists could not be loaded');
    assert.match(text, cause);
    assert.match(text, /Nothing has been screened and nothing you typed has left this device\./);
    assert.match(text, /Reload the page/);
    assert.equal(await page.run(() => document.getElementById('name').disabled), true);
    assert.match(await page.text('#coverage-body'), /No list is loaded yet/);
    assert.doesNotMatch(await page.text('main'), /No potential match/);
    assert.deepEqual(await page.complaints(), []);
  }

  const answer = (bytes, type = 'application/wasm') => ({
    responseCode: 200,
    // A page under Cross-Origin-Embedder-Policy takes no worker whose response does not say the same.
    responseHeaders: [{ name: 'Content-Type', value: type }, { name: 'Cross-Origin-Embedder-Policy', value: 'require-corp' }],
    body: Buffer.from(bytes).toString('base64'),
  });

  test('because the engine is missing', async () => {
    await page.wire.intercept(/\.wasm$/, () => ({ responseCode: 404 }));
    await isToldThat(/could not be fetched/);
  });

  test('because the connection fails', async () => {
    await page.wire.intercept(/\.wasm$/, () => null);
    await isToldThat(/could not be fetched/);
  });

  test('because the engine arrived damaged', async () => {
    await page.wire.intercept(/\.wasm$/, () => answer('\0asm\x01\0\0\0 and then rubbish'));
    await isToldThat(/arrived damaged/);
  });

  test('because the engine is not the engine', async () => {
    await page.wire.intercept(/\.wasm$/, () => answer('<!doctype html>', 'text/html'));
    await isToldThat(/arrived damaged/);
  });

  test('because the worker is missing', async () => {
    await page.wire.intercept(/\/worker\.js$/, () => null);
    await isToldThat(/its worker/);
  });

  test('because the worker arrived damaged', async () => {
    await page.wire.intercept(/\/worker\.js$/, () => answer('(() => { half', 'text/javascript'));
    await isToldThat(/its worker/);
  });

  test('because the worker does not prove that it can connect nowhere', async () => {
    await page.wire.intercept(/\/worker\.js$/, () => answer('postMessage({ unsealed: true })', 'text/javascript'));
    await isToldThat(/did not prove that the page can connect nowhere/);
  });

  test('because the engine refuses to start, and its own reason is passed on', async () => {
    const refusing = `postMessage({ here: true }); addEventListener('message', () => postMessage({ refused: { code: 'pack-digest', message: 'The pack is not what it was.' } }))`;
    await page.wire.intercept(/\/worker\.js$/, () => answer(refusing, 'text/javascript'));
    await isToldThat(/refused to start: The pack is not what it was\./);
  });

  test('because the browser has no WebAssembly', async () => {
    await page.beforehand('delete globalThis.WebAssembly');
    await isToldThat(/does not offer WebAssembly/);
  });
});

describe('A person loses the engine in the middle of work', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(() => page.open());

  const says = (words) => page.until(`the page says “${words}”`, (wanted) => document.getElementById('result-body').innerText.includes(wanted), words);

  async function isToldAndGoesOn(how) {
    await says(how);
    await says('The engine has started again. Press Screen to screen the name.');
    const { kind, title, text } = await page.outcome();
    assert.equal(kind, 'not-screened');
    assert.equal(title, 'Not screened: the engine stopped');
    assert.match(text, /it is still in the field/);
    assert.doesNotMatch(text, /No potential match/);
    assert.notEqual(await page.run(() => document.getElementById('name').value), '');
    await page.click('#screen');
    await page.until('the restarted engine screens', () => document.querySelector('.party'));
    assert.equal((await page.outcome()).parties[0], 'AHMED, Benazir');
  }

  test('by a crash, is told at once, and goes on with a new one after the seal', async () => {
    await page.screen('Benazir Ahmed');
    await page.wire.worker(`setTimeout(() => { throw new Error('a crash') })`);
    await isToldAndGoesOn('The engine stopped while it worked.');
  });

  test('because it hangs, is told that it did not answer, and goes on with a new one', async () => {
    await page.screen('Otto Warmbier');
    page.wire.worker('for (;;);').catch(() => null);
    await page.write('Benazir Ahmad');
    await isToldAndGoesOn('The engine did not answer in time.');
  });

  test('because it closes without a word, is told, and goes on with a new one', async () => {
    await page.screen('Otto Warmbier');
    await page.wire.worker('close()');
    await page.write('Benazir Ahmad');
    await isToldAndGoesOn('The engine did not answer in time.');
  });

  test('and it cannot be started again: the field closes and the page says what to do', async () => {
    await page.screen('Benazir Ahmed');
    await page.run(() => {
      globalThis.Worker = function () {
        throw new Error('no more workers');
      };
    });
    await page.wire.worker(`setTimeout(() => { throw new Error('a crash') })`);
    await says('The engine could not be started again. Reload the page');
    assert.equal(await page.run(() => document.getElementById('name').disabled), true);
    assert.equal((await page.outcome()).kind, 'not-screened');
  });
});
