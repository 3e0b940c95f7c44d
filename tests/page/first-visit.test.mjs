/** The first visit: from an empty page to a field that opens. */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Page } from './page.mjs';

describe('A person opens the page for the first time', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());

  test('and the field opens only when the lists are verified', async () => {
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.wire.intercept(/\.wasm$/, () => held.then(() => 'continue'));
    await page.visit();
    await page.until('the page says what it is waiting for', () => document.getElementById('result-body').innerText.includes('Loading the lists'));
    assert.equal(await page.run(() => document.getElementById('name').disabled), true);
    assert.equal(await page.run(() => document.getElementById('screen').disabled), true);
    assert.match(await page.text('#coverage-body'), /No list is loaded yet/);
    release();
    await page.until('the name field opens', () => !document.getElementById('name').disabled);
    assert.match(await page.text('#result-body'), /Type a name/);
  });

  test('and reads what is looked at before anything is typed', async () => {
    await page.open();
    assert.match(await page.text('#coverage-body'), /^27 designations on 2 lists embedded; OFAC’s full lists are not loaded\./);
    assert.match(await page.text('#coverage-body'), /10 December 2021/);
  });

  test('and finds each list with its date of issue, its counts and its digest in a fold', async () => {
    await page.open();
    await page.click('#coverage summary');
    await page.until('the lists are shown', () => document.querySelectorAll('#lists-each .list').length === 2);
    await page.run(() => document.querySelectorAll('#lists-each details').forEach((each) => (each.open = true)));
    const fold = await page.text('#lists-each');
    assert.equal(fold.match(/^[0-9a-f]{64}$/gm)?.length, 2);
    assert.equal(fold.match(/\(2021-12-10\)/g)?.length, 2);
    assert.match(fold, /· 26 designations ·/);
    assert.match(fold, /· 1 designation ·/);
  });

  test('and is told how to check that nothing is sent', async () => {
    await page.open();
    assert.equal(await page.text('#privacy'), 'Screened on this device. Nothing you type is sent or stored.');
    await page.click('.folds details:has([data-word=checkTitle]) summary');
    assert.match(await page.text('.folds details:has([data-word=checkTitle])'), /network panel[^]*Go offline/);
  });

  test('and reads the limits and that it does not decide who someone is', async () => {
    await page.open();
    const footer = await page.text('footer');
    assert.match(footer, /Namesieve compares names\. It does not decide who someone is\./);
    assert.match(footer, /reads Latin, Cyrillic, .+ Burmese and Thai letters/);
    assert.match(footer, /Method namesieve\/\d+\. Version \d+\.\d+\.\d+\./);
  });

  test('and without JavaScript is told why nothing can be screened', async () => {
    await page.wire.page('Emulation.setScriptExecutionDisabled', { value: true });
    try {
      await page.visit();
      const { root } = await page.wire.page('DOM.getDocument', { depth: -1 });
      const { nodeId } = await page.wire.page('DOM.querySelector', { nodeId: root.nodeId, selector: 'noscript' });
      const { outerHTML } = await page.wire.page('DOM.getOuterHTML', { nodeId });
      assert.match(outerHTML, /needs JavaScript[^]*Nothing has been screened/);
    } finally {
      await page.wire.page('Emulation.setScriptExecutionDisabled', { value: false });
    }
  });
});
