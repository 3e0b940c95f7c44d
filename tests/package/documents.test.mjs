// A document in the package: its text from the reader, its mentions from the sieve, as the command line writes them.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';

import { load } from '../../pkg/index.js';
import { loadReader } from '../../pkg/reader.js';

const native = process.env.NAMESIEVE_GOLDEN && dirname(process.env.NAMESIEVE_GOLDEN);
const skip = !native && 'the variable NAMESIEVE_GOLDEN names no file of native answers';

// Those of which the command line was asked (xtask/src/test.rs).
const DOCUMENTS = ['memo.docx', 'release.pdf', 'message.eml', 'page.htm'];

const reader = await loadReader();
const sieve = await load();
after(() => sieve.close());

const read = async (name) => reader.readDocument(name, new Uint8Array(await readFile(new URL(`../fixtures/documents/${name}`, import.meta.url))));

const report = 'Treasury named Erken Tuniyaz on Friday. Mr. Tuniyaz is acting chairman; Wally Adeyemo, the deputy secretary, spoke.';

test('a text tells where it names whom, and a family name after the full one', () => {
  const { status, mentions, parties, lists, threshold, words } = sieve.scan(report);
  assert.equal(status, 'screened');
  assert.deepEqual(mentions.map(({ from, to, again }) => [report.slice(from, to), again]), [['Erken Tuniyaz', false], ['Tuniyaz', true]]);
  assert.deepEqual(parties.map(({ id, mentions: at }) => [id, at]), [['34119', [0, 1]]]);
  assert.deepEqual(lists, sieve.lists());
  assert.equal(threshold, sieve.textThreshold);
  assert.equal(words, report.split(' ').length);
});

test('a search that is made step by step ends with the same, and before its end says that it has none', () => {
  const text = `${report}\n\n`.repeat(3000);
  const scan = sieve.openScan(text);
  const early = scan.result();
  assert.deepEqual([early.status, early.reasons.map(({ code }) => code)], ['not-screened', ['unfinished']]);
  let [done, steps] = [0, 0];
  while (done < 1) {
    const next = scan.step();
    assert.ok(next >= done && next <= 1, `${done} ${next}`);
    [done, steps] = [next, steps + 1];
  }
  assert.ok(steps > 1, 'so long a text takes several steps');
  assert.deepEqual(scan.result(), sieve.scan(text));
  scan.close();
  assert.throws(() => scan.step(), { code: 'closed' });
});

test('what was not read of a document keeps it from being screened', async () => {
  const { text, unread } = await read('scanned.pdf');
  assert.ok(unread.some(({ code }) => code === 'pages-without-text'), JSON.stringify(unread));
  const { status, reasons } = sieve.scan(text, { unread });
  assert.equal(status, 'not-screened');
  assert.ok(reasons.some(({ code }) => code === 'unread'));
});

test('arguments of another kind are refused with a sentence', () => {
  assert.throws(() => sieve.scan(7), { code: 'bad-argument', message: /string/ });
  assert.throws(() => sieve.scan('x', { unread: 'no' }), { code: 'bad-argument', message: /array/ });
  assert.throws(() => sieve.scan('x', { threshold: 0 }), { code: 'bad-threshold' });
  assert.throws(() => reader.readDocument('x.txt', 'text'), { code: 'bad-argument' });
});

test('documents of each kind say the same bytes as on the command line', { skip }, async () => {
  const lines = (await readFile(join(native, 'scanned.jsonl'), 'utf8')).trimEnd().split('\n');
  assert.equal(lines.length, DOCUMENTS.length);
  for (const [at, name] of DOCUMENTS.entries()) {
    const { text, unread } = await read(name);
    const scanned = sieve.scan(text, { unread });
    assert.ok(scanned.mentions.length > 0, name);
    assert.equal(JSON.stringify(scanned), lines[at], name);
  }
});
