/** The frame: a page that takes no module asks it through messages, and it answers that page alone. */

import assert from 'node:assert/strict';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { Guest } from './guest.mjs';
import { example, project } from './projects.mjs';
import { Server, header } from './server.mjs';

const folder = project('frame', example('frame'));
cpSync(join(folder, 'node_modules/namesieve/wasm/frame.html'), join(folder, 'frame.html'));

/** A page whose script notes all that a frame with this origin behind `#` says. */
const page = (file, origin) => {
  writeFileSync(join(folder, `${file}.html`), `<!doctype html><title>Host</title><script src="./${file}.js" defer></script><iframe sandbox="allow-scripts" width="700" height="700"></iframe>`);
  writeFileSync(join(folder, `${file}.js`), `
    window.heard = [];
    const frame = document.querySelector('iframe');
    addEventListener('message', ({ source, origin, data }) => source === frame.contentWindow && heard.push({ origin, ...data }));
    window.ask = (message) => frame.contentWindow.postMessage(message, '*');
    frame.src = './frame.html#' + encodeURIComponent(${origin});`);
};
page('own', 'location.origin');
page('other', "'https://intranet.example'");

/** The page's own policy, and none for the frame, which carries its own. */
const policies = (path) => (path.endsWith('frame.html') ? null : header('A strict policy').replace("default-src 'none';", "default-src 'none'; frame-src 'self';"));

describe('The frame', () => {
  let guest;
  let server;
  before(async () => (server = await Server.start(folder, policies)));
  afterEach(() => guest?.close());
  after(() => server.stop());

  const at = async (path) => {
    guest = await Guest.at(server, path);
    await guest.visit();
  };
  const heard = (type) => guest.run((wanted) => window.heard.filter((each) => each.type === wanted), type);
  const until = (type, id) => guest.until(`the frame says ${type}`, (wanted, number) => window.heard.some((each) => each.type === wanted && (number === null || each.id === number)), type, id ?? null);
  const ask = (message) => guest.run((text) => window.ask(JSON.parse(text)), JSON.stringify(message));

  test('screens for a page without modules, and is as high as it asks to be', async () => {
    await at('');
    await guest.until('it has answered', () => /potential/.test(document.getElementById('told').textContent));
    assert.equal(await guest.text('#told'), 'screened: 1 potential matches');
    assert.deepEqual(await guest.broken(), []);
    await guest.until('it has its height', () => document.getElementById('sieve').style.height !== '');
  });

  test('answers each message once, with coverage and reasons, and fetches nothing', async () => {
    await at('own.html');
    await until('ready');
    const [{ origin, lists, threshold }] = await heard('ready');
    assert.deepEqual([origin, lists.length, threshold], ['null', 2, 70]);
    const fetched = server.requests.length;
    await ask({ namesieve: 1, id: 1, type: 'screen', name: 'Benazir Ahmad', settings: { facts: { birth: '1963' } } });
    await ask({ namesieve: 1, id: 2, type: 'screen', name: 'Nobody Unlisted', lists: ['un-sc'] });
    await ask({ namesieve: 1, id: 3, type: 'screen', name: 'Benazir Ahmad', settings: { threshold: 0 } });
    await ask({ namesieve: 1, id: 4, type: 'sing' });
    await ask({ namesieve: 1, id: 5, type: 'set', attributes: { onclick: 'alert(1)' } });
    await ask({ namesieve: 1, id: 6, type: 'set', attributes: { compact: true, threshold: 80 } });
    await until('done', 6);
    await until('outcome', 2);
    const [hit, none] = await heard('outcome');
    assert.deepEqual([hit.id, hit.detail.status, hit.detail.hits[0].facts[0].verdict, hit.detail.lists.length], [1, 'screened', 'agrees', 2]);
    assert.deepEqual([none.id, none.detail.status, none.detail.reasons.map(({ code }) => code), none.detail.missing[0].name], [2, 'not-screened', ['no-list'], 'un-sc']);
    assert.deepEqual((await heard('not-answered')).map(({ id, code }) => [id, code]).sort(), [[3, 'bad-threshold'], [4, 'bad-message'], [5, 'bad-message']]);
    await ask({ namesieve: 1, id: 7, type: 'show', name: 'Benazir Ahmad' });
    await until('outcome', 7);
    const [screened] = await heard('screened');
    assert.deepEqual([screened.detail.threshold, screened.detail.hits.length], [80, 1]);
    await guest.driver.switchTo().frame(0);
    assert.equal(await guest.run(() => document.querySelector('name-sieve').shadowRoot.getElementById('name').value), 'Benazir Ahmad');
    // By the policy of the frame itself, whatever the server says.
    const refused = await guest.driver.executeAsyncScript(`
      const done = arguments[0];
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => done(effectiveDirective));
      fetch('https://namesieve.invalid/').then(() => done('sent'), () => null);`);
    assert.equal(refused, 'connect-src');
    assert.equal(server.requests.length, fetched);
  });

  test('hears no message of another version, and no page but the one that it was told', async () => {
    await at('own.html');
    await until('ready');
    await ask({ namesieve: 2, id: 1, type: 'screen', name: 'Benazir Ahmad' });
    await ask({ id: 2, type: 'screen', name: 'Benazir Ahmad' });
    await ask({ namesieve: 1, id: 3, type: 'screen', name: 'Benazir Ahmad' });
    await until('outcome', 3);
    assert.deepEqual((await heard('outcome')).map(({ id }) => id), [3]);
    await guest.close();
    await at('other.html');
    await guest.driver.switchTo().frame(0);
    await guest.until('the lists are loaded', () => /designations/.test(document.querySelector('name-sieve').shadowRoot.getElementById('coverage-body').textContent));
    await guest.driver.switchTo().defaultContent();
    await ask({ namesieve: 1, id: 1, type: 'show', name: 'Benazir Ahmad' });
    await guest.driver.sleep(500);
    assert.deepEqual(await guest.run(() => window.heard), []);
    await guest.driver.switchTo().frame(0);
    assert.equal(await guest.run(() => document.querySelector('name-sieve').shadowRoot.getElementById('name').value), '');
  });
});
