// How the package fails: every error is an Error with a stable code and a message that is a sentence.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { load } from '../../pkg/index.js';

/** What `assert.throws` holds an error against. */
const coded = (code) => (error) => {
  assert(error instanceof Error);
  assert.equal(error.code, code);
  assert.match(error.message, /^\w+( \S+){4,}/); // a sentence, not a word
  return true;
};

// First in this file: once the module has started, later loads share it.
test('a module that cannot be loaded does not stand in the way of one that can', async () => {
  await assert.rejects(load({ wasm: new Uint8Array([0, 1, 2]) }), coded('engine-not-loaded'));
  await assert.rejects(load({ wasm: new URL('missing.wasm', import.meta.url) }), coded('engine-not-loaded'));
  await assert.rejects(load({ wasm: 'relative.wasm' }), coded('engine-not-loaded'));
  // Another version of the method, as one byte of the module says it: it would start all the same.
  const changed = await readFile(new URL('../../pkg/wasm/namesieve_bg.wasm', import.meta.url));
  changed[changed.indexOf('namesieve/4') + 10] ^= 1;
  await WebAssembly.compile(changed);
  await assert.rejects(load({ wasm: changed }), coded('engine-not-loaded'));
  await assert.rejects(load({ wasm: new Response(changed) }), coded('engine-not-loaded'));
  (await load()).close();
});

test('a pack of other bytes is refused, and so is a sieve without a list', async () => {
  await assert.rejects(load({ packs: [new TextEncoder().encode('not a pack')] }), coded('bad-pack'));
  await assert.rejects(load({ packs: ['not bytes'] }), coded('bad-argument'));
  await assert.rejects(load({ packs: [] }), coded('no-list'));
});

test('a setting that is misspelt or of another type is refused, not ignored', async () => {
  const sieve = await load();
  for (const settings of [{ treshold: 5 }, { threshold: '70' }, { weak: 1 }, { maxAge: 30 }, { maxAge: 30, today: 'today' }, { maxAge: '30' }]) {
    assert.throws(() => sieve.screen('Benazir Ahmad', settings), coded('bad-argument'));
  }
  assert.equal(sieve.screen('Benazir Ahmad', null).threshold, sieve.threshold);
});

test('a fact that cannot be read is refused and named', async () => {
  const sieve = await load();
  for (const [fact, value] of [['birth', 'yesterday'], ['country', 'Atlantis'], ['kind', 7]]) {
    assert.throws(() => sieve.screen('Benazir Ahmad', { facts: { [fact]: value } }), (error) => coded('bad-fact')(error) && error.fact === fact);
  }
  assert.throws(() => sieve.screen('Benazir Ahmad', { facts: { berth: '1963' } }), coded('bad-argument'));
  assert.throws(() => sieve.screen('Benazir Ahmad', { facts: 'born 1963' }), coded('bad-argument'));
  sieve.close();
});

test('a threshold out of range is refused', async () => {
  const sieve = await load();
  for (const threshold of [-1, 101, 70.5]) {
    assert.throws(() => sieve.screen('Benazir Ahmad', { threshold }), coded('bad-threshold'));
  }
  sieve.close();
});

test('an unknown list has the code unknown-list', async () => {
  const sieve = await load();
  assert.throws(() => sieve.switch('no-such-list', false), coded('unknown-list'));
  assert.throws(() => sieve.list('no-such-list'), coded('unknown-list'));
  assert.throws(() => sieve.switch('ofac-sdn', 'off'), coded('bad-argument'));
  sieve.close();
});

test('an unknown designation has the code unknown-designation', async () => {
  const sieve = await load();
  assert.throws(() => sieve.designation('ofac-sdn', '0'), coded('unknown-designation'));
  assert.throws(() => sieve.designation('no-such-list', '33952'), coded('unknown-designation'));
  sieve.close();
});

test('what is not a string is not screened as an empty name', async () => {
  const sieve = await load();
  for (const name of [undefined, null, 123, ['Benazir Ahmad']]) {
    assert.throws(() => sieve.screen(name), coded('bad-argument'));
  }
  assert.throws(() => sieve.designation('ofac-sdn', 33952), coded('bad-argument'));
  sieve.close();
});

test('a closed sieve answers nothing more, and another one goes on', async () => {
  const [closed, open] = [await load(), await load()];
  closed.close();
  closed.close();
  for (const ask of [() => closed.screen('Benazir Ahmad'), () => closed.designation('ofac-sdn', '33952'), () => closed.lists()]) {
    assert.throws(ask, coded('closed'));
  }
  assert.equal(open.screen('Benazir Ahmad').status, 'screened');
  open.close();
});
