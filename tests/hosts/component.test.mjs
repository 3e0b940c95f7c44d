/** What the component promises in a host's page: coverage above every outcome, nothing told that was not looked for, and no name let out. */

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { ago, un } from '../page/files.mjs';
import { Key, packed } from '../page/offer.mjs';
import { Guest } from './guest.mjs';
import { example, project } from './projects.mjs';
import { Server, header } from './server.mjs';

const folder = project('component', example('static'));
const MODULE = '/node_modules/namesieve/wasm/name-sieve.js';
const ENGINE = '/node_modules/namesieve/wasm/namesieve_bg.wasm';

/** A page of these elements, in a document that imports the component. */
const page = (file, body, more = '') =>
  writeFileSync(join(folder, file), `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><meta name="color-scheme" content="light dark">
<script type="module" src=".${MODULE}"></script>${more}</head><body><main><h1>Host</h1>${body}</main></body></html>`);

page('bound.html', '<form method="dialog"><label for="supplier">Supplier</label><input id="supplier" name="supplier"><name-sieve for="supplier" name="screening" decisions required></name-sieve><button id="save">Save</button></form>');
page('lists.html', '<label for="supplier">Supplier</label><input id="supplier"><name-sieve for="supplier" manifest="./lists/manifest.json"></name-sieve>');
page('many.html', '<label for="supplier">Supplier</label><input id="supplier"><name-sieve for="supplier"></name-sieve><name-sieve for="supplier" lists="ofac-cmic"></name-sieve><name-sieve for="supplier" lists="un-sc"></name-sieve>',
  '<script type="module" src="./copy/wasm/name-sieve.js"></script>');
page('foreign.html', '<label for="supplier">Supplier</label><input id="supplier"><name-sieve for="supplier" manifest="https://lists.example/manifest.json"></name-sieve>');
page('astray.html', '<label for="supplier">Supplier</label><input id="supplier"><name-sieve for="suplier"></name-sieve>');

const NAME = 'Quixabel Benazir';

