/** The Lists panel: official files are dropped, checked and screened against; lists are switched off, replaced and removed. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { ago, bigUn, file, own, un } from './files.mjs';
import { Page } from './page.mjs';

const inUse = /Nothing was changed\. The lists loaded before are still in use\.$/;

describe('A person brings a list file', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(() => page.open());
  afterEach(async () => assert.deepEqual(page.wire.console, []));

  test('and screens against it at once, and sees its date, its age and its count', async () => {
    await page.openLists();
    const told = await page.choose(file('consolidated.xml', un(ago(3))));
    assert.match(told, /^Added: UN Security Council Consolidated List \(issued \d+ \w+ \d{4}, 3 designations\)\.$/);
    const list = await page.list('un-sc');
    assert.match(list, new RegExp(`\\(${ago(3)}\\), 3 days old`));
    assert.match(list, /Up to date\./);
    assert.match(list, /· 3 designations · 3 names/);
    const line = await page.text('#coverage-body');
    assert.match(line, /^Looked at 30 designations on 3 lists\. Only a part is loaded of OFAC/);
    assert.match(line, /Newest issued \d+ \w+ \d{4} \(3 days old\)/);
    const { kind, parties } = await page.screen('Waldemar Zygmuntowicz');
    assert.equal(kind, 'potential');
    assert.deepEqual(parties, ['WALDEMAR ZYGMUNTOWICZ']);
    assert.equal((await page.screen('Benazir Ahmad')).parties[0], 'AHMED, Benazir');
  });

  test('by dropping it beside the frame, and the panel opens', async () => {
    await page.drop('consolidated.xml', un(ago(3)));
    assert.match(await page.told(), /^Added: UN/);
    assert.equal(await page.run(() => document.getElementById('lists').open), true);
    assert.equal((await page.screen('Ortrud Quellenberg')).kind, 'potential');
  });

  test('but is asked where a table may be parties to be screened, and goes on with either', async () => {
    const press = (words) => page.run((wanted) => [...document.querySelectorAll('#lists-told button')].find((each) => each.innerText === wanted).click(), words);
    await page.drop('partners.csv', own([['Benazir Ahmad', '1963'], ['Jane Roe', '1970']]));
    assert.match(await page.told(), /^partners\.csv is no list of a publisher\. Are these parties that you want to screen, or is it a list of your own/);
    await press('Screen these parties');
    await page.until('the file is read', () => /partners\.csv: 2 rows/.test(document.getElementById('table-told').innerText));
    assert.equal(await page.text('#lists-told'), '');
    assert.equal((await page.run(() => document.querySelectorAll('#lists-each .list').length)), 2, 'no list was added');
    await page.click('#tab-name');
    await page.drop('partners.csv', own([['Benazir Ahmad', '1963']]));
    await page.until('it asks', () => document.querySelector('#lists-told button'));
    await press('Use it as a list');
    await page.until('it is added', () => /^Added: /.test(document.getElementById('lists-told').innerText));
    // One name a line is no list.
    await page.drop('names.txt', 'Jane Roe\nBenazir Ahmad\nMary Major\n');
    await page.until('the file is read', () => /names\.txt: 3 rows/.test(document.getElementById('table-told').innerText));
    assert.deepEqual(await page.complaints(), []);
  });

  test('and finds in a fold what the list does, its digest, and the file it was read from', async () => {
    await page.openLists();
    await page.choose(file('consolidated.xml', un(ago(3))));
    await page.unfoldList('un-sc');
    const list = await page.list('un-sc');
    assert.match(list, /What it does\s+The Security Council/);
    assert.match(list, /Comes from\s+a file that you added in this visit/);
    assert.match(list, /SHA-256\s+[0-9a-f]{64}/);
    assert.match(list, /consolidated\.xml, [\d.,]+ KB, 3 records, SHA-256 [0-9a-f]{64}/);
  });

  test('of which one byte was changed: it says what that byte makes it say, and its digest is not the one of the whole file', async () => {
    const whole = un(ago(3));
    const digest = (text) => createHash('sha256').update(text).digest('hex');
    const changed = whole.replace('ZYGMUNTOWICZ', 'ZYGMUNTOWHCZ');
    await page.openAtLists();
    await page.choose(file('consolidated.xml', changed));
    await page.unfoldList('un-sc');
    const list = await page.list('un-sc');
    assert.ok(list.includes(`3 records, SHA-256 ${digest(changed)}`), list);
    assert.ok(!list.includes(digest(whole)));
    assert.deepEqual((await page.screen('Waldemar Zygmuntowicz')).parties, ['WALDEMAR ZYGMUNTOWHCZ']);
    // A byte that holds the file together cannot be another one.
    assert.match(await page.choose(file('consolidated.xml', whole.replace('</INDIVIDUALS>', '</INDIVIDUALR>'))), inUse);
    assert.equal((await page.screen('Ortrud Quellenberg')).kind, 'potential');
  });

  const wrong = {
    'a web page': ['list.xml', '<!doctype html><title>Service unavailable</title>', /is a web page and not a list \(`Service unavailable`\); open the publisher’s site|is a web page and not a list \(`Service unavailable`\)/],
    'a file that was cut off': ['consolidated.xml', un(ago(3)).slice(0, -60), /consolidated\.xml ends in the middle .* it was cut off; fetch it again/],
    'changes only': ['delta.xml', '<?xml version="1.0"?><swiss-sanctions-list list-type="delta" date="2026-11-20"></swiss-sanctions-list>', /delta\.xml holds changes only .* and not the whole list/],
    'an empty file': ['empty.csv', ' ', /empty\.csv is empty/],
    'a letter': ['letter.txt', 'Dear Sir or Madam,', /letter\.txt is no list that Namesieve reads/],
  };
  for (const [what, [name, text, sentence]] of Object.entries(wrong))
    test(`and it is ${what}: it is refused in a sentence, and the lists before are still in use`, async () => {
      await page.openLists();
      await page.choose(file('un.xml', un(ago(3))));
      const told = await page.choose(file(name, text));
      assert.match(told, sentence);
      assert.match(told, inUse);
      assert.match(await page.text('#coverage-body'), /^Looked at 30 designations on 3 lists\./);
      assert.equal((await page.screen('Ignatius Vanderhoeven')).kind, 'potential');
    });

  test('among which one is wrong, and none of them is used', async () => {
    await page.openLists();
    const told = await page.choose(file('un.xml', un(ago(3))), file('page.html', '<!doctype html><p>Not found'));
    assert.match(told, /page\.html is a web page/);
    assert.match(await page.text('#coverage-body'), /^27 designations on 2 lists embedded/);
  });

  test('of their own besides, and the same party is one potential match with both listings, each with its own measure', async () => {
    await page.openLists();
    const told = await page.choose(file('un.xml', un(ago(3))), file('clients.csv', own([['Waldemar Zygmuntowicz', '1970-01-01']])));
    assert.match(told, /Added: UN[^]*Added: .*clients/i);
    const { title, parties } = await page.screen('Waldemar Zygmuntowicz');
    assert.equal(title, '1 potential match');
    assert.equal(parties.length, 1);
    const card = await page.text('.party');
    assert.match(card, /The same party on 1 more listing/);
    assert.equal(await page.run(() => document.querySelectorAll('.party .listing .effect').length), 1);
    const effects = await page.run(() => [...document.querySelectorAll('.party .effect')].map((each) => each.innerText));
    assert.equal(new Set(effects).size, 2);
    await page.click('.listing .unfold');
    await page.until('the other entry unfolds', () => document.querySelector('.listing .entry table'));
    assert.doesNotMatch(await page.text('#coverage-body'), /unknown day of issue/, 'a list of one’s own does not age');
  });
});

describe('A person brings another edition', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(() => page.openWithList(5));

  test('that is newer: it replaces the one before, and the panel says so', async () => {
    const told = await page.choose(file('newer.xml', un(ago(1), [['NEUANKOMMER', 'ZWEITNAME'], ['IGNATIUS', 'VANDERHOEVEN']])));
    assert.match(told, /^Replaced: UN .* \(now issued .*, 2 designations; before issued /);
    assert.match(await page.text('#coverage-body'), /^Looked at 29 designations on 3 lists\./);
    assert.equal((await page.screen('Neuankommer Zweitname')).kind, 'potential');
    assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'none');
  });

  test('that is older: it is asked for first, and not used without a yes', async () => {
    const told = await page.choose(file('older.xml', un(ago(9), [['ALTBEKANNT', 'VORNAME'], ['IGNATIUS', 'VANDERHOEVEN']])));
    assert.match(told, /that you have is newer: issued .* Use the older one\?/);
    assert.match(await page.text('#coverage-body'), /^Looked at 30 designations/);
    assert.equal(await page.focused(), 'Use the older one');
    await page.click('.question button:last-of-type');
    assert.match(await page.told(), inUse);
    await page.choose(file('older.xml', un(ago(9), [['ALTBEKANNT', 'VORNAME'], ['IGNATIUS', 'VANDERHOEVEN']])));
    await page.click('.question button');
    await page.until('it is used', () => /^Replaced/.test(document.getElementById('lists-told').innerText));
    assert.equal((await page.screen('Altbekannt Vorname')).kind, 'potential');
  });

  test('that is the same: nothing changes', async () => {
    assert.match(await page.choose(file('un.xml', un(ago(5)))), /^Nothing was changed: UN .* is loaded already\./);
  });

  test('and removes it again', async () => {
    await page.pressIn('un-sc', 'Remove');
    assert.match(await page.told(), /^Removed: UN/);
    assert.equal(await page.list('un-sc'), null);
    assert.match(await page.text('#coverage-body'), /^27 designations on 2 lists embedded/);
  });
});

describe('A person switches a list off', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(() => page.openWithList(5));

  test('and it is named as not looked at, until it is on again', async () => {
    await page.screen('Waldemar Zygmuntowicz');
    await page.click('#on-un-sc');
    await page.until('it is named', () => /Not looked at, because switched off: UN/.test(document.getElementById('coverage-body').innerText));
    assert.equal((await page.outcome()).kind, 'none');
    assert.match(await page.text('#coverage-body'), /^27 designations on 2 lists/);
    assert.equal(await page.focused(), 'on-un-sc');
    await page.click('#on-un-sc');
    await page.until('it is looked at', () => /^Looked at 30/.test(document.getElementById('coverage-body').innerText));
    assert.equal((await page.outcome()).kind, 'potential');
  });

  test('and when the engine starts again it is still off, and the added list still there', async () => {
    await page.click('#on-ofac-sdn');
    await page.screen('Waldemar Zygmuntowicz');
    await page.wire.worker(`setTimeout(() => { throw new Error('a crash') })`);
    await page.until('it has started again', () => document.getElementById('result-body').innerText.includes('has started again'));
    assert.equal((await page.screen('Waldemar  Zygmuntowicz')).kind, 'potential');
    assert.equal((await page.screen('Benazir Ahmad')).kind, 'none');
    assert.match(await page.text('#coverage-body'), /switched off: OFAC/);
  });

  test('and all the others: then nothing is screened, and the page says why', async () => {
    for (const id of ['un-sc', 'ofac-sdn', 'ofac-cmic']) await page.click(`#on-${id}`);
    const { kind, title } = await page.screen('Waldemar Zygmuntowicz');
    assert.deepEqual([kind, title], ['not-screened', 'Not screened: no list is looked at']);
  });
});

describe('A person brings a file of 60 MB', () => {
  let page;
  let big;
  before(async () => {
    page = await Page.start();
    big = file('big.xml', bigUn(ago(2), 60e6));
  });
  after(() => page.close());
  beforeEach(() => page.openAtLists());

  const begins = async () => {
    await page.run(() => document.getElementById('lists-told').replaceChildren());
    await page.find('#files').sendKeys(big);
    await page.until('some of it is read', () => document.querySelector('progress')?.value > 5e6);
  };

  test('and still gets answers while it is read, sees how far it is, and then screens against it', async () => {
    await begins();
    assert.match(await page.text('#reading'), /Reading big\.xml: \d+(\.\d)? MB of 6\d MB/);
    const { parties } = await page.screen('Benazir Ahmad');
    assert.equal(parties[0], 'AHMED, Benazir');
    assert.equal(await page.run(() => document.getElementById('reading').hidden), false, 'it is still being read');
    await page.driver.wait(() => page.run(() => document.getElementById('lists-told').innerText), 90_000);
    assert.match(await page.text('#lists-told'), /^Added: UN/);
    assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
  });

  test('and cancels it: nothing is left behind, and the next file is read', async () => {
    await begins();
    await page.click('#reading button');
    assert.equal(await page.told(), 'Cancelled. Nothing was changed.');
    assert.match(await page.text('#coverage-body'), /^27 designations on 2 lists embedded/);
    await page.driver.wait(() => page.wire.workers === 2, 5_000, 'the engine and the keeper of tables are the only workers');
    assert.match(await page.choose(file('un.xml', un(ago(3)))), /^Added: UN/);
  });
});
