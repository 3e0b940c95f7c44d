/** No directive is there in vain: each is taken away or loosened, and a way out that was closed must then be open. */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { left, places, tried } from './attempts.mjs';
import { engine, isOldFirefox } from './engine.mjs';
import { Foreign } from './foreign.mjs';
import { altered, served } from './policy.mjs';
import { Visitor } from './visitor.mjs';

const scripts = "'self' 'wasm-unsafe-eval'";

/** Without Trusted Types, which refuse some ways before another directive is asked. */
const plain = { 'require-trusted-types-for': null };
const unsealed = { seal: null };

/**
 * Policy, directive, what becomes of it (null: taken away), and the way out that is open then. What stands beside is changed as well,
 * because it closes the same way once more; with it alone the way must still be closed. Where taking a directive away changes
 * nothing, since `default-src` stands in for it, it is loosened. `own`: towards the page's own server; `engine`: tried by the engine's
 * worker, which inherits what binds the page.
 */
const table = [
  // What header and page say from the beginning, and what holds until the seal.
  ['document', 'default-src', '*', 'iframe', unsealed],
  ['document', 'script-src', `${scripts} http:`, 'import', unsealed],
  ['document', 'script-src', `${scripts} 'unsafe-eval'`, 'text made code', { ...unsealed, document: plain }],
  ['document', 'script-src', `${scripts} 'unsafe-inline'`, 'handler made of text', { ...unsealed, document: plain }],
  ['document', 'script-src', "'self'", 'no start', {}],
  ['document', 'style-src', "'self' http:", 'stylesheet', unsealed],
  ['document', 'worker-src', "'self'", 'no start', {}],
  ['document', 'connect-src', '*', 'fetch', unsealed],
  ['document', 'img-src', '*', 'image', unsealed],
  ['document', 'base-uri', null, 'another base address', unsealed],
  ['document', 'form-action', null, 'form submit', unsealed],
  ['document', 'frame-ancestors', null, 'a frame of another server', {}],
  ['document', 'object-src', null, 'object', { ...unsealed, document: { ...plain, 'default-src': '*' } }],
  ['document', 'require-trusted-types-for', null, 'text made markup', unsealed],
  ['document', 'trusted-types', null, 'another Trusted Types policy', unsealed],
  // The seal, which closes what had to be open until then: the page's own server.
  ['seal', 'default-src', null, 'stylesheet', {}, 'own'],
  ['seal', 'connect-src', "'self'", 'fetch', {}, 'own'],
  ['seal', 'connect-src', "'self'", 'no start', {}],
  ['seal', 'script-src', scripts, 'import', {}, 'own'],
  ['seal', 'worker-src', "blob: 'self'", 'worker of a server', { document: { ...plain, 'worker-src': "blob: 'self'" }, seal: plain }, 'own'],
  ['seal', 'base-uri', null, 'another base address', { document: { 'base-uri': null } }],
  ['seal', 'form-action', null, 'form submit', { document: { 'form-action': null } }],
  ['seal', 'require-trusted-types-for', null, 'text made markup', { document: plain }],
  ['seal', 'trusted-types', null, 'another Trusted Types policy', { document: { 'trusted-types': null } }],
  // The same seal where names are screened.
  ['seal', 'default-src', '*', 'FontFace', { document: { 'default-src': '*' }, closed: { FontFace: null } }, 'engine'],
  ['seal', 'script-src', `${scripts} http:`, 'import', { document: { 'script-src': `${scripts} http:` } }, 'engine'],
  ['seal', 'connect-src', '*', 'fetch', { document: { 'connect-src': '*' }, proof: null }, 'engine'],
  ['seal', 'connect-src', "'self'", 'fetch', { proof: null }, 'engine', 'own'],
  // What is taken away from the workers, because some engine lets it past their policy.
  ['closed', 'EventSource', null, 'EventSource', {}, 'engine'],
  ['closed', 'FontFace', null, 'FontFace', {}, 'engine', 'own'],
  ['closed', 'Worker', null, 'worker made of text', {}, 'engine'],
];

