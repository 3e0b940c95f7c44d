/** Names as newspapers wrote them: each finds its party first, and few others beside it. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { Page } from './page.mjs';

const [, ...rows] = readFileSync(new URL('../fixtures/press-names.csv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  // The last column is the only one with commas of its own; no name has one.
  .map((line) => line.split(','));

const SENSETIME = '33114';

describe('A person screens a name from the press', () => {
  let page;
  before(async () => {
    page = await Page.start();
    await page.open();
  });
  after(() => page.close());

  test('of which there are 29', () => assert.equal(rows.length, 29));

  for (const [written, uid, list] of rows) {
    // A row without a party of its own but on the list of SenseTime is a subsidiary: its listed parent is shown.
    const expected = uid !== '0' ? uid : list === 'cmic' ? SENSETIME : null;
    test(expected ? `“${written}” and the party meant comes first, with at most four beside it` : `“${written}” and nobody listed is shown`, async () => {
      const { parties, kind } = await page.screen(written);
      if (!expected) return assert.deepEqual([kind, parties], ['none', []]);
      assert.ok(parties.length >= 1 && parties.length <= 5, `${parties.length} parties`);
      const ids = await page.run(() => [...document.querySelectorAll('.party')].map((each) => each.dataset.id));
      assert.equal(ids[0], expected);
    });
  }
});
