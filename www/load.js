/**
 * Load, seal, screen: brings and compiles the modules, and brings the lists that this site offers. What follows is in seal.js.
 */

import { part } from './source.js';
import { kept } from './store.js';
import { KEY, fits, manifest, newest } from './trust.js';

const ENGINE = './pkg/wasm/namesieve_bg.wasm';
const READER = './pkg/wasm/reader_bg.wasm';
const MANIFEST = './packs/manifest.json';
const SIGNATURE = './packs/manifest.json.minisig';

/** An error the page can explain: its code is a key of `start.causes` in the words. */
export class StartError extends Error {
  constructor(code, message = code) {
    super(message);
    this.code = code;
  }
}

/** The engine with the embedded lists, compiled but not yet running. */
export const compileEngine = () => compile(ENGINE, 'engine');

/** The reader of list files; null where it cannot be had, since a page without it can still screen. */
export const compileReader = () => compile(READER, 'reader').catch(() => null);

const fetched = new WeakMap();

/** The bytes of a module that was compiled here, for their digest. */
export const bytesOf = (module) => fetched.get(module);

/** Fetches and compiles a module if it has the digest that belongs to this version of the page. */
async function compile(address, name) {
  const digests = import('./pkg/wasm/digests.js');
  digests.catch(() => null); // told below, where they are needed
  if (typeof WebAssembly !== 'object') throw new StartError('no-webassembly');
  const response = await part(address).catch(() => null);
  if (!response?.ok) throw new StartError('engine-missing');
  const bytes = response.clone().arrayBuffer();
  bytes.catch(() => null); // told below, where they are needed
  // A server with the wrong media type refuses streaming only: the bytes themselves may be good.
  const module = await WebAssembly.compileStreaming(response).catch(() => bytes.then(WebAssembly.compile)).catch(() => {
    throw new StartError('engine-damaged');
  });
  const { [name]: sha256 } = await digests.catch(() => {
    throw new StartError('engine-missing');
  });
  // A module of which a byte was changed, or of another version of the page, can compile all the same.
  if (!(await fits(await bytes, sha256))) throw new StartError('engine-damaged');
  fetched.set(module, bytes);
  return module;
}

/**
 * The lists that this site offers: `{ packs: [{ bytes, lists, from, signed }], missing: [{ name, lists, from, message }], version, older }`.
 * Lists older than those used before are `older`, `{ packs, before }`, and stand under `missing`. `engine` is a promise of the
 * compiled engine, which verifies a signature.
 */
export async function offered(engine) {
  const from = 'site';
  const none = (...missing) => ({ packs: [], missing, version: 0, older: null });
  const signature = KEY && part(SIGNATURE).then((response) => (response.ok ? response.text() : ''), () => '');
  const response = await part(MANIFEST).catch(() => null);
  // Where the lists are signed, their absence is no less strange than a forgery.
  if (response?.status === 404 && !KEY) return none();
  const bytes = response?.ok ? await response.arrayBuffer().catch(() => null) : null;
  if (!bytes) return none({ name: null, from });
  let site;
  try {
    site = await manifest(new Uint8Array(bytes), signature, engine);
  } catch ({ code, message }) {
    return none({ name: null, from, message: code === 'bad-signature' ? message : null });
  }
  if (!Array.isArray(site.packs)) return none({ name: null, from });
  const fetched = await Promise.all(site.packs.map((entry) => pack(entry, site).catch(() => null)));
  const named = ({ file, lists }) => ({ name: titles(lists) ?? file, lists, from });
  const packs = site.packs.map(({ lists }, at) => ({ bytes: fetched[at], lists, from, signed: Boolean(KEY) })).filter(({ bytes }) => bytes);
  const { version } = site;
  const before = newest();
  if (packs.length && version < before) return { packs: [], missing: site.packs.map(named), version, older: { packs, before } };
  return { packs, missing: site.packs.filter((_, at) => !fetched[at]).map(named), version, older: null };
}

export const titles = (lists) => lists?.map(({ id, title }) => title ?? id).join(', ');

/** One pack, if it is the one that the manifest means. The engine verifies it once more by its own digests. */
async function pack(entry, site) {
  const { file, lists } = entry;
  if (!/^[\w.-]+$/.test(file) || !Array.isArray(lists)) throw new TypeError('not an entry of a manifest');
  const response = await part(`./packs/${file}`);
  if (!response.ok) throw new Error(`status ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!(await site.holds(entry, bytes))) throw new Error('another digest');
  return bytes;
}

/** The lists that are kept on this device; `null` where the store cannot be read. */
export const stored = () =>
  kept().then((entries) => entries.map(({ key, list, bytes }) => ({ key, bytes: whole(bytes), lists: [list], from: 'device' })), () => null);

/** What is no bytes at all becomes none, which the engine names as damaged like any other pack. */
const whole = (bytes) => (bytes instanceof Uint8Array ? bytes : new Uint8Array());
