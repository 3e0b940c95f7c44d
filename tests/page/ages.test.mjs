/** Lists grow old: the page asks for a newer one, and past the limit "nothing found" says nothing until a person accepts that. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ago, file, un } from './files.mjs';
import { Page } from './page.mjs';

describe('A person has a list', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(() => page.openAtLists());

  test('of 7 days, and nothing is said of its age', async () => {
    await page.choose(file('un.xml', un(ago(7))));
    assert.doesNotMatch(await page.text('#coverage-body'), /Older than|Out of date/);
    assert.equal((await page.screen('Otto Warmbier')).kind, 'none');
  });

  test('of 8 days, and is asked to fetch a newer one, and an outcome still counts', async () => {
    await page.choose(file('un.xml', un(ago(8))));
    assert.match(await page.text('#coverage-body'), /Older than 7 days: UN Security Council Consolidated List\. Fetch newer ones\./);
    assert.match(await page.list('un-sc'), /Older than 7 days\. Fetch a newer edition/);
    assert.equal((await page.screen('Otto Warmbier')).kind, 'none');
  });

  test('of 31 days: without a potential match nothing is screened, and potential matches are shown all the same', async () => {
    await page.choose(file('un.xml', un(ago(31))));
    assert.match(await page.text('#coverage-body'), /Out of date, older than 30 days: UN Security Council Consolidated List\./);
    const { kind, title, text } = await page.screen('Otto Warmbier');
    assert.deepEqual([kind, title], ['not-screened', 'Not screened: list out of date']);
    assert.match(text, /Nothing was found, but UN Security Council Consolidated List may have changed: older than 30 days/);
    assert.doesNotMatch(text, /No potential match/);
    assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
    assert.equal((await page.screen('Benazir Ahmad')).kind, 'potential');
  });

  test('that is out of date, accepts it for this visit, and is asked again in the next', async () => {
    await page.choose(file('un.xml', un(ago(400))));
    await page.screen('Otto Warmbier');
    await page.click('.outcome button');
    await page.until('it is screened', () => document.querySelector('.outcome.none'));
    assert.match(await page.text('#coverage-body'), /Out of date/, 'its age is still said');
    assert.match(await page.text('#coverage-body'), /Oldest issued|Newest issued/);
    assert.equal((await page.screen('Hugo Nobody')).kind, 'none');
    await page.openWithList(400);
    assert.equal((await page.screen('Otto Warmbier')).kind, 'not-screened');
  });

  test('that is out of date and switched off: what is not looked at makes nothing uncertain', async () => {
    await page.choose(file('un.xml', un(ago(400))));
    await page.click('#on-un-sc');
    await page.until('it is off', () => /switched off: UN/.test(document.getElementById('coverage-body').innerText));
    assert.equal((await page.screen('Otto Warmbier')).kind, 'none');
  });

  test('without a date, says when it was issued, and then it counts', async () => {
    const told = await page.choose(file('un.xml', un(ago(3)).replace(/ dateGenerated="[^"]*"/, '')));
    assert.match(told, /day of issue unknown/);
    assert.match(await page.text('#coverage-body'), /Of an unknown day of issue: UN/);
    assert.equal((await page.screen('Otto Warmbier')).title, 'Not screened: list out of date');
    await page.run((day) => {
      document.getElementById('date-un-sc').value = day;
    }, ago(2));
    await page.pressIn('un-sc', 'Use this day');
    assert.match(await page.told(), /^Replaced: UN .* \(now issued .*; before day of issue unknown\)/);
    assert.match(await page.list('un-sc'), new RegExp(ago(2)));
    assert.equal((await page.outcome()).kind, 'none');
  });

  test('embedded, which is one dated action, says so and is exempt', async () => {
    assert.match(await page.list('ofac-sdn'), /One dated action: it holds what was issued that day and nothing issued later\./);
    assert.equal((await page.screen('Otto Warmbier')).kind, 'none');
  });
});
