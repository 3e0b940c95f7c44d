// Damage: a pack or a signed manifest of which a byte is missing or another one is refused by the engine and by the reader, whichever
// byte it is.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { load, verify } from '../../pkg/index.js';
import { loadReader } from '../../pkg/reader.js';

const BITS = [1, 2, 4, 8, 16, 32, 64, 128];

const reader = await loadReader();

const file = (bytes, name = 'list') => ({ name, read: (offset, length) => bytes.subarray(offset, offset + length) });

/** A pack so small that every bit of it can be tried. */
const [pack] = reader.compile([file(readFileSync(new URL('../fixtures/lists/own/watchlist.csv', import.meta.url)), 'watchlist.csv')]).packs;

/** Each pack that lacks its end, and each with one bit changed, with the words for what was done. */
function* damaged() {
  for (let length = 0; length < pack.length; length++) yield [pack.subarray(0, length), `${length} of ${pack.length} bytes`];
  for (let at = 0; at < pack.length; at++)
    for (const bit of BITS) {
      const bytes = pack.slice();
      bytes[at] ^= bit;
      yield [bytes, `byte ${at} changed by ${bit}`];
    }
}

/** The code with which something is refused; `taken` where it is not. */
const refusal = async (work) => {
  try {
    await work();
    return 'taken';
  } catch (error) {
    return error.code;
  }
};

test('the pack is whole before anything is done to it', async () => {
  const sieve = await load({ packs: [pack] });
  assert.equal(sieve.lists().length, 1);
  sieve.close();
  assert.ok(pack.length > 500, `${pack.length} bytes`);
});

test('every truncation and every changed bit of a pack is refused by the engine', async () => {
  let tried = 0;
  for (const [bytes, what] of damaged()) {
    assert.equal(await refusal(() => load({ packs: [bytes] })), 'bad-pack', what);
    tried += 1;
  }
  assert.equal(tried, pack.length * (1 + BITS.length));
});

test('a damaged pack beside whole ones opens none of them', async () => {
  for (let at = 0; at < pack.length; at++) {
    const bytes = pack.slice();
    bytes[at] ^= 1;
    assert.equal(await refusal(() => load({ packs: [pack, bytes], embedded: true })), 'bad-pack', `byte ${at}`);
  }
});

test('every truncation and every changed bit of a pack is refused by the reader of files', async () => {
  for (const [bytes, what] of damaged())
    // A file that does not even begin as a pack is no list either.
    assert.match(await refusal(() => reader.compile([file(bytes)])), /^bad-(pack|list)$/, what);
});

const key = 'RWQ8V4d5O+gugmqzxYJK5boypl7AtwFWVtKc6vJX058DmPOpPE9TVPKz';
const manifest = new TextEncoder().encode(`{
  "version": 1795298400,
  "packs": [ { "file": "un-sc.pack", "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" } ]
}
`);
const note = 'untrusted comment: signature of Namesieve packs\n';
const signature = `${note}RUQ8V4d5O+gugmFtsWDwhfivGZ56o4KkPqTO7GDglyDp8QF/j4GkHG6yML/NjJqCBCTWL5iLsADXM9Kmpv4XYFCEz57nxR1i+wQ=
trusted comment: namesieve packs, version 1795298400
+EM+hB8T5mKESpCRzjGeI5wqdWZx2w3SkDizXAjFTyUQhyHjuQw5XuoTZQu/3/3Z/cPkFmy8hwu8RseiFf4ABg==`;

test('every truncation and every changed bit of a signed manifest is refused', async () => {
  assert.equal((await verify({ manifest, signature, key })).version, 1795298400);
  for (let at = 0; at < manifest.length; at++) {
    assert.equal(await refusal(() => verify({ manifest: manifest.subarray(0, at), signature, key })), 'bad-signature', `${at} bytes`);
    for (const bit of BITS) {
      const changed = manifest.slice();
      changed[at] ^= bit;
      assert.equal(await refusal(() => verify({ manifest: changed, signature, key })), 'bad-signature', `byte ${at} changed by ${bit}`);
    }
  }
});

