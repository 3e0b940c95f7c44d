/**
 * The types of the npm package `namesieve`: what goes in, what comes out, in which units and ranges, and which errors.
 *
 * The objects are the public JSON of Namesieve: `JSON.stringify(sieve.screen(name))` gives the same bytes as the command
 * line's `namesieve screen --json`. Dates are ISO (`2021-12-10`) unless they are said to be as published.
 */

import type { Step } from './explanation.js';
import type { Fact, Finding, GivenFacts, Query } from './facts.js';
import type { ScanSettings, Scanned, TextScan } from './scan.js';
import type { SignedManifest, VerifyOptions } from './signed.js';
import type { Outcome, Row } from './table.js';

export type { Means, Step } from './explanation.js';
export type { Effect, Fact, Finding, GivenFacts, Query } from './facts.js';
export type { Mention, Mentioned, ScanSettings, Scanned, TextScan, Unread } from './scan.js';
export type { SignedManifest, VerifyOptions } from './signed.js';

/** What `load` takes. */
export interface LoadOptions {
  /**
   * The WebAssembly file `wasm/namesieve_bg.wasm`: its address, a `Response` that brings it, its bytes, or the compiled
   * module. Without it, the file beside the package. A string is an address relative to the page or worker; in Node it has to
   * be absolute (`file:` or `https:`).
   *
   * The module is started once: a later call of `load` shares it, whatever that call passes here.
   */
  wasm?: URL | string | Response | BufferSource | WebAssembly.Module;
  /** Packs to screen against, each verified before use. Without them, the embedded lists. */
  packs?: Uint8Array[];
  /**
   * Whether to screen against the embedded lists; without it, only where no packs are given. An embedded part of a list beside
   * the whole of it has its date in its id, such as `ofac-sdn@2021-12-10`.
   */
  embedded?: boolean;
}

/** The SHA-256 of the WebAssembly file that belongs to this version. `load` holds against it whatever is not compiled already. */
export const moduleSha256: string;

/** The address of the WebAssembly file that lies beside the package. A worker that may not fetch is handed what was compiled of it. */
export function moduleUrl(): URL;

/**
 * Loads the engine and verifies its lists.
 *
 * @throws {NamesieveError} `engine-not-loaded`: the WebAssembly file is missing, another one, or cannot be reached. A pack that
 * cannot be read or fails its checksum, or brings a list that another one has brought, has the code `bad-pack`; no pack and no
 * embedded list `no-list`; a pack that is no `Uint8Array` `bad-argument`.
 */
export function load(options?: LoadOptions): Promise<Sieve>;

/**
 * Verifies that the packs of a site are signed: `cargo xtask dist --sign-key` signs the manifest, which names every pack with its
 * SHA-256. Hold each pack against it (`holds`) before you load it, and `version` against the one that you used last: a lower
 * one is an older set of lists.
 *
 * @throws {NamesieveError} `bad-signature`; `bad-argument`; `engine-not-loaded`.
 */
export function verify(options: VerifyOptions): Promise<SignedManifest>;

/** How `load` and a sieve fail: the message says what was found and what to do. */
export interface NamesieveError extends Error {
  /**
   * Stable across versions: `engine-not-loaded`, `bad-pack`, `no-list`, `bad-argument`, `bad-threshold`, `unknown-list`,
   * `bad-fact`, `unknown-designation`, `bad-signature`, `closed`; of the reader besides `reader-not-loaded`, `bad-list`,
   * `bad-table`, `bad-columns`, `bad-record`, `bad-review`.
   */
  code: string;
  /** For `bad-fact`, which one. */
  fact?: Fact;
}

/** An engine over its lists. Each has memory of its own in the module, given back by `close`. */
export interface Sieve {
  /** The default threshold, 1 to 100. */
  readonly threshold: number;
  /** The method that makes the scores, such as `namesieve/4`: scores of different methods do not compare. */
  readonly method: string;
  /** The version of the engine. */
  readonly version: string;