describe('In the page of somebody else the component', () => {
  let guest;
  let server;
  before(async () => (server = await Server.start(folder)));
  beforeEach(() => (server.requests.length = 0));
  afterEach(() => guest?.close());
  after(() => server.stop());

  const reasonsOf = async () => (await guest.told()).filter(({ kind }) => kind === 'not-screened').map(({ detail }) => detail.reasons[0].code);

  test('shows what was looked at above every outcome, and lets the form be sent when a person has decided', async () => {
    guest = await Guest.at(server, 'bound.html');
    await guest.open();
    const valid = () => guest.run(() => document.forms[0].checkValidity());
    assert.equal(await valid(), false, 'nothing is screened yet');
    await guest.fill('#supplier', 'Benazir Ahmad');
    await guest.sieve();
    const order = await guest.inside(function () {
      return this.getElementById('coverage').compareDocumentPosition(this.getElementById('result')) === Node.DOCUMENT_POSITION_FOLLOWING;
    });
    assert.ok(order);
    await guest.click('#save');
    assert.match(await guest.inside(function () { return this.getElementById('objection').textContent; }), /^Decide about the potential match first/);
    await guest.inside(function () {
      this.getElementById('verdict-0').value = 'false-positive';
      this.querySelector('.decision button').click();
    });
    assert.equal(await valid(), true);
    const sent = await guest.run(() => new FormData(document.forms[0]).get('screening'));
    const { status, hits, lists } = JSON.parse(sent);
    assert.deepEqual([status, hits[0].id, hits[0].verdict, lists.length], ['screened', '33952', 'false-positive', 2]);
    assert.doesNotMatch(sent, /Benazir|AHMED/, 'no name is in it');
    const { detail } = (await guest.told()).find(({ kind }) => kind === 'decision');
    assert.deepEqual([detail.decision.listing.id, detail.decision.verdict, detail.screening.status], ['33952', 'false-positive', 'screened']);
    await guest.fill('#supplier', 'Benazir Ahmed');
    assert.equal(await valid(), false, 'a decision holds for what it was made about');
  });

  test('shares one engine between all of a page and two copies of its module, each with lists of its own', async () => {
    cpSync(join(folder, 'node_modules/namesieve'), join(folder, 'copy'), { recursive: true });
    guest = await Guest.at(server, 'many.html');
    await guest.beforehand('window.workers = 0; const Own = Worker; window.Worker = class extends Own { constructor(...given) { super(...given); workers++; } };');
    await guest.open();
    await guest.fill('#supplier', 'Benazir Ahmad');
    const [all, cmic, missing] = [await guest.sieve(0), await guest.sieve(1), await guest.sieve(2)];
    assert.deepEqual([all.kind, cmic.kind, missing.kind], ['potential', 'none', 'not-screened']);
    assert.match(cmic.coverage, /^1 designation on 1 list/);
    assert.match(cmic.coverage, /switched off: OFAC SDN/);
    assert.match(missing.text, /no list is looked at/);
    const other = await guest.driver.executeAsyncScript(`
      const done = arguments[0];
      import('./copy/wasm/name-sieve.js').then(({ screen }) => screen('Benazir Ahmad')).then(({ hits }) => done(hits.length), (error) => done(String(error)));`);
    assert.equal(other, 1);
    assert.equal(await guest.run(() => window.workers), 1);
    assert.equal(server.requests.filter((line) => line.endsWith('.wasm')).length, 1);
  });

  test('writes no name into an address, a store, the console or an attribute, and asks nobody for anything', async () => {
    guest = await Guest.at(server, 'bound.html');
    await guest.open();
    const asked = server.requests.length;
    await guest.fill('#supplier', NAME);
    await guest.sieve();
    assert.equal(server.requests.length, asked);
    const traces = await guest.driver.executeAsyncScript(`
      const done = arguments[0];
      indexedDB.databases().then(async (bases) => done(JSON.stringify([location.href, document.title, history.state, { ...localStorage }, { ...sessionStorage }, document.cookie,
        bases, await caches.keys(), performance.getEntriesByType('resource').map(({ name }) => name), document.querySelector('name-sieve').cloneNode(true).outerHTML])));`);
    assert.doesNotMatch(traces, /Quixabel/i);
    assert.match(traces, /namesieve_bg/, 'the traces are those of this page');
    assert.deepEqual(await guest.run(() => window.said), [], 'the console stays empty');
    assert.deepEqual(await guest.broken(), []);
  });

  test('has a worker that is disarmed before it hears a name', async () => {
    guest = await Guest.at(server, 'bound.html');
    await guest.beforehand(`
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => make.call(URL, new Blob([blob, '\\n;postMessage({ left: ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "importScripts", "indexedDB", "caches", "Worker"].filter((way) => way in self) });'], { type: 'text/javascript' }));
      const Own = Worker;
      window.Worker = class extends Own { constructor(...given) { super(...given); this.addEventListener('message', (event) => event.data.left && (event.stopImmediatePropagation(), window.left = event.data.left)); } };`);
    await guest.open();
    assert.deepEqual(await guest.run(() => window.left), []);
  });

  test('starts its worker from its file where the policy has no blob:', async () => {
    const own = await Server.start(folder, (path) => (path.endsWith('element-worker.js') ? "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'none'" : header('A strict policy').replace('worker-src blob:', "worker-src 'self'")));
    guest = await Guest.at(own, 'bound.html');
    await guest.open();
    await guest.fill('#supplier', 'Benazir Ahmad');
    assert.equal((await guest.sieve()).kind, 'potential');
    assert.equal(own.requests.filter((line) => line.endsWith('element-worker.js')).length, 1);
    await own.stop();
  });

  test('looks at the lists of the manifest, and says not screened when they are old, damaged, missing or elsewhere', async () => {
    mkdirSync(join(folder, 'lists'), { recursive: true });
    const offer = async (days, change = (bytes) => bytes) => {
      const { pack, entry } = await packed(un(ago(days)));
      writeFileSync(join(folder, 'lists/un-sc.pack'), change(pack));
      writeFileSync(join(folder, 'lists/manifest.json'), JSON.stringify({ version: 0, packs: [{ ...entry, file: 'un-sc.pack' }] }));
    };
    guest = await Guest.at(server, 'lists.html');
    const ask = async (name) => {
      await guest.open();
      await guest.fill('#supplier', name);
      return guest.sieve();
    };
    await offer(2);
    assert.equal((await ask('Waldemar Zygmuntowicz')).kind, 'potential');
    assert.equal((await ask('Somebody Unlisted')).kind, 'none');
    await offer(90);
    assert.match((await ask('Somebody Unlisted')).title, /^Not screened: list out of date/);
    await offer(2, (pack) => pack.with(pack.length >> 1, pack[pack.length >> 1] ^ 1));
    const damaged = await ask('Somebody Unlisted');
    assert.match(damaged.title, /^Not screened: a list could not be loaded/);
    assert.match(damaged.coverage, /not loaded: /);
    assert.match(damaged.status, /^Not screened/, 'a screen reader hears it');
    assert.deepEqual((await guest.told()).map(({ kind }) => kind), ['not-screened']);
    server.requests.length = 0;
    guest.address = new URL('foreign.html', server.address).href;
    await guest.visit();
    assert.equal((await guest.sieve()).kind, 'not-screened');
    assert.match((await guest.sieve()).text, /on another server, from which none are fetched/);
  });

  test('looks at the lists of a manifest that its key has signed, and at none that anybody else has', async () => {
    const own = new Key();
    const version = Date.UTC(2026, 10, 21, 14, 5) / 1000;
    const { pack, entry } = await packed(un(ago(2)));
    const manifest = JSON.stringify({ version, packs: [entry] });
    page('signed.html', `<label for="supplier">Supplier</label><input id="supplier"><name-sieve for="supplier" manifest="./signed/manifest.json" key="${own.pinned}"></name-sieve>`);
    mkdirSync(join(folder, 'signed'), { recursive: true });
    const offer = (text, signature) => {
      rmSync(join(folder, 'signed/manifest.json.minisig'), { force: true });
      for (const [file, bytes] of [['un-sc.pack', pack], ['manifest.json', text], ['manifest.json.minisig', signature]]) if (bytes) writeFileSync(join(folder, 'signed', file), bytes);
    };
    guest = await Guest.at(server, 'signed.html');
    const ask = async (name) => {
      await guest.open();
      await guest.fill('#supplier', name);
      return guest.sieve();
    };
    offer(manifest, own.sign(manifest, version));
    const hit = await ask('Waldemar Zygmuntowicz');
    assert.deepEqual([hit.kind, /^Looked at 30 designations on 3 lists/.test(hit.coverage)], ['potential', true]);
    assert.equal((await ask('Somebody Unlisted')).kind, 'none');
    for (const [what, ...offered] of [
      ['another key', manifest, new Key().sign(manifest, version)],
      ['a manifest that was changed', manifest.replace('{', '{ '), own.sign(manifest, version)],
      ['no signature', manifest, null],
    ]) {
      offer(...offered);
      assert.match((await ask('Waldemar Zygmuntowicz')).title, /^Not screened: a list could not be loaded/, what);
      assert.match((await guest.sieve()).coverage, /^27 designations on 2 lists/, what);
      assert.deepEqual(await reasonsOf(), ['list-missing'], what);
    }
  });

  test('says not screened when its module is damaged, and starts when it can be had again', async () => {
    const own = await Server.start(folder);
    // A letter of a text in it: what is damaged so can be compiled and started all the same.
    own.change(ENGINE, (bytes) => bytes.with(bytes.indexOf('unsupported-script'), 85));
    guest = await Guest.at(own, 'bound.html');
    await guest.visit();
    assert.match((await guest.sieve()).title, /^Not screened: the lists could not be loaded/);
    const [{ detail: { reasons } }] = await guest.told();
    assert.deepEqual(reasons, [{ code: 'engine-not-loaded', value: 'engine-damaged' }]);
    own.change(ENGINE, (bytes) => bytes);
    await guest.inside(function () { this.querySelector('#result-body button').click(); });
    await guest.until('it has started', () => /designations/.test(document.querySelector('name-sieve').shadowRoot.getElementById('coverage-body').textContent));
    await guest.fill('#supplier', 'Benazir Ahmad');
    assert.equal((await guest.sieve()).kind, 'potential');
    await own.stop();
  });

  test('says not screened when its engine dies, and starts another', async () => {
    guest = await Guest.at(server, 'bound.html');
    await guest.beforehand('const Own = Worker; window.Worker = class extends Own { constructor(...given) { super(...given); window.engine = this; } };');
    await guest.open();
    await guest.fill('#supplier', 'Somebody Unlisted');
    assert.equal((await guest.sieve()).kind, 'none');
    await guest.run(() => window.engine.dispatchEvent(new Event('error')));
    await guest.until('it is told', () => /engine stopped/.test(document.querySelector('name-sieve').shadowRoot.querySelector('.outcome-title').textContent));
    assert.deepEqual(await reasonsOf(), ['engine-lost']);
    assert.equal(await guest.run(() => document.forms[0].checkValidity()), false);
    await guest.until('there is another', () => /Screen again/.test(document.querySelector('name-sieve').shadowRoot.getElementById('result-body').textContent));
    await guest.inside(function () { this.querySelector('#result-body > p button').click(); });
    await guest.until('it is screened', () => document.querySelector('name-sieve').shadowRoot.querySelector('.outcome.none'));
  });

  test('says not screened when the field that it is for is not there', async () => {
    guest = await Guest.at(server, 'astray.html');
    await guest.visit();
    assert.match((await guest.sieve()).text, /There is no field “suplier”/);
    assert.deepEqual(await reasonsOf(), ['no-field']);
  });
});
