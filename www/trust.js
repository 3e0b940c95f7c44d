/**
 * What the page believes of the lists that its site offers: with a key pinned in the page only what that key signed, and nothing
 * older than what was used before unless the person says so.
 *
 * The version of the newest lists that were used is remembered on this device: a number, and nothing else.
 */

const MEMORY = 'namesieve.version';

/** The public key that the lists have to be signed with; empty where the site does not sign. */
export const KEY = globalThis.document?.querySelector('meta[name="namesieve-key"]')?.content ?? '';

// The engine verifies what is signed: only then does the page itself need its bindings.
const door = KEY ? import('./pkg/index.js') : null;
door?.catch(() => null); // told where it is needed

/** Whether these are the bytes that are meant by this digest, as far as the browser can tell. */
export async function fits(bytes, sha256) {
  // Only a secure context has digests.
  if (!globalThis.crypto?.subtle) return true;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') === sha256;
}

/**
 * The manifest in these bytes as `{ version, packs, holds(entry, bytes) }`. Where there is a key, the engine verifies the very
 * bytes that are read here; `signature` is a promise of the signature's text. Throws what the engine says against it.
 */
export async function manifest(bytes, { signature, key, engine }) {
  if (key) {
    const { verify } = await (door ?? import('./pkg/index.js'));
    const signed = await verify({ manifest: bytes, signature: await signature, key, wasm: await engine });
    return { ...signed, holds: ({ file }, pack) => signed.holds(file, pack) };
  }
  const { version = 0, packs } = JSON.parse(new TextDecoder().decode(bytes));
  return { version, packs, holds: ({ sha256 }, pack) => fits(pack, sha256) };
}

/** The version of the newest lists that were used on this device, 0 where none is known: a store that fails knows none. */
export function newest() {
  try {
    return Number(localStorage.getItem(MEMORY)) || 0;
  } catch {
    return 0;
  }
}

/** Lists of this version are in use. */
export function used(version) {
  try {
    if (version > newest()) localStorage.setItem(MEMORY, String(version));
  } catch {
    // What cannot be remembered cannot be held against anything later; the lists in use are none the worse.
  }
}
