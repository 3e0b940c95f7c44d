/** Pictures where people would rather look than read: what each draws, that its table says the same, and that it fits every page. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { barOf } from '../../www/view/age-bars.js';
import { picture as linksPicture } from '../../www/view/links.js';
import { shares } from '../../www/view/ownership.js';
import { breadth, lines } from '../../www/view/sheet.js';
import { FIRST, SECOND, arranged, surroundings, tied } from '../../www/view/surroundings.js';
import { axis, listings, rowOf } from '../../www/view/timeline.js';
import { ago, file, own, un } from './files.mjs';
import { Page } from './page.mjs';

const link = (id, direction, relation = 'linked to') => ({ list: 'l', id, name: `N${id}`, kind: 'entity', relation, direction });
const entry = (id, links, more) => ({ list: 'l', id, name: `N${id}`, kind: 'entity', links, facts: [], crossReferences: [], measures: [], ...more });
const names = ({ order }) => order.map(({ name }) => name).join(' ');

describe('The parties around a party', () => {
  test('stand once each, those that it names first, and those without an entry of their own as such', () => {
    const facts = [{ label: 'Subsidiary', value: 'Sub Ltd' }, { label: 'Phone number', value: '1' }, { label: 'Linked To', value: 'OFAC record 7: since 2020' }];
    const found = tied(entry('1', [link('3', 'from'), link('2', 'to'), link('2', 'from', 'owned by'), link('1', 'to')], { facts }));
    assert.deepEqual(found.map(({ id, name }) => [id, name]), [['2', 'N2'], [null, 'Sub Ltd'], ['3', 'N3']]);
    assert.deepEqual(found[0].ties.map(({ relation, direction }) => `${direction} ${relation}`), ['to linked to', 'from owned by']);
  });

  test('are drawn two steps far, nobody twice, and a tie between two that are drawn is told', () => {
    const around = arranged(entry('1', [link('2', 'to'), link('3', 'to')]), new Map([
      ['2', entry('2', [link('1', 'from'), link('3', 'to', 'owned by'), link('4', 'from')])],
      ['3', entry('3', [link('1', 'from'), link('2', 'from', 'owned by'), link('4', 'to')])],
    ]));
    assert.equal(names(around), 'N1 N2 N4 N3');
    const [, two, , three] = around.order;
    assert.deepEqual([two, three].map(({ also }) => also.map(({ other, ties }) => `${other.no} ${ties[0].relation}`)), [['4 owned by'], ['3 linked to']]);
  });

  test('of a hub are the nearest few, and those that are left out are counted', () => {
    const many = (n, from) => Array.from({ length: n }, (_, at) => link(String(from + at), 'from'));
    const around = arranged(entry('1', many(300, 100)), new Map([['100', entry('100', [link('1', 'to'), ...many(50, 900)])]]));
    assert.equal(around.self.below.length, FIRST);
    assert.equal(around.rest.length, 300 - FIRST);
    assert.equal(around.order.length, 1 + 300 + SECOND);
    assert.equal(around.self.below[0].more, 50 - SECOND);
    assert.deepEqual(around.order.map(({ no }) => no), around.order.map((_, at) => at + 1));
  });

  test('of whom one could not be opened are not called whole', async () => {
    const ask = async (_, id) => {
      if (id === '2') throw new Error('lost');
      return entry(id, []);
    };
    assert.equal((await surroundings(entry('1', [link('2', 'to'), link('3', 'to')]), ask)).unread, true);
    assert.equal((await surroundings(entry('1', [link('3', 'to')]), ask)).unread, false);
  });

  test('have arrows at the end that is named', () => {
    const tips = (direction) => linksPicture(arranged(entry('1', [link('2', direction)]), new Map())).parts.filter(({ what }) => what === 'mark').map(({ points }) => Math.sign(points[1][0] - points[0][0]));
    assert.deepEqual([tips('to'), tips('from')], [[-1], [1]]);
  });
});

describe('A text in a picture', () => {
  test('is broken between words, within one that is too long, and never runs over', () => {
    for (const text of ['SHANGHAI HONGMAN CARTOON AND ANIMATION DESIGN STUDIO', 'M'.repeat(60), '新疆生产建设兵团公安局'.repeat(4), 'شركة '.repeat(20), ''])
      for (const units of [90, 180, 320]) {
        const broken = lines(text, units);
        assert.ok(broken.every((line) => breadth(line) <= units), `${text} ${units}`);
        assert.equal(broken.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
      }
    assert.deepEqual(lines('SEK STUDIO', 320), ['SEK STUDIO']);
  });

  test('hides nothing that cannot be seen', () => {
    assert.deepEqual(lines('A\u202EB', 320), ['A[U+202E]B']);
  });
});

describe('Listings over time', () => {
  const lists = [{ id: 'l', authority: 'L', title: 'The list', issued: '2026-01-05' }, { id: 'un-sc', authority: 'UN', title: 'UN list', issued: '2026-02-01' }];

  test('are those of the entry, of the same party elsewhere, and of the numbers that they give', async () => {
    const there = { 'un-sc\nQDi.1': { ...entry('QDi.1', []), list: 'un-sc', listed: '2001-03-04' } };
    const ask = async (list, id) => there[`${list}\n${id}`] ?? Promise.reject(new Error('unknown'));
    const here = entry('1', [], { listed: '2020-05-06', crossReferences: [{ authority: 'UN', id: 'QDi.1' }, { authority: 'UN', id: 'QDi.9' }, { authority: 'OFSI', id: '77' }] });
    const rows = await listings(here, [{ list: 'un-sc', id: 'QDi.1' }], lists, ask);
    assert.deepEqual(rows.map(({ authority, id, title, days }) => [authority, id, title, days.listed]),
      [['L', '1', 'The list', '2020-05-06'], ['UN', 'QDi.1', 'UN list', '2001-03-04'], ['UN', 'QDi.9', null, undefined], ['OFSI', '77', null, undefined]]);
  });

  test('stand in the order of time, on an axis with few years', () => {
    const row = (listed, changed) => rowOf({ ...entry('1', []), listed, changed }, lists);
    const { ticks, x } = axis([row('1999-06-01', '2024-01-01')]);
    assert.deepEqual(ticks, [2000, 2005, 2010, 2015, 2020, 2025]);
    assert.ok(x('1999-06-01') < x('2024-01-01') && x('2024-01-01') < x('2026-01-05') && x('2026-01-05') < 320);
    assert.deepEqual(axis([row('2026-01-01')]).ticks, [2026, 2027]);
    assert.equal(axis([{ days: {} }]), null);
  });
});

test('A bar is as long as its list is old, and is torn where it would leave the sheet', () => {
  assert.equal(barOf(0).length, 0);
  assert.equal(barOf(20).length, barOf(10).length * 2);
  assert.deepEqual([barOf(45).torn, barOf(46).torn, barOf(4600).length], [false, true, barOf(46).length]);
});

test('What an entry writes of shares is found, and nothing else', () => {
  const text = { reasons: ['Leads a firm. Holds 51 % of X Co. Ltd. and its shares. Born in 1950.'], legalNotes: [], facts: [{ label: 'Note', value: 'Majority-owned by Y' }, { label: 'Tonnage', value: '50' }], context: [] };
  assert.deepEqual(shares(text).map(([told]) => told), ['Holds 51 % of X Co. Ltd. and its shares.', 'Note: Majority-owned by Y']);
});

const uk = (issued) => `<?xml version="1.0" encoding="utf-8"?>
<Designations><DateGenerated>${issued.split('-').reverse().join('/')}</DateGenerated>
<Designation>
  <LastUpdated>14/04/2024</LastUpdated><DateDesignated>25/01/2021</DateDesignated>
  <UniqueID>AQD0001</UniqueID><OFSIGroupID>7172</OFSIGroupID><UNReferenceNumber>QDi.000</UNReferenceNumber>
  <Names><Name><Name1>Waldemar</Name1><Name6>ZYGMUNTOWICZ</Name6><NameType>Primary Name</NameType></Name></Names>
  <RegimeName>The ISIL (Da'esh) and Al-Qaida (United Nations Sanctions) (EU Exit) Regulations 2019</RegimeName>
  <IndividualEntityShip>Individual</IndividualEntityShip><DesignationSource>UN</DesignationSource>
  <SanctionsImposed>Asset freeze</SanctionsImposed>
</Designation>
<Designation>
  <LastUpdated>14/04/2024</LastUpdated><DateDesignated>25/01/2021</DateDesignated><UniqueID>AQD0002</UniqueID>
  <Names><Name><Name6>QUELLENHAUS TRADING</Name6><NameType>Primary Name</NameType></Name></Names>
  <RegimeName>The ISIL (Da'esh) and Al-Qaida (United Nations Sanctions) (EU Exit) Regulations 2019</RegimeName>
  <IndividualEntityShip>Entity</IndividualEntityShip><DesignationSource>UK</DesignationSource>
  <SanctionsImposed>Asset freeze</SanctionsImposed>
  <UKStatementofReasons>It holds 60% of the shares of Quellenhaus Shipping.</UKStatementofReasons>
  <EntityDetails><Entity><ParentCompanies><ParentCompany>Zyganda Holding of a Very Long Name Indeed, Incorporated</ParentCompany></ParentCompanies>
    <Subsidiaries><Subsidiary>Quellenhaus Shipping</Subsidiary></Subsidiaries></Entity></EntityDetails>
</Designation>
</Designations>`;

describe('A person looks', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(() => page.open());

  const look = async (name) => {
    await page.screen(name);
    await page.unfold();
  };

  /** The words of a picture line by line, and those of the table under it. */
  const twins = (css) => page.run((picture) => {
    const plain = (text) => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();
    const svg = document.querySelector(picture);
    let twin = svg;
    while (!twin.matches('.twin')) twin = twin.nextElementSibling;
    const cells = [...twin.querySelectorAll('td, th')].map((cell) => plain(cell.textContent));
    return { drawn: [...svg.querySelectorAll('text')].map((each) => plain(each.textContent)), cells, table: plain([...twin.querySelectorAll('td, th, li')].map((each) => each.textContent).join(' | ')), label: svg.getAttribute('aria-label'), role: svg.getAttribute('role') };
  }, css);

  /** Whether all text of a picture stays within the frame that it is in, or within the picture. */
  const runsOver = (css) => page.run((picture) => {
    const svg = document.querySelector(picture);
    const bounds = svg.getBoundingClientRect();
    const frames = [...svg.querySelectorAll('rect:not(.bar)')].map((each) => each.getBoundingClientRect());
    return [...svg.querySelectorAll('text')].filter((text) => {
      const box = text.getBoundingClientRect();
      const frame = frames.find((each) => each.top <= box.top && each.bottom >= box.bottom) ?? bounds;
      return box.left < frame.left - 2 || box.right > frame.right + 2;
    }).map((text) => text.textContent);
  }, css);

  test('at who is linked to whom, two steps far, and reads the same in a table', async () => {
    await look('Shanghai Hongman Cartoon and Animation Design Studio');
    const { drawn, cells, table, label, role } = await twins('.links-picture');
    // It is linked to Lu Hezheng, and he is linked to SEK Studio.
    const all = drawn.join(' ');
    for (const each of [/1 · SHANGHAI HONGMAN/, /linked to 2 · LU, Hezheng Person · listed/, /linked to 3 · SEK STUDIO Organisation · listed/]) assert.match(all, each);
    assert.equal(role, 'img');
    assert.match(label, /SHANGHAI HONGMAN CARTOON AND ANIMATION DESIGN STUDIO/);
    assert.deepEqual(cells.filter((_, at) => at % 4 === 1).slice(1), ['SHANGHAI HONGMAN CARTOON AND ANIMATION DESIGN STUDIO', 'LU, Hezheng', 'SEK STUDIO']);
    assert.match(table, /No\. 1 names it: linked to/);
    assert.match(table, /No\. 2 names it: linked to/);
    for (const line of drawn) for (const word of line.split(/ · | /)) assert.ok(table.includes(word), `${word} of “${line}” is not in the table: ${table}`);
    assert.deepEqual(await runsOver('.links-picture'), []);
  });

  test('at a hub with all that are tied to it', async () => {
    await look('Rapid Action Battalion');
    const { drawn, cells } = await twins('.links-picture');
    const people = ['AHMED, Benazir', 'AL-MAMUN, Chowdhury Abdullah', 'KHAN, Mohammad Anwar Latif', 'SORWAR, Tofayel Mustafa', 'AZAD, Khan Mohammad', 'ALAM, Mohammad Jahangir'];
    for (const name of people) assert.ok(cells.includes(name), name);
    assert.equal(await page.run(() => document.querySelectorAll('.links-picture rect').length), people.length + 1);
    assert.equal(drawn.filter((line) => line === 'linked to').length, people.length);
    // Each of them names it, so every arrow points to it.
    assert.equal(cells.filter((cell) => cell === 'It names no. 1: linked to').length, people.length);
  });

  test('and reads which rule about ownership goes with the listing, and where it stands', async () => {
    await look('Xinjiang Public Security Bureau');
    const blocking = await page.text('#entry-0');
    assert.match(blocking, /owned 50 percent or more, directly or indirectly and in the aggregate/);
    assert.match(blocking, /speaks of ownership and not of control/);
    assert.match(blocking, /Nothing was found about shares in this entry\./);
    const hrefs = () => page.run(() => [...document.querySelectorAll('#entry-0 .sources a')].map(({ href }) => href));
    assert.deepEqual((await hrefs()).filter((href) => /faqs/.test(href)), ['https://ofac.treasury.gov/faqs/401', 'https://ofac.treasury.gov/faqs/398']);
    await look('SenseTime Group Limited');
    const investment = await page.text('#entry-0');
    assert.match(investment, /covered only if it is itself on the NS-CMIC List \(OFAC FAQ 857\)/);
    assert.doesNotMatch(investment, /50 percent/i);
    assert.match(investment, /Wholly owns Shenzhen Sensetime Technology Co\. Ltd\., which is not itself listed\. \(not on the list; source:/);
    assert.ok((await hrefs()).includes('https://ofac.treasury.gov/faqs/857'));
  });

  test('at the days of an investment restriction', async () => {
    await look('SenseTime Group Limited');
    const { drawn, cells } = await twins('.timeline');
    const told = drawn.join('\n');
    for (const day of ['Listed: 10 December 2021', 'List issued: 10 December 2021']) assert.ok(told.includes(day), told);
    assert.match(told, /In effect: .*\nDivestment until: /);
    for (const [, day] of drawn.map((line) => line.match(/: (\d.*)/)).filter(Boolean)) assert.ok(cells.includes(day), day);
  });

  test('at one party on the lists of two authorities, and at the ages of these lists', async () => {
    await page.openLists();
    assert.equal(await page.run(() => document.querySelector('.age-bars')), null, 'dated actions have no age');
    await page.choose(file('un.xml', un(ago(3))), file('uk.xml', uk(ago(45))), file('own.csv', own([['Someone Quellenbold', '1970-01-01']])));
    const ages = await twins('.age-bars');
    assert.match(ages.drawn.join('\n'), /3 days old · up to date[^]*45 days old · out of date/);
    for (const cell of ['3 days old', 'up to date', '45 days old', 'out of date', 'does not go out of date']) assert.ok(ages.cells.includes(cell), cell);
    assert.deepEqual(await runsOver('.age-bars'), []);
    const bars = await page.run(() => [...document.querySelectorAll('.age-bars .bar')].map((each) => Number(each.getAttribute('width'))));
    assert.deepEqual(bars.map((each) => Math.round((each * 30 * 3) / 640)).sort((a, b) => a - b), [3, 45]);
    assert.deepEqual(await page.complaints(), []);

    await look('Waldemar Zygmuntowicz');
    const time = await twins('.timeline');
    const told = time.drawn.join('\n');
    for (const part of [/QDi\.000/, /AQD0001/, /Listed: 4 February 2020/, /Listed: 25 January 2021/, /Last changed: 14 April 2024/, /OFSI 7172\nThe entry gives this number/]) assert.match(told, part);
    for (const cell of ['4 February 2020', '25 January 2021', '14 April 2024']) assert.ok(time.cells.includes(cell), cell);
    assert.match(time.table, /OFSI 7172.*The entry gives this number/);
    assert.deepEqual(await runsOver('.timeline'), []);
  });

  test('at parties that an entry only names, on a phone, in print and in Arabic', async () => {
    await page.openLists();
    await page.choose(file('uk.xml', uk(ago(4))));
    await page.size(360);
    await look('Quellenhaus Trading');
    const { drawn, cells, table } = await twins('.links-picture');
    assert.match(drawn.join(' '), /Subsidiary \d · Quellenhaus Shipping only named/);
    assert.match(drawn.join(' '), /Parent company \d · Zyganda Holding of a Very Long Name Indeed, Incorporated only named/);
    assert.ok(cells.includes('Quellenhaus Shipping') && /No\. 1 names it: Subsidiary/.test(table), table);
    assert.equal(await page.run(() => document.querySelectorAll('.links-picture rect.dashed').length), 2);
    const text = await page.text('#entry-0');
    assert.match(text, /A dashed frame: [^]*may be listed or not/);
    assert.match(text, /It holds 60% of the shares of Quellenhaus Shipping\./);
    assert.match(text, /more than 50 percent of its shares or votes/);
    assert.ok((await page.sideways()) <= 0);
    assert.deepEqual(await runsOver('.links-picture'), []);
    assert.deepEqual(await page.complaints(), []);
    // A table that is folded away is on paper all the same.
    const tall = () => page.run(() => document.querySelector('.links-picture ~ .twin').getBoundingClientRect().height);
    await page.run(() => (document.querySelector('.links-picture ~ .twin').open = false));
    assert.ok((await tall()) < 100);
    await page.wire.page('Emulation.setEmulatedMedia', { media: 'print' });
    assert.ok((await tall()) > 100);
    await page.wire.page('Emulation.setEmulatedMedia', { media: '' });
    await page.driver.get(`${page.address}?lang=ar`);
    await page.until('the name field opens', () => !document.getElementById('name').disabled);
    await look('Rapid Action Battalion');
    const first = await page.run(() => {
      const [self, other] = [...document.querySelectorAll('.links-picture rect')].sort((a, b) => a.y.baseVal.value - b.y.baseVal.value).map((each) => each.getBoundingClientRect());
      return { start: self.right - other.right, end: Math.abs(self.left - other.left) };
    });
    assert.ok(first.start > 10 && first.end < 2, JSON.stringify(first));
    for (const picture of ['.links-picture', '.timeline']) assert.deepEqual(await runsOver(picture), []);
    assert.ok((await page.sideways()) <= 0);
    assert.deepEqual(await page.complaints(), []);
  });
});
