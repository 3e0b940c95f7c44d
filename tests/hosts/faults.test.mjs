/** Faults under the component in a host's page: it says not screened with its reason, or answers what it would have answered. */

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { ago, un } from '../page/files.mjs';
import { packed } from '../page/offer.mjs';
import { Guest } from './guest.mjs';
import { example, project } from './projects.mjs';
import { Server } from './server.mjs';

const folder = project('faults', example('static'));
const ENGINE = '/node_modules/namesieve/wasm/namesieve_bg.wasm';

const page = (file, attributes) =>
  writeFileSync(join(folder, file), `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<script type="module" src="./node_modules/namesieve/wasm/name-sieve.js"></script></head><body><main><h1>Host</h1>
<label for="supplier">Supplier</label><input id="supplier"><name-sieve for="supplier" ${attributes}></name-sieve></main></body></html>`);

page('embedded.html', '');
page('lists.html', 'manifest="./lists/manifest.json"');

/** The host offers the UN list, as old as so many days, in a manifest of this version. */
async function offer(days, version = 0) {
  const { pack, entry } = await packed(un(ago(days)));
  mkdirSync(join(folder, 'lists'), { recursive: true });
  writeFileSync(join(folder, 'lists/un-sc.pack'), pack);
  writeFileSync(join(folder, 'lists/manifest.json'), JSON.stringify({ version, packs: [entry] }));
}

describe('Under the component in a page', () => {
  let guest;
  let server;
  before(async () => (server = await Server.start(folder)));
  afterEach(() => guest?.close());
  after(() => server.stop());

  const ask = async (name) => {
    await guest.fill('#supplier', name);
    return guest.sieve();
  };

  for (const [how, bytes, why] of [
    ['is missing', () => { throw new Error('not found'); }, 'engine-missing'],
    ['is cut off', (module) => module.subarray(0, -1), 'engine-damaged'],
    ['is empty', () => Buffer.alloc(0), 'engine-damaged'],
    ['has one byte changed', (module) => module.with(module.indexOf('unsupported-script'), 85), 'engine-damaged'],
    ['is of another version', (module) => Buffer.concat([module, Buffer.from([0, 5, 4]), Buffer.from('note')]), 'engine-damaged'],
  ])
    test(`its module ${how}`, async () => {
      server.change(ENGINE, bytes);
      guest = await Guest.at(server, 'embedded.html');
      try {
        await guest.visit();
        assert.match((await guest.sieve()).title, /^Not screened: the lists could not be loaded/);
        const [{ kind, detail: { reasons } }] = await guest.told();
        assert.deepEqual([kind, reasons], ['not-screened', [{ code: 'engine-not-loaded', value: why }]]);
      } finally {
        server.change(ENGINE, (module) => module);
      }
    });

  test('the lists are older than those that were used before', async () => {
    guest = await Guest.at(server, 'lists.html');
    await offer(2, 200);
    await guest.open();
    assert.equal((await ask('Waldemar Zygmuntowicz')).kind, 'potential');
    await offer(5, 100);
    await guest.open();
    const { kind, title, coverage } = await ask('Waldemar Zygmuntowicz');
    assert.deepEqual([kind, title], ['not-screened', 'Not screened: a list could not be loaded']);
    assert.match(coverage, /^27 designations on 2 lists[^]*not loaded: UN Security Council/);
  });

  test('the clock is years behind, so that the age of a list is not known', async () => {
    await offer(2);
    guest = await Guest.at(server, 'lists.html');
    await guest.clock(-1000);
    await guest.open();
    assert.equal((await ask('Somebody Unlisted')).title, 'Not screened: list out of date');
    assert.equal((await ask('Benazir Ahmad')).kind, 'potential');
  });

  test('the store of the browser takes nothing', async () => {
    await offer(2, 300);
    guest = await Guest.at(server, 'lists.html');
    await guest.beforehand(`Storage.prototype.setItem = () => { throw new DOMException('It is full.', 'QuotaExceededError'); };`);
    await guest.open();
    assert.equal((await ask('Waldemar Zygmuntowicz')).kind, 'potential');
    assert.equal((await ask('Somebody Unlisted')).kind, 'none');
    assert.deepEqual(await guest.broken(), []);
  });

  test('the page is frozen while a name waits for its answer', async () => {
    guest = await Guest.at(server, 'embedded.html');
    await guest.open();
    await ask('Somebody Unlisted');
    guest.wire.worker('{ const end = Date.now() + 1500; while (Date.now() < end); }', 'namesieve').catch(() => null);
    await guest.fill('#supplier', 'Benazir Ahmad');
    await guest.wire.page('Page.setWebLifecycleState', { state: 'frozen' });
    await guest.driver.sleep(3000);
    await guest.wire.page('Page.setWebLifecycleState', { state: 'active' });
    await guest.until('the party is shown', () => document.querySelector('name-sieve').shadowRoot.querySelector('.outcome.potential'));
    assert.deepEqual((await guest.sieve()).parties, ['AHMED, Benazir']);
  });

  test('the device has no memory for its engine', async () => {
    guest = await Guest.start({ address: new URL('embedded.html', server.address).href, flags: ['--js-flags=--wasm-max-mem-pages=20'] });
    await guest.visit();
    assert.match((await guest.sieve()).title, /^Not screened: the lists could not be loaded/);
    assert.match((await guest.sieve()).text, /memory/);
  });
});
