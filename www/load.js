/**
 * Load, seal, screen: fetches and compiles the engine, names the one worker the page may start, and then
 * closes the document to every further request.
 */

const ENGINE = './pkg/wasm/namesieve_bg.wasm';
const WORKER = './worker.js';

/** An error the page can explain: its code is a key of `start.causes` in words.js. */
export class StartError extends Error {
  constructor(code, message = code) {
    super(message);
    this.code = code;
  }
}

/** The engine with the embedded lists, compiled but not yet running. */
export async function compile() {
  if (typeof WebAssembly !== 'object') throw new StartError('no-webassembly');
  const response = await fetch(ENGINE).catch(() => null);
  if (!response?.ok) throw new StartError('engine-missing');
  const spare = response.clone();
  try {
    return await WebAssembly.compileStreaming(response);
  } catch {
    // A server with the wrong media type refuses streaming only: the bytes themselves may be good.
    return spare.arrayBuffer().then(WebAssembly.compile).catch(() => {
      throw new StartError('engine-damaged');
    });
  }
}

// Trusted Types: the only script address that any code of this page can turn into a worker.
const scripts = globalThis.trustedTypes?.createPolicy('namesieve', {
  createScriptURL(address) {
    if (address !== WORKER) throw new TypeError('Only the worker of this page may be started.');
    return address;
  },
});

/**
 * Starts the worker. Its own response carries the rule that it may connect nowhere.
 * A restart after the seal fetches worker.js and its imports again unless the browser has them at hand: `worker-src 'self'`
 * stays open for that alone, and the request carries no name.
 */
export const startWorker = () => new Worker(scripts?.createScriptURL(WORKER) ?? WORKER, { type: 'module' });

/** From here on the browser stops every request of this document; a policy once added cannot be taken back. */
export function seal() {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = "default-src 'none'; worker-src 'self'; base-uri 'none'; form-action 'none'";
  document.head.append(meta);
}
