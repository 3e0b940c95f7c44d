/** The component without a mouse, without sight, in the dark, on a phone, and in a page of another direction. */

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { Guest, Key } from './guest.mjs';
import { change, example, project } from './projects.mjs';
import { Server } from './server.mjs';

const folder = project('access', example('form'));
change(folder, 'form.js', "'namesieve/element'", "'./node_modules/namesieve/wasm/name-sieve.js'");
const right = `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>بحث</title><script type="module" src="./node_modules/namesieve/wasm/name-sieve.js"></script></head><body><main><h1>بحث</h1><name-sieve></name-sieve></main></body></html>`;
writeFileSync(join(folder, 'right.html'), right);
const SHOTS = process.env.NAMESIEVE_SHOTS; // a folder for pictures to be looked at

describe('A person meets the component', () => {
  let guest;
  let server;
  before(async () => (server = await Server.start(folder)));
  afterEach(() => guest?.close());
  after(() => server.stop());

  async function seen(name) {
    if (!SHOTS) return;
    const { data } = await guest.wire.page('Page.captureScreenshot', { captureBeyondViewport: true });
    writeFileSync(join(SHOTS, `${name}.png`), Buffer.from(data, 'base64'));
  }

  for (const [path, ask] of [['', async (name) => guest.fill('#supplier', name)], ['right.html', async (name) => {
    await guest.inside(function () { this.getElementById('name').select(); });
    await guest.press(name, Key.ENTER);
  }]])
    for (const [scheme, width] of [['light', 1280], ['dark', 360]])
      test(`${path || 'in a form'}, ${scheme}, ${width} pixels wide: nothing to complain of, nothing cut off`, async () => {
        guest = await Guest.at(server, path);
        await guest.size(width, 900);
        await guest.media({ 'prefers-color-scheme': scheme });
        await guest.open();
        for (const [state, name] of [['hit', 'Benazir Ahmad'], ['none', 'Somebody Unlisted'], ['not', '2026']]) {
          await ask(name);
          await guest.sieve();
          if (state === 'hit') {
            await guest.inside(function () { this.querySelector('details')?.setAttribute('open', ''); this.querySelector('.unfold').click(); });
            await guest.until('the entry unfolds', () => document.querySelector('name-sieve').shadowRoot.querySelector('#entry-0 table'));
          }
          await seen(`${path ? 'right' : 'form'}-${scheme}-${width}-${state}`);
          assert.deepEqual(await guest.complaints(), [], state);
          assert.equal(await guest.sideways(), 0, `${state} scrolls sideways`);
        }
        const [paper, inkIsLight] = await guest.run(() => {
          const { backgroundColor, color } = getComputedStyle(document.querySelector('name-sieve'));
          return [backgroundColor, color];
        });
        assert.deepEqual([paper, inkIsLight], scheme === 'dark' ? ['rgb(20, 23, 26)', 'rgb(241, 243, 245)'] : ['rgb(255, 255, 255)', 'rgb(20, 23, 26)']);
      });

  test('with a keyboard alone: screens, unfolds, decides and sends', async () => {
    guest = await Guest.at(server);
    await guest.open();
    const active = () => guest.run(() => {
      let { activeElement: element } = document;
      while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const { outlineWidth, outlineStyle } = getComputedStyle(element);
      return { what: element.id || element.className || element.tagName, inside: element.getRootNode() !== document, ring: outlineStyle === 'solid' ? parseFloat(outlineWidth) : 0 };
    });
    const tabTo = async (wanted) => {
      for (let step = 0; step < 30; step++) {
        await guest.press(Key.TAB);
        const now = await active();
        if (now.inside) assert.ok(now.ring >= 3, `${now.what} has a ring of ${now.ring} px`);
        if (now.what.includes(wanted)) return;
      }
      assert.fail(`${wanted} cannot be reached with Tab`);
    };
    await tabTo('supplier');
    await guest.press('Benazir Ahmad', Key.TAB);
    await guest.sieve();
    await tabTo('SUMMARY');
    await guest.press(Key.ENTER);
    await tabTo('unfold');
    await guest.press(Key.SPACE);
    await guest.until('the entry unfolds', () => document.querySelector('name-sieve').shadowRoot.querySelector('#entry-0 table'));
    await tabTo('verdict-0');
    await guest.press('false');
    await tabTo('reason-0');
    await guest.press('Another birth date');
    await tabTo('quiet-action');
    await guest.press(Key.ENTER);
    await tabTo('BUTTON');
    await guest.press(Key.ENTER);
    assert.equal(await guest.text('#saved'), 'Saved as screened, with 1 decisions: false-positive');
  });

  test('by a screen reader: its group is named after the field, and the outcome is announced', async () => {
    guest = await Guest.at(server);
    await guest.open();
    await guest.fill('#supplier', 'Benazir Ahmad');
    assert.match((await guest.sieve()).status, /^1 potential match\. First: AHMED, Benazir/);
    const { nodes } = await guest.wire.page('Accessibility.getFullAXTree');
    const named = (role) => nodes.filter((node) => node.role?.value === role).map((node) => node.name?.value);
    assert.ok(named('group').includes('Screening of Supplier'), named('group').join('; '));
    assert.ok(named('heading').includes('1 potential match'), named('heading').join('; '));
  });
});
