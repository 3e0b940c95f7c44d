/** The Lists panel: official files are dropped, checked and screened against; lists are switched off, kept, removed, and grow old. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { ago, file, un } from './files.mjs';
import { Page } from './page.mjs';

describe('A person chooses an official file', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(() => page.open());

  test('and screens against it at once, and sees its date, its age and its count', async () => {
    await page.openLists();
    const told = await page.choose(file('consolidated.xml', un(ago(3))));
    assert.match(told, /^Added: UN Security Council Consolidated List, issued \d+ \w+ \d{4}, 3 designations\.$/);
    const list = await page.list('un-sc');
    assert.match(list, new RegExp(`\\(${ago(3)}\\), 3 days old`));
    assert.match(list, /Up to date\./);
    assert.match(list, /Designations\s+3\s/);
    assert.match(list, /Comes from\s+a file that you added in this visit/);
    assert.match(await page.text('#coverage-body'), /^Looked at 30 designations on 3 lists\./);
    const { kind, parties } = await page.screen('Waldemar Zygmuntowicz');
    assert.equal(kind, 'potential');
    assert.match(parties[0], /ZYGMUNTOWICZ/);
  });
});
