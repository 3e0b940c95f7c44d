// Lists of one's own choosing: the reader makes packs of official files, and a sieve screens against them.

import assert from 'node:assert/strict';
import { openSync, readFileSync, readSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { load } from '../../pkg/index.js';
import { loadReader } from '../../pkg/reader.js';

const fixture = (path) => fileURLToPath(new URL(`../fixtures/lists/${path}`, import.meta.url));

/** A file as the reader takes it: piece by piece, from the disk. */
function onDisk(path) {
  const file = openSync(path);
  const read = (offset, length) => {
    const piece = new Uint8Array(length);
    return piece.subarray(0, readSync(file, piece, 0, length, offset));
  };
  return { name: path.split('/').at(-1), read };
}

const inMemory = (name, bytes) => ({ name, read: (offset, length) => bytes.subarray(offset, offset + length) });

const coded = (code, words) => (error) => {
  assert.equal(error.code, code);
  assert.match(error.message, words);
  return true;
};

// First in this file: once the module has started, later calls share it.
await test('a reader that cannot be loaded does not stand in the way of one that can', async () => {
  await assert.rejects(loadReader({ wasm: new Uint8Array([0, 1, 2]) }), coded('reader-not-loaded', /check that its file/));
  const { version } = await loadReader();
  assert.match(version, /^\d+\.\d+\.\d+$/);
});

const reader = await loadReader();
const un = reader.compile([onDisk(fixture('un/consolidated.xml'))]);

test('an official file becomes a pack, and says what it was', () => {
  const [list] = un.lists;
  assert.deepEqual([list.id, list.issued, list.complete, list.ages], ['un-sc', '2026-02-27', true, true]);
  assert.equal(un.packs.length, 1);
  assert.match(un.source[0].sha256, /^[0-9a-f]{64}$/);
  assert.equal(un.source[0].records, list.designations);
});

test('a pack is taken as the list that it is, beside official files', () => {
  const own = onDisk(fixture('own/watchlist.csv'));
  const both = reader.compile([inMemory('un.pack', un.packs[0]), own]);
  assert.deepEqual(both.lists.map(({ id }) => id), ['un-sc', 'own-watchlist']);
  assert.deepEqual(both.packs[0], un.packs[0], 'byte for byte');
  const damaged = un.packs[0].slice();
  damaged[damaged.length - 1] ^= 1;
  assert.throws(() => reader.compile([inMemory('un.pack', damaged)]), coded('bad-pack', /is damaged/));
  assert.throws(() => reader.compile([inMemory('un.pack', un.packs[0].subarray(0, 999))]), coded('bad-pack', /cut off/));
});

test('several files become a pack for each list, in the order of the lists', async () => {
  const { packs, lists } = reader.compile([onDisk(fixture('un/consolidated.xml')), onDisk(fixture('own/watchlist.csv'))], { issued: '2026-11-20' });
  assert.deepEqual(lists.map(({ id, ages }) => [id, ages]), [['un-sc', true], ['own-watchlist', false]]);
  for (const [at, pack] of packs.entries()) {
    const sieve = await load({ packs: [pack] });
    assert.deepEqual(sieve.lists(), [lists[at]]);
    sieve.close();
  }
});

test('a sieve screens against packs, with the embedded lists beside them only where asked', async () => {
  const both = await load({ packs: un.packs, embedded: true });
  assert.deepEqual(both.lists().map(({ id }) => id), ['un-sc', 'ofac-sdn', 'ofac-cmic']);
  assert.equal(both.screen('Eric Badege').hits[0].list, 'un-sc');
  both.close();
  const alone = await load({ packs: un.packs });
  assert.deepEqual(alone.screen('Benazir Ahmed').hits, []);
  assert.deepEqual(alone.list('un-sc').sources, un.source);
  alone.close();
});

test('a list that is switched off is not looked at and is named', async () => {
  const sieve = await load({ packs: un.packs, embedded: true });
  sieve.switch('un-sc', false);
  const { hits, lists, off } = sieve.screen('Eric Badege');
  assert.deepEqual([hits, off.map(({ id }) => id)], [[], ['un-sc']]);
  assert.ok(lists.every(({ id }) => id !== 'un-sc'));
  sieve.switch('un-sc', true);
  assert.deepEqual(sieve.screen('Eric Badege').off, []);
  sieve.close();
});

test('a list past its age makes "no hit" say nothing, and never hides a hit', async () => {
  const sieve = await load({ packs: un.packs });
  const aged = { maxAge: 30, today: '2026-11-21' };
  assert.deepEqual(sieve.screen('Otto Warmbier', aged).reasons, [{ code: 'out-of-date', value: 'un-sc' }]);
  assert.equal(sieve.screen('Eric Badege', aged).status, 'screened');
  assert.equal(sieve.screen('Otto Warmbier', { ...aged, today: '2026-03-29' }).status, 'screened');
  assert.equal(sieve.screen('Otto Warmbier').status, 'screened');
  sieve.close();
});

test('what is no whole list is refused in a sentence', () => {
  const bytes = readFileSync(fixture('un/consolidated.xml'));
  const page = new TextEncoder().encode('<!doctype html><title>Sorry</title>');
  assert.throws(() => reader.compile([inMemory('page.xml', page)]), coded('bad-list', /page\.xml is a web page/));
  assert.throws(() => reader.compile([inMemory('un.xml', bytes.subarray(0, 9000))]), coded('bad-list', /ends in the middle/));
  const failing = { name: 'un.xml', read: () => { throw new Error('the stick was pulled out'); } };
  assert.throws(() => reader.compile([failing]), coded('bad-list', /the stick was pulled out/));
});

test('what is no file is refused', () => {
  for (const files of [[], [{}], 'un.xml', [{ name: 'un.xml' }]]) assert.throws(() => reader.compile(files), coded('bad-argument', /\w/));
  assert.throws(() => reader.compile([inMemory('a', new Uint8Array())], { issued: 'yesterday' }), coded('bad-argument', /the day of issue/));
  assert.throws(() => reader.compile([inMemory('a', new Uint8Array())], { issued: 1 }), coded('bad-argument', /ISO day/));
});

test('the same list twice is refused', async () => {
  await assert.rejects(load({ packs: [...un.packs, ...un.packs] }), coded('bad-pack', /un-sc/));
});
