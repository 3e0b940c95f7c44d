/** The site kept on the device in every engine: it opens without its server, whole, and a new version is used when the person says so. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { canary } from '../canary.mjs';
import { ago, un } from '../files.mjs';
import { edition, inventory } from '../host.mjs';
import { VERSION, ask, caches, everyTime, host, isOld, isRenewed, kept, marked, old, page, paths, press, reloaded, says, steppedBack, until, visited } from '../hosted.mjs';
import { engine } from './engine.mjs';
import { Visitor } from './visitor.mjs';

everyTime(() => Visitor.start());

/** Everything that is loaded in a way of its own is another one: the document’s script, its style, a module that the script imports. */
const other = await edition('other', un(ago(1), [['NEUANKOMMER', 'ZWEITNAME'], ['IGNATIUS', 'VANDERHOEVEN']]), VERSION + 86_400, (change) => {
  marked(change);
  change('main.js', (text) => `${text}\ndocument.documentElement.dataset.edition = 'other';\n`);
  change('style.css', (text) => `${text}\n:root { --edition: other; }\n`);
});
const editions = () => page.run(() => [document.documentElement.dataset.edition, getComputedStyle(document.documentElement).getPropertyValue('--edition').trim()]);

describe(`A person in ${engine} has visited the page once`, () => {
  test('and without its server it opens and screens against the lists of the site', async () => {
    await visited();
    assert.match(await page.text('#stored'), /^Stored in this browser: this page, which therefore opens offline\./);
    await host.stop();
    try {
      for (const visit of [1, 2]) {
        await page.open();
        assert.match(await page.text('#coverage-body'), /^Looked at 30 designations on 3 lists\./, `visit ${visit}`);
        await isOld();
        await kept();
      }
      assert.deepEqual(await page.complaints(), []);
    } finally {
      await host.start();
    }
  });

  test('and what is kept is the inventory, and what was asked for was no name', async () => {
    await visited();
    await page.open();
    await page.screen(`Benazir ${canary}`);
    await page.screen('Benazir Ahmad');
    assert.deepEqual((await caches()).map(([, files]) => files), [inventory(old)]);
    const all = [...inventory(old), 'sw.js', ''];
    // What a browser asks of every host by itself.
    assert.deepEqual(paths().filter((path) => !all.includes(path) && path !== 'favicon.ico'), []);
    assert.doesNotMatch(JSON.stringify([host.requests, await caches()]), new RegExp(canary, 'i'));
  });

  test('and the site has a new version: it is used wholly once the person says so, and not before', async () => {
    await visited();
    host.site = other;
    await page.open();
    await says('This site has a new version of this page and its lists.');
    await isOld();
    assert.deepEqual(await editions(), [null, '']);
    await steppedBack(); // else it may do so just when the button is pressed
    await press('offline', 'Use the new version');
    await reloaded();
    await isRenewed();
    assert.deepEqual(await editions(), ['other', 'other']);
    assert.deepEqual((await caches()).map(([, files]) => files), [inventory(other)]);
    await host.stop();
    try {
      await page.open();
      await isRenewed();
      assert.deepEqual(await editions(), ['other', 'other']);
    } finally {
      await host.start();
    }
  });

  // Windows that a driver opens in WebKit keep nothing beyond themselves, and a cache of theirs that no page holds is emptied between two
  // visits: what was put into it is then not there to be found.
  const skip = engine === 'WebKit' && 'a cache of a window that a driver has opened loses what no page holds';

  test('and what is kept is changed on the device: the change is never used', { skip }, async () => {
    await visited();
    await ask(async () => {
      const [name] = await window.caches.keys();
      await (await window.caches.open(name)).put('./words.js', new Response("throw new Error('changed')", { headers: { 'content-type': 'text/javascript' } }));
    });
    await page.open();
    await isOld();
    await page.open();
    await kept();
    // The next page that is opened has it from there again.
    await until('it is kept anew', async () => (await (await window.caches.open((await window.caches.keys())[0])).match('./words.js'))?.text().then((text) => !text.startsWith('throw')));
    assert.deepEqual((await caches()).map(([, files]) => files), [inventory(old)]);
    await isOld();
  });
});
