/**
 * The types of finding the names of listed parties in a text: `Sieve.scan` and `Sieve.openScan`.
 *
 * `JSON.stringify(sieve.scan(text))` gives the same bytes as the command line's `namesieve scan --json` for a file of that text.
 */

import type { Hit, ListCoverage, Reason } from './index.js';

export interface ScanSettings {
  /** The least score of a mention, a whole number from 1 to 100; without it, `Sieve.textThreshold`. */
  threshold?: number;
  /** Whether a weak alias makes a mention where the text has it to the letter; without it, true. */
  weak?: boolean;
  /** As in `ScreenSettings`. */
  maxAge?: number;
  /** As in `ScreenSettings`. */
  today?: string;
  /** What of the document is not in the text: with any of it the result is `not-screened`. */
  unread?: Unread[];
}

/** A part of a document that could not be read as text. */
export interface Unread {
  code: 'pages-without-text' | 'pictures' | 'attachment' | 'letters' | 'damaged';
  /** Which part: page numbers, the name of an attachment. */
  value: string | null;
}

/** A text that is being searched. */
export interface TextScan {
  /**
   * Searches on for some tens of milliseconds and gives how much is done, 0 to 1; at 1 the search has ended.
   *
   * @throws {NamesieveError} `closed`
   */
  step(): number;
  /**
   * What was found so far; before the end it is `not-screened` for the reason `unfinished`, and so it is when a list was switched
   * since the scan was opened.
   *
   * @throws {NamesieveError} `closed`
   */
  result(): Scanned;
  /** Gives the memory back; closing twice is allowed. */
  close(): void;
}

/** What a text names. Read `status` and `lists` before `mentions`: no mention means something for these lists only. */
export interface Scanned {
  /** `not-screened`: not all of the text was searched, so that the absence of mentions says nothing. Those that there are count. */
  status: 'screened' | 'not-screened';
  /** Why it is not screened; empty where it is. */
  reasons: Reason[];
  /** What of the document is not in the text, as it was passed. */
  unread: Unread[];
  method: string;
  /** The threshold used, 1 to 100. */
  threshold: number;
  weakAliases: boolean;
  lists: ListCoverage[];
  off: ListCoverage[];
  /** How many designations were looked for. */
  examined: number;
  /** How many words the text has. */
  words: number;
  /** In the order of the text; no two overlap. */
  mentions: Mention[];
  /** In the order of their first mentions. */
  parties: Mentioned[];
}

/** A place in the text where a listed party may be named. */
export interface Mention {
  /** `text.slice(from, to)` is what is marked: UTF-16 code units, as JavaScript counts them. */
  from: number;
  to: number;
  /** The same on one line and without the hyphens of line ends: what was compared. */
  text: string;
  /** The places among `parties` of those that it may be, the strongest first. */
  parties: number[];
  /** Whether it is a part of a name that stands in full before it (`Mr Tuniyaz`). */
  again: boolean;
}

/** A party that may be meant: as in a screening of the text of its strongest mention; `party` is a place among `parties`. */
export interface Mentioned extends Hit {
  /** Its mentions, by their places among `mentions`. */
  mentions: number[];
}
