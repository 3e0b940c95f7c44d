/** The promise: nothing typed is sent or stored. A canary name is typed everywhere and then searched for everywhere. */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { NOTHING, canary, leftBehind, storedIn, traces, typed } from './canary.mjs';
import { ago, file, un } from './files.mjs';
import { Page } from './page.mjs';
import { served, site } from './site.mjs';

/** Types the canary in every way the page offers. */
async function use(page) {
  await typed(page);
  await page.screen(`Benazir Ahmed ${canary}`);
  if (await page.run(() => document.querySelector('.unfold') !== null)) await page.unfold();
  await page.click('.folds details:last-child summary');
  await page.click('#weak');
  await page.screen(canary);
}

describe('A person types a name', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());

  test('and no request is made any more once the page is ready', async () => {
    await page.open();
    assert.ok(page.wire.requests.some(({ url }) => url.endsWith('/worker.js')), 'the wire sees requests');
    const before = served().length;
    assert.ok(before > 0, 'the server notes its requests');
    page.wire.forget();
    await use(page);
    await page.driver.sleep(500);
    assert.deepEqual(page.wire.requests, []);
    assert.equal(served().length, before);
  });

  test('and it is found in no request, address, title, history, storage, cookie or console line', async () => {
    await page.open();
    await use(page);
    assert.doesNotMatch(JSON.stringify(page.wire.requests), traces);
    assert.doesNotMatch(served().join('\n'), traces);
    assert.doesNotMatch(page.wire.console.join('\n'), traces);
    const kept = await leftBehind(page.driver);
    assert.equal(kept.error, undefined);
    assert.ok(kept.loaded.length > 5, 'the page knows what it loaded');
    assert.doesNotMatch(JSON.stringify(kept), traces);
    assert.deepEqual(storedIn(kept), NOTHING);
  });

  test('and the console stays empty, but for what the browser says of the proof that each worker is sealed', async () => {
    await page.open();
    await use(page);
    assert.deepEqual(page.wire.console, []);
    // Two lines for each of two workers, which Chromium tells both the page and the worker.
    assert.equal(page.wire.proofs.length, 8);
  });

  test('and a console line would be seen', async () => {
    await page.open();
    await page.run(() => console.warn('seen'));
    await page.wire.worker('console.warn("seen too")');
    assert.ok(page.wire.console.includes('page warning: seen'));
    assert.ok(page.wire.console.includes('worker warning: seen too'));
  });

  test('offline, and it still works', async () => {
    await page.open();
    await page.wire.offline(true);
    try {
      assert.equal((await page.screen('Benazir Ahmad')).parties[0], 'AHMED, Benazir');
      await page.unfold();
      assert.equal((await page.screen('Otto Warmbier')).kind, 'none');
    } finally {
      await page.wire.offline(false);
    }
  });

  test('in a field whose text the browser neither checks, completes, translates nor predicts', async () => {
    await page.open();
    const [field, root] = await page.run(() => [
      Object.fromEntries([...document.getElementById('name').attributes].map(({ name, value }) => [name, value])),
      document.documentElement.getAttribute('translate'),
    ]);
    const wanted = { spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', autocorrect: 'off', translate: 'no', writingsuggestions: 'false', dir: 'auto' };
    assert.deepEqual({ ...field, ...wanted }, field);
    assert.equal(field.name, undefined, 'a field without a name is part of no form data');
    assert.equal(root, 'no');
  });

  test('and Enter leads to no other address', async () => {
    await page.open();
    const before = await page.driver.getCurrentUrl();
    await page.write(canary);
    await page.press(Key.ENTER);
    await page.outcome();
    assert.equal(await page.driver.getCurrentUrl(), before);
  });
});

describe('Once ready, the page is sealed', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());

  const ways = {
    fetch: () => fetch('./words.js'),
    'fetch to another server': () => fetch('https://example.org/', { mode: 'no-cors' }),
    XMLHttpRequest: () => new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.onload = resolve;
      request.onerror = reject;
      request.open('GET', './words.js');
      request.send();
    }),
    WebSocket: () => new Promise((resolve, reject) => {
      const socket = new WebSocket('ws://127.0.0.1:9/');
      socket.onopen = resolve;
      socket.onerror = reject;
    }),
    EventSource: () => new Promise((resolve, reject) => {
      const source = new EventSource('./words.js');
      source.onopen = resolve;
      source.onerror = reject;
    }),
    beacon: () => (navigator.sendBeacon('./words.js', 'x'), new Promise((_, reject) => setTimeout(reject, 100))),
    image: () => new Promise((resolve, reject) => Object.assign(new Image(), { onload: resolve, onerror: reject, src: './words.js?image' })),
    stylesheet: () => new Promise((resolve, reject) => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: './style.css?again', onload: resolve, onerror: reject }))),
    frame: () => (document.body.append(Object.assign(document.createElement('iframe'), { src: './words.js?frame' })), new Promise((_, reject) => setTimeout(reject, 100))),
    import: () => import(`${location.origin}/words.js?again`),
  };

  for (const [way, attempt] of Object.entries(ways))
    test(`and a request by ${way} never leaves it`, async () => {
      await page.open();
      page.wire.forget();
      const before = served().length;
      const outcome = await page.driver.executeAsyncScript(`
        const done = arguments[0];
        const broken = [];
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => broken.push(effectiveDirective));
        Promise.resolve().then(${attempt}).then(() => 'went through', () => 'refused').then((how) => setTimeout(() => done([how, broken.length]), 100));`);
      assert.equal(outcome[0], 'refused');
      assert.ok(outcome[1] >= 1, 'the browser says that its policy was broken');
      assert.equal(served().length, before);
    });

  for (const worker of ['worker.js', 'table.js'])
    for (const [way, attempt] of [['connect', `fetch('${site}words.js')`], ['import', `import('${site}words.js')`]])
      test(`and its ${worker} cannot ${way} anywhere either`, async () => {
        await page.open();
        const before = served().length;
        const { result } = await page.wire.worker(`globalThis.tried = ${attempt}.then(() => 'went through', () => 'refused'); 'trying'`, worker);
        assert.equal(result.value, 'trying');
        await page.driver.sleep(300);
        await page.wire.worker('tried.then((how) => (globalThis.how = how))', worker);
        await page.driver.sleep(100);
        assert.equal((await page.wire.worker('globalThis.how', worker)).result.value, 'refused');
        assert.equal(served().length, before);
      });

  test('and a list file that is read is sent nowhere, and nothing is fetched to read it', async () => {
    await page.open();
    await page.openLists();
    const before = served().length;
    page.wire.forget();
    await page.choose(file('un.xml', un(ago(2), [[canary, 'Benazir'], ['IGNATIUS', 'VANDERHOEVEN']])));
    await page.screen(`Benazir ${canary}`);
    await page.driver.sleep(500);
    // The reader is started from its script, which the page holds.
    assert.ok(page.wire.requests.every(({ url, postData }) => url.startsWith('blob:') && postData === undefined));
    assert.deepEqual(page.wire.started, ['./reader.js', './worker.js']);
    assert.equal(served().length, before);
    assert.deepEqual(page.wire.console, []);
  });

  test('and no other script can be made into a worker', async () => {
    await page.open();
    const thrown = await page.run(() => {
      try {
        new Worker('./main.js');
        return 'nothing';
      } catch (error) {
        return error.name;
      }
    });
    assert.equal(thrown, 'TypeError');
  });
});