test('every truncation and every changed bit of a signature is refused, past the note that nothing relies on', async () => {
  for (let at = note.length; at < signature.length; at++) {
    assert.equal(await refusal(() => verify({ manifest, signature: signature.slice(0, at), key })), 'bad-signature', `${at} letters`);
    for (const bit of BITS.slice(0, 7)) {
      const letter = String.fromCharCode(signature.charCodeAt(at) ^ bit);
      const changed = signature.slice(0, at) + letter + signature.slice(at + 1);
      assert.equal(await refusal(() => verify({ manifest, signature: changed, key })), 'bad-signature', `letter ${at} became ${JSON.stringify(letter)}`);
    }
  }
});

test('every truncation of the key is refused, and so is every changed letter of it', async () => {
  for (let at = 0; at < key.length; at++) {
    assert.equal(await refusal(() => verify({ manifest, signature, key: key.slice(0, at) })), 'bad-signature', `${at} letters`);
    for (const bit of BITS.slice(0, 7)) {
      const changed = key.slice(0, at) + String.fromCharCode(key.charCodeAt(at) ^ bit) + key.slice(at + 1);
      // minisign labels keys `Ed`, and signatures `ED`: under either label these are the bytes of the same key.
      if (changed.startsWith('RU')) continue;
      assert.equal(await refusal(() => verify({ manifest, signature, key: changed })), 'bad-signature', `letter ${at}`);
    }
  }
});

const sieve = await load();
const partners = readFileSync(new URL('../fixtures/tables/partners.csv', import.meta.url));

/** A screening record of a short table. */
function recorded() {
  const table = reader.openTable('partners.csv', new Uint8Array(partners));
  table.take(0, table.rows(0, 3).map((row) => sieve.screenRow(row)));
  const head = {
    made: '2026-11-30T00:00:00Z', operator: '', note: '', software: { version: sieve.version, engine: 'wasm', sha256: '' },
    method: sieve.method, threshold: sieve.threshold, weakAliases: false, oldest: null, lists: sieve.lists(), off: [], without: [],
    entries: sieve.entries(), since: null,
  };
  const { text } = table.record(head);
  table.free();
  return new TextEncoder().encode(text);
}

test('every truncation and every changed byte of a record is refused by the reader', async () => {
  const record = recorded();
  reader.openRecord(record).free();
  for (let at = 0; at < record.length; at++) {
    // The line break that ends the file is no part of what it says.
    if (at < record.length - 1) assert.equal(await refusal(() => reader.openRecord(record.subarray(0, at))), 'bad-record', `${at} bytes`);
    for (const flip of [1, 128]) {
      const changed = record.slice();
      changed[at] ^= flip;
      assert.equal(await refusal(() => reader.openRecord(changed)), 'bad-record', `byte ${at} changed by ${flip}`);
    }
  }
});

test('a record of another version is refused, to be checked as to be compared with, and the version that is read is named', () => {
  const record = new TextDecoder().decode(recorded());
  assert.match(record, /^\{"format":"namesieve-record\/2"/);
  const table = reader.openTable('partners.csv', new Uint8Array(partners));
  const taken = new TextEncoder();
  table.takeBefore(taken.encode(record)); // as it was made it is taken
  for (const version of [1, 3]) {
    const other = taken.encode(record.replace('namesieve-record/2', `namesieve-record/${version}`));
    for (const use of [() => reader.openRecord(other), () => table.takeBefore(other)])
      assert.throws(use, { code: 'bad-record', message: new RegExp(`\`namesieve-record/${version}\`; this version reads namesieve-record/2`) });
  }
  table.free();
});

test('a table of which anything is cut off is read or refused with a reason', async () => {
  for (let length = 0; length < partners.length; length++) {
    const cut = new Uint8Array(partners.subarray(0, length));
    const code = await refusal(() => {
      const table = reader.openTable('partners.csv', cut);
      const rows = table.rows(0, table.about().rows);
      assert.ok(rows.every(({ names, fault }) => fault || Array.isArray(names)));
      table.free();
    });
    assert.ok(['taken', 'bad-table', 'bad-columns'].includes(code), `${length} bytes: ${code}`);
  }
});
