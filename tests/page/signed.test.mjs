/** Signed lists: a page that pins a key uses what that key signed and nothing else, and nothing older than before without consent. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ago, un } from './files.mjs';
import { Key, offering, packed } from './offer.mjs';
import { Page } from './page.mjs';

const NOW = Date.UTC(2026, 10, 21, 14, 5) / 1000;
const key = new Key();
const whole = await packed(un(ago(2)));
const other = await packed(un(ago(2), [['IGNATIUS', 'VANDERHOEVEN']]));

/** A site's lists in this version, signed. */
function signed(version, { pack, entry } = whole, by = key) {
  const manifest = JSON.stringify({ version, packs: [entry] });
  return { manifest, signature: by.sign(manifest, version), pack };
}

let page;
let offer;
before(async () => (page = await Page.start()));
after(() => page.close());
beforeEach(async () => {
  await page.begin();
  offer = {};
});

const isOld = () => page.run(() => !document.getElementById('older').hidden);

describe('A site signs its lists', () => {
  beforeEach(() => offering(page, offer, key));

  test('and they are looked at from the start, and said to be signed', async () => {
    Object.assign(offer, signed(NOW));
    await page.open();
    assert.match(await page.text('#coverage-body'), /^Looked at 30 designations on 3 lists\./);
    assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
    assert.equal((await page.screen('Otto Warmbier')).kind, 'none');
    await page.openLists();
    await page.unfoldList('un-sc');
    assert.match(await page.list('un-sc'), /Comes from\s+this site, signed with the key that this page expects/);
    assert.deepEqual(await page.run(() => ({ ...localStorage })), { 'namesieve.version': String(NOW) });
    assert.deepEqual(page.wire.console, []);
  });

  const amiss = {
    'the manifest was changed after that': [() => ({ ...signed(NOW), manifest: signed(NOW).manifest.replace('"version"', ' "version"') }), /does not fit the manifest/],
    'the signature is of an older manifest': [() => ({ ...signed(NOW), signature: signed(NOW - 1).signature }), /does not fit the manifest/],
    'another key did': [() => signed(NOW, whole, new Key()), /signed with another key/],
    'the signature is missing': [() => ({ ...signed(NOW), signature: null }), /there is no signature/],
    'the signature is something else': [() => ({ ...signed(NOW), signature: '<!doctype html>' }), /not one of minisign/],
    'the version that was signed is not the manifest’s': [() => ({ ...signed(NOW), signature: key.sign(signed(NOW).manifest, NOW + 1) }), /not a manifest of that version/],
    'the manifest is missing': [() => ({ ...signed(NOW), manifest: null }), /could not be fetched whole/],
    'the pack is another one, whole by itself': [() => ({ ...signed(NOW), pack: other.pack }), /could not be fetched whole/, /UN Security Council/],
    'the pack is damaged': [() => ({ ...signed(NOW), pack: whole.pack.map((byte, at) => (at === 99 ? byte ^ 1 : byte)) }), /could not be fetched whole/, /UN Security Council/],
  };
  for (const [what, [made, why, name = /the lists of this site/]] of Object.entries(amiss))
    test(`but ${what}: none is used, the page says why, and "nothing found" says nothing until that is accepted`, async () => {
      Object.assign(offer, made());
      await page.open();
      const coverage = await page.text('#coverage-body');
      assert.match(coverage, /^27 designations on 2 lists embedded/);
      assert.match(coverage, new RegExp(`because not loaded: .*${name.source}`));
      assert.equal((await page.screen('Waldemar Zygmuntowicz')).title, 'Not screened: a list could not be loaded');
      await page.openLists();
      assert.match(await page.text('#lists-each'), why);
      assert.deepEqual(await page.run(() => ({ ...localStorage })), {});
      await page.run(() => [...document.querySelectorAll('#result-body button')].find((each) => /without the missing list/.test(each.innerText)).click());
      await page.until('the outcome changes', () => document.querySelector('.outcome.none'));
      assert.match(await page.text('#coverage-body'), /because not loaded/);
    });
});

for (const [how, by] of [['signed', key], ['not signed', null]])
  describe(`A site offers older lists than before, ${how}`, () => {
    const made = (version) => {
      const { signature, ...rest } = signed(version);
      return by ? { ...rest, signature } : rest;
    };
    beforeEach(async () => {
      await offering(page, offer, by);
      Object.assign(offer, made(NOW));
      await page.open();
      Object.assign(offer, made(NOW - 86_400));
      await page.open();
    });

    test('and they are not used; the page names both dates', async () => {
      const asked = /older lists, of 20 November 2026, 14:05 UTC, than .* of 21 November 2026, 14:05 UTC\./;
      assert.match(await page.text('#older'), asked);
      await page.until('it is announced', () => /older lists/.test(document.getElementById('status').textContent));
      assert.match(await page.text('#coverage-body'), /^27 designations on 2 lists[^]*because not loaded: UN Security Council/);
      assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'not-screened');
      assert.deepEqual(await page.complaints(), []);
    });

    test('until the person says so, for this visit', async () => {
      await page.screen('Waldemar Zygmuntowicz');
      await page.click('#older button');
      await page.until('the lists are in use', () => document.querySelector('.outcome.potential'));
      assert.match(await page.text('#coverage-body'), /^Looked at 30 designations on 3 lists\.(?![^]*not loaded)/);
      assert.equal(await isOld(), false);
      assert.equal(await page.run(() => document.activeElement.id), 'name');
      assert.equal((await page.screen('Otto Warmbier')).kind, 'none');
      assert.deepEqual(await page.run(() => ({ ...localStorage })), { 'namesieve.version': String(NOW) });
      await page.open();
      assert.equal(await isOld(), true);
    });

    test('and then newer ones again: they are used without a question', async () => {
      Object.assign(offer, made(NOW + 60));
      await page.open();
      assert.equal(await isOld(), false);
      assert.match(await page.text('#coverage-body'), /^Looked at 30/);
    });
  });

describe('A browser that stores nothing', () => {
  test('uses what is offered and complains of nothing', async () => {
    await offering(page, offer, key);
    const source = `Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })`;
    await page.beforehand(source);
    for (const version of [NOW, NOW - 1]) {
      Object.assign(offer, signed(version));
      await page.open();
      assert.match(await page.text('#coverage-body'), /^Looked at 30/);
      assert.equal(await isOld(), false);
    }
    assert.deepEqual(page.wire.console, []);
  });
});

describe('A site that does not sign', () => {
  test('has its lists used, and the panel says that they are not signed', async () => {
    await offering(page, offer);
    Object.assign(offer, signed(NOW), { signature: null });
    await page.open();
    await page.openLists();
    await page.unfoldList('un-sc');
    assert.match(await page.list('un-sc'), /Comes from\s+this site, not signed/);
  });
});
