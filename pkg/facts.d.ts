/**
 * The types of what a person knows besides a name, and of what it says of a hit.
 */

export type Fact = 'birth' | 'country' | 'nationality' | 'kind' | 'gender' | 'identifier';

/**
 * Facts as a person writes them. Whatever is found with a name alone is found with any facts: each hit says what each fact means
 * for it, hits of one score are ordered by it, and those that it contradicts stand last.
 */
export interface GivenFacts {
  /** `1963`, `1963-10`, `1963-10-01`, `1 Oct 1963`, `01/10/1963` (day and month in either order), `1960-1965`. */
  birth?: string;
  /** A country that has to do with the party, by its English name or ISO code; several with semicolons between them. */
  country?: string;
  /** In the same way. */
  nationality?: string;
  /** A `Kind`, or such a word as `person`, `company`, `ship`. */
  kind?: string;
  /** `female` or `male`, or their first letters. */
  gender?: string;
  /** An identity or registration number, or the address of a wallet; it may stand with an empty name. */
  identifier?: string;
}

/** The question, as it was put. */
export interface Query {
  name: string;
  /** `identifier`: it looks like an identity number, and was looked for among those; as a name besides. */
  readAs: 'name' | 'identifier';
  /** The number that was looked for: the query itself, or the one among the facts. */
  number?: {
    /** Its letters and digits, without a label before them. */
    number: string;
    form: 'imo' | 'mmsi' | 'lei' | 'iban' | 'base58' | 'bech32' | 'ethereum' | 'other';
    /** `invalid`: it is mistyped. `none`: it has no checksum that is known. */
    checksum: 'valid' | 'invalid' | 'none';
  };
  /** The facts as they were given. */
  facts?: GivenFacts;
}

/** What one fact says of one hit. */
export interface Finding {
  fact: Fact;
  /** `unknown`: the list does not say, or nothing that can be read; that is no difference. */
  verdict: 'agrees' | 'differs' | 'unknown';
  effect: Effect;
  /** As it was given. */
  given: string;
  /** As published: what agrees, or all that the list says of it. */
  listed: string[];
}

/** What exactly agrees, differs or is not known. */
export type Effect =
  | 'not-listed'
  | 'not-readable'
  | 'other-year'
  | 'within-two-years'
  | 'other-day'
  | 'within-range'
  | 'same-year'
  | 'day-month-swapped'
  | 'same-month'
  | 'same-day'
  | 'other-country'
  | 'related-country'
  | 'same-issuer'
  | 'same-address'
  | 'same-birth-place'
  | 'same-flag'
  | 'same-nationality'
  | 'other-nationality'
  | 'other-kind'
  | 'same-kind'
  | 'other-gender'
  | 'same-gender'
  | 'other-number'
  | 'other-unique-number'
  | 'mistyped'
  | 'same-number';
