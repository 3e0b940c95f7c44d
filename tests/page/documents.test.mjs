/** The texts beside the page: each is sealed by its own policy, reads well at any width, and leads nowhere without saying so. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { MAX_AGE, RENEW } from '../../www/ages.js';
import { inventory, published } from './host.mjs';
import { BINDING } from './languages.mjs';
import { Page } from './page.mjs';
import { single, site } from './site.mjs';

const texts = ['method.html', 'privacy.html', 'sources.html', 'administrators.html', 'auditors.html'];

const POLICY = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

const addressOf = (text, place = site) => new URL(text, place).href;

/** The links of the document that is open, as a person finds them. */
const links = (page) => page.run(() => [...document.links].map(({ href, target, rel, innerText }) => ({ href, target, rel, says: innerText.replace(/\s+/g, ' ') })));

/** An answer read to its end: one that is not keeps its connection, and this process from ending. */
async function fetched(address) {
  const answer = await fetch(address);
  return { status: answer.status, text: await answer.text() };
}

const isOurs = ({ href }) => new URL(href).origin === site.origin;

/** The site as a host sends it that knows no headers, its files changed by `change`; `asked` are the paths that it was asked for. */
async function host(change = (text) => text) {
  const asked = [];
  const server = createServer(async ({ url }, answer) => {
    asked.push(url);
    const from = await fetch(new URL(url, site));
    answer.writeHead(from.status, { 'content-type': from.headers.get('content-type') ?? 'text/plain' }).end(change(await from.text()));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { asked, address: `http://127.0.0.1:${server.address().port}/`, close: () => (server.close(), server.closeAllConnections()) };
}

/** Tries to ask the server for something from within the document; gives the directive that refuses it, or that it was sent. */
const fetching = (page) => page.run(() => new Promise((resolve) => {
  addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective), { once: true });
  fetch('./taken-out').then(() => resolve('sent'), () => {});
}));

let page;
before(async () => (page = await Page.start()));
after(() => page.close());

const open = async (text, place) => {
  page.address = addressOf(text, place);
  await page.visit();
};

describe('A person opens a text beside the page', () => {
  for (const text of texts) {
    test(`and it fetches its style and nothing else: ${text}`, async () => {
      await open(text);
      assert.match(await page.text('h1'), /\w/);
      await page.wire.page('Runtime.evaluate', { expression: '0' }); // answered after all that happened before it was told
      const asked = page.wire.requests.map(({ url }) => url).filter((url) => url.startsWith('http'));
      assert.deepEqual(asked.sort(), [addressOf(text), addressOf('style.css')].sort());
      assert.deepEqual(page.wire.console, []);
      assert.equal(await page.run(() => document.scripts.length), 0);
    });

    test(`and it judges nobody: ${text}`, async () => {
      await open(text);
      const words = await page.text('body');
      assert.doesNotMatch(words, BINDING.en.judging);
      assert.doesNotMatch(words, BINDING.en.bare);
    });
  }

  test('which is kept for use offline with the page', () => {
    const kept = inventory(published());
    assert.deepEqual(texts.filter((text) => !kept.includes(text)), []);
  });

  test('and reads of the ages that the page goes by', async () => {
    await open('sources.html');
    const ages = await page.run(() => Object.fromEntries([...document.querySelectorAll('data')].map((each) => [each.dataset.constant, [each.value, each.innerText]])));
    assert.deepEqual(ages, { RENEW: [`${RENEW}`, `${RENEW}`], MAX_AGE: [`${MAX_AGE}`, `${MAX_AGE}`] });
  });
});

