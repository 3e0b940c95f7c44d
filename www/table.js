/**
 * The border of a table, on the worker's side: keeps a person's table and what has come of its rows, writes results and record, checks records,
 * fetches nothing.
 *
 * In: `{ id, call, with: […] }`, the first call being `start` with the compiled module.
 * Out: `{ id, answer }`, `{ id, error }`, or `{ broken }` when what it keeps can no longer be trusted.
 */

import { loadReader } from './pkg/reader.js';

let reader, table, check;

const calls = {
  async start(module) {
    reader = await loadReader({ wasm: module });
  },
  digest: (bytes) => reader.digest(new Uint8Array(bytes)),
  open(name, bytes, choice) {
    const opened = reader.openTable(name, new Uint8Array(bytes), choice);
    table?.free();
    table = opened;
    return table.about();
  },
  close() {
    table?.free();
    check?.free();
    table = check = undefined;
  },
  use(uses) {
    table.useColumns(uses);
    return table.about();
  },
  rows: (from, count) => table.rows(from, count),
  /** The same, each saying whether it need be held against nothing but what was added. */
  rowsSince(from, count) {
    const were = table.wereClear(from, count);
    return table.rows(from, count).map((row, at) => ({ ...row, wasClear: were[at] === 1 }));
  },
  take: (from, outcomes) => table.take(from, outcomes),
  progress: () => table.progress(),
  forget: () => table.forget(),
  review: () => ({ text: table.review() }),
  takeReview: (bytes) => table.takeReview(new Uint8Array(bytes)),
  decide: (...decision) => table.decide(...decision),
  takeBefore: (bytes) => table.takeBefore(new Uint8Array(bytes)),
  differs: (head) => table.differs(head),
  added: (entries, threshold, weak) => table.added(entries, threshold, weak),
  show: (which, from, count, filter) => table.show(which, from, count, filter),
  choices: () => table.choices(),
  csv: () => table.csv(),
  workbook: () => table.workbook(),
  record: (head) => table.record(head),

  openRecord(bytes) {
    const record = new Uint8Array(bytes);
    const redacted = reader.isRedacted(record);
    const opened = redacted ? reader.openRedacted(record) : reader.openRecord(record);
    check?.free();
    check = opened;
    return { ...check.about(), redacted };
  },
  openRows: (bytes) => check.open(new Uint8Array(bytes)),
  redactedLists: (loaded) => check.lists(loaded),
  compareOpened: (outcomes) => check.compare(outcomes),
  redact: (bytes) => reader.redact(new Uint8Array(bytes)),
  reveal: (bytes, key, rows) => ({ text: reader.reveal(new Uint8Array(bytes), new Uint8Array(key), rows) }),
  recordLists: (loaded, entries) => check.lists(loaded, entries),
  recordFile: (bytes) => check.file(new Uint8Array(bytes)),
  recordRows: (from, count) => check.rows(from, count),
  compare: (from, outcomes) => check.compare(from, outcomes),
};

export async function answer({ id, call, with: parameters }) {
  try {
    self.postMessage({ id, answer: await calls[call](...parameters) });
  } catch (error) {
    const { code, message } = error;
    self.postMessage(code ? { id, error: { code, message } } : { broken: true });
  }
}
