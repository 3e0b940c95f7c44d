// A table of parties in the package: rows from the reader to the sieve and back, results and record as the command line writes them.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

import { load } from '../../pkg/index.js';
import { loadReader } from '../../pkg/reader.js';

const partners = new Uint8Array(await readFile(new URL('../fixtures/tables/partners.csv', import.meta.url)));
const native = process.env.NAMESIEVE_GOLDEN && dirname(process.env.NAMESIEVE_GOLDEN);
const skip = !native && 'the variable NAMESIEVE_GOLDEN names no file of native answers';

const reader = await loadReader();
const sieve = await load();

const screened = (rows) => rows.map((row) => (row.fault ? null : sieve.screenRow(row)));

function table(name = 'partners.csv', bytes = partners, choice) {
  const opened = reader.openTable(name, bytes, choice);
  opened.take(0, screened(opened.rows(0, opened.about().rows)));
  return opened;
}

const head = {
  made: '2026-11-30T00:00:00Z', operator: '', note: 'a test', software: { version: sieve.version, engine: 'wasm', sha256: '' },
  method: sieve.method, threshold: sieve.threshold, weakAliases: false, oldest: null, lists: sieve.lists(), off: [], without: [], entries: sieve.entries(), since: null,
};

test('a table says what it is and gives a row for each of its rows', () => {
  const opened = reader.openTable('partners.csv', partners);
  const about = opened.about();
  assert.deepEqual(about.form, { format: 'delimited', separator: ';', encoding: 'UTF-8' });
  assert.deepEqual(about.columns, ['reference', 'family', 'given', 'birth', 'country', 'identifier', 'other']);
  assert.deepEqual([about.rows, about.wrong, about.twice], [11, null, 1]);
  const rows = opened.rows(0, 100);
  assert.deepEqual(Object.keys(rows[0]), ['row', 'reference', 'names', 'facts', 'fault', 'sameAs']);
  assert.deepEqual(rows[7].fault, { code: 'too-many-cells', value: '8' });
  opened.useColumns(['name', 'other', 'other', 'other', 'other', 'other', 'other']);
  assert.deepEqual(opened.rows(0, 1)[0].names, ['A-1']);
  assert.throws(() => opened.useColumns(['other']), { code: 'bad-columns' });
  assert.throws(() => opened.useColumns(Array(7).fill('other')), { code: 'bad-columns' });
  opened.free();
});

