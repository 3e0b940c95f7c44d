// The type declarations: what they promise is what the package answers with, key by key and in the same order.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { load } from '../../pkg/index.js';

const read = (file) => readFile(new URL(`../../pkg/${file}`, import.meta.url), 'utf8');
const declarations = (await Promise.all(['index.d.ts', 'designation.d.ts', 'explanation.d.ts', 'facts.d.ts', 'scan.d.ts'].map(read))).join('\n');

/** The members of an interface, as declared. */
function declared(name) {
  const [, body] = new RegExp(`^export interface ${name} \\{\\n(.*?)^\\}`, 'ms').exec(declarations);
  return [...body.matchAll(/^ {2}(?:readonly )?(\w+)(?=\??:|\()/gm)].map(([, member]) => member);
}

const sieve = await load();
const facts = { birth: '1963', country: 'BD', nationality: 'BD', kind: 'person', gender: 'm', identifier: 'B00002095' };
const screening = sieve.screen('Benazir Ahmad', { facts });
const [hit] = screening.hits;
const designation = sieve.designation(hit.list, hit.id);
const scanned = sieve.scan('Benazir Ahmad spoke.');

const answers = {
  Screening: screening,
  ListCoverage: screening.lists[0],
  ListDetail: sieve.list('ofac-sdn'),
  Hit: hit,
  Measure: hit.measures[0],
  Reference: hit.measures[0].references[0],
  Step: sieve.screen('Беназир Ахмед').hits[0].explanation[0],
  Query: screening.query,
  GivenFacts: screening.query.facts,
  Finding: hit.facts[0],
  Designation: designation,
  Scanned: scanned,
  Mention: scanned.mentions[0],
};
for (const [name, answer] of Object.entries(answers)) {
  test(`${name} has the members that its type declares`, () => assert.deepEqual(Object.keys(answer), declared(name)));
}

test('a sieve has the members that its type declares', () => {
  const members = Object.getOwnPropertyNames(Object.getPrototypeOf(sieve)).filter((name) => name !== 'constructor');
  assert.deepEqual(members.sort(), declared('Sieve').sort());
});
