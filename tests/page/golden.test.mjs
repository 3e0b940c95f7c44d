/** The package in Chromium says the same bytes as the native command line. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { Page } from './page.mjs';
import { site } from './site.mjs';

const lines = (path) => readFileSync(path, 'utf8').replace(/\n$/, '').split('\n');
const native = process.env.NAMESIEVE_GOLDEN;

describe('The golden queries', { skip: native ? false : 'NAMESIEVE_GOLDEN is not set: there is no native output to compare with' }, () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());

  test('bring the same bytes from the native command line and from the package in Chromium', async () => {
    const queries = lines(new URL('../golden/queries.txt', import.meta.url));
    const expected = lines(native);
    assert.ok(queries.length >= 40, `${queries.length} queries`);
    assert.equal(expected.length, queries.length);
    // The package's own source, shown as a text document: the same origin under the same headers, but no page that seals itself.
    await page.driver.get(new URL('pkg/index.js', site).href);
    const got = await page.driver.executeAsyncScript(`
      const [names, done] = arguments;
      import('/pkg/index.js')
        .then(({ load }) => load())
        .then((sieve) => done(names.map((name) => JSON.stringify(sieve.screen(name)))))
        .catch((error) => done(String(error)));`, queries);
    assert.ok(Array.isArray(got), got);
    for (const [at, query] of queries.entries()) assert.equal(got[at], expected[at], query);
  });
});
