/** A host of the published site as the scenarios want it: it serves what `dist` makes by the rules of its `_headers`, and can change, fail, stall and stop. */

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packed } from './offer.mjs';

const folder = mkdtempSync(join(tmpdir(), 'namesieve-host-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const required = (name, meaning) => {
  if (!process.env[name]) throw new Error(`${name} is not set. It gives ${meaning}; \`cargo xtask test\` sets it.`);
  return process.env[name];
};

const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm' };

/** The site as it was published. */
export const published = () => required('NAMESIEVE_PUBLISHED', 'the folder of the published site');

/** An edition of the site: a folder, with this list as its pack, and with its inventory. `change(path)` changes files before that. */
export async function edition(name, list, version, change = () => {}) {
  const here = join(folder, name);
  cpSync(published(), here, { recursive: true });
  const { pack, entry } = await packed(list);
  writeFileSync(join(here, 'packs/un-sc.pack'), pack);
  writeFileSync(join(here, 'packs/manifest.json'), JSON.stringify({ version, packs: [entry] }));
  change((file, how) => writeFileSync(join(here, file), how(readFileSync(join(here, file), 'utf8'))));
  execFileSync(required('NAMESIEVE_XTASK', 'the project tool'), ['inventory', here], { stdio: ['ignore', 'ignore', 'inherit'] });
  return here;
}

/** The paths that an edition's service worker keeps. */
export const inventory = (site) =>
  readFileSync(join(site, 'SHA256SUMS'), 'utf8').split('\n').filter(Boolean).map((line) => line.slice(66)).filter((file) => file !== 'sw.js');

export class Host {
  requests = []; // "METHOD TARGET"
  site; // the folder that is served
  sendsHeaders = true;
  damages = () => false; // whether the file of a path is sent with a byte changed
  stalls = () => false; // whether the file of a path stops in the middle, and no more of it comes
  packs = false; // whether files are packed for the way, as most hosts do
  #server = null;
  #port = 0;

  constructor(site) {
    this.site = site;
  }

  get address() {
    return `http://127.0.0.1:${this.#port}/`;
  }

  async start() {
    this.#server = createServer((request, response) => this.#answer(request, response));
    await new Promise((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = this.#server.address().port;
  }

  async stop() {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  #answer({ method, url }, response) {
    this.requests.push(`${method} ${url}`);
    const { pathname } = new URL(url, this.address);
    const path = pathname === '/' ? '/index.html' : pathname;
    let bytes;
    try {
      bytes = readFileSync(join(this.site, path));
    } catch {
      return response.writeHead(404).end();
    }
    if (this.damages(path)) bytes[bytes.length >> 1] ^= 1;
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
    if (this.sendsHeaders) for (const [name, value] of this.#headers(pathname)) response.setHeader(name, value);
    if (this.packs) {
      response.setHeader('content-encoding', 'gzip');
      bytes = gzipSync(bytes);
    }
    if (this.stalls(path)) return response.write(bytes.subarray(0, bytes.length >> 1));
    response.end(bytes);
  }

  /** What `_headers` says of a path. */
  #headers(path) {
    const found = [];
    let applies = false;
    for (const line of readFileSync(join(this.site, '_headers'), 'utf8').split('\n')) {
      if (!line.startsWith('  ')) applies = [path, '/*'].includes(line);
      else if (applies) found.push(line.trim().split(/: (.*)/u));
    }
    return found;
  }
}
