/** The component in every engine: in a page of somebody else without any tool, under the header that its README gives, and in its frame. */

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Key } from '../page.mjs';
import { Server, header } from '../../hosts/server.mjs';
import { engine } from './engine.mjs';
import { Visitor } from './visitor.mjs';

const path = (below) => fileURLToPath(new URL(`../../../${below}`, import.meta.url));

describe(`The component in ${engine}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'namesieve-component-'));
  let guest;
  let server;
  before(async () => {
    for (const example of ['static', 'frame']) {
      cpSync(path(`examples/${example}`), join(folder, example), { recursive: true });
      cpSync(path('pkg'), join(folder, example, 'node_modules/namesieve'), { recursive: true });
    }
    server = await Server.start(folder, (file) => (file.endsWith('frame.html') ? null : header('A strict policy').replace("'none';", "'none'; frame-src 'self';")));
    guest = await Visitor.start({ address: new URL('static/', server.address).href });
  });
  after(async () => {
    await guest?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const within = () => {
    const root = document.querySelector('name-sieve').shadowRoot;
    const settled = root.querySelector('.outcome') && !root.querySelector('[data-busy]');
    return settled ? { kind: root.querySelector('.outcome').classList[1], coverage: root.getElementById('coverage-body').textContent, parties: [...root.querySelectorAll('.party h4')].map((each) => each.textContent) } : null;
  };
  const screen = async (name) => {
    await guest.until('the field opens', () => document.querySelector('name-sieve').shadowRoot?.getElementById('name')?.disabled === false);
    await guest.run((text) => {
      const field = document.querySelector('name-sieve').shadowRoot.getElementById('name');
      field.focus();
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }, name);
    await guest.press(Key.ENTER);
    await guest.until('the outcome settles', within);
    return guest.run(within);
  };

  test('screens a name, and says what it looked at', async () => {
    await guest.visit();
    const { kind, coverage, parties } = await screen('Benazir Ahmad');
    assert.deepEqual([kind, parties], ['potential', ['AHMED, Benazir']]);
    assert.match(coverage, /^27 designations on 2 lists/);
    assert.equal((await screen('Somebody Unlisted')).kind, 'none');
    assert.equal((await screen('2026')).kind, 'not-screened');
    assert.deepEqual(await guest.complaints(), []);
    const fetched = server.requests.map((line) => line.split('/').at(-1));
    assert.deepEqual(fetched.filter((file) => file === 'namesieve_bg.wasm'), ['namesieve_bg.wasm']);
    assert.doesNotMatch(server.requests.join(), /Benazir|Unlisted/);
  });

  test('speaks the language of the document, and English again', async () => {
    await guest.visit();
    await screen('Benazir Ahmad');
    const speaks = (tag) => guest.until(`it speaks ${tag}`, (wanted) => {
      const whole = document.querySelector('name-sieve').shadowRoot.querySelector('[lang]');
      return whole.lang === wanted && whole.dir === (wanted === 'ar' ? 'rtl' : 'ltr');
    }, tag);
    const title = () => guest.run(() => document.querySelector('name-sieve').shadowRoot.querySelector('.outcome-title').textContent);
    for (const [tag, told] of [['ar', 'تطابق محتمل واحد'], ['fr', '1 correspondance possible'], ['en', '1 potential match']]) {
      await guest.run((wanted) => (document.documentElement.lang = wanted), tag);
      await speaks(tag);
      assert.equal(await title(), told);
      assert.deepEqual(await guest.complaints(), [], tag);
    }
  });

  test('answers from a sandboxed frame, whose worker has proved that it is sealed', async () => {
    guest.address = new URL('frame/', server.address).href;
    await guest.visit();
    await guest.until('the frame answers', () => /potential|Not screened/.test(document.getElementById('told').textContent));
    assert.equal(await guest.text('#told'), 'screened: 1 potential matches');
  });
});
