/** Faults of the device: a clock that is wrong, no memory, no room, a page that is frozen, workers that are killed. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ago, bigUn, file, un } from './files.mjs';
import { Key, offering, packed } from './offer.mjs';
import { Page } from './page.mjs';
import { Files, partners } from './parties.mjs';
import { site } from './site.mjs';

describe('The clock of the device', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(() => page.begin());

  const uncertain = async () => {
    const { kind, title } = await page.screen('Otto Warmbier');
    assert.deepEqual([kind, title], ['not-screened', 'Not screened: list out of date']);
    assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
    assert.equal((await page.screen('Benazir Ahmad')).kind, 'potential');
  };

  test('is years behind: the age of a list is not known, so "nothing found" says nothing', async () => {
    await page.clock(-1000);
    await page.openWithList();
    assert.match(await page.text('#coverage-body'), /because issued after today by the clock of this device: UN Security Council/);
    assert.match(await page.text('#coverage-body'), /\(after today\)/);
    assert.match(await page.list('un-sc'), /issued after today by the clock of this device, so it counts as out of date/);
    await uncertain();
    const files = new Files(page);
    await page.click('#tab-file');
    await files.choose(partners);
    await files.press('Screen ');
    await page.until('the person is asked', () => /of an unknown age/.test(document.getElementById('table-told').innerText));
    assert.equal(await page.text('#table-result'), '', 'no row counts as screened');
  });

  test('is years behind: the lists of a site are no younger for being signed', async () => {
    const key = new Key();
    const { pack, entry } = await packed(un(ago(2)));
    const version = Math.floor(Date.now() / 1000);
    const manifest = JSON.stringify({ version, packs: [entry] });
    await offering(page, { manifest, signature: key.sign(manifest, version), pack }, key);
    await page.clock(-1000);
    await page.open();
    await uncertain();
  });

  test('is years ahead: the lists count as out of date', async () => {
    await page.clock(1000);
    await page.openWithList();
    assert.match(await page.text('#coverage-body'), /Out of date, older than 30 days: UN/);
    await uncertain();
  });

  test('goes on, and a list that was kept grows old meanwhile', async () => {
    await page.openWithList();
    assert.equal((await page.screen('Otto Warmbier')).kind, 'none');
    await page.keepList();
    await page.clock(40);
    await page.open();
    await uncertain();
  });

  test('is wrong, and the embedded lists, which are one dated action, answer as ever', async () => {
    for (const days of [-10_000, 10_000]) {
      await page.clock(days);
      await page.open();
      assert.equal((await page.screen('Otto Warmbier')).kind, 'none');
      assert.equal((await page.screen('Benazir Ahmad')).kind, 'potential');
    }
  });
});

describe('A browser without room', () => {
  test('keeps no list, says so, and loses nothing', async () => {
    const page = await Page.start();
    try {
      await page.openWithList();
      await page.wire.page('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 1 });
      assert.match(await page.keepList(), /could not keep the list .*It stays in use for this visit, and nothing is lost\./s);
      assert.equal(await page.run(() => document.getElementById('keep-un-sc').checked), false);
      assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
      await page.open();
      assert.match(await page.text('#coverage-body'), /^27 designations on 2 lists embedded/, 'what was not kept is not said to be looked at');
    } finally {
      await page.close();
    }
  });
});

describe('A page that is frozen', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());

  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const freeze = async (time) => {
    await page.wire.page('Page.setWebLifecycleState', { state: 'frozen' });
    await pause(time);
    await page.wire.page('Page.setWebLifecycleState', { state: 'active' });
  };

  test('while a name waits for its answer: it is the right one when the page goes on', async () => {
    await page.open();
    await page.screen('Otto Warmbier');
    page.wire.worker('{ const end = Date.now() + 1500; while (Date.now() < end); }').catch(() => null);
    await page.write('Benazir Ahmad');
    await freeze(3000);
    await page.until('the party is shown', () => document.querySelector('.outcome.potential'));
    assert.deepEqual((await page.outcome()).parties, ['AHMED, Benazir']);
  });

  test('while a file is screened: every row has its outcome when the page goes on', async () => {
    const files = new Files(page);
    await files.open();
    const rows = Array.from({ length: 20_000 }, (_, at) => (at % 100 ? `Otto Warmbier${at}` : 'Benazir Ahmad'));
    await files.choose(file('long.csv', `name\n${rows.join('\n')}\n`));
    await files.press('Screen ');
    await page.until('it is under way', () => /\d+ of .* rows, /.test(document.getElementById('run-line')?.innerText ?? ''));
    await freeze(3000);
    await page.driver.wait(() => page.run(() => document.querySelector('#rows-list')?.childNodes.length > 0), 60_000, 'it did not end');
    assert.deepEqual((await files.counts()).split(/\n+/).slice(0, 2), ['200 rows have potential matches', '19,800 rows have no potential match on these lists']);
  });
});

describe('The part that reads files is killed', () => {
  let page;
  let big;
  before(async () => {
    page = await Page.start();
    big = file('big.xml', bigUn(ago(2), 30e6));
  });
  after(() => page.close());

  beforeEach(async () => {
    await page.openWithList();
    await page.run(() => document.getElementById('lists-told').replaceChildren());
  });

  const goesOn = async () => {
    assert.match(await page.text('#coverage-body'), /^Looked at 30 designations on 3 lists\./);
    assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
    assert.match(await page.choose(file('newer.xml', un(ago(1)))), /^Replaced: UN/);
  };

  test('while it reads a list: nothing of it is looked at, and the person can end the reading', async () => {
    await page.find('#files').sendKeys(big);
    await page.until('it reads', () => !document.getElementById('reading').hidden);
    await page.wire.kill('reader.js');
    assert.equal(await page.run(() => document.getElementById('reading').hidden), false, 'it is not taken for read');
    await page.click('#reading button');
    assert.equal(await page.told(), 'Cancelled. Nothing was changed.');
    await goesOn();
  });

  test('while it keeps a file of parties: no row counts as screened, and the person is told', async () => {
    const files = new Files(page);
    await files.open();
    await files.choose(partners);
    await files.screen();
    await page.wire.worker('setTimeout(() => { throw new Error("gone"); })', 'table.js');
    await files.press('Results as CSV').catch(() => null);
    await page.until('it is told', () => /stopped and was started again.*No row counts as screened/s.test(document.getElementById('table-told').innerText));
    assert.equal(await page.text('#table-result'), '');
    await files.choose(partners);
    await files.screen();
    assert.match(await files.counts(), /6 rows have potential matches/);
  });
});

// What a module may take is measured in pages of 64 KB: the engine starts in some seventy of them, and the reader in fewer.
describe('The device has no memory', () => {
  /** Does something with a browser in which a module gets no more than so many pages of memory. */
  async function within(pages, act, profile) {
    const page = await Page.start({ flags: [`--js-flags=--wasm-max-mem-pages=${pages}`], profile });
    try {
      await act(page);
    } finally {
      await page.close();
    }
  }

  async function screensNothing(page) {
    await page.visit();
    const { kind, title, text } = await page.outcome();
    assert.deepEqual([kind, title], ['not-screened', 'Not screened: the lists could not be loaded']);
    assert.match(text, /memory/);
    assert.equal(await page.run(() => document.getElementById('name').disabled), true);
  }

  const big = bigUn(ago(2), 12e6);

  test('to start the engine: nothing is screened, and the page says why', () => within(20, screensNothing));

  test('to open the embedded lists: nothing is screened, and the page says why', () => within(40, screensNothing));

  test('to open the lists that are there from the start: nothing is screened, and the page says why', () =>
    within(100, async (page) => {
      const { pack, entry } = await packed(big);
      await offering(page, { manifest: JSON.stringify({ packs: [entry] }), pack });
      await screensNothing(page);
    }));

  test('to open a list that was kept when there was enough: nothing is screened, and the page says why', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'namesieve-kept-'));
    try {
      const page = await Page.start({ profile });
      try {
        await page.openAtLists();
        assert.match(await page.choose(file('big.xml', big)), /^Added: UN/);
        assert.match(await page.keepList(), /^Kept on this device/);
      } finally {
        await page.close();
      }
      await within(100, screensNothing, profile);
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });

  test('to read a list file: it is refused, and what was looked at before still is', () =>
    within(100, async (page) => {
      assert.match(await page.openWithList(), /^Added: UN/);
      assert.match(await page.choose(file('big.xml', big)), /ran out of memory[^]*Nothing was changed\. The lists loaded before are still in use\./);
      assert.match(await page.text('#coverage-body'), /^Looked at 30 designations on 3 lists\./);
      assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
    }));

  test('to hold a file of parties, or a record: no row counts as screened, and smaller files are read afterwards', () =>
    within(100, async (page) => {
      const files = new Files(page);
      await files.open();
      const rows = Array.from({ length: 150_000 }, (_, at) => `Somebody Nobodyson${at}`);
      assert.match(await files.choose(file('big.csv', `name\n${rows.join('\n')}\n`)), /stopped and was started again[^]*No row counts as screened\./);
      assert.equal(await page.text('#table-result'), '');
      const record = file('record.json', `{"format":"namesieve-record/2",${' '.repeat(20e6)}}`);
      assert.doesNotMatch(await files.check(record), /^Confirmed/);
      await files.choose(partners);
      await files.screen();
      assert.match(await files.counts(), /6 rows have potential matches/);
    }));
});
