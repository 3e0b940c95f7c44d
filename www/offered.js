/** The lists that a site offers beside its pages, each the one that the site's manifest means. */

import { part } from './source.js';
import { KEY, fits, manifest, newest } from './trust.js';

/**
 * The lists that a manifest names: `{ packs: [{ bytes, lists, from, signed }], missing: [{ name, lists, from, message }], version, older }`.
 * Lists older than those used before are `older`, `{ packs, before }`, and stand under `missing`. `engine` is a promise of the
 * compiled engine, which verifies a signature; `key` has to have signed it,
 * if there is one. Where a manifest is `needed`, one that is not there counts as missing like any other.
 */
export async function offered(engine, { address = './packs/manifest.json', key = KEY, needed = Boolean(key) } = {}) {
  const from = 'site';
  const none = (...missing) => ({ packs: [], missing, version: 0, older: null });
  const signature = key && part(`${address}.minisig`).then((response) => (response.ok ? response.text() : ''), () => '');
  const response = await part(address).catch(() => null);
  // Where the lists are signed, their absence is no less strange than a forgery.
  if (response?.status === 404 && !needed) return none();
  const bytes = response?.ok ? await response.arrayBuffer().catch(() => null) : null;
  if (!bytes) return none({ name: null, from });
  let site;
  try {
    site = await manifest(new Uint8Array(bytes), { signature, key, engine });
  } catch ({ code, message }) {
    return none({ name: null, from, message: code === 'bad-signature' ? message : null });
  }
  if (!Array.isArray(site.packs)) return none({ name: null, from });
  const folder = address.slice(0, address.lastIndexOf('/') + 1);
  const fetched = await Promise.all(site.packs.map((entry) => pack(entry, folder, site).catch(() => null)));
  const named = ({ file, lists }) => ({ name: titles(lists) ?? file, lists, from });
  const packs = site.packs.map(({ lists }, at) => ({ bytes: fetched[at], lists, from, signed: Boolean(key) })).filter(({ bytes }) => bytes);
  const { version } = site;
  const before = newest();
  if (packs.length && version < before) return { packs: [], missing: site.packs.map(named), version, older: { packs, before } };
  return { packs, missing: site.packs.filter((_, at) => !fetched[at]).map(named), version, older: null };
}

export const titles = (lists) => lists?.map(({ id, title }) => title ?? id).join(', ');

/** One pack, if it is the one that the manifest means. The engine verifies it once more by its own digests. */
async function pack(entry, folder, site) {
  const { file, lists } = entry;
  if (!/^[\w.-]+$/.test(file) || !Array.isArray(lists)) throw new TypeError('not an entry of a manifest');
  const response = await part(`${folder}${file}`);
  if (!response.ok) throw new Error(`status ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!(await site.holds(entry, bytes))) throw new Error('another digest');
  return bytes;
}
