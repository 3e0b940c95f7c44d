// The type declarations: what they promise is what the package answers with, key by key and in the same order.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { load } from '../../pkg/index.js';

const declarations = await readFile(new URL('../../pkg/index.d.ts', import.meta.url), 'utf8');

/** The members of an interface, as declared. */
function declared(name) {
  const [, body] = new RegExp(`^export interface ${name} \\{\\n(.*?)^\\}`, 'ms').exec(declarations);
  return [...body.matchAll(/^ {2}(?:readonly )?(\w+)(?=\??:|\()/gm)].map(([, member]) => member);
}

const sieve = await load();
const screening = sieve.screen('Benazir Ahmad');
const [hit] = screening.hits;
const designation = sieve.designation(hit.list, hit.id);

const answers = {
  Screening: screening,
  ListCoverage: screening.lists[0],
  ListDetail: sieve.list('ofac-sdn'),
  Hit: hit,
  Measure: hit.measures[0],
  Reference: hit.measures[0].references[0],
  Step: hit.explanation[0],
  Designation: designation,
};
for (const [name, answer] of Object.entries(answers)) {
  test(`${name} has the members that its type declares`, () => assert.deepEqual(Object.keys(answer), declared(name)));
}

test('a sieve has the members that its type declares', () => {
  const members = Object.getOwnPropertyNames(Object.getPrototypeOf(sieve)).filter((name) => name !== 'constructor');
  assert.deepEqual(members.sort(), declared('Sieve').sort());
});