  /**
   * Screens one name, in any order of its words, against every list. The same name and settings give the same answer on every
   * machine.
   *
   * A name that cannot be screened (empty, without letters, too long and so on) is no error: see `status` and `reasons`.
   *
   * @throws {NamesieveError} `closed`; `bad-argument`: `name` is not a string, or a setting is of another type;
   * `bad-threshold`: it is out of range; `bad-fact`: a fact cannot be read, and the message says what can.
   */
  screen(name: string, settings?: ScreenSettings): Screening;

  /** The default threshold of `scan`, 1 to 100. */
  readonly textThreshold: number;

  /**
   * Finds the names of listed parties in a running text. The same text and settings give the same answer on every machine.
   *
   * @throws {NamesieveError} `closed`; `bad-argument`; `bad-threshold`.
   */
  scan(text: string, settings?: ScanSettings): Scanned;

  /**
   * The same step by step, for a long text: nothing is searched until `step` is called.
   *
   * @throws {NamesieveError} `closed`; `bad-argument`; `bad-threshold`.
   */
  openScan(text: string, settings?: ScanSettings): TextScan;

  /**
   * Screens a row of a table (`namesieve/reader`): each of its names with its facts.
   *
   * @throws {NamesieveError} `closed`; `bad-argument`; `bad-threshold`.
   */
  screenRow(row: Pick<Row, 'names' | 'facts'>, settings?: Omit<ScreenSettings, 'facts'>): Outcome;

  /**
   * What is listed on the lists that are on, in a short form: a fingerprint of each designation. A screening record keeps it, so that
   * a later run need only look at what was added or changed.
   *
   * @throws {NamesieveError} `closed`
   */
  entries(): Entries;

  /**
   * Opens the designations at these places once more by themselves, for `screenRowSince`: `Table.added` says which were added or
   * changed since an earlier record. Switching a list closes them.
   *
   * @throws {NamesieveError} `closed`; `bad-argument`
   */
  narrow(places: Places): void;

  /**
   * The same as `screenRow`, and faster, for a row of which `Table.wereClear` says that it had no potential match before. For any
   * other row the outcome may be wrong.
   *
   * @throws {NamesieveError} `closed`; `bad-argument`: also when `narrow` was not called; `bad-threshold`.
   */
  screenRowSince(row: Pick<Row, 'names' | 'facts'>, settings?: Omit<ScreenSettings, 'facts'>): Outcome;

  /**
   * Everything the list says of one designation.
   *
   * @param list the list's id, such as `ofac-sdn`
   * @param id the authority's own id, as in `Hit.id`
   * @throws {NamesieveError} `closed`; `bad-argument`; `unknown-designation`: no such list, or no such id on it.
   */
  designation(list: string, id: string): Designation;

  /**
   * The lists that are loaded, switched off or on.
   *
   * @throws {NamesieveError} `closed`
   */
  lists(): ListCoverage[];

  /**
   * What is known of a list besides its coverage.
   *
   * @throws {NamesieveError} `closed`; `bad-argument`; `unknown-list`.
   */
  list(list: string): ListDetail;

  /**
   * Switches a list off or on again. What is off is not looked at, and every screening names it under `off`.
   *
   * @throws {NamesieveError} `closed`; `bad-argument`; `unknown-list`.
   */
  switch(list: string, on: boolean): void;

  /** Gives the memory back. Every later question throws `closed`; closing twice is allowed. */
  close(): void;
}

/** Fingerprints of what is listed, by the id of the list. */
export type Entries = Record<string, string>;

/** The places of designations on each list, by its id. */
export type Places = Record<string, number[]>;

export interface ScreenSettings {
  /** The least score of a hit, a whole number from 1 to 100; without it, `Sieve.threshold`. */
  threshold?: number;
  /** Whether a weak alias alone makes a hit; without it, false. */
  weak?: boolean;
  /**
   * The age in days past which a list is out of date, a whole number; together with `today`. A result without hits is then
   * `not-screened` for the reason `out-of-date`. Without it, no list is.
   */
  maxAge?: number;
  /** Today, ISO (`2026-11-21`): the engine has no clock. */
  today?: string;
  /** What you know besides the name: it makes no score and loses no hit. An empty string is as good as none. */
  facts?: GivenFacts;
}

