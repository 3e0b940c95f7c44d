/**
 * A tab that is used for years in an hour: a million questions to one engine and 200 reloads of a list. Afterwards the answers are the
 * same bytes as before, and memory is what it was. Run by itself it prints its figures, the last line as JSON:
 * `node soak.mjs --queries 1000000 --reloads 200`, with the variables that `cargo xtask test` sets.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ago, file, un } from './files.mjs';
import { Page } from './page.mjs';

const golden = readFileSync(fileURLToPath(new URL('../golden/queries.txt', import.meta.url)), 'utf8').split('\n').filter(Boolean);

// So many questions are asked by one command of the debugger; before the first figures are taken the engine has made its tables.
const AT_ONCE = 20_000;
const WARM = 10_000;
const ROWS = 500; // of one call, as the page sends them

/** More than this between the first figures and the last would be a leak: caches of the browser itself come and go within it. */
const FLAT = { wasm: 1 << 20, engine: 4 << 20, page: 8 << 20 };

/** What the engine's own worker answers to the message of the page, taken where it would go out. */
const ask = (code) => `(async () => {
  const post = self.postMessage;
  const screen = async (names) => {
    const rows = names.map((name) => ({ names: [name], facts: [] }));
    const answered = new Promise((resolve) => (self.postMessage = resolve));
    self.dispatchEvent(new MessageEvent('message', { data: { id: 0, call: 'screenRows', with: [rows, {}] } }));
    const said = await answered;
    if (!said.answer) throw new Error(JSON.stringify(said));
    return said.answer;
  };
  try {
    ${code}
  } finally {
    self.postMessage = post;
  }
})()`;

export async function soak(page, { queries, reloads, tell = () => null }) {
  const began = Date.now();
  const inEngine = async (code) => {
    const { result, exceptionDetails } = await page.wire.toWorker('Runtime.evaluate', { expression: ask(code), returnByValue: true, awaitPromise: true });
    assert.equal(exceptionDetails?.exception?.description, undefined);
    return result.value;
  };
  const answers = () => inEngine(`return JSON.stringify(await screen(${JSON.stringify(golden)}));`);

  /** Questions that are no two alike, one in ten of them about somebody who is listed; gives how many had potential matches. */
  const questions = (from, count) => inEngine(`
    const known = ${JSON.stringify(golden)};
    let found = 0;
    for (let at = ${from}; at < ${from + count}; at += ${ROWS}) {
      const names = Array.from({ length: Math.min(${ROWS}, ${from + count} - at) }, (_, each) =>
        each % 10 ? 'Somebody' + (at + each) + ' Nobodyson' + (at * 7919 + each) % 100003 : known[(at + each) / 10 % known.length | 0]);
      found += (await screen(names)).filter(({ hits }) => hits.length).length;
    }
    return found;`);

  const engineMemory = async () => {
    const { result: { objectId } } = await page.wire.toWorker('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
    const { objects } = await page.wire.toWorker('Runtime.queryObjects', { prototypeObjectId: objectId });
    const declaration = 'function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0); }';
    const { result } = await page.wire.toWorker('Runtime.callFunctionOn', { objectId: objects.objectId, functionDeclaration: declaration, returnByValue: true });
    return result.value;
  };
  const heap = async (to) => {
    await to('HeapProfiler.enable');
    await to('HeapProfiler.collectGarbage');
    const { usedSize } = await to('Runtime.getHeapUsage');
    await to('HeapProfiler.disable');
    return usedSize;
  };
  const figures = async () => ({
    wasm: await engineMemory(),
    engine: await heap((method) => page.wire.toWorker(method)),
    page: await heap((method) => page.wire.page(method)),
    workers: page.wire.workers,
  });

  /** Reads a list again and again, a newer edition every second time, for each of which the engine is started anew. */
  const reload = async () => {
    await page.openLists();
    for (let at = 0; at < reloads; at++) {
      // Each edition has somebody whom the one before did not have.
      const name = `GIVENNAME${at}`;
      await page.choose(file('un.xml', un(ago(2 - (at % 2)), [[name, 'QUELLENBERG'], ['IGNATIUS', 'VANDERHOEVEN']])));
      assert.match(await page.text('#coverage-body'), /^Looked at 29 designations on 3 lists\./);
      if (at % 20 === 0) {
        assert.equal((await page.screen(`${name} Quellenberg`)).kind, 'potential');
        tell(`${at} reloads`);
      }
      // After the newer one the older one would be asked about, as it would be at the end.
      if (at % 2 || at === reloads - 1) {
        await page.pressIn('un-sc', 'Remove');
        await page.told();
      }
    }
  };

  // -- the tab is opened, and warms up ---------------------------------------------------------------------------------

  await page.open();
  const first = await answers();
  await questions(0, Math.min(WARM, queries));
  const before = await figures();

  // -- a million questions to one engine -------------------------------------------------------------------------------

  let found = 0;
  for (let at = 0; at < queries; at += AT_ONCE) {
    found += await questions(at, Math.min(AT_ONCE, queries - at));
    tell(`${at + AT_ONCE} questions`);
  }
  const asked = await figures();
  assert.ok(found > queries / 40, `${found} of ${queries} questions had potential matches`);
  assert.equal(await answers(), first, 'the answers are others after so many questions');

  // -- and a list again and again: each time the engine is started anew -----------------------------------------------

  await reload();
  const after = await figures();
  assert.equal(await answers(), first, 'the answers are others after so many reloads');
  for (const [what, most] of Object.entries(FLAT))
    for (const now of [asked, after])
      assert.ok(now[what] - before[what] <= most, `the memory of ${what} grew from ${before[what]} to ${now[what]} bytes`);
  assert.equal(after.workers, before.workers, 'workers were left behind');
  return { queries, reloads, found, seconds: Math.round((Date.now() - began) / 1000), before, asked, after, sameAnswers: golden.length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { queries: { type: 'string', default: '1000000' }, reloads: { type: 'string', default: '200' } } });
  const page = await Page.start();
  try {
    console.log(JSON.stringify(await soak(page, { queries: Number(values.queries), reloads: Number(values.reloads), tell: console.log })));
  } finally {
    await page.close();
  }
}
