/** Potential matches of a file are decided about by a person; decisions and record serve the next time; the report is printed. */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ago, file, un } from './files.mjs';
import { Page } from './page.mjs';
import { Files, downloads, partners } from './parties.mjs';

describe('A person decides about potential matches', () => {
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
    await files.screen();
  });

  const decide = (...decision) => files.decide(...decision);

  const take = async (id, path) => {
    await page.run(() => (document.getElementById('earlier').open = true));
    await page.find(id).sendKeys(path);
  };

  test('and what is left is counted, what is decided is shown, and what is not saved is said', async () => {
    assert.equal(await page.text('#rows-left'), '6 rows are left to decide about.');
    assert.equal(await page.run(() => document.getElementById('unsaved').hidden), true);
    await decide('A-2', 'false-positive', 'born in another century');
    assert.equal(await page.text('#rows-left'), '5 rows are left to decide about. Decided: 1 false positive.');
    assert.match((await files.rows()).find(([title]) => /A-2/.test(title)).join(' '), /TUNIYAZ, Erken: false positive, A\. Caseworker/, 'it stands there at once');
    assert.equal(await page.run(() => document.getElementById('unsaved').hidden), false);
    assert.deepEqual(await page.complaints(), []);
    const shown = await files.show('potential');
    assert.equal(shown.length, 6, 'what is decided stays');
    assert.match(shown.find(([title]) => /A-2/.test(title)).join(' '), /TUNIYAZ, Erken: false positive, A\. Caseworker, .*: born in another century/);
    assert.equal((await files.show('undecided')).length, 5);
    await files.saved('Save the decisions', 'partners-decisions.json');
    assert.equal(await page.run(() => document.getElementById('unsaved').hidden), true);
    assert.match((await files.saved('Results as CSV', 'partners-results.csv')).toString(), /ofac-sdn 34119: false positive \(A\. Caseworker, /);
  });

  test('and next time only what has changed is open again', async () => {
    await decide('A-2', 'true-match', '');
    await decide('A-1', 'false-positive', 'another birth date');
    await files.saved('Save the decisions', 'partners-decisions.json');
    // The customer A-1 was born in another year by now.
    const path = join(downloads, 'partners.csv');
    writeFileSync(path, readFileSync(partners, 'utf8').replace('A-1;Ahmad;Benazir;1963', 'A-1;Ahmad;Benazir;1964'));
    await files.choose(path);
    await files.screen();
    assert.equal(await page.text('#rows-left'), '6 rows are left to decide about.');
    await take('#take-review', join(downloads, 'partners-decisions.json'));
    await page.until('the decisions are taken up', () => /^5 rows/.test(document.getElementById('rows-left').innerText));
    const [again] = (await files.rows()).filter(([title]) => /A-1 /.test(title));
    assert.match(again.join(' '), /Open again, because your data of this party changed\. AHMED, Benazir: It was: false positive, A\. Caseworker/);
    assert.deepEqual(await page.complaints(), []);
    await take('#take-review', file('other.json', '{}'));
    await page.until('it is refused', () => /this is no review/.test(document.getElementById('earlier-told').innerText));
    assert.equal(await page.run(() => document.getElementById('earlier').open), true);
  });

  test('and with the record of last time sees what is new', async () => {
    await files.saved('Screening record', 'partners-record.json');
    await files.choose(file('partners.csv', `${readFileSync(partners, 'utf8')}A-12;Tuniyaz;Erken;;;;\r\n`));
    await files.screen();
    await take('#take-before', join(downloads, 'partners-record.json'));
    await page.until('it is compared', () => /Compared with/.test(document.getElementById('earlier-told').innerText));
    assert.match(await files.counts(), /1 row has new, changed or gone potential matches since \d{4}/);
    assert.match(await page.text('#earlier-told'), /which knows 11 of these 12 rows\.$/);
    const rows = await files.rows();
    assert.deepEqual(rows.map(([title]) => title), ['Row 13 · A-12 Erken Tuniyaz']);
    assert.match(rows[0][1], /^TUNIYAZ, Erken, score 100, ofac-sdn 34119 \(new\), GLOMAG$/);
    assert.match((await files.saved('Results as CSV', 'partners-results.csv')).toString(), /Namesieve: since \d{4}-\d\d-\d\d/);
  });

  test('and sees the facts side by side, the questions in their order, and what they point to, and decides all the same', async () => {
    await page.run(() => [...document.querySelectorAll('#rows-list .row')].find((each) => /A-1 /.test(each.innerText)).querySelector('button').click());
    await page.until('the decision is asked for', () => document.querySelector('.decision'));
    const lines = await page.run(() => [...document.querySelectorAll('.beside tbody tr')].map((row) => [...row.cells].map((cell) => cell.innerText)));
    const line = (label) => lines.find(([first]) => first === label);
    assert.deepEqual(line('name').slice(1, 3), ['Benazir Ahmad', 'AHMED, Benazir']);
    assert.deepEqual(line('birth').slice(1, 3), ['1963', '01 Oct 1963']);
    assert.match(line('birth')[3], /^agrees, the same year/);
    assert.deepEqual(line('kind').slice(1), ['nothing', 'Person', 'your file does not say']);
    const answers = await page.run(() => [...document.querySelectorAll('.questions li strong')].map((each) => each.innerText));
    assert.equal(answers.length, 5);
    assert.match(answers[0], /^OFAC SDN List/);
    assert.equal(answers[3], 'Whatever of birth and country the list tells could be compared; the details above may have more.');
    assert.equal(answers[2], '2 of 2 words; titles and legal forms are not counted.');
    assert.match(answers[4], /^Agrees: birth and country\./);
    assert.equal(await page.run(() => document.querySelector('.pointing').dataset.points), 'same');
    assert.equal(await page.run(() => document.querySelector('.decision select').value), '', 'nothing is decided by itself');
    assert.deepEqual(await page.complaints(), []);
  });

  test('and is told what speaks against it, what could not be read, and what the name has besides', async () => {
    await files.choose(file('odd.csv', 'name,kind,gender,birth,country\nBenazir Khan Ahmad,Zzz,female,1963,Bangladesh\nErken Tuniyaz,,,31/02/1965,China\n'));
    await files.screen();
    const open = async (row) => {
      await page.run((at) => document.querySelectorAll('#rows-list .row')[at].querySelector('button').click(), row);
      await page.until('the decision is asked for', () => document.querySelector('.questions'));
      return page.run(() => [...document.querySelectorAll('.questions li strong'), document.querySelector('.pointing')].map((each) => each.innerText));
    };
    const names = (await files.rows()).map(([title]) => title);
    const ahmad = await open(names.findIndex((title) => /Khan/.test(title)));
    assert.equal(ahmad[1], 'Your file says kind “Zzz”, which could not be read.');
    assert.match(ahmad[2], /Your name also has: Khan\./i);
    assert.equal(ahmad[4], 'Agrees: birth and country. Differs: gender.');
    assert.match(ahmad[5], /^The answers do not suffice\./);
    await page.run(() => [...document.querySelectorAll('#rows-list button[aria-expanded="true"]')].forEach((each) => each.click()));
    const tuniyaz = await open(names.findIndex((title) => /Tuniyaz/.test(title)));
    assert.match(tuniyaz[3], /^Your file says birth “31\/02\/1965”, which could not be read\./);
  });

  test('and narrows down what is shown by what there is', async () => {
    await page.run(() => (document.getElementById('narrow').open = true));
    const set = async (id, value) => {
      const shown = await page.text('#rows-list');
      await page.run((field, to) => {
        document.getElementById(field).value = to;
        document.getElementById(field).dispatchEvent(new Event('change'));
      }, id, value);
      await page.until('other rows are shown', (before) => document.getElementById('rows-list').innerText !== before, shown);
      return page.text('#rows-list');
    };
    const countries = await page.run(() => [...document.getElementById('narrow-country').options].map(({ text }) => text));
    assert.equal(countries[0], 'any');
    assert.ok(countries.includes('Bangladesh (2)'), countries.join());
    assert.match(await set('narrow-country', 'Bangladesh'), /Showing 2 of 2\.[^]*A-1 /);
    assert.match(await set('narrow-country', ''), /Showing 6 of 6\./);
    assert.match(await set('narrow-score', 99), /Showing 2 of 2\./);
    await set('narrow-score', '');
    await decide('A-2', 'escalated', '');
    await files.show('potential');
    assert.equal(await page.run(() => document.getElementById('narrow-list')), null, 'one list narrows nothing');
  });

  test('and with the record, before the file is screened, only what was added on the lists need be looked at', async () => {
    await files.saved('Screening record', 'partners-record.json');
    const more = file('partners.csv', `${readFileSync(partners, 'utf8')}A-12;Zygmuntowicz;Waldemar;;;;\r\nA-13;Roe;Jane;;;;\r\n`);
    await page.run(() => (document.getElementById('lists').open = true));
    await page.find('#files').sendKeys(file('consolidated.xml', un(ago(1), [['WALDEMAR', 'ZYGMUNTOWICZ'], ['JOHN', 'BROWNE']])));
    await page.until('the list is there', () => /UN Security Council/.test(document.getElementById('lists-told').innerText));
    await files.choose(more);
    await files.screen();
    const full = await files.saved('Results as CSV', 'partners-results.csv');
    await files.choose(more);
    await take('#take-before', join(downloads, 'partners-record.json'));
    await page.until('it is taken up', () => /which knows 11 of these 13 rows/.test(document.getElementById('earlier-told').innerText));
    await files.screen();
    assert.match(await page.text('#table-result'), /were held against the 2 designations that were added or changed since then, all others against every list\. Seal of that record: [0-9a-f]{64}/);
    const [columns, ...lines] = (await files.saved('Results as CSV', 'partners-results.csv')).toString().split('\r\n');
    assert.match(columns, /,Namesieve: since/u.test(columns) ? /,Namesieve: since/ : /since/);
    const before = full.toString().split('\r\n').slice(1);
    lines.forEach((line, at) => assert.ok(line.startsWith(before[at]), `${line}\n${before[at]}`));
    const record = JSON.parse(await files.saved('Screening record', 'partners-record.json'));
    assert.equal(record.head.since.designations, 2);
    assert.match(await files.check(join(downloads, 'partners-record.json'), more), /^Confirmed:/);
    assert.deepEqual(await page.complaints(), []);
  });

  test('and with an older record than the last one sees all that is new since that day, and the day', async () => {
    const own = await Page.start();
    try {
      const its = new Files(own);
      const more = file('partners.csv', `${readFileSync(partners, 'utf8')}A-12;Zygmuntowicz;Waldemar;;;;\r\n`);
      const recorded = async (name) => {
        await its.choose(more);
        await its.screen();
        return file(name, await its.saved('Screening record', 'partners-record.json'));
      };
      const since = async (record, day) => {
        await own.run(() => {
          document.getElementById('earlier').open = true;
          document.getElementById('take-before').value = '';
        });
        await own.find('#take-before').sendKeys(record);
        await own.until(`it is compared with ${day}`, (wanted) => document.getElementById('earlier-told').innerText.includes(`Compared with the record of ${wanted}`), day);
        return its.counts();
      };
      await own.clock(-30);
      await its.open();
      const older = await recorded('older.json');
      await own.clock(30); // back to what it is
      await its.open();
      await own.openLists();
      await own.choose(file('consolidated.xml', un(ago(1))));
      const last = await recorded('last.json');
      await its.choose(more);
      await its.screen();
      assert.match(await since(last, ago(0)), new RegExp(`0 rows have new, changed or gone potential matches since ${ago(0)}`));
      assert.match(await since(older, ago(30)), new RegExp(`1 row has new, changed or gone potential matches since ${ago(30)}`));
      assert.match((await its.rows()).join(), /A-12 .*WALDEMAR ZYGMUNTOWICZ.*\(new\)/);
    } finally {
      await own.close();
    }
  });

  test('and another threshold, and another file, are told beside what is compared', async () => {
    await files.saved('Screening record', 'partners-record.json');
    await files.choose(file('others.csv', 'name\nErken Tuniyaz\n'));
    await page.run(() => (document.getElementById('table-threshold').value = 97));
    await files.screen();
    await take('#take-before', join(downloads, 'partners-record.json'));
    await page.until('it is compared', () => /Compared with/.test(document.getElementById('earlier-told').innerText));
    const told = await page.text('#table-result');
    assert.match(told, /The earlier record is about the file partners\.csv, and this one is others\.csv\./);
    assert.match(told, /The earlier record was made at the threshold 70, and this at 97\./);
  });

  test('and is asked before decisions are lost with their file', async () => {
    await decide('A-2', 'true-match', '');
    await page.find('#table-file').sendKeys(file('other.csv', 'name\nJane Roe\n'));
    await page.until('the person is asked', () => /decisions that are not saved/.test(document.getElementById('table-told').innerText));
    assert.match(await page.text('#rows-left'), /1 true match/, 'all is still there');
    await files.press('Go on without');
    await page.until('the other file is read', () => /other\.csv: 1 row/.test(document.getElementById('table-told').innerText));
    assert.equal(await page.text('#table-result'), '');
    await files.screen();
    assert.equal(await page.run(() => document.getElementById('unsaved').hidden), true);
  });

  test('and prints a report that names lists, settings, every potential match and every row that was not screened', async () => {
    await decide('A-2', 'escalated', '');
    // A browser without a screen may never end the printing that a page asks for, and prints nothing else meanwhile.
    await page.run(() => {
      window.asked = 0;
      window.print = () => window.asked++;
    });
    await files.press('Report to print');
    await page.until('the report is made', () => document.querySelector('#report h1'));
    const text = await page.everyWord();
    for (const words of ['Screening of partners.csv', 'A. Caseworker', 'escalated: 1', '5 potential matches undecided', 'Threshold 70, weak aliases off'])
      assert.ok(text.includes(words), words);
    assert.equal(await page.run(() => document.querySelectorAll('#report .reported').length), 6);
    assert.equal(await page.run(() => document.querySelector('#report > ul').children.length), 3);
    assert.match(text, /only a part is loaded of OFAC SDN List/);
    assert.match(text, /Not compared.*Remarque/s);
    // On paper it is all there is.
    await page.wire.page('Emulation.setEmulatedMedia', { media: 'print' });
    const printed = await page.text();
    await page.wire.page('Emulation.setEmulatedMedia', { media: '' });
    assert.match(printed.trim(), /^Screening of partners\.csv/);
    assert.match(printed, /Born 1963: agrees, the same year/);
    assert.doesNotMatch(printed, /Which file do you want to screen|What to do with a potential match|It reads Latin/);
    assert.equal(await page.run(() => window.asked), 1, 'the browser was asked to print it');
    const { data } = await page.wire.page('Page.printToPDF', { paperWidth: 8.27, paperHeight: 11.69 });
    const pages = Buffer.from(data, 'base64').toString('latin1').match(/\/Type\s*\/Page\b/g).length;
    assert.ok(pages >= 2 && pages <= 6, `${pages} pages`);
    assert.equal(await page.run(() => getComputedStyle(document.getElementById('report')).display), 'none', 'it is for paper');
    await decide('A-1', 'false-positive', '');
    assert.equal(await page.run(() => document.getElementById('report').childNodes.length), 0, 'a report that is out of date is not printed');
  });
});
