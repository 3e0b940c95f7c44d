/** The types of a designation as a whole: `Sieve.designation`. */

import type { Kind, Measure, NameKind, NameQuality, Reference } from './index.js';

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