/** The answer to one name. Read `status` and `lists` before `hits`: no hit means something for these lists only. */
export interface Screening {
  query: Query;
  /** `not-screened`: the absence of hits says nothing. There may be hits all the same, and they count. */
  status: 'screened' | 'not-screened';
  /** Why it is not screened; empty where it is. */
  reasons: Reason[];
  /** The threshold used, 1 to 100. */
  threshold: number;
  /** Whether weak aliases alone made hits. */
  weakAliases: boolean;
  method: string;
  /** What was looked at. */
  lists: ListCoverage[];
  /** Lists that are loaded, switched off, and were not looked at. */
  off: ListCoverage[];
  /** How many designations were looked at. */
  examined: number;
  /**
   * Potential matches in a total order: those with the identity number first, then the strongest, and those that the facts
   * contradict last. A person decides.
   */
  hits: Hit[];
  /** How many parties only a weak alias reached, which are therefore not among the hits; 0 where `weakAliases` is true. */
  weakOnly: number;
}

/** Why a name was not screened. */
export interface Reason {
  code: 'empty' | 'no-letters' | 'too-long' | 'unsupported-script' | 'too-little' | 'several-names' | 'address' | 'unreadable' | 'mistyped-number' | 'no-list' | 'out-of-date'
    | 'too-many-cells' | 'long-cell' | 'rows-within' | 'stopped' | 'failed'
    | 'long-text' | 'many-mentions' | 'unfinished' | 'unread';
  /**
   * For `too-long` the limit in characters, for `unsupported-script` the script, such as `Khmer`, for `unreadable` the
   * characters, such as `U+FFFD`, for `mistyped-number` the number, for `out-of-date` the ids of the lists, with commas between them,
   * for `long-text` the limit in characters, for `many-mentions` that of mentions.
   */
  value?: string;
}

/** One list as loaded: which edition, and how much of it. */
export interface ListCoverage {
  /** Such as `ofac-sdn`. */
  id: string;
  title: string;
  authority: string;
  /** The day of issue; null where neither the file nor whoever brought it said it. */
  issued: string | null;
  /** What part of the list this is, in a sentence. */
  scope: string;
  /** Whether it is the whole list of that day. */
  complete: boolean;
  /** Whether it goes out of date: a publisher's list does, one dated action and a list of one's own do not. */
  ages: boolean;
  /** How many designations it holds. */
  designations: number;
  /** How many names they have together. */
  names: number;
  /** SHA-256 of the list in its pack, 64 hexadecimal digits. */
  sha256: string;
}

/** What is known of a list besides its coverage. */
export interface ListDetail {
  /** What its measures do; `id` is Namesieve's own, such as `us-blocking`. */
  measures: { id: string; kind: MeasureKind; effect: string; rule: string; references: Reference[] }[];
  /** The files it was read from. */
  sources: Source[];
  /** What was noticed while reading them. */
  warnings: Warning[];
}

/** A file that a list was read from. */
export interface Source {
  file: string;
  bytes: number;
  /** 64 hexadecimal digits. */
  sha256: string;
  /** How many records it says or shows that it has, all its lists together. */
  records: number;
}

/** Something in a file that was read all the same and that a person should know. */
export interface Warning {
  /** The record, where it is about one. */
  id: string | null;
  what: string;
}

export type Kind = 'individual' | 'entity' | 'vessel' | 'aircraft';
export type NameKind = 'primary' | 'alias' | 'former';
export type NameQuality = 'strong' | 'weak';

