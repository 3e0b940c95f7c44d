/** A new version of a site that is kept on the device: used when the person says so and not before, and then wholly. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { inventory } from './host.mjs';
import { caches, everyTime, host, isOld, isRenewed, old, page, paths, press, reloaded, renewed, says, steppedBack, visited } from './hosted.mjs';
import { Files, partners } from './parties.mjs';

everyTime();

describe('The site has a new version', () => {
  beforeEach(async () => {
    await visited();
    host.site = renewed;
    host.requests.length = 0;
    await page.open();
    await says('This site has a new version of this page and its lists. Until you use it, you screen with the one that you have, whose lists are of 21 November 2026, 14:05 UTC.');
  });

  test('and until the person uses it, the old one is used wholly, at every visit', async () => {
    await isOld();
    for (const scheme of ['light', 'dark']) {
      await page.media({ 'prefers-color-scheme': scheme });
      assert.deepEqual(await page.complaints(), [], scheme);
    }
    for (const [width, dir] of [[360, 'ltr'], [320, 'rtl']]) {
      await page.size(width);
      await page.run((way) => (document.documentElement.dir = way), dir);
      assert.ok((await page.sideways()) <= 0, `${width} px`);
    }
    await steppedBack();
    await page.driver.get('about:blank'); // no page of the site is open any more
    await page.driver.sleep(1000);
    await page.open();
    await says('This site has a new version');
    await isOld();
    assert.deepEqual(paths(), ['sw.js'], 'nothing of it is fetched before that');
    assert.deepEqual((await caches()).map(([, files]) => files), [inventory(old)]);
  });

  test('and pressed, everything is new at once', async () => {
    await press('offline', 'Use the new version');
    await reloaded();
    await isRenewed();
    assert.deepEqual((await caches()).map(([, files]) => files), [inventory(renewed)]);
    assert.equal(await page.text('#offline'), '');
    const changed = ['languages/en.js', 'packs/manifest.json', 'packs/un-sc.pack', 'sw.js'];
    assert.deepEqual(paths().filter((path) => path !== 'index.html'), changed, 'what did not change is not fetched again');
    await host.stop();
    await page.open();
    await isRenewed();
    await host.start();
  });

  test('and pressed after it has stepped back, it is fetched all the same', async () => {
    await steppedBack();
    await press('offline', 'Use the new version');
    await reloaded();
    await isRenewed();
  });

  test('of which a file arrives damaged: the old one stays, whole, and the person is told', async () => {
    host.damages = (path) => path === '/languages/en.js';
    await press('offline', 'Use the new version');
    await says('could not be fetched whole. Nothing was changed');
    await isOld();
    await page.open();
    await isOld();
    assert.deepEqual((await caches()).map(([, files]) => files), [inventory(old)]);
    host.damages = () => false;
    await says('This site has a new version');
    await press('offline', 'Use the new version');
    await reloaded();
    await isRenewed();
  });

  test('and decisions are not saved: they are asked to be saved first', async () => {
    const files = new Files(page);
    await page.click('#tab-file');
    await files.choose(partners);
    await files.screen();
    await files.decide('A-2', 'true-match', '');
    await press('offline', 'Use the new version');
    await says('You have decisions that are not saved. Save them first');
    assert.deepEqual((await caches()).map(([, kept]) => kept), [inventory(old)]);
    await page.run(() => (window.onbeforeunload = null)); // or the browser asks before the next test
  });

  test('and the server is gone when it is pressed: the old one stays', async () => {
    await steppedBack();
    await host.stop();
    await press('offline', 'Use the new version');
    await says('could not be fetched whole. Nothing was changed');
    await page.open();
    await isOld();
    await host.start();
  });

  test('and the page is open in another tab: neither of them becomes a mixture', async () => {
    const first = await page.driver.getWindowHandle();
    await page.driver.switchTo().newWindow('tab');
    await page.driver.get(host.address);
    await page.until('the name field opens', () => !document.getElementById('name').disabled);
    const second = await page.driver.getWindowHandle();
    await page.driver.switchTo().window(first);
    await press('offline', 'Use the new version');
    await says('this page is open in another tab or window as well');
    await isOld();
    await page.driver.switchTo().window(second);
    await isOld();
    await page.driver.close();
    await page.driver.switchTo().window(first);
    await press('offline', 'Use the new version');
    await reloaded();
    await isRenewed();
  });

  test('and it is the old one again: there is nothing to use, and the page says so', async () => {
    await steppedBack();
    host.site = old;
    await press('offline', 'Use the new version');
    await says('There is no new version any more.');
    await isOld();
  });
});
