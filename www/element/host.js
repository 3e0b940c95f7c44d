/**
 * Where the engine comes from in the page of somebody else: its module from beside this script, its lists from the host's own server,
 * its worker from the text that came with this script, or else from its file.
 */

import { compile } from '../compile.js';
import { offered } from '../offered.js';
import { moduleUrl } from '../pkg/index.js';
import { StartError } from '../start-error.js';
import { text } from './worker-text.js';

const chosen = {};

/**
 * Addresses in place of those beside the package, for a bundler that does not find them: `wasm` of the module, `worker` of the worker.
 * It holds for whatever starts later.
 */
export function configure(addresses) {
  const strange = Object.keys(addresses).find((name) => !['wasm', 'worker'].includes(name));
  if (strange !== undefined) throw new TypeError(`there is no address ${strange}: the addresses are wasm and worker`);
  Object.assign(chosen, addresses);
}

const workers = new Map(); // address by address: what may become a worker
let policy;

/** A worker from an address that was put into `workers`; under Trusted Types no other one passes. */
function newWorker(address) {
  workers.set(String(address), String(address));
  policy ??= globalThis.trustedTypes?.createPolicy('namesieve', {
    createScriptURL(script) {
      if (!workers.has(script)) throw new TypeError('Only the worker of Namesieve may be started.');
      return script;
    },
  });
  return new Worker(policy?.createScriptURL(String(address)) ?? String(address), { name: 'namesieve' });
}

let held;

/** From the text: it inherits the policies of the document, whatever the server sends for its file, and nothing is fetched for it. */
const fromText = () => newWorker((held ??= URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))));

/** From its file, where the document's policy has no `blob:`: it has the policy that the server sends for the file. */
const fromFile = () => newWorker(new URL('./element-worker.js', import.meta.url));

/** What a desk is made of. */
export const source = (manifest, key) => () => ({
  module: () => compile(new URL(chosen.wasm ?? moduleUrl(), document.baseURI), 'engine'),
  lists: (module) => lists(module, manifest, key),
  ways: chosen.worker ? [() => newWorker(new URL(chosen.worker, document.baseURI))] : [fromText, fromFile],
});

async function lists(module, manifest, key) {
  if (!manifest) return { packs: [], missing: [], version: 0 };
  if (new URL(manifest).origin !== location.origin) throw new StartError('foreign-manifest');
  return offered(module, { address: manifest, key, needed: true });
}
