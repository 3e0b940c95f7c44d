/** Files of the page that arrive cut off, empty, changed by one byte or as others: the right answer, or "not screened" with its reason. */

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { Page } from './page.mjs';
import { site } from './site.mjs';

const served = async (path) => Buffer.from(await (await fetch(new URL(path, site))).arrayBuffer());
const [engine, reader, worker] = await Promise.all(['pkg/wasm/namesieve_bg.wasm', 'pkg/wasm/reader_bg.wasm', 'worker.js'].map(served));

/** The same bytes with one of them changed, where this text stands. */
function changed(bytes, text) {
  const at = bytes.indexOf(text);
  assert.ok(at > 0, `${text} is not there`);
  const other = Buffer.from(bytes);
  other[at + text.length - 1] ^= 1;
  return other;
}

/** A section that says nothing, as another build of the same sources may have it. */
const withNote = (module) => Buffer.concat([module, Buffer.from([0, 5, 4]), Buffer.from('note')]);

const modules = (bytes, text, other) => ({
  'cut off in the middle': bytes.subarray(0, bytes.length / 2),
  'cut off by its last byte': bytes.subarray(0, -1),
  'with one byte changed, so that it runs all the same': changed(bytes, text),
  'without a single byte': Buffer.alloc(0),
  'in another version': withNote(bytes),
  'as another module, whole by itself': other,
});

const answer = (body, type) => ({
  responseCode: 200,
  responseHeaders: [{ name: 'Content-Type', value: type }, { name: 'Cross-Origin-Embedder-Policy', value: 'require-corp' }],
  body: Buffer.from(body).toString('base64'),
});

describe('The page opens, and', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(() => page.begin());

  async function screensNothing(cause) {
    const { kind, title, text } = await page.outcome();
    assert.deepEqual([kind, title], ['not-screened', 'Not screened: the lists could not be loaded']);
    assert.match(text, cause);
    assert.equal(await page.run(() => document.getElementById('name').disabled), true);
    assert.doesNotMatch(await page.text('main'), /No potential match/);
  }

  for (const [how, bytes] of Object.entries(modules(engine, 'namesieve/4', reader)))
    test(`the engine arrives ${how}: nothing is screened`, async () => {
      await page.wire.intercept(/namesieve_bg\.wasm$/, () => answer(bytes, 'application/wasm'));
      await page.visit();
      await screensNothing(/arrived damaged, so it was not used/);
    });

  for (const [how, bytes] of Object.entries(modules(reader, 'nothing was read', engine)))
    test(`the reader of files arrives ${how}: no file is read, and names are screened`, async () => {
      await page.wire.intercept(/reader_bg\.wasm$/, () => answer(bytes, 'application/wasm'));
      await page.openAtLists();
      assert.match(await page.text('#add'), /Files cannot be read in this visit/);
      assert.equal(await page.run(() => document.getElementById('files').disabled), true);
      assert.equal((await page.screen('Benazir Ahmad')).kind, 'potential');
      assert.equal((await page.screen('Otto Warmbier')).kind, 'none');
    });

  for (const [how, bytes, cause] of [
    ['cut off', worker.subarray(0, -40), /its worker/],
    ['with one byte changed', changed(worker, 'postMessage('), /its worker/],
    ['empty', '', /its worker/],
    ['in another version, which speaks otherwise', 'addEventListener("message", () => postMessage({ hello: 1 }))', /did not start in time/],
  ])
    test(`the worker arrives ${how}: nothing is screened`, async () => {
      await page.hurried(60_000, 3_000); // so long the page waits for an engine that does not answer
      await page.wire.intercept(/\/worker\.js$/, () => answer(bytes, 'text/javascript'));
      await page.visit();
      await screensNothing(cause);
    });
});

describe('A list is kept on the device, and there', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(async () => {
    await page.openWithList();
    assert.match(await page.keepList(), /^Kept on this device/);
  });
  afterEach(() => page.run(() => void indexedDB.deleteDatabase('namesieve-lists')));

  /** Changes the bytes that are kept by this code, which sees them as `bytes`. */
  const spoil = (code) => page.driver.executeAsyncScript(`
    const done = arguments[0];
    const request = indexedDB.open('namesieve-lists');
    request.onsuccess = () => {
      const table = request.result.transaction('packs', 'readwrite').objectStore('packs');
      table.getAll().onsuccess = ({ target: { result: [entry] } }) => {
        let { bytes } = entry;
        ${code}
        table.put({ ...entry, bytes }).onsuccess = () => (request.result.close(), done());
      };
    };`);

  for (const [how, code] of [
    ['it is cut off', 'bytes = bytes.slice(0, -1);'],
    ['it is empty', 'bytes = new Uint8Array();'],
    ['it is of a format that another version wrote', 'bytes = bytes.slice(); bytes[8] = 9;'],
    ['it is something else', 'bytes = new TextEncoder().encode("<!doctype html>");'],
    ['it is no bytes at all', 'bytes = "pack";'],
    ['its bytes are gone', 'bytes = undefined;'],
  ])
    test(`${how}: it is named as not loaded, and "nothing found" says nothing until that is accepted`, async () => {
      await spoil(code);
      await page.open();
      assert.match(await page.text('#coverage-body'), /^27 designations on 2 lists[^]*Not looked at, because not loaded: UN Security Council/);
      assert.equal((await page.screen('Otto Warmbier')).title, 'Not screened: a list could not be loaded');
      assert.equal((await page.screen('Benazir Ahmad')).kind, 'potential');
    });
});