/** Where an engine does not have what is governed, does not ask the directive, or keeps the way closed without it. */
const idle = {
  Chromium: ['closed'],
  Firefox: isOldFirefox ? ['document require-trusted-types-for', 'document trusted-types', 'seal require-trusted-types-for', 'seal trusted-types', 'seal default-src FontFace'] : ['closed'],
  WebKit: ['document script-src no start', 'seal default-src FontFace', 'closed'],
}[engine];

/** The page, once it has started or has said that it does not. */
async function arrived(page) {
  await page.visit();
  await page.until('it says something', () => !document.getElementById('name').disabled || document.querySelector('.outcome'));
}

/** What the door cannot try by itself: whether it is so. */
const apart = {
  'form submit': async (page) => {
    await arrived(page);
    return left(page.driver, places.page, 'form submit');
  },
  'a frame of another server': async (page, mirror) => {
    const foreign = await Foreign.start(() => `<!doctype html><title>Holder</title><iframe src="${mirror.address}"></iframe>`);
    try {
      await page.driver.get(`${foreign.origin}/holder.html`);
      const isThere = () => mirror.requests.some((request) => request.includes(' /main.js'));
      for (const end = Date.now() + 500; Date.now() < end && !isThere(); ) await page.driver.sleep(20);
      return isThere();
    } finally {
      foreign.close();
    }
  },
  /** The page cannot, or must not, start without what the directive says. */
  'no start': async (page) => {
    await arrived(page);
    return page.run(() => document.getElementById('name').disabled);
  },
};

describe(`In ${engine}, every directive closes a way that is open without it:`, () => {
  let page;
  before(async () => (page = await Visitor.start()));
  after(() => page.close());

  /** Which of the ways are open where the policies are changed so. */
  async function open(ways, changes, where) {
    const mirror = await altered(changes);
    try {
      page.address = mirror.address;
      const [way] = ways;
      if (way in apart) return (await apart[way](page, mirror)) ? ways : [];
      await arrived(page);
      const { reached } = await tried(page.driver, where.includes('engine') ? places.engine : places.page, ways, where.includes('own') ? mirror : null);
      return ways.filter((each) => ['request', 'allowed'].includes(reached[each]));
    } finally {
      mirror.close();
    }
  }

  // What is open before is tried for all rows together that change the same beside.
  const tries = new Map();
  const openBefore = (row) => {
    const key = ([, , , way, beside, ...where]) => JSON.stringify([beside, where, way in apart && way]);
    const ways = new Set(table.filter((each) => key(each) === key(row)).map(([, , , way]) => way));
    if (!tries.has(key(row))) tries.set(key(row), open([...ways], row[4], row.slice(5)));
    return tries.get(key(row));
  };

  for (const row of table) {
    const [policy, directive, value, way, beside, ...where] = row;
    const skip = idle.some((each) => `${policy} ${directive} ${way}`.startsWith(each)) && `it makes no difference in ${engine}`;
    const whither = [where.includes('engine') && ', from the engine', where.includes('own') && ', to its own server'].filter(Boolean).join('');
    test(`${policy}: ${directive} ${value === null ? 'taken away' : `as ${value}`} brings: ${way}${whither}`, { skip }, async () => {
      assert.ok(!(await openBefore(row)).includes(way), 'it is closed before');
      const loosened = { ...beside, [policy]: { ...beside[policy], [directive]: value } };
      assert.deepEqual(await open([way], loosened, where), [way], 'it is open then');
    });
  }

  test('and the table names every directive', async () => {
    for (const [policy, directives] of Object.entries(await served()))
      assert.deepEqual([...new Set(table.filter(([of]) => of === policy).map(([, directive]) => directive))].sort(), directives.sort(), policy);
  });
});