/** One party that may be meant, with the listed name that comes closest. */
export interface Hit {
  /** The list's id. */
  list: string;
  /** The authority's own id. */
  id: string;
  /** The primary name. */
  name: string;
  kind: Kind;
  /**
   * 0 to 100, whole: the closeness of the names, not the probability that it is the same party. 100 for a hit by its number
   * where no name was there to compare; below the threshold for one whose name differs.
   */
  score: number;
  /**
   * The score that OFAC's own Sanctions List Search would show for this party, 0 to 100, by an emulation of it; `null` where it
   * would not show the party, and for a name with letters of another script than Latin, which it cannot read.
   */
  ofacSearch: number | null;
  /** The place among the hits, from 0, of the first one that is the same party; its own where there is none before it. */
  party: number;
  /** The listed name that gave the score. */
  matched: { name: string; kind: NameKind; quality: NameQuality };
  programmes: string[];
  measures: Measure[];
  /** Dates of birth, as published. */
  births: string[];
  nationalities: string[];
  titles: string[];
  /** Countries of the addresses. */
  places: string[];
  /** How the score came about: 100 and all points together are the score. */
  explanation: Step[];
  /** Weak aliases that also come close, each with its score from 0 to 100. */
  corroboration: { name: string; score: number }[];
  /** The listed identity number that was asked for. */
  identifier: { kind: string; number: string } | null;
  /** What each fact that was given says of it. */
  facts: Finding[];
  /**
   * Whether the facts do not go together with it: another kind, IMO number or LEI, or a year of birth more than two years off
   * together with another country, nationality or gender. It stands last, counts, and may be folded away, not dropped.
   */
  contradicted: boolean;
}

/**
 * The class of a measure: `blocking` freezes property and prohibits dealings (OFAC), `asset-freeze` freezes funds (UN, UK, EU and
 * others), `investment-restriction` forbids trade in securities and does not block property, `own-list` is an entry of a list of
 * one's own, without legal effect.
 */
export type MeasureKind =
  | 'blocking'
  | 'investment-restriction'
  | 'sectoral'
  | 'correspondent-accounts'
  | 'menu-based'
  | 'rejection'
  | 'evasion'
  | 'asset-freeze'
  | 'travel-ban'
  | 'services'
  | 'trade'
  | 'transport'
  | 'other'
  | 'own-list';

/** What a listing does, by programme. */
export interface Measure {
  /** Empty where the list names none. */
  programme: string;
  kind: MeasureKind;
  /** Such as `E.O. 13818`; empty where none is known. */
  authority: string;
  /** What the programme is about; empty where there is none. */
  title: string;
  /** What it means, in a sentence. */
  effect: string;
  /** What the list's rule says about owned parties. */
  rule: string;
  listed: string | null;
  /** The day from which purchases are forbidden. */
  effective: string | null;
  /** The day until which divestment is allowed. */
  divestBy: string | null;
  references: Reference[];
}

export interface Reference {
  title: string;
  url: string | null;
}

/** Everything the list says of one designation, and apart from it, labelled, some context. */
export interface Designation {
  list: string;
  id: string;
  kind: Kind;
  name: string;
  listed: string | null;
  /** The day of the last change. */
  changed: string | null;
  /** `script` as the authority calls it, such as `Latin`; `uid` the authority's number of this name. */
  names: { name: string; kind: NameKind; quality: NameQuality; script: string; uid: string | null }[];
  programmes: string[];
  measures: Measure[];
  /** As published, and as the span of days that this may mean, where it can be read. */
  births: { published: string; from: string | null; to: string | null }[];
  birthPlaces: string[];
  nationalities: string[];
  citizenships: string[];
  gender: string | null;
  titles: string[];
  /** Dates as published. */
  identifiers: { kind: string; number: string; country: string | null; issued: string | null; expires: string | null }[];
  /** `place` is city, state and postal code; `uid` the authority's number of this address. */
  addresses: { street: string | null; place: string | null; country: string | null; uid: string | null }[];
  /** Other parties: `to`, this designation names the other; `from`, the other names this one. */
  links: { list: string; id: string; name: string; kind: Kind; relation: string; direction: 'to' | 'from' }[];
  /** Numbers of the same subject with other authorities. */
  crossReferences: { authority: string; id: string }[];
  /** Why the authority lists it, in its words. */
  reasons: string[];
  facts: { label: string; value: string }[];
  legalNotes: string[];
  /** Not on the list itself: show it apart, with its source. */
  context: { text: string; source: Reference }[];
  references: Reference[];
}
