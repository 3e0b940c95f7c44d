/**
 * What the doors of the package share: starting a WebAssembly module wherever it comes from, and errors with a stable code.
 */

/**
 * Starts a module once: later calls share it, and a start that failed can be tried again. `bundled` gives the address of the one
 * beside the package, and is asked for it only where no other is given: a script without an address of its own has none beside it.
 */
export function starter(init, bundled, what) {
  let started;
  return async (wasm = bundled()) => {
    started ??= start(init, wasm, what);
    try {
      await started;
    } catch (error) {
      started = undefined; // a later call may bring better bytes
      throw error;
    }
  };
}

async function start(init, wasm, what) {
  try {
    await init({ module_or_path: await source(wasm) });
  } catch (cause) {
    throw failure(
      `${what}-not-loaded`,
      `the WebAssembly module could not be loaded (${cause.message}): check that its file is complete and can be reached`,
      cause,
    );
  }
}

/** An address becomes what it leads to, since Node does not fetch files; bytes, module and response stay what they are. */
async function source(wasm) {
  if (typeof wasm !== 'string' && !(wasm instanceof URL)) return wasm;
  const url = new URL(wasm, globalThis.location?.href);
  if (url.protocol === 'file:' && globalThis.process?.versions?.node) {
    const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ 'node:fs/promises');
    return readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} was answered with status ${response.status}`);
  return response;
}

export function failure(code, message, cause) {
  return Object.assign(new Error(message, { cause }), { code });
}
