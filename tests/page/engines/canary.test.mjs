/** The promise in every engine: a canary name goes through answers, files, an error and a crash, and is then searched for everywhere. */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { NOTHING, canary, leftBehind, storedIn, traces, typed } from '../canary.mjs';
import { ago, file, un } from '../files.mjs';
import { opened, places, tell } from './attempts.mjs';
import { engine } from './engine.mjs';
import { Foreign } from './foreign.mjs';
import { Parties, Visitor } from './visitor.mjs';

describe(`A canary name in ${engine}`, () => {
  let page, files, mirror, foreign, visited;
  before(async () => {
    [mirror, foreign] = [await opened(), await Foreign.start()];
    page = await Visitor.start({ address: mirror.address });
    files = new Parties(page);
    await files.open();
    visited = mirror.requests.length;
  });
  after(async () => {
    await page.close();
    mirror.close();
    foreign.close();
  });

  test('is screened by itself, with facts and with an error', async () => {
    await page.click('#tab-name');
    await typed(page);
    await page.run(() => (document.getElementById('known').open = true));
    await page.find('#fact-birth').sendKeys(canary);
    await page.screen(`Benazir Ahmed ${canary}`);
    assert.equal(await page.run(() => document.getElementById('fact-birth-wrong').hidden), false);
    assert.ok((await page.outcome()).text.includes(canary), 'it was screened');
  });

  test('is screened in a file, found in one that cannot be read, and on a list', async () => {
    await page.click('#tab-file');
    await files.choose(file('parties.csv', `name,born\nBenazir ${canary},1963\n${canary},31/02/1970\n`));
    await files.screen();
    for (const [words, name] of [['Results as CSV', 'parties-results.csv'], ['Screening record', 'parties-record.json']]) {
      const saved = await files.saved(words, name);
      assert.match(saved.toString(), traces, `${name} holds it`);
    }
    await files.choose(file('open.csv', `name\n"${canary}\nJane Roe\n`));
    await page.openLists();
    await page.choose(file('un.xml', un(ago(2), [[canary, 'Benazir'], ['IGNATIUS', 'VANDERHOEVEN']])));
    await page.click('#tab-name');
    await page.screen(`${canary} Benazir`);
    await page.until('the listed one is found', () => document.querySelector('.outcome.potential'));
  });

  test('is in the field when the engine crashes', async () => {
    await page.screen(`Benazir ${canary}`);
    await tell(page.driver, places.engine, { crash: true });
    await page.until('the loss is told', () => document.getElementById('result-body').innerText.includes('The engine has started again'));
    assert.equal(await page.find('#name').getAttribute('value'), `Benazir ${canary}`);
    await page.click('#screen');
    await page.until('it is screened again', () => !document.getElementById('result-body').innerText.includes('The engine has started'));
    await page.outcome();
  });

  test('and is in no request head and body included', () => {
    assert.ok(visited > 10, 'the server notes its requests');
    assert.match(mirror.requests[0], /user-agent/i);
    for (const request of [...mirror.requests, ...foreign.requests]) assert.doesNotMatch(request, traces);
    assert.equal(foreign.connections, 0);
    assert.deepEqual(mirror.requests.slice(visited).map((request) => request.split('\n')[0]), [], 'nothing at all is asked for');
  });

  test('nor in the address, title, history, storage, cookies or what else stays behind', async () => {
    const kept = await leftBehind(page.driver);
    assert.equal(kept.error, undefined);
    assert.ok(kept.loaded.length > 5, 'the page knows what it loaded');
    assert.doesNotMatch(JSON.stringify(kept), traces);
    assert.deepEqual([kept.address, ...storedIn(kept)], [mirror.address, ...NOTHING]);
  });

  test('nor in the console', async (t) => {
    if (!page.console) return t.skip(`${engine} tells no driver what is written to its console`);
    await page.run(() => console.warn('a line to be seen'));
    await page.driver.sleep(500);
    const lines = await page.console();
    assert.match(lines.join('\n'), /a line to be seen/);
    assert.doesNotMatch(lines.join('\n'), traces);
    t.diagnostic(`${lines.length} lines`);
  });
});
