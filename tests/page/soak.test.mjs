/** The soak of `soak.mjs` in short: long enough to find what leaks with every question or every reload. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Page } from './page.mjs';
import { soak } from './soak.mjs';

test('2,000 questions and 5 reloads of a list in one tab: the answers are the same bytes, and memory is flat', async () => {
  const page = await Page.start();
  try {
    const { before, after, sameAnswers } = await soak(page, { queries: 2_000, reloads: 5 });
    assert.ok(sameAnswers > 100);
    assert.ok(before.wasm > 1 << 20 && after.wasm > 1 << 20, 'the memory of the engine was measured');
  } finally {
    await page.close();
  }
});