test('outcomes have the keys that their type declares', async () => {
  const declarations = await readFile(new URL('../../pkg/table.d.ts', import.meta.url), 'utf8');
  const declared = (name) => {
    const [, body] = new RegExp(`^export interface ${name} \\{\\n(.*?)^\\}`, 'ms').exec(declarations);
    return [...body.matchAll(/^ {2}(\w+)(?=\??:|\()/gm)].map(([, member]) => member);
  };
  const opened = table();
  const [{ row, outcome }] = opened.show('potential', 0, 1).rows;
  assert.deepEqual(Object.keys(row), declared('Row'));
  assert.deepEqual(Object.keys(outcome), declared('Outcome'));
  assert.deepEqual(Object.keys(outcome.hits[0]), declared('Found'));
  assert.deepEqual(Object.keys(opened.about()), declared('TableAbout'));
  assert.deepEqual(Object.keys(JSON.parse(opened.record(head).text).counts), declared('Counts'));
  opened.free();
});

test('results are the same bytes as those of the command line', { skip }, async () => {
  const opened = table();
  assert.deepEqual(Buffer.from(opened.csv()), await readFile(join(native, 'partners.csv')));
  assert.deepEqual(Buffer.from(opened.workbook()), await readFile(join(native, 'partners.xlsx')));
  opened.free();
});

test('a row that was not reached says so', () => {
  const opened = reader.openTable('names.txt', new TextEncoder().encode('Benazir Ahmad\nJane Roe\n'));
  opened.take(0, screened(opened.rows(0, 1)));
  assert.deepEqual(opened.progress(), { done: 1, undecided: 1, news: 0, unread: 0, decided: {}, rows: 1, potential: 1, none: 0, notScreened: 0, stopped: 0, hits: 1 });
  assert.match(new TextDecoder().decode(opened.csv()), /Jane Roe,2,NOT SCREENED,Screening was stopped before this row/);
  assert.equal(JSON.parse(opened.record(head).text).counts.stopped, 1);
  assert.throws(() => opened.take(1, screened(opened.rows(0, 2))), { code: 'bad-argument' });
  opened.free();
});

test('a record is confirmed, and a changed one is not', () => {
  const opened = table();
  const { text, seal } = opened.record(head);
  const bytes = new TextEncoder().encode(text);
  const check = reader.openRecord(bytes);
  assert.equal(check.about().seal, seal);
  assert.equal(check.lists(sieve.lists(), sieve.entries()), undefined);
  assert.match(check.lists([], {}), /is not loaded/);
  assert.equal(check.file(partners), undefined);
  assert.match(check.file(new TextEncoder().encode('name\nJane Roe\n')), /sha256/);
  assert.equal(check.compare(0, screened(check.rows(0, 100))), undefined);
  assert.match(check.compare(0, screened(check.rows(0, 100)).map((each) => each && { ...each, hits: [] })), /^row 2: the record says/);
  assert.throws(() => reader.openRecord(bytes.slice(0, -3)), { code: 'bad-record' });
  assert.throws(() => reader.openRecord(new TextEncoder().encode(text.replace('Benazir', 'Benizar'))), { code: 'bad-record' });
  check.free();
  opened.free();
});

test('decisions are kept, and hold while nothing changes', () => {
  const opened = table();
  const [{ at, outcome }] = opened.show('undecided', 0, 1).rows;
  const before = opened.progress().undecided;
  opened.decide(at, 0, 'false-positive', 'another birth date', 'A. B.', '2026-11-30T00:00:00Z');
  assert.equal(opened.progress().undecided, before - 1);
  const [standing] = opened.show('all', at, 1).rows[0].standings;
  assert.deepEqual([standing.is, standing.decision.verdict, standing.decision.listing.id], ['decided', 'false-positive', outcome.hits[0].id]);
  const review = new TextEncoder().encode(opened.review());
  const next = table();
  assert.equal(next.takeReview(review), 1);
  assert.equal(next.progress().undecided, before - 1);
  next.decide(at, 0, null, '', '', '');
  assert.equal(next.progress().undecided, before);
  // What was decided before the earlier decisions are taken up is not lost, and goes before them.
  next.decide(at, 0, 'true-match', 'it is him', 'C. D.', '2026-12-01T00:00:00Z');
  assert.equal(next.takeReview(review), 1);
  assert.equal(next.show('all', at, 1).rows[0].standings[0].decision.verdict, 'true-match');
  next.decide(at, 0, null, '', '', '');
  assert.throws(() => next.decide(at, 99, 'escalated', '', '', ''), { code: 'bad-argument' });
  assert.throws(() => next.decide(at, 0, 'guilty', '', '', ''), { code: 'bad-argument' });
  assert.throws(() => next.takeReview(partners), { code: 'bad-review' });
  opened.free();
  next.free();
});

test('what is new since an earlier record is told apart', () => {
  const opened = table();
  const { text } = opened.record(head);
  const next = table('partners.csv', new TextEncoder().encode(`${new TextDecoder().decode(partners)}A-12;Tuniyaz;Erken;;;;\r\n`));
  assert.deepEqual(next.takeBefore(new TextEncoder().encode(text)), { day: '2026-11-30', known: 11 });
  assert.deepEqual(next.differs(head), []);
  assert.deepEqual(next.differs({ ...head, threshold: 85 }), ['The earlier record was made at the threshold 70, and this at 85.']);
  assert.equal(next.progress().news, 1);
  const [{ row, changes }] = next.show('news', 0, 9).rows;
  assert.deepEqual([row.reference, changes.first, changes.new, changes.changed, changes.gone], ['A-12', true, [0], [], []]);
  assert.throws(() => next.takeBefore(partners), { code: 'bad-record' });
  opened.free();
  next.free();
});

test('a run over what was added comes to the same as a full one', async () => {
  const fewer = await load();
  fewer.switch('ofac-sdn', false);
  const names = new TextEncoder().encode('name\nBenazir Ahmad\nJane Roe\nSenseTime\n');
  const before = reader.openTable('names.csv', names);
  before.take(0, before.rows(0, 9).map((row) => fewer.screenRow(row)));
  const { text } = before.record({ ...head, lists: fewer.lists().filter(({ id }) => id !== 'ofac-sdn'), entries: fewer.entries() });
  const next = reader.openTable('names.csv', names);
  assert.equal(next.added(sieve.entries(), 70, false), undefined, 'there is no earlier record');
  next.takeBefore(new TextEncoder().encode(text));
  const { places, basis, clear } = next.added(sieve.entries(), 70, false);
  assert.equal(basis.designations, sieve.lists().find(({ id }) => id === 'ofac-sdn').designations);
  assert.deepEqual([clear, [...next.wereClear(0, 9)]], [2, [1, 1, 0]]);
  // Another record that is taken up meanwhile says nothing of these places.
  const other = table('names.csv', new TextEncoder().encode('name\nSomebody Else\n'));
  next.takeBefore(new TextEncoder().encode(other.record(head).text));
  other.free();
  assert.deepEqual([...next.wereClear(0, 9)], [1, 1, 0]);
  next.takeBefore(new TextEncoder().encode(text));
  const rows = next.rows(0, 9);
  assert.throws(() => sieve.screenRowSince(rows[0]), { code: 'bad-argument' });
  sieve.narrow(places);
  assert.deepEqual(rows.slice(0, 2).map((row) => sieve.screenRowSince(row)), rows.slice(0, 2).map((row) => sieve.screenRow(row)));
  assert.match(next.added(sieve.entries(), 85, false), /another threshold/);
  for (const each of [before, next]) each.free();
  fewer.close();
});

test('a record is redacted, and rows of it are opened and checked', () => {
  const bytes = (text) => new TextEncoder().encode(text);
  const opened = table();
  const record = bytes(opened.record(head).text);
  const { text, key, seal } = reader.redact(record);
  assert.ok(!text.includes('Benazir'));
  assert.notEqual(reader.redact(record).text, text, 'each has a key of its own');
  assert.deepEqual([reader.isRedacted(bytes(text)), reader.isRedacted(record)], [true, false]);
  const check = reader.openRedacted(bytes(text));
  assert.deepEqual([check.about().seal, check.about().counts.rows], [seal, 11]);
  const rows = check.open(bytes(reader.reveal(record, bytes(key), [2, 3])));
  assert.deepEqual(rows.map(({ names }) => names), [['Benazir Ahmad'], ['Erken Tuniyaz']]);
  assert.equal(check.lists(sieve.lists()), undefined);
  assert.equal(check.compare(screened(rows)), undefined);
  assert.match(check.compare(screened(rows).map((each) => ({ ...each, hits: [] }))), /^row 2: the record says/);
  assert.throws(() => reader.reveal(record, bytes(key), [1]), { code: 'bad-record' });
  assert.throws(() => check.open(bytes(text)), { code: 'bad-record' });
  assert.throws(() => check.compare([]), { code: 'bad-argument' }, 'nothing is confirmed that was not screened');
  check.free();
  opened.free();
});

test('rows with potential matches are narrowed down', () => {
  const opened = table();
  const { total } = opened.show('potential', 0, 0);
  const { list, state } = opened.choices();
  assert.deepEqual([list, state], [{ 'ofac-sdn': total }, { open: total }]);
  assert.equal(opened.show('potential', 0, 9, { list: 'ofac-sdn', kind: 'individual', score: 1 }).total, total);
  assert.equal(opened.show('potential', 0, 9, { kind: 'vessel' }).total, 0);
  assert.ok(opened.show('potential', 0, 9, { score: 99 }).total < total);
  assert.throws(() => opened.show('all', 0, 9, { score: 'high' }), { code: 'bad-argument' });
  opened.free();
});

test('what is no table is refused with a sentence', () => {
  assert.throws(() => reader.openTable('a.csv', new Uint8Array()), { code: 'bad-table', message: 'a.csv is empty; nothing was read' });
  assert.throws(() => reader.openTable('a.csv', 'name'), { code: 'bad-argument' });
  assert.throws(() => reader.openTable('a.csv', partners, { encoding: 'klingon' }), { code: 'bad-table' });
  assert.throws(() => reader.openTable('a.csv', partners, { sheets: 1 }), { code: 'bad-argument' });
  assert.throws(() => sieve.screenRow({ names: 'Jane' }), { code: 'bad-argument' });
  assert.throws(() => sieve.screenRow({ names: ['Jane'], facts: [{ fact: 'shoe', text: '42' }] }), { code: 'bad-argument' });
});
