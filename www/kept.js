/**
 * Work on a file that a person asked to keep on this device: one entry in the browser's own database, encrypted with a passphrase.
 *
 *   { key: 'work', format, day, iterations, salt, iv, digest, sealed }
 *
 * `sealed` holds the file with its name, how it was read, its record and its decisions, by AES-256-GCM. What stands beside it says
 * nothing of them and is bound to it: it is the cipher's additional data. `digest` is SHA-256 over both, by which damage is told
 * from a wrong passphrase. Without kept work there is no database, not even an empty one.
 */

import { today } from './ages.js';
import { Database } from './database.js';

const store = new Database('namesieve-work', 'work');

const FORMAT = 1;

// OWASP's Password Storage Cheat Sheet asks for at least 600,000 rounds of PBKDF2 with SHA-256, a figure of 2022 that has doubled
// before. Whoever takes the device can try passphrases for years, and a person waits once a visit, so it is more: under a second on
// an office computer, some seconds on an old phone. The number stands in the entry, so that a later one opens earlier work.
const ITERATIONS = 2_000_000;

/** The shortest passphrase in characters: what NIST SP 800-63B asks of one that nothing else stands beside. */
export const SHORTEST = 15;

/** Why this browser can keep no work, by the name of its sentence; null where it can. */
export const hindrance = () => (!globalThis.crypto?.subtle ? 'noCrypto' : !globalThis.indexedDB ? 'noStore' : null);

/** What is kept, or null. Throws where the store cannot be read. */
export const held = async () => (await store.all())[0] ?? null;

export const keep = store.put;
export const forget = store.drop;

/** The entry that holds `{ name, bytes, choice, uses, settings, record, review }`, to be kept. */
export async function seal({ bytes, record, review, ...told }, passphrase) {
  const parts = [new Uint8Array(bytes), encoded(record), encoded(review)];
  const head = encoded(JSON.stringify({ ...told, sizes: parts.map(({ length }) => length) }));
  const whole = joined([new Uint8Array(Uint32Array.of(head.length).buffer), head, ...parts]);
  const [salt, iv] = [16, 12].map((length) => crypto.getRandomValues(new Uint8Array(length)));
  const beside = { key: 'work', format: FORMAT, day: today(), iterations: ITERATIONS, salt, iv };
  const key = await keyOf(passphrase, beside, 'encrypt');
  const sealed = new Uint8Array(await crypto.subtle.encrypt(cipher(beside), key, whole));
  whole.fill(0);
  return { ...beside, digest: await digest(beside, sealed), sealed };
}

/** What an entry holds. Throws an `Error` with the code `unknown`, `damaged` or `wrong`: the passphrase is another one. */
export async function unseal(entry, passphrase) {
  if (entry.format !== FORMAT) throw coded(entry.format > FORMAT ? 'unknown' : 'damaged');
  const sound = await digest(entry, entry.sealed).catch(() => null);
  if (!sound || String(sound) !== String(entry.digest)) throw coded('damaged');
  const key = await keyOf(passphrase, entry, 'decrypt');
  const buffer = await crypto.subtle.decrypt(cipher(entry), key, entry.sealed).catch(() => Promise.reject(coded('wrong')));
  let at = 4 + new Uint32Array(buffer, 0, 1)[0];
  const { sizes, ...told } = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, at - 4)));
  const [bytes, record, review] = sizes.map((size) => new Uint8Array(buffer, (at += size) - size, size));
  return { ...told, bytes, record, review };
}

/** The key cannot be taken out of the browser's keeping, and serves for one thing. */
async function keyOf(passphrase, { salt, iterations }, use) {
  // The same letters can come from two keyboards as different characters.
  const typed = encoded(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  typed.fill(0);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, base, { name: 'AES-GCM', length: 256 }, false, [use]);
}

const header = ({ format, day, iterations, salt, iv }) => encoded(JSON.stringify([format, day, iterations, [...salt], [...iv]]));

const cipher = (beside) => ({ name: 'AES-GCM', iv: beside.iv, additionalData: header(beside) });

const digest = async (beside, sealed) => new Uint8Array(await crypto.subtle.digest('SHA-256', joined([header(beside), sealed])));

const encoded = (text) => new TextEncoder().encode(text);

/** Joined by hand: a browser may write a `Blob` of this size to the disk. */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) whole.set(part, (at += part.length) - part.length);
  return whole;
}

const coded = (code) => Object.assign(new Error(code), { code });
