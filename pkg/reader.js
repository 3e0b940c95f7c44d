/**
 * The reader of files, `namesieve/reader`: official files become packs that a `Sieve` can be loaded with, a table of parties
 * becomes rows for it to screen, results and a record, and a document the text that a person reads in it.
 *
 * A WebAssembly module of its own, so that whoever only screens need not fetch it. The types and the whole description are
 * in reader.d.ts.
 */

import { failure, starter } from './start.js';
import { reader as moduleSha256 } from './wasm/digests.js';
import init, { compileLists, isRedacted, openRecord, openRedacted, openTable, readDocument, redactRecord, revealRows, sha256, version } from './wasm/reader.js';

export { moduleSha256 };

/** The compiled reader that lies beside this file. */
const start = starter(init, () => new URL('./wasm/reader_bg.wasm', import.meta.url), 'reader', moduleSha256);

export async function loadReader({ wasm } = {}) {
  await start(wasm);
  return new Reader();
}

class Reader {
  get version() {
    return version();
  }

  compile(files, { issued } = {}) {
    if (!Array.isArray(files)) {
      throw failure('bad-argument', 'the argument files is no array: pass an array of { name, read }');
    }
    if (issued !== undefined && typeof issued !== 'string') {
      throw failure('bad-argument', `the option issued is of type ${typeof issued}: pass an ISO day such as 2026-11-21`);
    }
    return compileLists(files, issued);
  }

  openTable(name, bytes, choice) {
    if (typeof name !== 'string') throw failure('bad-argument', `the argument name is of type ${typeof name}: pass a string`);
    const misspelt = Object.keys(choice ?? {}).find((key) => !['encoding', 'header', 'sheet'].includes(key));
    if (misspelt !== undefined) throw failure('bad-argument', `there is no choice ${misspelt}: the choices are encoding, header, sheet`);
    return openTable(name, inBytes(bytes), choice ?? undefined);
  }

  readDocument(name, bytes) {
    if (typeof name !== 'string') throw failure('bad-argument', `the argument name is of type ${typeof name}: pass a string`);
    return readDocument(name, inBytes(bytes));
  }

  digest(bytes) {
    return sha256(inBytes(bytes));
  }

  openRecord(bytes) {
    return openRecord(inBytes(bytes));
  }

  isRedacted(bytes) {
    return isRedacted(inBytes(bytes));
  }

  openRedacted(bytes) {
    return openRedacted(inBytes(bytes));
  }

  redact(record) {
    return redactRecord(inBytes(record), crypto.getRandomValues(new Uint8Array(32)));
  }

  reveal(record, key, rows) {
    if (!Array.isArray(rows)) throw failure('bad-argument', 'the rows are no array: pass the numbers of rows');
    return revealRows(inBytes(record), inBytes(key), Uint32Array.from(rows));
  }
}

function inBytes(bytes) {
  if (!(bytes instanceof Uint8Array)) throw failure('bad-argument', 'the bytes of the file are no Uint8Array');
  return bytes;
}
