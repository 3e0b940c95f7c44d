// Where the WebAssembly module may come from: each form that `load` takes, each in a worker thread that has not started it yet.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

import { load } from '../../pkg/index.js';

const address = new URL('../../pkg/wasm/namesieve_bg.wasm', import.meta.url);

/** What can be sent to a worker is sent; the rest is made there. */
const made = {
  URL: () => address,
  Response: async () => new Response(await readFile(address), { headers: { 'content-type': 'application/wasm' } }),
};

/** The first potential match, screened in a thread of its own. */
function screenedInWorker(wasm, make) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { wasm, make } });
    worker.once('message', resolve).once('error', reject);
  });
}

if (isMainThread) {
  const bytes = await readFile(address);
  const sent = {
    nothing: undefined,
    'the address as a string': address.href,
    'its bytes': new Uint8Array(bytes),
    'an ArrayBuffer': new Uint8Array(bytes).buffer,
    'the compiled module': await WebAssembly.compile(bytes),
  };
  for (const [form, wasm] of Object.entries(sent)) {
    test(`a worker thread screens, given ${form}`, async () => {
      assert.equal(await screenedInWorker(wasm), 'AHMED, Benazir');
    });
  }
  for (const form of Object.keys(made)) {
    test(`a worker thread screens, given a ${form}`, async () => {
      assert.equal(await screenedInWorker(undefined, form), 'AHMED, Benazir');
    });
  }
} else {
  const { wasm, make } = workerData;
  const sieve = await load({ wasm: make ? await made[make]() : wasm });
  parentPort.postMessage(sieve.screen('Benazir Ahmad').hits[0].name);
  sieve.close();
}
