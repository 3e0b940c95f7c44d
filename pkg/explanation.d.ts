/**
 * The types of an explanation: which words met, by which means, and what that took from the score.
 */

/** One part of the score: which words of the query met which words of the listed name, or failed to. */
export interface Step {
  means: Means;
  /** The words as the query has them; empty where the query has none, or where the whole name is meant. */
  query: string;
  /** The words as the list has them; empty where the list has none, or where the whole name is meant. */
  listed: string;
  /**
   * Where words of two scripts met: the Latin spelling by which they did, of each one that is in another script than Latin. A word
   * whose short vowels are not written has those of the other word, if its letters fit them, and else its letters alone.
   */
  latin?: { query?: string; listed?: string };
  /** Whole: below 0 what was taken, above 0 what was given back. */
  points: number;
}

/**
 * By which means words met or failed to meet: `family` two spellings of one known name, `transliteration`
 * the same word in another script, `nickname` a short form of a given name, `acronym` the letters of a longer name, `initial` a letter for the word,
 * `glued` words joined on one side and apart on the other, `order` words in another order, `missing` a listed word the query
 * lacks, `extra` a word the listed name lacks, `contradicting` two words that stand against each other, `single` only one word
 * agrees, `describing` what agrees only describes an organisation, `thin` little of a person's name is there and that not
 * exactly, `common` how common or rare the words are that agree, `emulation` that another search gives the score (on the command
 * line alone, with `--method ofac-search`).
 */
export type Means =
  | 'same'
  | 'spelling'
  | 'sound'
  | 'family'
  | 'transliteration'
  | 'nickname'
  | 'acronym'
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
  | 'common'
  | 'emulation';
