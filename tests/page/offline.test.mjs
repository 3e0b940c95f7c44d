/** A site that is kept on the device: it opens offline, whole and verified, and holds nothing else. */

import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ago, un } from './files.mjs';
import { edition, inventory } from './host.mjs';
import { VERSION, ask, caches, everyTime, host, isOld, isRenewed, kept, marked, old, page, paths, press, registrations, renewed, says, until, visited } from './hosted.mjs';

const canary = 'Qanarqz';

/** A document of the site from which requests can be tried: a style sheet shown as text has no policy of its own, as each page has. */
const UNSEALED = 'style.css';

everyTime();

describe('A person has visited the page once', () => {
  test('and without its server it opens and screens against the lists of the site', async () => {
    await visited();
    assert.match(await page.text('#stored'), /^Stored in this browser: this page, which therefore opens offline\./);
    await host.stop();
    try {
      for (const visit of [1, 2]) {
        await page.open();
        assert.match(await page.text('#coverage-body'), /^Looked at 30 designations on 3 lists\./, `visit ${visit}`);
        await isOld();
        await kept();
      }
      assert.deepEqual(page.wire.console, []);
    } finally {
      await host.start();
    }
  });

  test('and what is kept is the inventory, and what was asked for was no name', async () => {
    await visited();
    await page.open();
    await page.screen(`Benazir ${canary}`);
    await page.screen('Benazir Ahmad');
    assert.deepEqual((await caches()).map(([, files]) => files), [inventory(old)]);
    const all = [...inventory(old), 'sw.js', ''];
    assert.deepEqual(paths().filter((path) => !all.includes(path)), []);
    assert.doesNotMatch(JSON.stringify([host.requests, page.wire.requests, page.wire.console, await caches()]), new RegExp(canary, 'i'));
    assert.ok(page.wire.console.every((line) => !/error|exception/u.test(line)), page.wire.console.join('\n'));
  });

  test('and the next visit asks the server for the service worker alone', async () => {
    await visited();
    host.requests.length = 0;
    await page.open();
    await page.driver.wait(() => host.requests.includes('GET /sw.js'), 15_000, 'the service worker is never asked for');
    await page.driver.sleep(500);
    assert.deepEqual(paths(), ['sw.js']);
  });

  test('and the document and its workers are bound by their policies, also of a host that sends none', async () => {
    host.sendsHeaders = false;
    await visited();
    host.requests.length = 0;
    await page.open();
    await page.wire.worker("fetch('./words.js').then(() => (globalThis.how = 'went through'), () => (globalThis.how = 'refused'))");
    await page.driver.sleep(500);
    assert.equal((await page.wire.worker('globalThis.how')).result.value, 'refused');
    const headers = await ask(async () => {
      const answers = await Promise.all(['./index.html', './worker.js', './main.js'].map((path) => fetch(path)));
      return answers.map(({ headers }) => headers.get('content-security-policy'));
    }).catch(() => null);
    assert.match(String(headers), /Failed to fetch/, 'the sealed document fetches nothing');
    await page.driver.get(`${host.address}${UNSEALED}`);
    const [document, worker, type] = await ask(async () => {
      const [page, worker] = await Promise.all(['./index.html', './worker.js'].map((path) => fetch(path)));
      return [page.headers.get('content-security-policy'), worker.headers.get('content-security-policy'), worker.headers.get('content-type')];
    });
    assert.match(document, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'.* frame-ancestors 'none'/);
    assert.equal(worker, "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'");
    assert.equal(type, 'text/javascript');
  });

  test('and a request for anything else goes nowhere', async () => {
    await visited();
    await page.driver.get(`${host.address}?name=${canary}`);
    await page.until('the name field opens', () => !document.getElementById('name').disabled);
    assert.equal(await page.driver.getCurrentUrl(), host.address, 'a query is taken away from the address');
    await page.driver.get(`${host.address}${UNSEALED}`);
    const tried = (path, options) => ask((where, how) => fetch(where, how).then(({ status }) => status, () => 'refused'), path, options ?? {});
    assert.equal(await tried('./style.css'), 200);
    for (const [path, options] of [[`./style.css?${canary}`], [`./${canary}`], ['./sw.js'], ['./SHA256SUMS'], ['./style.css', { method: 'POST', body: canary }]])
      assert.equal(await tried(path, options), 'refused', path);
    await page.driver.get(`${host.address}${canary}`).catch(() => null); // the browser's own page of errors
    assert.doesNotMatch(host.requests.join('\n'), new RegExp(canary));
  });

  test('and every language is there without a network', async () => {
    await visited();
    await host.stop();
    try {
      await page.driver.get(`${host.address}?lang=fr`);
      await page.until('the page speaks French', () => document.documentElement.lang === 'fr' && !document.getElementById('name').disabled);
      assert.equal(await page.driver.getCurrentUrl(), `${host.address}?lang=fr`);
      assert.match((await page.screen('123')).title, /^Non contrôlé/);
    } finally {
      await host.start();
    }
  });

  test('and lists that grow old offline are said to be old', async () => {
    host.site = await edition('aged', un(ago(40)), VERSION);
    await visited();
    await host.stop();
    try {
      await page.open();
      assert.match(await page.text('#coverage-body'), /Out of date, older than 30 days: UN/);
      assert.equal((await page.screen('Otto Warmbier')).kind, 'not-screened');
    } finally {
      await host.start();
    }
  });
});

describe('The site is no longer one that can be kept', () => {
  test('and what was kept goes away: the page comes from the server again', async () => {
    await visited();
    host.site = await edition('unkept', un(ago(1), [['NEUANKOMMER', 'ZWEITNAME']]), VERSION + 172_800, marked);
    for (const file of ['sw.js', 'index.html']) copyFileSync(new URL(`../../www/${file}`, import.meta.url), `${host.site}/${file}`);
    await page.open();
    await isOld();
    await until('it is gone', async () => (await navigator.serviceWorker.getRegistrations()).length === 0 && (await window.caches.keys()).length === 0);
    await page.open();
    await isRenewed();
    assert.deepEqual(await caches(), []);
    assert.equal(await registrations(), 0);
  });
});

describe('What is kept is changed on the device', () => {
  const put = (file, text) => ask(async (path, content) => {
    const [name] = await window.caches.keys();
    await (await window.caches.open(name)).put(path, new Response(content, { headers: { 'content-type': 'text/javascript' } }));
  }, file, text);

  test('and the change is never used: what the server has is, if it is the same version', async () => {
    await visited();
    await put('./words.js', "throw new Error('changed')");
    await page.open();
    await isOld();
    await page.open();
    await kept();
    assert.deepEqual((await caches()).map(([, files]) => files), [inventory(old)], 'it is kept anew');
  });

  test('and the server has another version: that is used, wholly, after one more load', async () => {
    await visited();
    await put('./view/dom.js', "throw new Error('changed')");
    host.site = renewed;
    await page.visit();
    await until('the change is found', async () => !(await (await window.caches.open((await window.caches.keys())[0])).match('./view/dom.js')));
    assert.doesNotMatch(await page.text('main'), /No potential match/);
    await page.open();
    await isRenewed();
  });

  test('and a file is missing: the page is loaded from the server and kept again', async () => {
    await visited();
    await ask(async () => (await window.caches.open((await window.caches.keys())[0])).delete('./method.html'));
    host.site = renewed;
    await page.open();
    await isRenewed();
    await kept();
    await page.open();
    assert.deepEqual((await caches()).map(([, files]) => files), [inventory(renewed)]);
    await isRenewed();
  });
});

describe('A browser cannot keep the page', () => {
  const works = async () => {
    await isOld();
    assert.doesNotMatch(await page.text(), /opens offline/);
    assert.deepEqual(await caches(), []);
  };

  test('for want of room: it says so, and screens', async () => {
    await page.wire.page('Storage.overrideQuotaForOrigin', { origin: host.address, quotaSize: 200_000 });
    await page.open();
    await says('it could not be kept in this browser, so it cannot be opened offline');
    await works();
    assert.equal(await registrations(), 0);
    assert.deepEqual(await page.complaints(), []);
  });

  test('since it forbids that: it says so, and screens', async () => {
    await page.beforehand("ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('denied', 'SecurityError'))");
    await page.open();
    await says('it could not be kept in this browser');
    await works();
  });

  test('since a file does not arrive as the inventory has it: it says so, and screens', async () => {
    host.damages = (path) => path === '/method.html';
    await page.open();
    await says('it could not be kept in this browser');
    await works();
    host.damages = () => false;
    await visited();
  });

  test('and has never heard of it: it says so, and screens', async () => {
    await page.beforehand('delete Navigator.prototype.serviceWorker');
    await page.open();
    await says('it could not be kept in this browser, so it cannot be opened offline');
    await isOld();
    assert.doesNotMatch(await page.text(), /opens offline/);
  });

  test('and does not answer: the page waits no more than two seconds', async () => {
    await page.beforehand('ServiceWorkerContainer.prototype.register = () => new Promise(() => {})');
    const start = Date.now();
    await page.open();
    assert.ok(Date.now() - start < 12_000);
    await isOld();
  });
});

describe('A person forgets everything', () => {
  test('and the page is no longer kept, until it is opened again', async () => {
    await visited();
    await page.open();
    await press('stored', 'Forget everything');
    assert.match(await page.text('#stored'), /This removes from this browser: this page, which therefore opens offline\./);
    await press('stored', 'Yes, forget');
    await page.until('it is forgotten', () => /Everything is forgotten/.test(document.getElementById('stored').innerText));
    assert.match(await page.text('#stored'), /When you open this page again, it is kept again/);
    assert.deepEqual(await caches(), []);
    assert.equal(await registrations(), 0);
    await isOld();
    await page.openLists();
    await page.click('#on-un-sc');
    assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'none', 'the page that is open still works');
    assert.deepEqual(await caches(), []);
    await visited();
  });
});

describe('A stranger checks a site', () => {
  const missing = ['curl', 'sha256sum'].filter((program) => spawnSync(program, ['--version']).error);
  const options = missing.length ? { skip: `${missing.join(' and ')} not found` } : {};
  // As the README has it.
  const recipe = (address) => `curl -sfO ${address}SHA256SUMS
    cut -c67- SHA256SUMS | xargs -I{} curl -sfL --create-dirs -o {} ${address}{}
    sha256sum --check --quiet SHA256SUMS`;
  const check = (address) => {
    const here = mkdtempSync(join(tmpdir(), 'namesieve-check-'));
    return new Promise((resolve) => execFile('sh', ['-c', recipe(address)], { cwd: here }, (error, stdout) => {
      rmSync(here, { recursive: true, force: true });
      resolve(error ? stdout : 'as published');
    }));
  };

  test('against the one digest that its publisher told', options, async () => {
    assert.equal(await check(host.address), 'as published');
    host.damages = (path) => path === '/pkg/wasm/namesieve_bg.wasm';
    assert.match(await check(host.address), /namesieve_bg\.wasm: FAILED/);
  });
});
