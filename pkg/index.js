/**
 * The npm package `namesieve`: loads the compiled engine and hands it over as a `Sieve`.
 *
 * Works in browsers, workers and Node without a bundler. The types and the whole description are in index.d.ts.
 */

import { failure, starter } from './start.js';
import { engine as moduleSha256 } from './wasm/digests.js';
import init, { Engine, TextScan, sha256, verifyManifest } from './wasm/namesieve.js';

export { moduleSha256 };

export const moduleUrl = () => new URL('./wasm/namesieve_bg.wasm', import.meta.url);

/** The compiled engine that lies beside this file; every sieve shares one start of it. */
const start = starter(init, moduleUrl, 'engine', moduleSha256);

export async function load({ wasm, packs, embedded = packs === undefined } = {}) {
  if (packs !== undefined && !Array.isArray(packs)) {
    throw failure('bad-argument', 'the option packs is no array: pass an array of Uint8Array, one for each pack');
  }
  await start(wasm);
  return new Sieve(Engine.open(packs ?? [], Boolean(embedded)));
}

export async function verify({ manifest, signature, key, wasm }) {
  if (!(manifest instanceof Uint8Array)) {
    throw failure('bad-argument', 'the manifest is no Uint8Array: pass the bytes of manifest.json as they came');
  }
  await start(wasm);
  const version = verifyManifest(manifest, text(signature, 'signature'), text(key, 'key'));
  const read = parsed(manifest);
  if (read?.version !== version || !Array.isArray(read.packs)) {
    throw failure('bad-signature', `the manifest is signed as version ${version} and is not a manifest of that version: sign it again`);
  }
  const holds = (file, pack) => read.packs.find((entry) => entry?.file === file)?.sha256 === sha256(pack);
  return { version, packs: read.packs, holds };
}

function parsed(bytes) {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
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

  screenRow(row, settings) {
    return this.#open().screenRow(...asked(row, settings));
  }

  screenRowSince(row, settings) {
    return this.#open().screenRowSince(...asked(row, settings));
  }

  get textThreshold() {
    return TextScan.defaultThreshold();
  }

  scan(text, settings) {
    const scan = this.openScan(text, settings);
    try {
      while (scan.step() < 1);
      return scan.result();
    } finally {
      scan.close();
    }
  }

  openScan(searched, { threshold, weak, maxAge, today, unread = [] } = {}) {
    if (!Array.isArray(unread)) {
      throw failure('bad-argument', 'the setting unread is no array: pass that of the document');
    }
    const parts = unread.flatMap((part) => [text(part?.code, 'unread'), text(part.value ?? '', 'unread')]);
    const settings = known({ threshold, weak, maxAge, today });
    let scan = new TextScan(this.#open(), text(searched, 'text'), parts, settings);
    const open = () => scan ?? raise('this search is closed: open another one');
    return {
      step: () => open().step(this.#open()),
      result: () => open().result(this.#open()),
      close() {
        scan?.free();
        scan = undefined;
      },
    };
  }

  entries() {
    const flat = this.#open().entries();
    return Object.fromEntries(flat.flatMap((list, at) => (at % 2 ? [] : [[list, flat[at + 1]]])));
  }

  narrow(places) {
    if (!Object.values(places ?? { none: null }).every(Array.isArray)) {
      throw failure('bad-argument', 'the places are no object of arrays: take them from a table');
    }
    this.#open().narrow(Object.entries(places).flatMap(([list, at]) => [list, at.join()]));
  }

  designation(list, id) {
    return this.#open().designation(text(list, 'list'), text(id, 'id'));
  }

  lists() {
    return this.#open().lists();
  }

  list(list) {
    return this.#open().list(text(list, 'list'));
  }

  switch(list, on) {
    if (typeof on !== 'boolean') {
      throw failure('bad-argument', `the argument on is of type ${typeof on}: pass true or false`);
    }
    this.#open().switch(text(list, 'list'), on);
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

function raise(sentence) {
  throw failure('closed', sentence);
}

/** The argument if it is a string: the engine would take anything else for an empty one. */
function text(value, argument) {
  if (typeof value !== 'string') {
    throw failure('bad-argument', `the argument ${argument} is of type ${typeof value}: pass a string`);
  }
  return value;
}

/** A row and its settings as the engine takes them. */
function asked(row, { threshold, weak, maxAge, today } = {}) {
  if (!Array.isArray(row?.names) || !Array.isArray(row.facts)) {
    throw failure('bad-argument', 'the row is no object { names, facts } of two arrays: take it from a table');
  }
  const facts = row.facts.flatMap(({ fact, text: told }) => [text(fact, 'fact'), text(told, 'fact')]);
  return [row.names.map((name) => text(name, 'name')), facts, known({ threshold, weak, maxAge, today })];
}

/** The settings if each is known and of its type: a misspelt one would go unheeded. */
function known(settings) {
  const types = { threshold: 'number', weak: 'boolean', maxAge: 'number', today: 'string', facts: 'object' };
  const facts = ['birth', 'country', 'nationality', 'kind', 'gender', 'identifier'];
  for (const [setting, value] of Object.entries(settings ?? {})) {
    if (!(setting in types)) {
      throw failure('bad-argument', `there is no setting ${setting}: the settings are ${Object.keys(types).join(', ')}`);
    }
    if (value !== undefined && typeof value !== types[setting]) {
      throw failure('bad-argument', `the setting ${setting} is of type ${typeof value}: pass a ${types[setting]}`);
    }
  }
  const misspelt = Object.keys(settings?.facts ?? {}).find((fact) => !facts.includes(fact));
  if (misspelt !== undefined) {
    throw failure('bad-argument', `there is no fact ${misspelt}: the facts are ${facts.join(', ')}`);
  }
  return settings;
}
