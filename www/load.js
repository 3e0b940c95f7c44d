/**
 * Load, seal, screen: fetches and compiles the modules, fetches the lists that this site offers, names the workers the page may
 * start, and then closes the document to every further request.
 */

import { kept } from './store.js';

const ENGINE = './pkg/wasm/namesieve_bg.wasm';
const READER = './pkg/wasm/reader_bg.wasm';
const MANIFEST = './packs/manifest.json';

export const ENGINE_WORKER = './worker.js';
export const READER_WORKER = './reader.js';

/** An error the page can explain: its code is a key of `start.causes` in words.js. */
export class StartError extends Error {
  constructor(code, message = code) {
    super(message);
    this.code = code;
  }
}

/** The engine with the embedded lists, compiled but not yet running. */
export const compileEngine = () => compile(ENGINE);

/** The reader of list files; null where it cannot be had, since a page without it can still screen. */
export const compileReader = () => compile(READER).catch(() => null);

async function compile(address) {
  if (typeof WebAssembly !== 'object') throw new StartError('no-webassembly');
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) throw new StartError('engine-missing');
  const spare = response.clone();
  try {
    return await WebAssembly.compileStreaming(response);
  } catch {
    // A server with the wrong media type refuses streaming only: the bytes themselves may be good.
    return spare.arrayBuffer().then(WebAssembly.compile).catch(() => {
      throw new StartError('engine-damaged');
    });
  }
}

/** The lists that this site offers: `{ packs: [{ bytes, lists, from }], missing: [{ name, from }] }`. */
export async function offered() {
  const from = 'site';
  const response = await fetch(MANIFEST).catch(() => null);
  if (response?.status === 404) return { packs: [], missing: [] };
  const manifest = response?.ok ? await response.json().catch(() => null) : null;
  if (!Array.isArray(manifest?.packs)) return { packs: [], missing: [{ name: null, from }] };
  const fetched = await Promise.all(manifest.packs.map((entry) => pack(entry).catch(() => null)));
  return {
    packs: manifest.packs.map(({ lists }, at) => ({ bytes: fetched[at], lists, from })).filter(({ bytes }) => bytes),
    missing: manifest.packs.filter((_, at) => !fetched[at]).map(({ file, lists }) => ({ name: titles(lists) ?? file, lists, from })),
  };
}

export const titles = (lists) => lists?.map(({ id, title }) => title ?? id).join(', ');

/** One pack, if it is the one that the manifest means. The engine verifies it once more by its own digests. */
async function pack({ file, sha256, lists }) {
  if (!/^[\w.-]+$/.test(file) || !Array.isArray(lists)) throw new TypeError('not an entry of a manifest');
  const response = await fetch(`./packs/${file}`);
  if (!response.ok) throw new Error(`status ${response.status}`);
  const bytes = await response.arrayBuffer();
  // Only a secure context has digests.
  if (globalThis.crypto?.subtle) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    if ([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') !== sha256) throw new Error('another digest');
  }
  return new Uint8Array(bytes);
}

/** The lists that are kept on this device; `null` where the store cannot be read. */
export const stored = () =>
  kept().then((entries) => entries.map(({ key, list, bytes }) => ({ key, bytes, lists: [list], from: 'device' })), () => null);

// Trusted Types: the only script addresses that any code of this page can turn into a worker.
const scripts = globalThis.trustedTypes?.createPolicy('namesieve', {
  createScriptURL(address) {
    if (address !== ENGINE_WORKER && address !== READER_WORKER) throw new TypeError('Only the workers of this page may be started.');
    return address;
  },
});

/**
 * Starts a worker. Its own response carries the rule that it may connect nowhere.
 * A start after the seal fetches its file and imports again unless the browser has them at hand: `worker-src 'self'` stays open
 * for that alone, and the request carries neither a name nor a file.
 */
export const startWorker = (address) => new Worker(scripts?.createScriptURL(address) ?? address, { type: 'module' });

/** From here on the browser stops every request of this document; a policy once added cannot be taken back. */
export function seal() {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = "default-src 'none'; worker-src 'self'; base-uri 'none'; form-action 'none'";
  document.head.append(meta);
}
