/** Brings and compiles a WebAssembly module, if it is the one that belongs to this version. */

import { part } from './source.js';
import { StartError } from './start-error.js';
import { fits } from './trust.js';

const fetched = new WeakMap();

/** The bytes of a module that was compiled here, for their digest. */
export const bytesOf = (module) => fetched.get(module);

/** Fetches and compiles a module if it has the digest that belongs to this version: `name` is `engine` or `reader`. */
export async function compile(address, name) {
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
