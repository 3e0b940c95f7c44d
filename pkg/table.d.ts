/**
 * The types of tables in `namesieve/reader`: a file of parties in, rows for a sieve to screen, results and a record out.
 *
 * ```js
 * const table = reader.openTable('partners.csv', bytes);
 * const rows = table.rows(0, table.about().rows);
 * table.take(0, rows.map((row) => (row.fault ? null : sieve.screenRow(row))));
 * const results = table.csv();
 * ```
 */

import type { Entries, Fact, Kind, ListCoverage, Places, Reason } from './index.js';

/** What is not to be guessed of a table. */
export interface TableChoice {
  /** The encoding of its text, by a name that the web platform knows. */
  encoding?: string;
  /** Whether the first row names the columns. */
  header?: boolean;
  /** The sheet of a workbook. */
  sheet?: string;
}

/** What a column is used for. */
export type ColumnUse =
  | 'name' | 'given' | 'family' | 'alias' | 'birth' | 'country' | 'nationality' | 'kind' | 'gender' | 'identifier' | 'reference'
  | 'other';

export interface TableAbout {
  file: { name: string; bytes: number; sha256: string };
  /** As what it was read. */
  form:
    | { format: 'delimited'; separator: string; encoding: string }
    | { format: 'lines'; encoding: string }
    | { format: 'workbook'; sheet: string; sheets: string[] };
  header: boolean;
  /** The names of its columns. */
  labels: string[];
  /** What each is used for. */
  columns: ColumnUse[];
  rows: number;
  /** What a person should know of how it was read, a sentence each. */
  notes: string[];
  /** Why its rows cannot be screened: no column is known to hold the names. */
  wrong: string | null;
  /** Rows that ask the same as an earlier one. */
  twice: number;
  /** Columns that are not compared although they seem to hold names. */
  namesNotCompared: string[];
}

/** A row of a table, as it is asked. */
export interface Row {
  /** The number that a spreadsheet program shows beside it. */
  row: number;
  /** The number or reference that the file has for the party. */
  reference: string;
  /** The name, and what else the party is called: each is screened. */
  names: string[];
  facts: { fact: Fact; text: string }[];
  /** Why it cannot be screened as a row of its table. */
  fault: Reason | null;
  /** The first row that asks the same. */
  sameAs: number | null;
}

/** What screening a row came to. */
export interface Outcome {
  /** `screened` only if every name of the row was. */
  status: 'screened' | 'not-screened';
  reasons: Reason[];
  /** The potential matches of all its names, each listing once, strongest first. */
  hits: Found[];
  weakOnly: number;
  /** Facts of the row that could not be read. */
  remarks: { fact: Fact; got: string }[];
}

/** A potential match of a row, in short; `Sieve.screen` tells the whole of it. */
export interface Found {
  list: string;
  id: string;
  name: string;
  kind: 'individual' | 'entity' | 'vessel' | 'aircraft';
  score: number;
  /** The listed name that compared best. */
  matched: string;
  /** Which of the row's names it was compared with, from 0. */
  asked: number;
  /** Whether it has the identity number of the row. */
  number: boolean;
  facts: { fact: Fact; verdict: 'agrees' | 'differs' | 'unknown' }[];
  contradicted: boolean;
  programmes: string[];
  effects: string[];
  /** SHA-256 over all that the list says of the party: it changes when the entry does. */
  profile: string;
}

/** What a person decided about a potential match. */
export type Verdict = 'true-match' | 'false-positive' | 'needs-information' | 'escalated';

/** A decision about one customer and one listing. */
export interface Decision {
  customer: { reference: string; names: string[]; facts: string[] };
  listing: { list: string; id: string; name: string; profile: string };
  verdict: Verdict;
  reason: string;
  reviewer: string;
  /** UTC: `2026-11-30T09:15:00Z`. */
  made: string;
}

/** How a potential match stands: a decision holds while the customer's data and the listed entry are the same. */
export type Standing =
  | { is: 'open' }
  | { is: 'decided'; decision: Decision }
  | { is: 'reopened'; decision: Decision; customer: boolean; listing: boolean };

/** What has become of the potential matches of a row since an earlier record; `new` and `changed` are places among those of now. */
export interface Changes {
  first: boolean;
  new: number[];
  changed: number[];
  gone: Found[];
  same: number;
}

/** Which rows are shown. */
export type Which = 'potential' | 'undecided' | 'news' | 'not-screened' | 'none' | 'all';

/** How a potential match stands, in a word. */
export type State = 'open' | 'reopened' | Verdict;

/** Rows that have one potential match that is all of this; what is not said does not narrow. */
export interface Filter {
  list?: string;
  programme?: string;
  /** The sentence of a measure, as in `Found.effects`. */
  effect?: string;
  kind?: Kind;
  /** A country or nationality of the row, as its file writes it. */
  country?: string;
  /** The least score. */
  score?: number;
  state?: State;
}

/** How many rows came to what. */
export interface Counts {
  rows: number;
  potential: number;
  none: number;
  notScreened: number;
  stopped: number;
  hits: number;
}

/** What is known of a run besides its table. */
export interface RecordHead {
  /** When it began, UTC: `2026-11-30T09:15:00Z`. */
  made: string;
  operator: string;
  note: string;
  software: { version: string; engine: string; sha256: string };
  method: string;
  threshold: number;
  weakAliases: boolean;
  oldest: { today: string; days: number } | null;
  lists: ListCoverage[];
  off: ListCoverage[];
  /** Lists that ought to have been loaded and could not be. */
  without: string[];
  /** What was listed, from `Sieve.entries`; `{}` where that is left out. */
  entries: Entries;
  /** The earlier record that a run relied on which looked only at what was added or changed since then. */
  since: Basis | null;
}

