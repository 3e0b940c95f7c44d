/** A slow line, a slow device, and a line that stalls: the page says what it waits for, and answers as ever or not at all. */

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { ago, un } from './files.mjs';
import { Host, edition } from './host.mjs';
import { Page } from './page.mjs';

// As Chromium's own tools have “slow 3G”: 400 kbit/s, and two seconds until an answer begins.
const SLOW_3G = { offline: false, latency: 2_000, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const FAST = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
const TIMES = 6; // so much slower the device is

const LONG = 120_000;

const site = await edition('slow', un(ago(2)), 1);

let page;
let host;
before(async () => (page = await Page.start()));
after(() => page.close());
beforeEach(async () => {
  host = new Host(site);
  host.packs = true;
  await host.start();
  await page.begin();
  page.address = host.address;
});
afterEach(() => host.stop());

const isOpen = () => page.run(() => !document.getElementById('name').disabled);
const neverClaims = async () => assert.doesNotMatch(await page.text('main'), /No potential match|\d potential match/);

async function isToldThatItIsSlow() {
  await page.driver.wait(() => page.run(() => /This takes longer than usual/.test(document.getElementById('result-body').innerText)), LONG, 'it is never said');
  assert.match(await page.text('#result-body'), /^Loading the lists and the engine\.[^]*Nothing has been screened yet\. Wait, or reload the page\./);
  assert.match(await page.text('#coverage-body'), /No list is loaded yet/);
  assert.equal(await isOpen(), false);
  await neverClaims();
}

/** What the page answers, word by word. */
async function answers() {
  const found = [];
  for (const name of ['Benazir Ahmad', 'Waldemar Zygmuntowicz', 'Otto Warmbier', '123']) found.push(await page.screen(name));
  return found;
}

describe('A person with slow 3G and a slow device', () => {
  const slow = async (conditions, rate) => {
    await page.wire.page('Network.emulateNetworkConditions', conditions);
    await page.wire.page('Emulation.setCPUThrottlingRate', { rate });
  };

  test('reads what is loaded and that it takes long, and then gets the answers that everybody gets', async (t) => {
    await slow(SLOW_3G, TIMES);
    const began = Date.now();
    await page.visit();
    assert.match(await page.text('#result-body'), /^Loading the lists and the engine\./);
    await isToldThatItIsSlow();
    while (!(await isOpen())) {
      await neverClaims();
      assert.ok(Date.now() - began < LONG, 'it never opens');
    }
    t.diagnostic(`it opened after ${Math.round((Date.now() - began) / 1000)} s`);
    assert.match(await page.text('#coverage-body'), /^Looked at 30 designations on 3 lists\./);
    assert.doesNotMatch(await page.text('#result-body'), /longer than usual/);
    const slowly = await answers();
    assert.deepEqual(slowly.map(({ kind }) => kind), ['potential', 'potential', 'none', 'not-screened']);
    await slow(FAST, 1);
    await page.open();
    assert.deepEqual(await answers(), slowly);
  });
});

describe('The line stalls in the middle of', () => {
  for (const [what, path] of [['the engine', '/pkg/wasm/namesieve_bg.wasm'], ['the worker', '/worker.js'], ['a list of the site', '/packs/un-sc.pack'], ['what lists there are', '/packs/manifest.json']])
    test(`${what}: the page says so, screens nothing, and opens when it is loaded again on a better line`, async () => {
      host.stalls = (each) => each === path;
      await page.hurried(15_000, 1_000); // so long the page waits before it says so
      await page.visit();
      await isToldThatItIsSlow();
      await page.press('Benazir Ahmad');
      await neverClaims();
      assert.deepEqual(await page.complaints(), []);
      host.stalls = () => false;
      await page.click('#result-body button');
      await page.until('the name field opens', () => !document.getElementById('name').disabled);
      assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
    });

  test('the reader of files: names are screened, and the panel says that no file is read', async () => {
    host.stalls = (path) => path === '/pkg/wasm/reader_bg.wasm';
    await page.openAtLists();
    assert.match(await page.text('#add'), /Files cannot be read in this visit/);
    assert.equal((await page.screen('Otto Warmbier')).kind, 'none');
    assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
  });
});