describe('A host sends a text without any header', () => {
  let bare;
  before(async () => (bare = await host()));
  after(() => bare.close());

  for (const text of texts)
    test(`and it is sealed by its own policy: ${text}`, async () => {
      await open(text, bare.address);
      assert.equal(await page.run(() => document.querySelector('meta[http-equiv="Content-Security-Policy"]').content), POLICY);
      assert.equal(await fetching(page), 'connect-src');
      assert.ok(bare.asked.includes(`/${text}`), 'the host sees what is asked for');
      assert.ok(!bare.asked.includes('/taken-out'));
    });

  test('and without that policy it would not be', async () => {
    const loose = await host((text) => text.replace(/<meta http-equiv[^>]*>/, ''));
    try {
      await open('privacy.html', loose.address);
      assert.equal(await fetching(page), 'sent');
      assert.ok(loose.asked.includes('/taken-out'));
    } finally {
      loose.close();
    }
  });
});

describe('A text, on a screen of any width,', () => {
  for (const text of texts)
    for (const width of [360, 1280])
      for (const scheme of ['light', 'dark'])
        test(`has nothing that axe-core complains of, and does not scroll sideways: ${text}, ${width} px, ${scheme}`, async () => {
          await page.size(width);
          await page.media({ 'prefers-color-scheme': scheme });
          await open(text);
          assert.ok((await page.sideways()) <= 0, `${await page.sideways()} px`);
          assert.deepEqual(await page.complaints(), []);
        });

  test('would be found wanting where it is', async () => {
    await page.size(360);
    await open('privacy.html');
    await page.run(() => {
      document.querySelector('h1').style.minWidth = '2000px';
      document.documentElement.removeAttribute('lang');
    });
    assert.ok((await page.sideways()) > 0);
    assert.notDeepEqual(await page.complaints(), []);
  });
});

describe('A link', () => {
  for (const text of texts) {
    test(`of ours leads somewhere: ${text}`, async () => {
      await open(text);
      const own = (await links(page)).filter(isOurs);
      assert.ok(own.length >= texts.length, `${own.length} links`);
      for (const { href } of own) {
        const { status, text } = await fetched(href);
        assert.equal(status, 200, href);
        const { hash } = new URL(href);
        if (hash) assert.ok(text.includes(` id="${hash.slice(1)}"`), href);
      }
    });

    test(`to somebody else carries nothing, and says where it leads: ${text}`, async () => {
      await open(text);
      for (const { href, target, rel, says } of (await links(page)).filter((link) => !isOurs(link))) {
        const { protocol, host: server, search, hash } = new URL(href);
        assert.deepEqual([protocol, search, hash], ['https:', '', ''], href);
        assert.deepEqual([target, rel], ['_blank', 'noopener noreferrer'], href);
        assert.ok(says.endsWith(`(leaves this page; opens ${server} in a new tab)`), `${href}: ${says}`);
      }
    });

    test(`leads from each text to every other and to the page: ${text}`, async () => {
      await open(text);
      const led = (await links(page)).map(({ href }) => href);
      const others = [...texts.filter((each) => each !== text), 'index.html'];
      assert.deepEqual(others.filter((each) => !led.includes(addressOf(each))), []);
    });
  }

  test('that leads nowhere would be found', async () => {
    assert.equal((await fetched(addressOf('missing.html'))).status, 404);
  });

  test('to each publisher is there', async () => {
    await open('sources.html');
    const away = (await links(page)).filter((link) => !isOurs(link));
    assert.equal(away.length, 7);
  });

  test('to each text stands at the foot of the page, and opens it beside the page', async () => {
    page.address = site.href;
    await page.open();
    const foot = await page.run(() => [...document.querySelectorAll('footer a')].map((each) => [each.href, each.target, each.rel, /\(opens in a new tab\)$/.test(each.innerText)]));
    assert.deepEqual(foot, texts.map((text) => [addressOf(text), '_blank', 'noopener noreferrer', true]));
  });

  test('leads to none of them in the single file, which has the method in itself and not the others', () => {
    const file = readFileSync(single(), 'utf8');
    assert.match(file, /<details class="fold" id="method"/);
    assert.doesNotMatch(file, /href="\.\//);
  });
});
