/** The package in other people's projects: each tool builds an example from one source, and what it built screens a name in Chromium. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { Guest } from './guest.mjs';
import { change, example, project, tool } from './projects.mjs';
import { Server, header } from './server.mjs';

const run = promisify(execFile);

/** How each tool turns the form into a folder to serve, and by which means it finds the WebAssembly file. */
const tools = {
  Vite(folder) {
    tool(folder, 'vite', 'build', '--logLevel', 'error');
    return join(folder, 'dist');
  },
  // Its scripts are no modules unless they are asked to be.
  webpack(folder, ...more) {
    tool(folder, 'webpack', '--mode', 'production', '--entry', './form.js', '-o', 'dist', '--output-filename', 'form.js', '--no-performance', ...more);
    change(folder, 'index.html', 'type="module"', 'defer');
    return beside(folder);
  },
  // It copies no file that a module names by its address: the README says how it is told.
  esbuild(folder) {
    const [, snippet] = /hand its address over before anything starts:\s+```js\n(.*?)```/s.exec(readFileSync(new URL('../../pkg/README.md', import.meta.url), 'utf8'));
    change(folder, 'form.js', "import 'namesieve/element';\n", snippet);
    tool(folder, 'esbuild', 'form.js', '--bundle', '--format=esm', '--outdir=dist', '--loader:.wasm=file', '--log-level=error');
    return beside(folder);
  },
  'no tool'(folder) {
    change(folder, 'form.js', "'namesieve/element'", "'./node_modules/namesieve/wasm/name-sieve.js'");
    return folder;
  },
};

function beside(folder) {
  for (const file of ['index.html', 'form.css']) cpSync(join(folder, file), join(folder, 'dist', file));
  return join(folder, 'dist');
}

/** The document turns French, and the component too, unless it cannot: then it speaks English, and screens all the same. */
async function turns(guest, tag) {
  await guest.run(() => (document.documentElement.lang = 'fr'));
  await guest.until(`it speaks ${tag}`, (wanted) => {
    const root = document.querySelector('name-sieve').shadowRoot;
    return root.querySelector('[lang]').lang === wanted && root.querySelector('.outcome') && root.getElementById('status').textContent;
  }, tag);
  await guest.fill('#supplier', 'Somebody Unlisted');
  assert.equal((await guest.sieve()).title, { en: 'No potential match on these lists', fr: 'Aucune correspondance possible sur ces listes' }[tag]);
}

test('webpack loads another language where its own policy is allowed, as the README says', async (t) => {
  const folder = project('form-webpack-french', example('form'));
  const [, words, policies] = /\(`(--output-trusted-types \w+)`\);[^`]*`(trusted-types [^`]+)`/.exec(readFileSync(new URL('../../pkg/README.md', import.meta.url), 'utf8'));
  const server = await Server.start(tools.webpack(folder, ...words.split(' ')), () => header('A strict policy').replace(/trusted-types namesieve$/, policies));
  t.after(() => server.stop());
  const guest = await Guest.at(server);
  t.after(() => guest.close());
  await guest.open();
  await guest.fill('#supplier', 'Benazir Ahmad');
  await guest.sieve();
  await turns(guest, 'fr');
  assert.deepEqual(await guest.broken(), []);
});

describe('The form is built with', () => {
  for (const [name, build] of Object.entries(tools))
    test(`${name}, and screens under the header of the README`, async (t) => {
      const server = await Server.start(build(project(`form-${name.replaceAll(' ', '-')}`, example('form'))));
      t.after(() => server.stop());
      const guest = await Guest.at(server);
      t.after(() => guest.close());
      await guest.open();
      const fetched = server.requests.length;
      assert.equal(server.requests.filter((line) => /\.wasm/.test(line)).length, 1, 'the engine is found, and fetched once');

      await guest.fill('#supplier', 'Benazir Ahmad');
      const hit = await guest.sieve();
      assert.deepEqual([hit.kind, hit.parties], ['potential', ['AHMED, Benazir']]);
      assert.match(hit.coverage, /^27 designations on 2 lists.*issued 10 December 2021 \(/);
      await guest.fill('#supplier', 'Waldemar Zygmuntowicz');
      const none = await guest.sieve();
      assert.equal(none.title, 'No potential match on these lists');

      assert.deepEqual((await guest.told()).map(({ kind }) => kind), ['screened', 'hit', 'screened']);
      assert.deepEqual(await guest.broken(), []);
      assert.equal(server.requests.length, fetched, 'nothing is fetched for a name');
      await turns(guest, name === 'webpack' ? 'en' : 'fr');
    });
});

test('React hands over facts and hears events', async (t) => {
  const folder = project('react', example('react'));
  tool(folder, 'vite', 'build', '--logLevel', 'error');
  const server = await Server.start(join(folder, 'dist'));
  t.after(() => server.stop());
  const guest = await Guest.at(server);
  t.after(() => guest.close());
  await guest.open();
  await guest.fill('#payee', 'Benazir Ahmad');
  assert.equal((await guest.sieve()).kind, 'potential');
  assert.match(await guest.text('#told'), /^1 potential matches on: OFAC SDN List/);
  await guest.fill('#born', '1963');
  await guest.until('the fact is compared', () => document.querySelector('name-sieve').shadowRoot.querySelector('.findings .agrees'));
  await guest.fill('#payee', '2026');
  await guest.until('it is told', () => /^Not screened: /.test(document.getElementById('told').innerText));
  assert.deepEqual(await guest.broken(), []);
});

test('a page without a tool has the search of its own, with its own words in it', async (t) => {
  const server = await Server.start(project('static', example('static')));
  t.after(() => server.stop());
  const guest = await Guest.at(server);
  t.after(() => guest.close());
  await guest.open();
  await guest.inside(function () { this.getElementById('name').focus(); });
  await guest.press('Benazir Ahmad', '\uE007');
  assert.deepEqual((await guest.sieve()).parties, ['AHMED, Benazir']);
  assert.equal(await guest.inside(function () { return this.getElementById('name').labels[0].querySelector('slot').assignedNodes()[0].textContent; }), 'Whom do you want to pay?');
  assert.deepEqual(await guest.broken(), []);
});

test('Node screens a file of names and says where it could not', async () => {
  const folder = project('node', example('node'));
  writeFileSync(join(folder, 'names.txt'), 'Benazir Ahmad\nWaldemar Zygmuntowicz\n');
  const { stdout } = await run(process.execPath, ['batch.mjs', 'names.txt'], { cwd: folder });
  const [hit, none] = stdout.trim().split('\n').map(JSON.parse);
  assert.deepEqual([hit.status, hit.hits[0].name, hit.lists.length], ['screened', 'AHMED, Benazir', 2]);
  assert.deepEqual([none.status, none.hits], ['screened', []]);
  writeFileSync(join(folder, 'names.txt'), '2026\n');
  await assert.rejects(run(process.execPath, ['batch.mjs', 'names.txt'], { cwd: folder }), ({ code, stdout: told }) => code === 1 && JSON.parse(told).status === 'not-screened');
});
