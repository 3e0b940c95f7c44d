/**
 * The types of `namesieve/reader`: which files it reads, what it makes of them, and how it refuses.
 */

import type { ListCoverage, NamesieveError, Source, Warning } from './index.js';
import type { Unread } from './scan.js';
import type { Check, RedactedCheck, Table, TableChoice } from './table.js';

export type { NamesieveError };
export type * from './table.js';

/** What `loadReader` takes. */
export interface ReaderOptions {
  /** The WebAssembly file `wasm/reader_bg.wasm`, in any form that `load` takes; without it, the file beside the package. */
  wasm?: URL | string | Response | BufferSource | WebAssembly.Module;
}

/** The SHA-256 of the WebAssembly file of the reader that belongs to this version. */
export const moduleSha256: string;

/**
 * Loads the reader.
 *
 * @throws {NamesieveError} `reader-not-loaded`: the WebAssembly file is missing, another one, or cannot be reached.
 */
export function loadReader(options?: ReaderOptions): Promise<Reader>;

/** A file that is read piece by piece, so that it need not be in memory as a whole. */
export interface ListFile {
  /** For sentences and for provenance; a list is recognised by its content, never by its name. */
  name: string;
  /** At most `length` bytes from `offset` on, read at once; an empty array at the end of the file. */
  read(offset: number, length: number): Uint8Array;
}

export interface CompileOptions {
  /** The day of issue, ISO (`2026-11-21`), of files that carry none. */
  issued?: string;
}

/** Reads list files. */
export interface Reader {
  /** The version of the reader. */
  readonly version: string;

  /**
   * Reads official list files, and the parts of one CSV family together, and compiles each list into a pack. A file that is a pack
   * already is opened. It reads until it is done: call it in a worker.
   *
   * @throws {NamesieveError} `bad-list`: a file is no list, cut off, holds changes only, or breaks its format; the message says
   * what was found and what to do, and nothing of any file is used. `bad-pack`: a list breaks a rule that all lists obey.
   * `bad-argument`: no file, a file that is no `ListFile`, or a day of issue that is no day.
   */
  compile(files: ListFile[], options?: CompileOptions): CompiledLists;

  /**
   * Reads a table of parties: CSV and its kin in any encoding, an Excel workbook, or one name a line. No row is lost; one that
   * cannot be screened has a `fault`.
   *
   * @param name the file's name, of which only the ending matters
   * @throws {NamesieveError} `bad-table`: it is no table, empty, too large, or its rows cannot be told apart. `bad-argument`.
   */
  openTable(name: string, bytes: Uint8Array, choice?: TableChoice): Table;

  /**
   * Reads a document as a person sees it: plain text, a web page, a Word document (DOCX), a PDF with text, or an e-mail (EML) with the
   * documents attached to it. What kind it is, is told by its content. It reads until it is done: call it in a worker, and take that for
   * lost which does not answer, since a document may have been made to do harm.
   *
   * @param name the file's name, for sentences
   * @throws {NamesieveError} `bad-document`: it is none of these, empty, locked, damaged or too large; the message says what was found
   * and what to do, and nothing was read. `bad-argument`.
   */
  readDocument(name: string, bytes: Uint8Array): ReadDocument;

  /**
   * The SHA-256 of some bytes, such as those of the engine for the head of a record, in hexadecimal.
   *
   * @throws {NamesieveError} `bad-argument`
   */
  digest(bytes: Uint8Array): string;

  /**
   * Reads a screening record and holds it against its own digests.
   *
   * @throws {NamesieveError} `bad-record`: it is none, or it was changed. `bad-argument`.
   */
  openRecord(bytes: Uint8Array): Check;

  /**
   * Makes a record without its names of a whole one. The key opens every row: it is kept with the whole record.
   *
   * @throws {NamesieveError} `bad-record`; `bad-argument`
   */
  redact(record: Uint8Array): { text: string; key: string; seal: string };

  /**
   * Opens rows of a record that was redacted, by the numbers that a spreadsheet program shows beside them, as a file for whoever has
   * the redacted record.
   *
   * @throws {NamesieveError} `bad-record`: also for the key of another record, or a row that there is not. `bad-argument`.
   */
  reveal(record: Uint8Array, key: Uint8Array, rows: number[]): string;

  /** Whether the bytes are meant as a redacted record. */
  isRedacted(bytes: Uint8Array): boolean;

  /**
   * Reads a redacted record and holds it against its own digests.
   *
   * @throws {NamesieveError} `bad-record`: it is none, or it was changed. `bad-argument`.
   */
  openRedacted(bytes: Uint8Array): RedactedCheck;
}

/** A document as text. */
export interface ReadDocument {
  /** What a person reads, in reading order; paragraphs are lines of their own, and cells of a row have tabs between them. */
  text: string;
  /** What of it is not in the text. Hand it to `scan`, so that a document without mentions is not called screened. */
  unread: Unread[];
  /** The encoding, where it was guessed from the letters: a wrong guess makes other names. */
  guessed: string | null;
}

/** What was read. */
export interface CompiledLists {
  lists: ListCoverage[];
  /** The files, each once. */
  source: Source[];
  /** What was read all the same and a person should know, with the id of its list. */
  warnings: ({ list: string } & Warning)[];
  /** One for each list, in the same order. */
  packs: Uint8Array[];
}
