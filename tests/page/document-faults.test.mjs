/** Faults of the device while a document is read or searched: nothing of it counts as screened, or it is searched to its end. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ago, file, un } from './files.mjs';
import { Page } from './page.mjs';

const memo = fileURLToPath(new URL('../fixtures/documents/memo.docx', import.meta.url));

/** A text that takes the engine a while, and ends with a name that is listed. */
const long = (lines) => `${Array.from({ length: lines }, (_, at) => `Somebody Nobodyson${at} met Hans Examplemann`).join('\n')}\nIt was Benazir Ahmad.`;

/** The same as a web page, which takes seconds to read. */
const longPage = (lines) => `<p>${long(lines).replaceAll('\n', '</p><p>')}</p>`;

const told = (page) => page.text('#document-result');

const begun = (page) => page.until('there is a bar', () => document.querySelector('#document-run progress'));

const settled = (page) =>
  page.driver.wait(() => page.run(() => !document.querySelector('#document-run progress') && document.querySelector('#document-result .outcome')), 60_000, 'the document is not settled');

/** What a document says afterwards that is as it should be. */
async function screensAnother(page) {
  await page.find('#document-file').sendKeys(memo);
  await settled(page);
  assert.match(await told(page), /potential match(es)?, named \d+ times in the document/);
}

describe('A document is at work', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(async () => {
    await page.begin();
    await page.open();
    await page.click('#tab-document');
  });

  test('and the part that reads it is killed: nothing counts as screened, and the person can end the reading', async () => {
    await page.find('#document-file').sendKeys(file('large.html', longPage(300_000)));
    await begun(page);
    await page.wire.kill('extraction.js');
    await page.driver.sleep(500);
    assert.equal(await page.run(() => document.querySelector('#document-result .outcome')), null);
    await page.click('#document-run button');
    assert.equal(await page.text('#document-told'), 'Cancelled. Nothing was screened.');
    await screensAnother(page);
  });

  test('and the engine crashes in the middle: it is told, and nothing counts as screened', async () => {
    await page.find('#document-file').sendKeys(file('long.txt', long(40_000)));
    await begun(page);
    await page.wire.worker(`setTimeout(() => { throw new Error('a crash') })`);
    await settled(page);
    assert.match(await told(page), /^Not screened: the document was not read\s+The engine stopped while it worked\./);
    assert.doesNotMatch(await told(page), /No potential match/);
    await page.until('there is a new engine', () => !document.getElementById('name').disabled);
    await screensAnother(page);
  });

  test('and the page is frozen while it is searched: it is searched to its end when the page goes on', async () => {
    await page.find('#document-file').sendKeys(file('long.txt', long(3_000)));
    await page.wire.page('Page.setWebLifecycleState', { state: 'frozen' });
    await page.driver.sleep(1500);
    await page.wire.page('Page.setWebLifecycleState', { state: 'active' });
    await settled(page);
    assert.match(await told(page), /^1 potential match, named 1 time in the document/);
  });

  test('and the clock is years behind: the age of a list is not known, so "nothing found" says nothing', async () => {
    await page.clock(-1000);
    await page.openWithList();
    await page.click('#tab-document');
    await page.run(() => (document.getElementById('document-paste').value = 'Otto Warmbier wrote home.'));
    await page.click('#document-read');
    await settled(page);
    assert.match(await told(page), /^Not screened: list out of date/);
  });

  test('and a list is out of date: "nothing found" says nothing until that is accepted, and who is found is told', async () => {
    await page.openAtLists();
    await page.choose(file('un.xml', un(ago(40))));
    await page.click('#tab-document');
    const ask = async (text) => {
      await page.run((pasted) => (document.getElementById('document-paste').value = pasted), text);
      await page.click('#document-read');
      await settled(page);
      return told(page);
    };
    assert.match(await ask('Benazir Ahmad wrote home.'), /1 potential match, named 1 time/);
    assert.match(await ask('Otto Warmbier wrote home.'), /^Not screened: list out of date/);
    await page.click('#document-result button');
    await page.until('it is searched anew', () => /^No potential match in what was read/.test(document.getElementById('document-result').innerText));
  });
});

describe('The device has no memory', () => {
  test('to read a document: nothing of it counts as screened, and smaller ones are read afterwards', async () => {
    const page = await Page.start({ flags: ['--js-flags=--wasm-max-mem-pages=100'] });
    try {
      await page.open();
      await page.click('#tab-document');
      await page.find('#document-file').sendKeys(file('large.txt', long(200_000)));
      await settled(page);
      assert.match(await told(page), /^Not screened/);
      assert.doesNotMatch(await told(page), /No potential match/);
      await screensAnother(page);
    } finally {
      await page.close();
    }
  });
});
