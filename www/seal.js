/**
 * The seal: ends every request of the document, and starts the workers under the same policy.
 *
 * A worker that is started from a `blob:` address inherits the policies of the document that starts it, in every engine and
 * whatever the server says. Its script is whole in itself and arrives before the seal, so that nothing is fetched after it.
 */

import { part } from './source.js';

export const ENGINE_WORKER = './worker.js';
export const READER_WORKER = './reader.js';
/** The name under which the reader's script keeps a table. */
export const TABLE = './table.js';
/** The name under which it reads a document. */
export const DOCUMENT = './extraction.js';
export const SERVICE_WORKER = './sw.js';

// WebAssembly that has arrived may run, and workers may be started from what the document holds: `blob:` reaches no server.
const POLICY =
  "default-src 'none'; connect-src 'none'; script-src 'wasm-unsafe-eval'; worker-src blob:; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

/** From here on the browser stops every request of this document; a policy once added cannot be taken back. */
export function seal() {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = POLICY;
  document.head.append(meta);
}

// The address of each script that this page may start; the service worker is registered before the seal, by its own address.
const scripts = new Map([[SERVICE_WORKER, SERVICE_WORKER]]);

// Trusted Types: any code of this page can turn the name of a script that arrived before the seal into a worker, and nothing else.
const policy = globalThis.trustedTypes?.createPolicy('namesieve', {
  createScriptURL(script) {
    if (!scripts.has(script)) throw new TypeError('Only the workers of this page may be started.');
    return scripts.get(script);
  },
});

/** Brings the script of a worker; resolves to whether it is there. */
export async function fetchWorker(script) {
  const response = await part(script).catch(() => null);
  const text = response?.ok ? await response.text().catch(() => '') : '';
  if (text) scripts.set(script, URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
  return Boolean(text);
}

/** The address of a script, as the browser takes it. */
export const scriptOf = (script) => policy?.createScriptURL(script) ?? scripts.get(script);

/** Starts a worker, which says `{ here }` once it has proved that it is sealed, or `{ unsealed }`; its name tells it what it is for. */
export const startWorker = (script, name = script) => new Worker(scriptOf(script), { name });
