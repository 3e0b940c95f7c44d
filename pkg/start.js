/**
 * What the doors of the package share: starting a WebAssembly module wherever it comes from, and errors with a stable code.
 */

/**
 * Starts the module with this digest once: later calls share it, and a start that failed can be tried again. `bundled` gives the address
 * of the one beside the package, and is asked for it only where no other is given: a script without an address of its own has none beside it.
 */
export function starter(init, bundled, what, sha256) {
  let started;
  return async (wasm = bundled()) => {
    started ??= start(init, wasm, what, sha256);
    try {
      await started;
    } catch (error) {
      started = undefined; // a later call may bring better bytes
      throw error;
    }
  };
}

async function start(init, wasm, what, sha256) {
  try {
    await init({ module_or_path: await whole(await source(wasm), sha256) });
  } catch (cause) {
    throw failure(
      `${what}-not-loaded`,
      `the WebAssembly module could not be loaded (${cause.message}): check that its file is complete and can be reached`,
      cause,
    );
  }
}

// By a name and not outright: a bundler that builds for browsers would look for it there.
const NODE_FILES = 'node:fs/promises';

/** An address becomes what it leads to, since Node does not fetch files; bytes, module and response stay what they are. */
async function source(wasm) {
  if (typeof wasm !== 'string' && !(wasm instanceof URL)) return wasm;
  const url = new URL(wasm, globalThis.location?.href);
  if (url.protocol === 'file:' && globalThis.process?.versions?.node) {
    const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ NODE_FILES);
    return readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} was answered with status ${response.status}`);
  return response;
}

/**
 * The bytes if they are those of the module that belongs to this package: one of which a byte was changed can compile and start all
 * the same. A module that is compiled already was held against its digest by whoever compiled it, or by nobody.
 */
async function whole(given, sha256) {
  if (given instanceof WebAssembly.Module) return given;
  const bytes = given instanceof Response ? await given.arrayBuffer() : given;
  // Browsers have digests only for pages whose address begins with https, and for those of the device itself.
  if (!globalThis.crypto?.subtle) return bytes;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const found = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (found !== sha256) throw new Error(`its SHA-256 is ${found}, and ${sha256} belongs to this version`);
  return bytes;
}

export function failure(code, message, cause) {
  return Object.assign(new Error(message, { cause }), { code });
}
