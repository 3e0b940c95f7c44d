// What a sieve answers: a party and its details, what cannot be screened, and the same bytes as the native command line.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';

import { load } from '../../pkg/index.js';

const sieve = await load();
after(() => sieve.close());

test('a name as a newspaper spells it brings the party, with the lists that were looked at', () => {
  const { query, status, lists, hits, threshold, method } = sieve.screen('Benazir Ahmad');
  assert.deepEqual(query, { name: 'Benazir Ahmad', readAs: 'name' });
  assert.equal(status, 'screened');
  assert.equal(threshold, sieve.threshold);
  assert.equal(method, sieve.method);
  assert.deepEqual(lists, sieve.lists());
  assert.deepEqual(lists.map(({ id }) => id), ['ofac-sdn', 'ofac-cmic']);
  assert.equal(hits[0].name, 'AHMED, Benazir');
  const points = hits[0].explanation.reduce((sum, step) => sum + step.points, 0);
  assert.equal(hits[0].score, 100 + points);
});

test('a hit leads to its designation', () => {
  const [{ list, id, name }] = sieve.screen('Benazir Ahmad').hits;
  const designation = sieve.designation(list, id);
  assert.equal(designation.name, name);
  assert.equal(designation.births[0].from, '1963-10-01');
});

for (const [name, code] of [['', 'empty'], ['123', 'no-letters']]) {
  test(`the name "${name}" is not screened, and never answered by "no hit"`, () => {
    const { status, reasons, hits } = sieve.screen(name);
    assert.equal(status, 'not-screened');
    assert.equal(reasons[0].code, code);
    assert.deepEqual(hits, []);
  });
}

test('facts are told and lose nothing, and a number is found without its name', () => {
  const { hits } = sieve.screen('Benazir Ahmad', { facts: { birth: '1963', kind: 'vessel', gender: '' } });
  assert.deepEqual(hits[0].facts.map(({ effect }) => effect), ['same-year', 'other-kind']);
  assert.equal(hits[0].contradicted, true);
  const { query, hits: [first] } = sieve.screen('b0000 2095');
  assert.deepEqual([query.readAs, first.name, first.identifier.number], ['identifier', 'AHMED, Benazir', 'B00002095']);
});

test('the settings are used and reported', () => {
  const { threshold, weakAliases } = sieve.screen('Benazir Ahmad', { threshold: 91, weak: true });
  assert.deepEqual([threshold, weakAliases], [91, true]);
});

const golden = process.env.NAMESIEVE_GOLDEN;
const skip = !golden && 'the variable NAMESIEVE_GOLDEN names no file of native answers';

test('every golden query gives the same bytes as the native command line', { skip }, async () => {
  const lines = async (path) => (await readFile(path, 'utf8')).replace(/\n$/, '').split('\n');
  const queries = await lines(new URL('../golden/queries.txt', import.meta.url));
  const native = await lines(golden);
  assert.equal(native.length, queries.length, 'one native answer for each query');
  for (const [place, query] of queries.entries()) {
    assert.equal(JSON.stringify(sieve.screen(query)), native[place], `query ${place + 1}: ${query}`);
  }
});
