/** A record is handed on without its names, and single rows of it are opened and checked. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { file } from './files.mjs';
import { Page } from './page.mjs';
import { Files, downloads, partners } from './parties.mjs';

describe('A person hands on a record without its names', () => {
  let page, files;
  before(async () => {
    page = await Page.start();
    files = new Files(page);
  });
  after(() => page.close());
  beforeEach(async () => {
    await files.open();
    await files.choose(partners);
    await page.find('#table-operator').sendKeys('A. Caseworker');
    await page.find('#table-note').sendKeys('For the Montague grant');
    await files.screen();
    await files.saved('Screening record', 'partners-record.json');
    await page.run(() => (document.getElementById('redact').open = true));
  });

  const record = join(downloads, 'partners-record.json');
  const redacted = join(downloads, 'partners-redacted.json');
  const key = join(downloads, 'partners-redacted-key.json');
  const opened = join(downloads, 'partners-opened.json');

  async function make() {
    await page.find('#redact-record').sendKeys(record);
    await files.press('Make a redacted record');
    await page.until('it is made', () => /is made/.test(document.getElementById('redact-told').innerText));
    const text = (await files.saved('Save the redacted record', 'partners-redacted.json')).toString();
    await files.saved('Save its key', 'partners-redacted-key.json');
    return text;
  }

  test('in which nothing says who was screened, and which is found whole', async () => {
    const text = await make();
    for (const hidden of ['Benazir', 'AHMED', 'Tuniyaz', 'A-1', 'partners', 'Montague', 'Bangladesh']) assert.ok(!text.includes(hidden), hidden);
    assert.equal(JSON.parse(text).head.operator, 'A. Caseworker');
    const told = await files.check(redacted);
    assert.match(told, /^Whole: nothing in the redacted record was changed since it was made\./);
    assert.match(told, /6 with potential matches, 2 without one on its lists, 3 not screened\./);
    assert.match(told, /These are not the whole lists/);
    assert.match(told, /Its rows are hidden, so they were not screened again\./);
    assert.match(await files.check(file('changed.json', text.replace('"potential":1', '"potential":0'))), /was changed after it was made/);
    assert.deepEqual(await page.complaints(), []);
  });

  test('and opens single rows of it later, which are what was hidden and screened again', async () => {
    await make();
    await page.find('#redact-key').sendKeys(key);
    await page.find('#redact-rows').sendKeys('2, 3');
    const rows = JSON.parse(await files.saved('Save the opened rows', 'partners-opened.json')).rows;
    assert.deepEqual(rows.map(({ row }) => row.names), [['Benazir Ahmad'], ['Erken Tuniyaz']]);
    const told = await files.check(redacted, opened);
    assert.match(told, /Each opened row is the one that was hidden there:\s+Row 2 Benazir Ahmad\s+Row 3 Erken Tuniyaz\s+Confirmed: screening the opened rows again gives the same\./);
    const { format, redacted: seal } = JSON.parse(readFileSync(opened));
    const lie = { format, redacted: seal, rows: [{ ...rows[0], row: { ...rows[0].row, names: ['Jane Roe'] } }] };
    assert.match(await files.check(redacted, file('lie.json', JSON.stringify(lie))), /what is said of row 2 is not what is hidden there/);
    assert.deepEqual(await page.complaints(), []);
  });

  test('and is told what is missing or does not fit', async () => {
    const says = async (button, words) => {
      await files.press(button);
      await page.until('it says so', (wanted) => document.getElementById('redact-told').innerText.includes(wanted), words);
    };
    await says('Make a redacted record', 'Choose your record first.');
    await says('Save the opened rows', 'Choose your record, and the key');
    await make();
    await page.find('#redact-key').sendKeys(key);
    await says('Save the opened rows', 'Write the numbers of the rows');
    await page.find('#redact-rows').sendKeys('99');
    await says('Save the opened rows', 'the record has no row 99');
    await page.find('#redact-record').sendKeys(partners);
    await says('Make a redacted record', 'this is no screening record');
  });
});
