/**
 * The types of the npm package `namesieve`: what goes in, what comes out, in which units and ranges, and which errors.
 *
 * The objects are the public JSON of Namesieve: `JSON.stringify(sieve.screen(name))` gives the same bytes as the command
 * line's `namesieve screen --json`. Dates are ISO (`2021-12-10`) unless they are said to be as published.
 */

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
  /** Packs to screen against, in place of the embedded lists. Each is verified before use. */
  packs?: Uint8Array[];
}

/**
 * Loads the engine and verifies its lists.
 *
 * @throws {NamesieveError} `engine-not-loaded`: the WebAssembly file is missing, incomplete or cannot be reached. A pack that
 * cannot be read or fails its checksum has the code `bad-pack`, an empty array of packs `no-list`.
 */
export function load(options?: LoadOptions): Promise<Sieve>;

/** How `load` and a sieve fail: the message says what was found and what to do. */
export interface NamesieveError extends Error {
  /**
   * Stable across versions: `engine-not-loaded`, `bad-pack`, `no-list`, `bad-argument`, `bad-threshold`,
   * `unknown-designation`, `closed`.
   */
  code: string;
}

/** An engine over its lists. Each has memory of its own in the module, given back by `close`. */
export interface Sieve {
  /** The default threshold, 1 to 100. */
  readonly threshold: number;
  /** The method that makes the scores, such as `namesieve/1`: scores of different methods do not compare. */
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
   * `bad-threshold`: it is out of range.
   */
  screen(name: string, settings?: ScreenSettings): Screening;

  /**
   * Everything the list says of one designation.
   *
   * @param list the list's id, such as `ofac-sdn`
   * @param id the authority's own id, as in `Hit.id`
   * @throws {NamesieveError} `closed`; `bad-argument`; `unknown-designation`: no such list, or no such id on it.
   */
  designation(list: string, id: string): Designation;

  /**
   * The lists that are screened against.
   *
   * @throws {NamesieveError} `closed`
   */
  lists(): ListCoverage[];

  /** Gives the memory back. Every later question throws `closed`; closing twice is allowed. */
  close(): void;
}

export interface ScreenSettings {
  /** The least score of a hit, a whole number from 1 to 100; without it, `Sieve.threshold`. */
  threshold?: number;
  /** Whether a weak alias alone makes a hit; without it, false. */
  weak?: boolean;
}

/** The answer to one name. Read `status` and `lists` before `hits`: no hit means something for these lists only. */
export interface Screening {
  query: { name: string };
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
  /** How many designations were looked at. */
  examined: number;
  /** Potential matches, strongest first, in a total order; a person decides. */
  hits: Hit[];
  /** How many parties only a weak alias reached, which are therefore not among the hits; 0 where `weakAliases` is true. */
  weakOnly: number;
}

/** Why a name was not screened. */
export interface Reason {
  code: 'empty' | 'no-letters' | 'too-long' | 'unsupported-script' | 'too-little' | 'several-names' | 'address' | 'unreadable' | 'no-list';
  /**
   * For `too-long` the limit in characters, for `unsupported-script` the script, such as `Cyrillic`, for `unreadable` the
   * characters, such as `U+FFFD`.
   */
  value?: string;
}

/** One list as loaded: which edition, and how much of it. */
export interface ListCoverage {
  /** Such as `ofac-sdn`. */
  id: string;
  title: string;
  authority: string;
  /** The day of issue. */
  issued: string;
  /** What part of the list this is, in a sentence. */
  scope: string;
  /** Whether it is the whole list of that day. */
  complete: boolean;
  /** How many designations it holds. */
  designations: number;
  /** How many names they have together. */
  names: number;
  /** SHA-256 of the pack, 64 hexadecimal digits. */
  sha256: string;
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
  /** 0 to 100, whole: the closeness of the names, not the probability that it is the same party. */
  score: number;
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
}

/** What a listing does, by programme. */
export interface Measure {
  programme: string;
  /** `investment-restriction` forbids trade in securities and does not block property. */
  kind: 'blocking' | 'investment-restriction';
  /** Such as `E.O. 13818`. */
  authority: string;
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

/** One part of the score: which words of the query met which words of the listed name, or failed to. */
export interface Step {
  means: Means;
  /** The words as the query has them; empty where the query has none, or where the whole name is meant. */
  query: string;
  /** The words as the list has them; empty where the list has none, or where the whole name is meant. */
  listed: string;
  /** Whole: below 0 what was taken, above 0 what was given back. */
  points: number;
}

/**
 * By which means words met or failed to meet: `family` two spellings of one known name, `initial` a letter for the word,
 * `glued` words joined on one side and apart on the other, `order` words in another order, `missing` a listed word the query
 * lacks, `extra` a word the listed name lacks, `contradicting` two words that stand against each other, `single` only one word
 * agrees, `describing` what agrees only describes an organisation, `thin` little of a person's name is there and that not
 * exactly, `common` how common or rare the words are that agree.
 */
export type Means =
  | 'same'
  | 'spelling'
  | 'sound'
  | 'family'
  | 'initial'
  | 'glued'
  | 'order'
  | 'missing'
  | 'extra'
  | 'contradicting'
  | 'particle'
  | 'title'
  | 'legal-form'
  | 'number'
  | 'single'
  | 'describing'
  | 'thin'
  | 'common';

/** Everything the list says of one designation, and apart from it, labelled, some context. */
export interface Designation {
  list: string;
  id: string;
  kind: Kind;
  name: string;
  listed: string | null;
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
  identifiers: {
    kind: string;
    number: string;
    country: string | null;
    issued: string | null;
    expires: string | null;
  }[];
  /** `place` is city, state and postal code; `uid` the authority's number of this address. */
  addresses: { street: string | null; place: string | null; country: string | null; uid: string | null }[];
  /** Other parties: `to`, this designation names the other; `from`, the other names this one. */
  links: { list: string; id: string; name: string; kind: Kind; relation: string; direction: 'to' | 'from' }[];
  facts: { label: string; value: string }[];
  legalNotes: string[];
  /** Not on the list itself: show it apart, with its source. */
  context: { text: string; source: Reference }[];
  references: Reference[];
}
