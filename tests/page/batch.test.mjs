/** A file of parties in the page: read, corrected, screened, paused, stopped, its results and its record, and a record checked. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { ago, file, un } from './files.mjs';
import { Page } from './page.mjs';
import { Files, downloads, partners } from './parties.mjs';
import { served } from './site.mjs';

const native = process.env.NAMESIEVE_GOLDEN && dirname(process.env.NAMESIEVE_GOLDEN);

/** A file of so many rows that screening it takes a while, with a listed name in every hundredth. */
const long = (rows) =>
  file(`long-${rows}.csv`, `name,born\n${Array.from({ length: rows }, (_, at) => (at % 100 ? `Somebody Nobodyson${at}` : 'Benazir Ahmad') + ',1970').join('\n')}\n`);

describe('A person screens a file', () => {
  let page, files;
  before(async () => {
    page = await Page.start();
    files = new Files(page);
  });
  after(() => page.close());
  beforeEach(() => files.open());

  test('and is shown what each column is used for, and what the first row will be screened as', async () => {
    const told = await files.choose(partners);
    assert.match(told, /partners\.csv: 11 rows, a table with “;” between its cells, UTF-8\./);
    const uses = await page.run(() => [...document.querySelectorAll('.sheet select')].map((each) => each.selectedOptions[0].innerText));
    assert.deepEqual(uses, ['Your reference', 'Family name', 'Given or middle name', 'Birth date or year', 'Country', 'Identity number', 'Not compared']);
    assert.match(await page.text('#table-about'), /Row 2 will be screened as Benazir Ahmad: birth 1963 and country Bangladesh\./);
    assert.deepEqual(await page.complaints(), []);
  });

  test('and every row is told: not screened first, then potential matches, then none', async () => {
    await files.choose(partners);
    await files.screen();
    const counts = (await files.counts()).split(/\n+/);
    assert.deepEqual(counts.slice(0, 3), ['3 rows were not screened', '6 rows have potential matches', '2 rows have no potential match on these lists']);
    assert.match(await page.text('#table-result'), /Looked at 27 designations on 2 lists, .* UTC\. Threshold 70, weak aliases off\./);
    const [first] = await files.rows();
    assert.deepEqual(first.slice(0, 2), ['Row 8 · A-7 Else Somebody', 'AHMED, Benazir, which has the identity number, ofac-sdn 33952, GLOMAG']);
    const lost = await files.show('not-screened');
    assert.deepEqual(lost.map(([title]) => title), ['Row 4 ', 'Row 9 · A-8 many too', 'Row 12 · A-11 អាន'].map((each) => each.trimEnd()));
    assert.match(lost[1].join(' '), /Not screened: it has 8 cells, more than the header has columns/);
    assert.equal((await files.show('all')).length, 11);
    assert.match(await page.text('#rows-list'), /Showing 11 of 11\./);
    assert.match(await page.text('#rows-list'), /birth “31\/02\/1970” cannot be read and was not compared/);
    assert.equal(await page.run(() => document.querySelector('#file-outcome b') === null), true, 'markup in a name stays text');
    assert.deepEqual(await page.complaints(), []);
  });

  test('and a row is compared as if its name had been typed, with its facts', async () => {
    await files.choose(partners);
    await files.screen();
    await page.run(() => [...document.querySelectorAll('#rows-list .row')].find((each) => /A-1 /.test(each.innerText)).querySelector('button').click());
    await page.until('the row is compared', () => document.querySelector('.compared .party'));
    assert.match(await page.text('.compared:not([hidden])'), /Born 1963: agrees, the same year/);
    assert.deepEqual(await page.complaints(), []);
  });

  test('and the results are the same bytes as those of the command line', { skip: !native && 'NAMESIEVE_GOLDEN is not set' }, async () => {
    await files.choose(partners);
    await files.screen();
    const saved = await files.saved('Results as CSV', 'partners-results.csv');
    assert.deepEqual(saved, readFileSync(join(native, 'partners.csv')));
    const workbook = await files.saved('Results as Excel', 'partners-results.xlsx');
    assert.deepEqual(workbook, readFileSync(join(native, 'partners.xlsx')));
  });

  test('and the record that it leaves is confirmed, and one that was changed is not', async () => {
    await files.choose(partners);
    await page.find('#table-operator').sendKeys('A caseworker');
    await files.screen();
    const record = await files.saved('Screening record', 'partners-record.json');
    const { head, rows, seal } = JSON.parse(record);
    assert.equal(head.operator, 'A caseworker');
    assert.match(head.software.sha256, /^[0-9a-f]{64}$/);
    assert.equal(rows.length, 11);
    assert.match(await page.text('#table-seal'), new RegExp(seal));
    const path = join(downloads, 'partners-record.json');
    assert.match(await files.check(path, partners), /^Confirmed: .*\n+The file is the one that was screened\./);
    assert.match(await files.check(path), /The file that was screened was not given and not compared\./);
    const changed = record.toString().replace('"status":"not-screened"', '"status":"screened"');
    assert.match(await files.check(file('changed.json', changed)), /the record was changed after it was made: row 4 .*does not fit/);
    assert.match(await files.check(path, file('other.csv', 'name\nJane Roe\n')), /^Not confirmed: the file has the sha256/);
    assert.match(await files.check(partners), /this is no screening record, or it is damaged/);
  });

  test('and a record of the command line is confirmed here', { skip: !native && 'NAMESIEVE_GOLDEN is not set' }, async () => {
    assert.match(await files.check(join(native, 'partners.json'), partners), /^Confirmed:/);
  });

  test('and sees how many potential matches each threshold would bring, as a picture and in numbers', async () => {
    await files.choose(partners);
    await files.press('First see');
    await page.until('the picture is there', () => document.querySelector('.trial'));
    const shown = await page.run(() => [...document.querySelectorAll('.trial tbody tr')].map((row) => [...row.cells].slice(0, 2).map((cell) => Number(cell.innerText))));
    assert.deepEqual(shown.map(([threshold]) => threshold), [60, 65, 70, 75, 80, 85, 90, 95, 100]);
    const by = Object.fromEntries(shown);
    assert.equal(by[70], 6);
    assert.equal(by[100], 2, 'an equal name, and a listed number');
    assert.equal(await page.run(() => document.querySelectorAll('.trial svg rect').length), 9);
    await files.press('Use 95');
    assert.equal(await page.find('#table-threshold').getAttribute('value'), '95');
    assert.deepEqual(await page.complaints(), []);
    await files.screen();
    assert.match(await files.counts(), new RegExp(`${by[95]} rows have potential matches`));
  });

  test('in which a column that is not compared seems to hold names, and is told so', async () => {
    await files.choose(file('suppliers.csv', 'Raison sociale;Nom du dirigeant\nAlpha SA;Erken Tuniyaz\n'));
    assert.match(await page.text('#table-about'), /This column is not compared, though it seems to hold names: Nom du dirigeant\./);
    await page.find('#use-1').sendKeys('Other');
    await page.until('the column is used', () => !/though it seems/.test(document.getElementById('table-about').innerText));
    await files.screen();
    assert.match(await files.counts(), /1 row has potential matches/);
  });

  test('that nobody knows the columns of, and is asked which one holds the names', async () => {
    await files.choose(file('odd.csv', 'Wer,Wo\nBenazir Ahmad,Dhaka\nJane Roe,Lyon\n'));
    assert.match(await page.text('#table-about'), /No column is used for names yet/);
    assert.equal(await page.find('#table-run .action').getAttribute('disabled'), 'true');
    await page.find('#use-0').sendKeys('Name');
    await page.until('the column is taken up', () => !document.querySelector('#table-run .action').disabled);
    await page.run(() => (document.querySelector('#table-about details').open = true));
    await page.find('#choice-header').sendKeys('names');
    await page.until('it is read again', () => /2 rows/.test(document.getElementById('table-told').innerText));
    await page.find('#use-0').sendKeys('Name');
    await page.until('the column is taken up', () => !document.querySelector('#table-run .action').disabled);
    await files.screen();
    assert.match(await files.counts(), /1 row has potential matches/);
  });

  test('by pasting names, one a line', async () => {
    await page.run(() => {
      document.querySelector('#file-panel details').open = true;
      document.getElementById('paste').value = 'Benazir Ahmad\n\nJane Roe\n';
    });
    await files.press('Read what');
    await page.until('it is read', () => document.querySelector('#table-run .action'));
    await files.screen();
    const counts = (await files.counts()).split(/\n+/);
    assert.deepEqual(counts.slice(0, 3), ['1 row was not screened', '1 row has potential matches', '1 row has no potential match on these lists']);
  });

  test('that is no table, and is told what it is', async () => {
    assert.match(await files.choose(file('report.csv', '%PDF-1.7 …')), /report\.csv is a PDF; save its table as CSV or XLSX; nothing was read\./);
    assert.match(await files.choose(file('open.csv', 'name\n"Benazir\nJane Roe\n')), /a quotation mark opens in it that never closes/);
    assert.match(await files.choose(file('list.csv', un(ago(1)))), /an XML file; an official list goes under Lists/);
  });

  test('and only some rows are shown at a time, which is said', async () => {
    await files.choose(long(5000));
    await files.screen();
    assert.match(await page.text('#rows-list'), /^Showing 20 of 50\./);
    await files.press('Show 20 more');
    await page.until('more are shown', () => /Showing 40 of 50/.test(document.getElementById('rows-list').innerText));
  });

  test('and leaves the page: the next person who goes back finds nothing of it', async () => {
    await files.choose(partners);
    await page.run(() => (document.getElementById('paste').value = 'Jane Roe'));
    await files.screen();
    // As a browser does that keeps the page for its back button.
    await page.run(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    const words = await page.run(() => document.body.textContent + document.getElementById('paste').value);
    assert.doesNotMatch(words, /partners\.csv|Benazir|Jane Roe/);
  });

  test('and no request carries anything of it', async () => {
    await files.choose(partners);
    page.wire.forget();
    const before = served().length;
    await files.screen();
    await files.saved('Results as CSV', 'partners-results.csv');
    await files.saved('Screening record', 'partners-record.json');
    const said = [...page.wire.requests.filter(({ url }) => !url.startsWith('blob:')).map(({ url }) => new URL(url).pathname), ...served().slice(before)].join('\n');
    assert.equal(said, '', 'other engines start from what the page holds');
  });
});

describe('A person who screens a long file', () => {
  let page, files;
  before(async () => {
    page = await Page.start();
    files = new Files(page);
  });
  after(() => page.close());
  beforeEach(() => files.open());

  const line = () => page.text('#run-line');
  const running = () => page.until('it is under way', () => /\d+ of .* rows, /.test(document.getElementById('run-line')?.innerText ?? ''));

  test('pauses it, goes on, and stops it: what is done stays, and the rest counts as not screened', async () => {
    await files.choose(long(100000));
    await files.press('Screen ');
    await running();
    await files.press('Pause');
    await page.driver.sleep(700); // what is under way comes to its end
    const paused = await line();
    assert.match(paused, /^Paused at [\d,]+ of 100,000 rows\.$/);
    await page.driver.sleep(700);
    assert.equal(await line(), paused);
    await files.press('Go on');
    await running();
    await files.press('Stop');
    await files.done();
    const counts = await files.counts();
    assert.match(counts, /^Stopped: [\d,]+ rows were not reached and count as not screened\./);
    const { rows, counts: recorded } = JSON.parse(await files.saved('Screening record', 'long-100000-record.json'));
    assert.equal(rows.length, 100000);
    assert.ok(recorded.stopped > 0 && recorded.stopped < 100000, `${recorded.stopped}`);
    assert.equal(recorded.notScreened, recorded.stopped);
    const results = readFileSync(join(downloads, 'long-100000-record.json'), 'utf8');
    assert.match(results, /"code":"stopped"/);
    await files.show('not-screened');
    assert.match(await page.text('#rows-list'), new RegExp(`of ${recorded.stopped.toLocaleString('en-GB')}\\.`));
    await files.press('Report to print');
    await page.until('the report is made', () => document.querySelector('#report h1'));
    const report = await page.run(() => document.getElementById('report').textContent);
    assert.match(report, /rows were not reached before screening was stopped: .*–100,001\./);
    assert.doesNotMatch(report, /Every row was screened/);
  });

  test('presses twice and starts it once, and a record is not checked meanwhile', async () => {
    await files.choose(long(100000));
    await page.run(() => {
      const button = document.querySelector('#table-run .action');
      button.click();
      button.click();
    });
    await running();
    assert.equal(await page.text('#table-result'), '');
    assert.match(await files.check(file('record.json', '{}')), /A file is being screened: wait until it is done, or stop it/);
    await files.press('Stop');
    await files.done();
    await page.driver.sleep(300);
    assert.equal(await page.run(() => document.querySelector('#run-line') === null), true);
  });

  test('and the name of somebody else can be screened meanwhile', async () => {
    await files.choose(long(100000));
    await files.press('Screen ');
    await running();
    await page.click('#tab-name');
    const { parties } = await page.screen('Erken Tuniyaz');
    assert.deepEqual(parties, ['TUNIYAZ, Erken']);
    await page.click('#tab-file');
    await files.press('Stop');
    await files.done();
  });

  for (const [how, code] of [['fails', 'setTimeout(() => { throw new Error("gone"); })'], ['falls silent', 'close()']])
    test(`loses nothing when an engine ${how}: it is replaced and its rows are screened again`, async () => {
      await files.choose(long(30000));
      await files.press('Screen ');
      await running();
      const started = () => page.wire.started.filter((script) => script === './worker.js').length;
      const before = started();
      await page.wire.worker(code);
      // Silence is borne for a quarter of a minute.
      await page.driver.wait(() => page.run(() => document.querySelector('#rows-list')?.childNodes.length > 0), 60_000, 'it did not end');
      assert.equal(started(), before + 1, 'another engine took its place');
      const counts = (await files.counts()).split(/\n+/);
      assert.deepEqual(counts.slice(0, 2), ['300 rows have potential matches', '29,700 rows have no potential match on these lists']);
    });

  test('and an engine that opens less of the lists than the page has does not answer', async () => {
    const own = await Page.start();
    try {
      const its = new Files(own);
      await its.open();
      await its.choose(partners);
      await own.run(() => {
        globalThis.Worker = class extends Worker {
          constructor(...all) {
            super(...all);
            this.addEventListener('message', (event) => {
              const { ready } = event.data;
              if (!ready || ready.less) return;
              event.stopImmediatePropagation();
              this.dispatchEvent(new MessageEvent('message', { data: { ready: { ...ready, lists: ready.lists.slice(1), less: true } } }));
            });
          }
        };
      });
      await its.press('Screen ');
      await own.until('it is said', () => /An engine did not open the same lists again and was not used/.test(document.getElementById('table-told').innerText));
      assert.equal(await own.text('#table-result'), '');
    } finally {
      await own.close();
    }
  });

  test('is told when the lists have changed, and screens it again over the new ones', async () => {
    await files.choose(file('short.csv', 'name\nWaldemar Zygmuntowicz\n'));
    await files.screen();
    assert.match(await files.counts(), /1 row has no potential match/);
    await page.openLists();
    await page.choose(file('un.xml', un(ago(1))));
    await page.until('it is said', () => /The lists have changed/.test(document.getElementById('table-told').innerText));
    assert.equal(await page.text('#table-result'), '');
    await files.screen();
    assert.match(await files.counts(), /1 row has potential matches/);
  });

  test('is asked before rows are screened over lists that are out of date', async () => {
    await page.openLists();
    await page.choose(file('un.xml', un(ago(400))));
    await files.choose(partners);
    await files.press('Screen ');
    await page.until('the person is asked', () => /older than 30 days/.test(document.getElementById('table-told').innerText));
    assert.equal(await page.text('#table-result'), '');
    await files.press('Screen with them');
    await files.done();
    assert.match(await files.counts(), /6 rows have potential matches/);
  });

  test('finds the tabs by the keyboard', async () => {
    await page.run(() => document.getElementById('tab-file').focus());
    await page.press(Key.ARROW_LEFT);
    assert.equal(await page.focused(), 'tab-name');
    assert.equal(await page.run(() => document.getElementById('file-panel').hidden && !document.getElementById('name-panel').hidden), true);
    await page.press(Key.ARROW_RIGHT, Key.TAB);
    assert.equal(await page.focused(), 'table-file');
  });
});
