/** After the seal nothing reaches another server, nor its own: every way out is tried by code of the page and of its workers. */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { left, opened, places, tried, waysOf } from './attempts.mjs';
import { engine, isOldFirefox } from './engine.mjs';
import { Visitor } from './visitor.mjs';

// Milliseconds in which all that is open is reached, four workers started one after the other among them.
const LONG = 4_000;
// So often is tried what did not arrive.
const TIMES = 5;

/** What the engines do not offer, or not to a page that has just been opened: there nothing can be tried, and nothing can get out. */
const absent = {
  Chromium: [],
  // From one of its versions on, Firefox asks no server on the device itself where a connection (WebRTC) might lead.
  Firefox: ['prefetch', 'speculation rules', 'fetchLater', 'WebSocketStream', ...(isOldFirefox ? ['another Trusted Types policy'] : ['WebRTC'])],
  WebKit: ['speculation rules', 'fetchLater', 'WebSocketStream', 'WebTransport', 'WebRTC'],
}[engine];
const absentInWorkers = engine === 'WebKit' ? ['FontFace'] : [];

/** What Firefox before 148 lets code in the page do, since it has no Trusted Types; the page's own workers have no such ways. */
const untrusted = {
  'text made markup': 'allowed',
  'worker made of text': 'allowed',
  'worker made of text, which fetches': 'allowed', // it starts, and its fetch and its import are refused
  'worker made of text, which imports': 'allowed',
  'worker made of text, with an event source': 'request',
};

/**
 * What no policy stops, told in SECURITY.md. A connection carries no more than the address that it is opened to; Chromium opens
 * one for a frame before it looks at the policy and then asks for nothing.
 */
const toldOfOthers = {
  Chromium: { preconnect: 'connection', WebRTC: 'connection', iframe: 'connection' },
  Firefox: { preconnect: 'connection', WebRTC: 'connection', ...(isOldFirefox && untrusted) },
  WebKit: { preconnect: 'connection' },
}[engine];

/** Of its own server the page can ask as little. */
const toldOfItsOwn = isOldFirefox ? untrusted : {};

let page, mirror;
before(async () => {
  mirror = await opened();
  page = await Visitor.start({ address: mirror.address });
});
after(async () => {
  await page.close();
  mirror.close();
});

/**
 * All ways that the door at `channel` knows, at least so many, are open to another server; but for those that the engine does not
 * offer and the `others`. What a busy machine did not come to is tried again by itself: one success shows that it can succeed.
 */
async function areOpen(channel, least, others = []) {
  const ways = await waysOf(page.driver, channel);
  assert.ok(ways.length > least, `${ways.length} ways`);
  let missing = ways.filter((way) => !others.includes(way) && !absent.includes(way));
  const answers = [];
  for (let times = 0; times < TIMES && missing.length > 0; times++) {
    const { reached, said } = await tried(page.driver, channel, missing, null, LONG);
    missing = missing.filter((way) => !reached[way]);
    answers.push(...missing.map((way) => `${way}: ${said[way]}`));
  }
  assert.deepEqual(missing, [], answers.join('\n'));
}

describe(`In ${engine}, ways out of a page`, () => {

  test('are open where there is no policy, so that the attempts can succeed', async () => {
    await page.driver.get(`${mirror.address}blank.html`);
    const own = 'worker of a server';
    await areOpen('/blank.html', 35, [own]);
    assert.deepEqual((await tried(page.driver, '/blank.html', [own], mirror)).reached, { [own]: 'request' });
    assert.ok(await left(page.driver, '/blank.html', 'form submit'));
  });

  test('and out of a worker as well', async () => {
    await page.driver.get(`${mirror.address}blank.html`);
    await page.run(() => (window.held = new Worker('/blank.js')));
    await areOpen('/blank.js', 10, absentInWorkers);
  });

  for (const [place, channel] of Object.entries(places))
    for (const [whose, own] of [['another server', false], ['its own server', true]])
      test(`lead from the sealed ${place} to ${whose} no more`, async (t) => {
        await page.open();
        const { reached, broken } = await tried(page.driver, channel, await waysOf(page.driver, channel), own ? mirror : null);
        const told = place !== 'page' ? {} : own ? toldOfItsOwn : toldOfOthers;
        for (const [way, how] of Object.entries(reached)) t.diagnostic(`${way}: ${how}, told in SECURITY.md`);
        assert.deepEqual(Object.fromEntries(Object.entries(reached).filter(([way, how]) => told[way] !== how)), {});
        if (place === 'page') assert.ok(broken.length > 5, 'the browser says that its policy was broken');
      });

  test('nor does a form', async () => {
    await page.open();
    assert.equal(await left(page.driver, '/', 'form submit'), false);
  });
});

describe(`In ${engine}, no policy governs where a page itself goes, which SECURITY.md tells:`, () => {
  for (const way of ['location', 'window.open', 'link', 'link to a new window', 'meta refresh'])
    test(way, async () => {
      const [window] = await page.driver.getAllWindowHandles();
      await page.driver.switchTo().window(window);
      await page.open();
      assert.equal(await left(page.driver, '/', way), true, 'it is stopped now: SECURITY.md can say so');
    });
});
