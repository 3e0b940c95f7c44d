/** A site that offers lists, as its server answers: a pack of the UN's form, its manifest, and a signature made here after minisign's format. */

import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { loadReader } from '../../pkg/reader.js';
import { site } from './site.mjs';

/** What an intercepted request is answered with. */
export const answer = (bytes, type) => ({
  responseCode: 200,
  responseHeaders: [{ name: 'Content-Type', value: type }],
  body: Buffer.from(bytes).toString('base64'),
});

export const absent = { responseCode: 404 };

/** A pack of this list file, with its entry of the manifest. */
export async function packed(text) {
  const bytes = Buffer.from(text);
  const { packs: [pack], lists } = (await loadReader()).compile([{ name: 'un.xml', read: (offset, length) => bytes.subarray(offset, offset + length) }]);
  return { pack, entry: { file: 'un-sc.pack', sha256: createHash('sha256').update(pack).digest('hex'), bytes: pack.length, lists } };
}

/** A key pair of minisign: its public key as a page pins it, and how it signs a manifest. */
export class Key {
  #id = randomBytes(8);
  #pair = generateKeyPairSync('ed25519');

  get pinned() {
    const raw = Buffer.from(this.#pair.publicKey.export({ format: 'jwk' }).x, 'base64url');
    return Buffer.concat([Buffer.from('Ed'), this.#id, raw]).toString('base64');
  }

  sign(manifest, version) {
    const comment = `namesieve packs, version ${version}`;
    const signature = sign(null, createHash('blake2b512').update(manifest).digest(), this.#pair.privateKey);
    const both = sign(null, Buffer.concat([signature, Buffer.from(comment)]), this.#pair.privateKey);
    const first = Buffer.concat([Buffer.from('ED'), this.#id, signature]).toString('base64');
    return `untrusted comment: signed for a test\n${first}\ntrusted comment: ${comment}\n${both.toString('base64')}\n`;
  }
}

/** The site's document with a key pinned in it. */
async function pinning(key) {
  const response = await fetch(site);
  const page = (await response.text()).replace('<meta name="namesieve-key" content="">', `<meta name="namesieve-key" content="${key}">`);
  if (!page.includes(key)) throw new Error('the page has no place for a key');
  const kept = [...response.headers].filter(([name]) => !/^(content-length|transfer-encoding|connection|date)$/.test(name));
  return { ...answer(page, 'text/html'), responseHeaders: kept.map(([name, value]) => ({ name, value })) };
}

/**
 * Lets the site offer what `offer` holds at the time of a visit: `{ manifest, signature, pack }`, each text or bytes, or null where
 * the server has none. With `key` the page pins it.
 */
export async function offering(page, offer, key) {
  const document = key && (await pinning(key.pinned));
  const given = (what, type) => () => (offer[what] == null ? absent : answer(offer[what], type));
  if (key) await page.wire.intercept(/^https?:\/\/[^/]+\/$/, () => document);
  await page.wire.intercept(/packs\/manifest\.json$/, given('manifest', 'application/json'));
  await page.wire.intercept(/packs\/manifest\.json\.minisig$/, given('signature', 'text/plain'));
  await page.wire.intercept(/\.pack$/, given('pack', 'application/octet-stream'));
}
