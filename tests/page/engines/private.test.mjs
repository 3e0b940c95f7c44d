/** The hosted site in a private window: it opens and screens, and what cannot be kept in it is said to be so. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { everyTime, host, isOld, page, registrations } from '../hosted.mjs';
import { engine } from './engine.mjs';
import { Visitor } from './visitor.mjs';

everyTime(() => Visitor.start({ secret: true }));

/** Whether what the panel says of keeping a list is true. */
async function isTrueOfTheList(told) {
  const databases = await page.driver.executeAsyncScript((done) => indexedDB.databases().then((all) => done(all.map(({ name }) => name)), () => done([])));
  const ticked = await page.run(() => document.getElementById('keep-un-sc').checked);
  if (/^Kept on this device/.test(told)) {
    assert.ok(databases.includes('namesieve-lists') && ticked, databases.join());
    await page.openAtLists();
    await page.unfoldList('un-sc');
    assert.match(await page.list('un-sc'), /Comes from\s+this device, kept from an earlier visit/);
  } else {
    assert.match(told, /could not keep the list .*It stays in use for this visit, and nothing is lost\./s);
    assert.equal(ticked, false);
  }
}

describe(`A person in a private window of ${engine}`, () => {
  test('screens as in any other', async () => {
    await page.open();
    assert.match(await page.text('#coverage-body'), /^Looked at 30 designations on 3 lists\./);
    await isOld();
    assert.equal((await page.screen('Benazir Ahmad')).parties[0], 'AHMED, Benazir');
    assert.deepEqual(await page.complaints(), []);
  });

  test('asks to keep a list: it is kept as long as the window lives, or the page says that it cannot be', async (t) => {
    host.site = process.env.NAMESIEVE_PUBLISHED; // which offers no list by itself
    const told = await page.openWithList().then(() => page.keepList());
    t.diagnostic(told);
    await isTrueOfTheList(told);
    assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
  });

  test('opens it again without its server, or is told that it cannot be kept', async (t) => {
    await page.open();
    await page.until('it is kept or said not to be', () => /opens offline/.test(document.getElementById('stored').innerText) || /cannot be opened offline/.test(document.getElementById('offline').innerText));
    const isKept = /opens offline/.test(await page.text('#stored'));
    t.diagnostic(isKept ? 'it is kept' : 'it is not kept');
    if (await page.run(() => 'serviceWorker' in navigator)) assert.equal(await registrations(), isKept ? 1 : 0);
    if (!isKept) return;
    await host.stop();
    try {
      await page.open();
      await isOld();
    } finally {
      await host.start();
    }
  });
});