/** On what such a run relied. */
export interface Basis {
  /** When the earlier record was made. */
  made: string;
  seal: string;
  /** How many designations were added or changed since then. */
  designations: number;
}

/** A table that was read. */
export interface Table {
  about(): TableAbout;

  /**
   * Uses the columns for what is said, one for each; what was screened before is forgotten.
   *
   * @throws {NamesieveError} `bad-columns`: no column has names, or there are not as many uses as columns.
   */
  useColumns(uses: ColumnUse[]): void;

  /** Some of its rows, as `Sieve.screenRow` takes them. One with a `fault` is not screened: its outcome is known. */
  rows(from: number, count: number): Row[];

  /**
   * Takes outcomes up, from this row on; `null` for rows with a fault.
   *
   * @throws {NamesieveError} `bad-argument`
   */
  take(from: number, outcomes: (Outcome | null)[]): void;

  /** Forgets what was screened. */
  forget(): void;

  /** How many rows are done, and what they came to. */
  progress(): { done: number; undecided: number; news: number; unread: number; decided: Partial<Record<Verdict, number>> } & Counts;

  /**
   * Some rows with what they came to: of those with potential matches the strongest first, else in their order.
   *
   * @throws {NamesieveError} `bad-argument`
   */
  show(which: Which, from: number, count: number, filter?: Filter):
    { total: number; rows: { at: number; cells: string[]; row: Row | null; outcome: Outcome | null; standings: Standing[]; changes: Changes | null }[] };

  /** What there is to narrow rows with potential matches by, each with the number of rows that have it. */
  choices(): Record<'list' | 'programme' | 'effect' | 'kind' | 'country' | 'state', Record<string, number>>;

  /**
   * Takes the decisions of an earlier review up and says how many there are; those that were made here stay and go before them.
   *
   * @throws {NamesieveError} `bad-review`
   */
  takeReview(bytes: Uint8Array): number;

  /**
   * Decides about a potential match: the place of a row and that of the match in it. Without a verdict the decision is taken back.
   *
   * @throws {NamesieveError} `bad-argument`
   */
  decide(at: number, hit: number, verdict: Verdict | null, reason: string, reviewer: string, made: string): void;

  /** The decisions as a file. */
  review(): string;

  /**
   * Takes an earlier record to compare with, and says of which day it is and how many of the rows it knows.
   *
   * @throws {NamesieveError} `bad-record`
   */
  takeBefore(bytes: Uint8Array): { day: string; known: number };

  /**
   * What in the earlier record was otherwise, a sentence each.
   *
   * @throws {NamesieveError} `bad-argument`
   */
  differs(head: RecordHead): string[];

  /**
   * What has to be looked at after the earlier record: what was added or changed on the lists, which rows that were clear are held
   * against alone. `entries` are those of the sieve now. A text says why the record is of no use for that.
   *
   * @throws {NamesieveError} `bad-argument`
   */
  added(entries: Entries, threshold: number, weakAliases: boolean): { places: Places; basis: Basis; clear: number } | string | undefined;

  /** For each of these rows 1 if `added` found it screened in the earlier record and without a potential match, else 0. */
  wereClear(from: number, count: number): Uint8Array;

  /** The results as CSV, a line for each row; a row that was not reached says so. */
  csv(): Uint8Array;

  /**
   * The same as an Excel workbook.
   *
   * @throws {NamesieveError} `bad-table`: it is more than a workbook holds.
   */
  workbook(): Uint8Array;

  /**
   * The screening record as text, and its seal, which is worth keeping elsewhere.
   *
   * @throws {NamesieveError} `bad-argument`
   */
  record(head: RecordHead): { text: string; seal: string };

  /** Gives the memory back. */
  free(): void;
}

/** A record whose own digests are right. */
export interface Check {
  about(): { head: RecordHead & { input: object }; counts: Counts; seal: string };

  /** Why its rows cannot be screened again over the loaded lists, or what they hold is not what it tells; any others have to be switched off. */
  lists(loaded: ListCoverage[], entries: Entries): string | undefined;

  /**
   * Why a file is not the one that was screened.
   *
   * @throws {NamesieveError} `bad-table`
   */
  file(bytes: Uint8Array): string | undefined;

  rows(from: number, count: number): Row[];

  /** The first difference from what screening these rows gives now. */
  compare(from: number, outcomes: (Outcome | null)[]): string | undefined;

  /** Gives the memory back. */
  free(): void;
}

/** A redacted record whose own digests are right. */
export interface RedactedCheck {
  /** Its head is that of the record without the file, the note and what was listed. */
  about(): { head: Omit<RecordHead, 'note' | 'entries' | 'since'> & { record: string }; counts: Counts; seal: string };

  /**
   * Takes opened rows up, and gives them as they were asked.
   *
   * @throws {NamesieveError} `bad-record`: they are not what is hidden.
   */
  open(bytes: Uint8Array): Row[];

  /** Why opened rows cannot be screened again over the loaded lists. */
  lists(loaded: ListCoverage[]): string | undefined;

  /** The first difference from what screening the opened rows gives now. */
  compare(outcomes: (Outcome | null)[]): string | undefined;

  /** Gives the memory back. */
  free(): void;
}
