/**
 * Load, seal, screen: brings and compiles the modules of the page, and opens the lists that are kept. What follows is in seal.js.
 */

import { compile } from './compile.js';
import { kept } from './store.js';

const ENGINE = './pkg/wasm/namesieve_bg.wasm';
const READER = './pkg/wasm/reader_bg.wasm';

/** The engine with the embedded lists, compiled but not yet running. */
export const compileEngine = () => compile(ENGINE, 'engine');

/** The reader of list files; null where it cannot be had, since a page without it can still screen. */
export const compileReader = () => compile(READER, 'reader').catch(() => null);

/** The lists that are kept on this device; `null` where the store cannot be read. */
export const stored = () =>
  kept().then((entries) => entries.map(({ key, list, bytes }) => ({ key, bytes: whole(bytes), lists: [list], from: 'device' })), () => null);

/** What is no bytes at all becomes none, which the engine names as damaged like any other pack. */
const whole = (bytes) => (bytes instanceof Uint8Array ? bytes : new Uint8Array());
