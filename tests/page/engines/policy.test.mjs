/** No directive is there in vain: each is taken away or loosened, and a way out that was closed must then be open. */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { left, places, tried } from './attempts.mjs';
import { engine } from './engine.mjs';
import { Foreign } from './foreign.mjs';
import { altered, served } from './policy.mjs';
import { Visitor } from './visitor.mjs';

/** Without Trusted Types, which refuse some ways before a policy is asked. */
const plain = { 'require-trusted-types-for': null };
const scripts = "'self' 'wasm-unsafe-eval'";

/**
 * Policy, directive, what becomes of it (null: taken away), and the way out that is open then. What stands `beside` is changed as
 * well, because it closes the same way once more; with it alone the way must still be closed. Where taking a directive away changes
 * nothing, since `default-src` stands in for it, it is loosened.
 */
const table = [
  // The header of the document, which is what holds before the seal.
  ['document', 'default-src', '*', 'iframe', { seal: null }],
  ['document', 'script-src', `${scripts} http:`, 'import', { seal: null }],
  ['document', 'script-src', `${scripts} 'unsafe-eval'`, 'text made code', { seal: null, document: plain }],
  ['document', 'script-src', `${scripts} 'unsafe-inline'`, 'handler made of text', { seal: null, document: plain }],
  ['document', 'script-src', "'self'", 'no start', {}],
  ['document', 'style-src', "'self' http:", 'stylesheet', { seal: null }],
  ['document', 'worker-src', "'self' blob:", 'worker made of text', { seal: null, document: plain }],
  ['document', 'connect-src', '*', 'fetch', { seal: null }],
  ['document', 'img-src', '*', 'image', { seal: null }],
  ['document', 'base-uri', null, 'another base address', { seal: null }],
  ['document', 'form-action', null, 'form submit', { seal: null }],
  ['document', 'frame-ancestors', null, 'a frame of another server', {}],
  ['document', 'object-src', null, 'object', { seal: null, document: { ...plain, 'default-src': '*' } }],
  ['document', 'require-trusted-types-for', null, 'text made markup', {}],
  ['document', 'trusted-types', null, 'another Trusted Types policy', {}],
  // The seal, which closes what the header had to leave open: the page's own server.
  ['seal', 'default-src', null, 'fetch', {}, 'own'],
  ['seal', 'worker-src', "'self' blob:", 'worker made of text', { document: { ...plain, 'worker-src': "'self' blob:" } }],
  ['seal', 'base-uri', null, 'another base address', { document: { 'base-uri': null } }],
  ['seal', 'form-action', null, 'form submit', { document: { 'form-action': null } }],
  // The header of the workers.
  ['worker', 'default-src', '*', 'FontFace', { closed: { FontFace: null } }],
  ['worker', 'script-src', `${scripts} http:`, 'import', {}],
  ['worker', 'script-src', `${scripts} blob:`, 'worker made of text', {}],
  ['worker', 'connect-src', '*', 'fetch', {}],
  ['worker', 'connect-src', "'self'", 'fetch', {}, 'own'],
  // What is taken away from the workers, because some engine lets it past their policy.
  ['closed', 'EventSource', null, 'EventSource', {}],
  ['closed', 'FontFace', null, 'FontFace', {}, 'own'],
];

/** Where an engine does not have what is governed, does not ask the directive, or keeps the way closed without it. */
const idle = {
  Chromium: ['closed EventSource', 'closed FontFace'],
  Firefox: ['document require-trusted-types-for', 'document trusted-types', 'worker default-src'],
  WebKit: ['document script-src no start', 'worker default-src', 'closed EventSource'],
}[engine];

/** What the door cannot try by itself: whether it is open. */
const apart = {
  'form submit': async (page) => {
    await page.open();
    return left(page.driver, places.page, 'form submit');
  },
  /** Whether this page runs in a frame of another server's. */
  'a frame of another server': async (page, mirror) => {
    const foreign = await Foreign.start(() => `<!doctype html><title>Holder</title><iframe src="${mirror.address}"></iframe>`);
    try {
      await page.driver.get(`${foreign.origin}/holder.html`);
      await page.driver.sleep(500);
      return mirror.requests.some((request) => request.includes(' /main.js'));
    } finally {
      foreign.close();
    }
  },
  /** Here it is the directive that opens the page: it must not start without. */
  'no start': async (page) => {
    await page.visit();
    await page.until('it says something', () => !document.getElementById('name').disabled || document.querySelector('.outcome'));
    return page.run(() => document.getElementById('name').disabled);
  },
};

describe(`In ${engine}, every directive closes a way that is open without it:`, () => {
  let page;
  before(async () => (page = await Visitor.start()));
  after(() => page.close());

  /** Which of the ways are open where the policies are changed so. */
  async function open(ways, changes, policy, whose) {
    const mirror = await altered(changes);
    try {
      page.at = mirror.address;
      const [way] = ways;
      if (way in apart) return (await apart[way](page, mirror)) ? ways : [];
      await page.open();
      const channel = policy === 'worker' || policy === 'closed' ? places.engine : places.page;
      const { reached } = await tried(page.driver, channel, ways, whose === 'own' ? mirror : null);
      return ways.filter((each) => ['request', 'allowed'].includes(reached[each]));
    } finally {
      mirror.close();
    }
  }

  // What is open before is tried for all rows together that change the same beside.
  const tries = new Map();
  const openBefore = ([policy, , , way, beside, whose]) => {
    const key = (row) => JSON.stringify([row[0], row[4], row[5], row[3] in apart && row[3]]);
    const mine = key([policy, , , way, beside, whose]);
    const ways = new Set(table.filter((row) => key(row) === mine).map((row) => row[3]));
    if (!tries.has(mine)) tries.set(mine, open([...ways], beside, policy, whose));
    return tries.get(mine);
  };

  for (const row of table) {
    const [policy, directive, value, way, beside, whose = 'foreign'] = row;
    const skip = idle.some((each) => `${policy} ${directive} ${way}`.startsWith(each)) && `it makes no difference in ${engine}`;
    test(`${policy}: ${directive} ${value === null ? 'taken away' : `as ${value}`} lets through: ${way}${whose === 'own' ? ', to its own server' : ''}`, { skip }, async () => {
      assert.ok(!(await openBefore(row)).includes(way), 'it is closed before');
      const loosened = { ...beside, [policy]: { ...beside[policy], [directive]: value } };
      assert.deepEqual(await open([way], loosened, policy, whose), [way], 'it is open then');
    });
  }

  test('and the table names every directive of the three policies', async () => {
    const { allWorkers, ...policies } = await served();
    for (const [policy, directives] of Object.entries(policies))
      assert.deepEqual([...new Set(table.filter(([of]) => of === policy).map(([, directive]) => directive))].sort(), directives.sort(), policy);
    assert.equal(new Set(allWorkers).size, 1, 'all workers have the same policy');
  });
});
