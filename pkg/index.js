/**
 * The npm package `namesieve`: loads the compiled engine and hands it over as a `Sieve`.
 *
 * Works in browsers, workers and Node without a bundler. The types and the whole description are in index.d.ts.
 */

import init, { Engine } from './wasm/namesieve.js';

/** The compiled engine that lies beside this file. */
const BUNDLED = new URL('./wasm/namesieve_bg.wasm', import.meta.url);

/** The WebAssembly module's one initialisation, shared by every sieve. */
let initialisation;

export async function load({ wasm = BUNDLED, packs } = {}) {
  initialisation ??= initialise(wasm);
  try {
    await initialisation;
  } catch (error) {
    initialisation = undefined; // a later call may bring better bytes
    throw error;
  }
  return new Sieve(packs === undefined ? Engine.embedded() : Engine.open(packs));
}

class Sieve {
  #engine;

  constructor(engine) {
    this.#engine = engine;
  }

  get method() {
    return Engine.method();
  }

  get threshold() {
    return Engine.defaultThreshold();
  }

  get version() {
    return Engine.version();
  }

  screen(name, settings = {}) {
    return this.#open().screen(text(name, 'name'), known(settings));
  }

  designation(list, id) {
    return this.#open().designation(text(list, 'list'), text(id, 'id'));
  }

  lists() {
    return this.#open().lists();
  }

  close() {
    this.#engine?.free();
    this.#engine = undefined;
  }

  #open() {
    if (this.#engine === undefined) {
      throw failure('closed', 'this sieve is closed: load another one');
    }
    return this.#engine;
  }
}

/** Compiles and starts the module, from wherever it comes. */
async function initialise(wasm) {
  try {
    await init({ module_or_path: await source(wasm) });
  } catch (cause) {
    throw failure(
      'engine-not-loaded',
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

/** The argument if it is a string: the engine would take anything else for an empty one. */
function text(value, argument) {
  if (typeof value !== 'string') {
    throw failure('bad-argument', `the argument ${argument} is of type ${typeof value}: pass a string`);
  }
  return value;
}

/** The settings if each is known and of its type: a misspelt one would go unheeded. */
function known(settings) {
  const types = { threshold: 'number', weak: 'boolean' };
  for (const [setting, value] of Object.entries(settings ?? {})) {
    if (!(setting in types)) {
      throw failure('bad-argument', `there is no setting ${setting}: the settings are ${Object.keys(types).join(' and ')}`);
    }
    if (value !== undefined && typeof value !== types[setting]) {
      throw failure('bad-argument', `the setting ${setting} is of type ${typeof value}: pass a ${types[setting]}`);
    }
  }
  return settings;
}

function failure(code, message, cause) {
  return Object.assign(new Error(message, { cause }), { code });
}
