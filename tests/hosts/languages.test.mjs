/** The component and its frame in the languages of the page: by attribute, by document, live, and in English where nothing else is to be had. */

import assert from 'node:assert/strict';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { offered } from '../../www/languages/offered.js';
import { Guest, Key } from './guest.mjs';
import { example, project } from './projects.mjs';
import { Server, header } from './server.mjs';

const folder = project('languages', example('static'));
cpSync(join(folder, 'node_modules/namesieve/wasm/frame.html'), join(folder, 'frame.html'));
const SHOTS = process.env.NAMESIEVE_SHOTS; // a folder for pictures to be looked at

/** A page of these elements in a document of this language. */
const page = (file, lang, body) =>
  writeFileSync(join(folder, file), `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Host</title><meta name="color-scheme" content="light dark">
<meta name="viewport" content="width=device-width, initial-scale=1"><script type="module" src="./node_modules/namesieve/wasm/name-sieve.js"></script></head>
<body><main><h1>Host</h1>${body}</main></body></html>`);

page('own.html', 'en', '<name-sieve lang="fr-CA"></name-sieve>');
page('english.html', 'en', '<name-sieve></name-sieve>');
page('around.html', 'de', '<div lang="ar"><name-sieve></name-sieve></div>');
page('two.html', 'en', '<name-sieve lang="fr"></name-sieve><name-sieve lang="ar"></name-sieve>');
page('other.html', 'de', '<name-sieve></name-sieve>');
page('decided.html', 'en', '<form method="dialog"><name-sieve decisions required name="screening"></name-sieve></form>');
for (const { tag } of offered) page(`in-${tag}.html`, tag, '<name-sieve birth="in spring"></name-sieve>');

const policies = (path) => (path.endsWith('frame.html') ? null : header('A strict policy').replace("default-src 'none';", "default-src 'none'; frame-src 'self';"));
const words = async (tag) => {
  const [{ words: of }, { words: own }] = await Promise.all([import(`../../www/languages/${tag}.js`), import(`../../www/element/languages/${tag}.js`)]);
  return { ...of, ...own };
};

