/** The proof that each worker is sealed: on hosts that send no headers it holds, and where it does not hold nothing is screened. */

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, afterEach, before, describe, test } from 'node:test';
import { Page } from './page.mjs';
import { site } from './site.mjs';

/** The site as another host sends it: without its headers, its files changed by `change(path, text)`; `head` answers the proof. */
async function host({ change = (_, text) => text, head = (answer) => answer.end() } = {}) {
  const asked = [];
  const server = createServer(async (request, answer) => {
    asked.push(`${request.method} ${request.url}`);
    if (request.method === 'HEAD') return head(answer, request);
    const from = await fetch(new URL(request.url, site));
    const type = from.headers.get('content-type') ?? 'text/plain';
    const body = Buffer.from(await from.arrayBuffer());
    answer.writeHead(from.status, { 'content-type': type }).end(/text|javascript/.test(type) ? change(request.url, body.toString()) : body);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { asked, address: `http://127.0.0.1:${server.address().port}/`, close: () => (server.close(), server.closeAllConnections()) };
}

const PAGE = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
const SEAL = 'document.head.append(meta);';

describe('A host sends none of the headers', () => {
  let page, server;
  before(async () => {
    server = await host();
    page = await Page.start({ address: server.address });
  });
  after(async () => {
    await page.close();
    server.close();
  });

  test('and the page is sealed all the same: a name is screened, and its worker can reach nobody', async () => {
    await page.open();
    assert.equal((await page.screen('Benazir Ahmad')).parties[0], 'AHMED, Benazir');
    const before = server.asked.length;
    await page.wire.worker(`tried = fetch('${server.address}words.js').then(() => 'went through', () => 'refused').then((how) => (globalThis.how = how))`);
    await page.driver.sleep(300);
    assert.equal((await page.wire.worker('globalThis.how')).result.value, 'refused');
    assert.equal(server.asked.length, before);
    assert.ok(!server.asked.some((line) => line.startsWith('HEAD')), 'the proof itself is not sent');
  });
});

describe('Nothing is screened', () => {
  let page, server;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  afterEach(() => server.close());

  async function isRefused(how) {
    server = await host(how);
    page.address = server.address;
    await page.visit();
    const { title, text } = await page.outcome();
    assert.match(title, /^Not screened/);
    assert.match(text, /did not prove that the page can connect nowhere/);
    assert.equal(await page.run(() => document.getElementById('name').disabled), true);
    return server.asked.filter((line) => line.startsWith('HEAD'));
  }

  const unsealed = (path, text) => (path === '/seal.js' ? text.replace(SEAL, '') : text);

  test('where the seal is missing and the worker can reach its server', async () => {
    const proofs = await isRefused({
      change: unsealed,
      head(answer, { headers }) {
        for (const name of ['cookie', 'referer', 'authorization']) assert.equal(headers[name], undefined, name);
        answer.end();
      },
    });
    assert.ok(proofs.length > 0 && proofs.every((line) => line === 'HEAD /'), 'the proof asks for the page and says nothing');
  });

  test('where the seal is missing and only the line is dead: a request that fails proves nothing', async () => {
    const proofs = await isRefused({ change: unsealed, head: (answer) => answer.destroy() });
    assert.ok(proofs.length > 0);
  });

  test('where another policy than the seal forbids the request', async () => {
    const other = (path, text) => unsealed(path, text).replace(PAGE, (meta) => meta.replace("default-src 'none'", "default-src 'self'"));
    const weak = (path, text) => (path === '/seal.js' ? text.replace("connect-src 'none'; ", `connect-src http://127.0.0.1:9; `) : other(path, text));
    assert.deepEqual(await isRefused({ change: weak }), []);
  });
});
