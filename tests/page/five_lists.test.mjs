/**
 * A file of 5,000 people against OFAC's two lists, the UN's, the UK's and the EU's, in the page and on the command line: the results are the
 * same bytes, and each confirms the other's record. Run where the official lists lie beside the project.
 */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Page } from './page.mjs';
import { Files, downloads } from './parties.mjs';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const program = process.env.NAMESIEVE_PROGRAM;
const skip = !program ? 'NAMESIEVE_PROGRAM is not set' : !existsSync(shared) && `${shared} is not here`;

const LISTS = {
  sdn: ['ofac-sdn/2026-07-rebuilt/sdn.xml'],
  cons: ['prim', 'alt', 'add', 'comments'].map((part) => `ofac-consolidated/2025-12-19/cons_${part}.csv`),
  un: ['un-sc/2026-02-27/consolidated.xml'],
  uk: ['uk-sanctions-list/2026-08-rebuilt/UK-Sanctions-List.xml'],
  eu: ['eu-fsf/2026-05-rebuilt/xmlFullSanctionsList_1_1.xml'],
};

// People of the UN's list as they are and misspelt, and people who are on no list.
const PEOPLE = { un_positives: 328, un_positives_corrupted: 327, negatives_global: 2345, negatives_us: 2000 };

const MINUTES = 60_000;

const run = async (...parameters) => (await promisify(execFile)(program, parameters, { maxBuffer: 1 << 26 })).stdout;

describe('5,000 people against five lists', { skip, timeout: 15 * MINUTES }, () => {
  let page, files, folder, people, packs;
  const at = (name) => join(folder, name);
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'namesieve-five-'));
    const [header] = readFileSync(join(shared, 'bench/un_positives.csv'), 'utf8').split('\n');
    const rows = Object.entries(PEOPLE).flatMap(([file, amount]) => readFileSync(join(shared, `bench/${file}.csv`), 'utf8').split('\n').slice(1, amount + 1));
    assert.equal(rows.length, 5000);
    people = at('people.csv');
    writeFileSync(people, [header, ...rows, ''].join('\n'));
    packs = Object.keys(LISTS).map((list) => at(`${list}.pack`));
    for (const [list, parts] of Object.entries(LISTS)) {
      const issued = list === 'cons' ? ['--issued', '2025-12-19'] : [];
      // Warnings that nobody accepts in advance end it with 1; the pack is written all the same.
      await run('compile', ...parts.map((part) => join(shared, 'lists', part)), ...issued, '-o', at(`${list}.pack`)).catch(({ code }) => assert.equal(code, 1));
    }
    page = await Page.start();
    files = new Files(page);
  });
  after(async () => {
    await page?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const packed = () => packs.flatMap((pack) => ['--pack', pack]);
  const rest = (record) => ({ ...record, head: { ...record.head, made: '', software: null, off: [] } });
  const patiently = (what, condition) => page.driver.wait(() => page.run(condition), 8 * MINUTES, `waited in vain until ${what}`, 500);

  test('come to the same bytes in the page and on the command line, and each confirms the record of the other', async () => {
    await run('screen', '--names', people, ...packed(), '--out', at('results.csv'), '--record', at('record.json'));
    await files.open();
    await page.run(() => (document.getElementById('lists').open = true));
    await page.find('#files').sendKeys(packs.join('\n'));
    await patiently('the lists are loaded', () => document.querySelectorAll('#lists-each .list').length >= 6 && document.getElementById('reading').hidden);
    await files.choose(people);
    await files.press('Screen ');
    if (/older than/.test(await page.text('#table-told'))) await files.press('Screen with them all the same');
    await patiently('the results are there', () => document.querySelector('#rows-list')?.childNodes.length > 0);
    const record = JSON.parse(await files.saved('Screening record', 'people-record.json'));
    const native = JSON.parse(readFileSync(at('record.json')));
    const ids = ({ head }) => head.lists.map(({ id }) => id);
    assert.deepEqual(ids(record), ids(native), 'the lists stand in one order');
    const results = await files.saved('Results as CSV', 'people-results.csv');
    assert.equal(results.compare(readFileSync(at('results.csv'))), 0, 'the results are the same bytes');
    assert.ok(record.counts.potential > 600 && record.counts.none > 4000, JSON.stringify(record.counts));
    assert.equal(record.rows.length, 5000);
    assert.deepEqual(rest(record).head, rest(native).head);
    assert.match(await run('verify', join(downloads, 'people-record.json'), ...packed(), '--input', people), /^confirmed: /);
    await page.run(() => {
      document.getElementById('record').open = true;
    });
    await page.find('#record-file').sendKeys(at('record.json'));
    await page.find('#record-input').sendKeys(people);
    await files.press('Check');
    await patiently('the record is checked', () => document.getElementById('record-told').innerText);
    assert.match(await page.text('#record-told'), /^Confirmed: /);
    assert.deepEqual(await page.complaints(), []);
  });

  test('stay loaded while a press report of 900 words is searched, whose time is printed', async () => {
    const texts = new URL('../fixtures/texts/', import.meta.url);
    const reports = readdirSync(texts).filter((name) => /-en-press/.test(name)).map((name) => readFileSync(new URL(name, texts), 'utf8'));
    const plain = reports.join('\n\n').replace(/\[\[([^|\]]*)\|[^\]]*\]\]/gu, '$1');
    const words = plain.split(/(?<=\s)/u).slice(0, 900);
    assert.equal(words.length, 900);
    await page.click('#tab-document');
    const times = [];
    for (let round = 0; round < 5; round++)
      times.push(await page.driver.executeAsyncScript((text, done) => {
        document.getElementById('document-paste').value = text;
        const result = document.getElementById('document-result');
        result.replaceChildren();
        const began = performance.now();
        new MutationObserver((_, watch) => {
          if (!document.querySelector('#document-result .outcome')) return;
          watch.disconnect();
          done(Math.round(performance.now() - began));
        }).observe(result, { childList: true });
        document.getElementById('document-read').click();
      }, words.join('')));
    console.log(`900 words against five lists, in the page: ${times.join(', ')} ms`);
    const marks = await page.run(() => document.querySelectorAll('#document-text mark').length);
    assert.ok(marks >= 30, `${marks} marks`);
  });
});