describe('The component speaks', () => {
  let guest;
  let server;
  before(async () => (server = await Server.start(folder, policies)));
  afterEach(() => guest?.close());
  after(() => server.stop());

  const at = async (path, tag) => {
    server.requests.length = 0;
    guest = await Guest.at(server, path);
    await guest.visit();
    await speaks(tag);
  };
  const speaks = (tag) => guest.until(`it speaks ${tag} and is ready`, (wanted) => {
    const root = document.querySelector('name-sieve').shadowRoot;
    return root.querySelector('[lang]').lang === wanted && /27/.test(root.getElementById('coverage-body').textContent) && !root.getElementById('name').disabled;
  }, tag);
  const screen = async (name) => {
    await guest.inside(function () { this.getElementById('name').select(); });
    await guest.press(name, Key.ENTER);
    return guest.sieve();
  };
  const fetched = () => server.requests.flatMap((line) => /languages\/(\w+)\.js$/.exec(line)?.[1] ?? []);
  const direction = () => guest.inside(function () {
    const [field, button] = ['name', 'screen'].map((id) => this.getElementById(id).getBoundingClientRect().left);
    return { dir: this.querySelector('[lang]').dir, mirrored: field > button };
  });

  test('the language of its own attribute, of which it fetches one file, under the strict policy', async () => {
    await at('own.html', 'fr');
    const { outcome, frame, element } = await words('fr');
    const asked = server.requests.length;
    assert.equal((await screen('Somebody Unlisted')).title, outcome.none);
    assert.equal(server.requests.length, asked, 'nothing is fetched for a name');
    assert.deepEqual(fetched(), ['fr']);
    const { nodes } = await guest.wire.page('Accessibility.getFullAXTree');
    const names = nodes.map((node) => node.name?.value);
    for (const name of [element.alone, frame.coverageTitle, frame.question, frame.screen, outcome.none]) assert.ok(names.includes(name), name);
    assert.deepEqual(await direction(), { dir: 'ltr', mirrored: false });
    assert.deepEqual([await guest.broken(), await guest.run(() => window.said)], [[], []]);
  });

  test('the language of what it stands in, mirrored where it is written so', async () => {
    await at('around.html', 'ar');
    assert.deepEqual(await direction(), { dir: 'rtl', mirrored: true });
    const { outcome } = await words('ar');
    // What stands in a slot is isolated from the direction around it.
    assert.equal((await screen('2026')).title, outcome.notScreened.replace('{reason}', `\u2068${outcome.reasons['no-letters'][0]}\u2069`));
  });

  test('English where the language around it is not offered, and fetches none', async () => {
    await at('other.html', 'en');
    assert.equal((await screen('Somebody Unlisted')).title, 'No potential match on these lists');
    assert.deepEqual(fetched(), []);
  });

  test('English where the sentences do not arrive, and screens', async () => {
    const own = await Server.start(folder, policies);
    own.change('/node_modules/namesieve/wasm/languages/fr.js', () => '<!doctype html>');
    guest = await Guest.at(own, 'own.html');
    await guest.open();
    assert.equal((await screen('Benazir Ahmad')).title, '1 potential match');
    assert.equal(own.requests.filter((line) => line.endsWith('languages/fr.js')).length, 1);
    assert.deepEqual([await guest.broken(), await guest.run(() => window.said)], [[], []]);
    await own.stop();
  });

  test('one language in a document: that of the component which came first, as long as it is there', async () => {
    await at('two.html', 'fr');
    const languages = () => guest.run(() => [...document.querySelectorAll('name-sieve')].map(({ shadowRoot }) => shadowRoot.querySelector('[lang]').lang));
    assert.deepEqual(await languages(), ['fr', 'fr']);
    await guest.run(() => document.querySelector('name-sieve').remove());
    await speaks('ar');
  });

  test('another one as soon as the document does: the outcome, the field and decisions stay, and nobody is told of a screening', async () => {
    await at('decided.html', 'en');
    const { title, parties } = await screen('Benazir Ahmad');
    assert.equal(title, '1 potential match');
    await guest.inside(function () {
      this.getElementById('verdict-0').value = 'needs-information';
      this.getElementById('reason-0').value = 'Ask for the birth date';
      this.querySelector('.decision button').click();
      this.getElementById('name').focus();
    });
    const sent = () => guest.run(() => [document.forms[0].checkValidity(), new FormData(document.forms[0]).get('screening')]);
    const before = [await sent(), await guest.told()];
    assert.equal(before[0][0], true);
    await guest.run(() => (document.documentElement.lang = 'fr'));
    await speaks('fr');
    const french = await guest.sieve();
    assert.deepEqual([french.title, french.parties], ['1 correspondance possible', parties]);
    assert.match(french.status, /^1 correspondance possible\. /);
    const kept = await guest.inside(function () {
      return [this.activeElement.id, this.getElementById('name').value, this.getElementById('verdict-0').value, this.getElementById('reason-0').value, this.querySelector('.decision [role=status]').textContent];
    });
    const { assess, review } = await words('fr');
    const recorded = ` ${assess.recorded.replace('{verdict}', review.told['needs-information'])}`;
    assert.deepEqual(kept, ['name', 'Benazir Ahmad', 'needs-information', 'Ask for the birth date', recorded]);
    assert.deepEqual([await sent(), await guest.told()], before);
    await screen('Somebody Unlisted');
    await guest.run(() => (document.documentElement.lang = ''));
    await speaks('en');
    assert.equal((await guest.sieve()).title, 'No potential match on these lists');
  });

  test('and tells the page the same in every language', async () => {
    const told = [];
    for (const tag of ['en', 'zh']) {
      await at(`in-${tag}.html`, tag);
      await screen('Benazir Ahmad');
      told.push(await guest.told());
      if (tag === 'en') await guest.close();
    }
    assert.deepEqual(told[1], told[0]);
    assert.deepEqual(told[0].map(({ kind }) => kind), ['screened', 'hit']);
  });

  test('of nothing that it does not have: no field of its own for what else one knows', async () => {
    await at('english.html', 'en');
    const { text } = await screen('Benazir Ahmad');
    assert.match(text, /compare what “Details” tells of birth and places with what you know/);
    assert.doesNotMatch(text, /add a birth date/);
  });

  for (const { tag, dir } of offered)
    test(`${tag} at 360 pixels: nothing to complain of, nothing cut off, nothing left in English unmarked`, async () => {
      await at(`in-${tag}.html`, tag);
      await guest.size(360, 900);
      for (const [state, name] of [['hit', 'Benazir Ahmad'], ['none', 'Somebody Unlisted'], ['not', '2026']]) {
        await screen(name);
        if (state === 'hit') {
          await guest.inside(function () { this.querySelector('.unfold').click(); });
          await guest.until('the entry unfolds', () => document.querySelector('name-sieve').shadowRoot.querySelector('#entry-0 table'));
        }
        if (SHOTS) {
          const { data } = await guest.wire.page('Page.captureScreenshot', { captureBeyondViewport: true });
          writeFileSync(join(SHOTS, `component-${tag}-${state}.png`), Buffer.from(data, 'base64'));
        }
        assert.deepEqual(await guest.complaints(), [], state);
        assert.equal(await guest.sideways(), 0, `${state} scrolls sideways`);
        // What the lists and the engine say in English is marked as that.
        const own = await guest.inside(function () {
          const text = (node) => [...node.childNodes].map((each) => (each.nodeType === Node.TEXT_NODE ? each.data : each.lang === 'en' ? '' : text(each))).join(' ');
          return text(this.querySelector('[lang]'));
        });
        if (tag !== 'en') assert.doesNotMatch(own, /US persons|undefined/, state);
      }
      assert.equal((await direction()).dir, dir);
    });

  describe('in a frame', () => {
    const ask = (message) => guest.run((text) => document.querySelector('iframe').contentWindow.postMessage(JSON.parse(text), '*'), JSON.stringify(message));
    const within = async (code, ...parameters) => {
      await guest.driver.switchTo().frame(0);
      const found = await guest.run(code, ...parameters);
      await guest.driver.switchTo().defaultContent();
      return found;
    };
    const documents = () => within(() => {
      const { lang, dir } = document.documentElement;
      const root = document.querySelector('name-sieve')?.shadowRoot;
      return { lang, dir, title: document.title, button: root?.getElementById('screen')?.textContent, inside: root?.querySelector('[lang]').lang };
    });

    test('the language of its address from the start, and another by message, all from the one file', async () => {
      writeFileSync(join(folder, 'framing.html'), '<!doctype html><html lang="en"><title>Host</title><script src="./framing.js" defer></script><iframe title="Screening" sandbox="allow-scripts" width="700" height="700"></iframe>');
      writeFileSync(join(folder, 'framing.js'), `
        window.heard = [];
        addEventListener('message', ({ data }) => heard.push(data));
        document.querySelector('iframe').src = './frame.html?lang=fr#' + encodeURIComponent(location.origin);`);
      guest = await Guest.at(server, 'framing.html');
      await guest.visit();
      const heard = (type, id) => guest.until(`the frame says ${type}`, (wanted, number) => window.heard.some((each) => each.type === wanted && (number === null || each.id === number)), type, id ?? null);
      await heard('ready');
      const french = await words('fr');
      assert.deepEqual(await documents(), { lang: 'fr', dir: 'ltr', title: french.frame.title, button: french.frame.screen, inside: 'fr' });
      server.requests.length = 0;
      await ask({ namesieve: 1, id: 1, type: 'set', attributes: { lang: 'ar', compact: true } });
      await heard('done', 1);
      await ask({ namesieve: 1, id: 2, type: 'show', name: 'Benazir Ahmad' });
      await heard('outcome', 2);
      const arabic = await words('ar');
      assert.deepEqual(await documents(), { lang: 'ar', dir: 'rtl', title: arabic.frame.title, button: arabic.frame.screen, inside: 'ar' });
      assert.equal(await within(() => document.querySelector('name-sieve').shadowRoot.querySelector('.outcome-title').textContent), arabic.outcome.potential.one);
      await ask({ namesieve: 1, id: 3, type: 'set', attributes: { lang: 'tlh' } });
      await heard('done', 3);
      assert.equal((await documents()).lang, 'en');
      await ask({ namesieve: 1, id: 4, type: 'set', attributes: { lang: null } });
      await heard('done', 4);
      assert.equal((await documents()).lang, 'fr', 'without one, that of its address');
      assert.deepEqual(server.requests, []);
    });
  });
});
