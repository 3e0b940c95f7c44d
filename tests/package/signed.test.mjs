// Signed packs: what the expected key signed is taken, anything else refused with the code bad-signature. The files are minisign's.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';

import { verify } from '../../pkg/index.js';

const bytes = (text) => new TextEncoder().encode(text);

// The pack is the text `test`.
const text = `{
  "version": 1795298400,
  "packs": [ { "file": "un-sc.pack", "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" } ]
}
`;
const key = 'RWQ8V4d5O+gugmqzxYJK5boypl7AtwFWVtKc6vJX058DmPOpPE9TVPKz';
const signature = `untrusted comment: signature of Namesieve packs
RUQ8V4d5O+gugmFtsWDwhfivGZ56o4KkPqTO7GDglyDp8QF/j4GkHG6yML/NjJqCBCTWL5iLsADXM9Kmpv4XYFCEz57nxR1i+wQ=
trusted comment: namesieve packs, version 1795298400
+EM+hB8T5mKESpCRzjGeI5wqdWZx2w3SkDizXAjFTyUQhyHjuQw5XuoTZQu/3/3Z/cPkFmy8hwu8RseiFf4ABg==
`;

test('a signed manifest gives its version and holds its packs, as they are', async () => {
  const { version, packs, holds } = await verify({ manifest: bytes(text), signature, key });
  assert.equal(version, 1795298400);
  assert.equal(packs[0].sha256, createHash('sha256').update('test').digest('hex'));
  assert.equal(holds('un-sc.pack', bytes('test')), true);
  assert.equal(holds('un-sc.pack', bytes('tent')), false);
  assert.equal(holds('eu-fsf.pack', bytes('test')), false);
});

const refused = {
  'a changed manifest': { manifest: bytes(text.replace('9f86', '9f87')) },
  'a changed signature': { signature: signature.replace('fivGZ', 'fivGY') },
  'another version': { signature: signature.replace('1795298400', '1795298401') },
  'no signature': { signature: '' },
  'another key': { key: 'RWTcUUH+hA8E9xgC3hWV1AozTtryUaWyG4HpT88jZ6Sfp2ldjqW+cGho' },
  'no key': { key: '' },
};
for (const [what, change] of Object.entries(refused)) {
  test(`${what} is refused`, () =>
    assert.rejects(verify({ manifest: bytes(text), signature, key, ...change }), { code: 'bad-signature' }));
}

test('what is of another type is refused before anything is verified', async () => {
  for (const change of [{ manifest: text }, { signature: undefined }, { key: null }]) {
    await assert.rejects(verify({ manifest: bytes(text), signature, key, ...change }), { code: 'bad-argument' });
  }
});
