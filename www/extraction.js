/**
 * The border of reading a document, on the worker's side: gets the compiled module and one file, makes text of it, fetches nothing.
 *
 * In: `{ module, files }`, once. Out: `{ found }`, which is `{ text, unread, guessed }`, or `{ refused }`; one without a code is a
 * trap in the wasm, after which the worker is of no use.
 */

import { loadReader } from './pkg/reader.js';

export async function extract({ module, files: [file] }) {
  try {
    const reader = await loadReader({ wasm: module });
    const bytes = file.whole ?? new Uint8Array(new FileReaderSync().readAsArrayBuffer(file));
    self.postMessage({ found: reader.readDocument(file.name, bytes) });
  } catch ({ code, message }) {
    self.postMessage({ refused: { code, message } });
  }
}
