/**
 * The types of the component `<name-sieve>`, `namesieve/element`: a search with its outcome, or the outcome of a field of the page.
 *
 * Importing the module defines the element. Its attributes, slots, parts and custom properties are in README.md.
 */

import type { Fact, GivenFacts } from './facts.js';
import type { ListCoverage, Reason, Screening, ScreenSettings } from './index.js';
import type { Verdict } from './table.js';

export type { Asked, FrameMessage, HostMessage } from './frame.js';

/** A list that ought to have been looked at and could not be loaded. */
export interface MissingList {
  /** Its title, or its id; null where nothing is known of it, because the manifest itself could not be had. */
  name: string | null;
  lists?: { id: string; title?: string }[];
}

/** Why a component did not screen: what the engine says, and what only a component can meet. */
export interface ElementReason {
  /**
   * `list-missing`: a list could not be loaded and nothing was found on the others. `engine-not-loaded`: `value` says at what it failed.
   * `engine-lost`: `value` is `stopped` or `silent`; it starts again. `no-field`: the page has no field with the id `value`.
   * `bad-settings`: `value` is `bad-threshold`, `bad-fact` or `bad-argument`.
   */
  code: Reason['code'] | 'list-missing' | 'engine-not-loaded' | 'engine-lost' | 'no-field' | 'bad-settings';
  value?: string;
}

/** The answer of a component: the public JSON of a screening, and beside it what could not be looked at or compared. */
export interface ElementScreening extends Omit<Screening, 'reasons'> {
  reasons: ElementReason[];
  /** Where one is missing, no hit says nothing: `status` is then `not-screened`. */
  missing: MissingList[];
  /** Facts that could not be read and were left out. */
  unread: { fact: Fact; got: string }[];
}

/** What a person decided about a hit, in a component with the attribute `decisions`. */
export interface ElementDecision {
  decision: {
    listing: { list: string; id: string; name: string };
    /** null: the decision was taken back. */
    verdict: Verdict | null;
    /** Why, in the person's words; may be empty. */
    reason: string;
    /** UTC: `2026-11-30T09:15:00Z`. */
    made: string;
  };
  /** What it was decided about. */
  screening: ElementScreening;
}

/** A language that the component and its frame speak, as `lang` has it; `fr-CA` asks for `fr`, and any other for English. */
export type Language = 'en' | 'fr' | 'es' | 'pt' | 'ar' | 'ru' | 'uk' | 'zh' | 'sw';

/** Every event bubbles and crosses shadows; `detail` is a copy. */
export interface NameSieveEventMap {
  /** A name was compared with every list in `detail.lists`. There may be hits. */
  screened: CustomEvent<ElementScreening>;
  /** There are potential matches: after `screened`, or after `not-screened`, since they count all the same. */
  hit: CustomEvent<ElementScreening>;
  /** Nothing can be said of the name: `detail.reasons` says why. */
  'not-screened': CustomEvent<ElementScreening>;
  decision: CustomEvent<ElementDecision>;
}

/**
 * The component. Other attributes than those below are the facts: `birth`, `country`, `nationality`, `kind`, `gender`, `identifier`; and
 * `lang`, which every element has: all components of a document speak the language of the `lang` nearest to the first of them. What
 * events and `result` hold is the same in every language.
 */
export class NameSieve extends HTMLElement {
  static readonly formAssociated: true;
  /** The attribute `for`: the id of a field in the same document or shadow, whose text is screened. Without it, the component has its own. */
  htmlFor: string | null;
  /** The ids of the lists to look at; without it, all. An array when set. One that is not loaded counts as missing. */
  get lists(): string | null;
  set lists(ids: string | readonly string[] | null);
  /** 1 to 100, whole; without it, the method's own. Anything else is `not-screened` for the reason `bad-settings`. */
  get threshold(): string | null;
  set threshold(least: string | number | null);
  /** The address of a `manifest.json` on the page's own origin, whose packs are looked at besides the embedded lists. */
  manifest: string | null;
  /** The public key that has to have signed the manifest. */
  key: string | null;
  /** Whether a weak alias alone makes a hit. */
  weak: boolean;
  /** Whether the outcome takes few lines, with the parties folded away. */
  compact: boolean;
  /** Whether a person can decide about each hit in the component. */
  decisions: boolean;
  /** Whether the form can be sent only after a screening, and with `decisions` only when each hit is decided about. */
  required: boolean;
  /** What you know besides the name; it goes before the attributes of the same names. */
  get facts(): GivenFacts;
  set facts(facts: GivenFacts | null);
  /** The name in the field. It never stands in an attribute. */
  value: string;
  /** The field: the bound one, or the component's own; null where there is none. */
  readonly field: HTMLInputElement | null;
  /** The languages that it can speak. */
  static readonly languages: readonly Language[];
  /** The outcome that is shown, a copy; null while there is none. */
  readonly result: ElementScreening | null;
  /** Screens what is in the field at once; null where nothing was asked, or something newer meanwhile. Does not reject. */
  screen(): Promise<ElementScreening | null>;

  addEventListener<K extends keyof NameSieveEventMap>(type: K, listener: (event: NameSieveEventMap[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof NameSieveEventMap>(type: K, listener: (event: NameSieveEventMap[K]) => void, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/** Which lists `screen` looks at. */
export interface ScreenLists {
  /** Ids; without them, all. */
  lists?: string[];
  /** As the attributes `manifest` and `key` of the components that share the engine. */
  manifest?: string;
  key?: string;
}

/**
 * Screens one name with the engine that the components of this document share: the same worker, the same memory. Names come in turn.
 *
 * @throws {Error} with a `code`: as `Sieve.screen`, and such as `engine-missing`, `engine-damaged`, `worker-missing` where the engine does
 * not start; or with `how` (`stopped`, `silent`) where it was lost over the name. None of these says anything about the name.
 */
export function screen(name: string, settings?: Omit<ScreenSettings, 'maxAge' | 'today'>, lists?: ScreenLists): Promise<Omit<ElementScreening, 'unread'>>;

/**
 * Addresses in place of those beside the package, relative to the document, for whatever starts later: `wasm` of
 * `namesieve/wasm/namesieve_bg.wasm`, `worker` of `namesieve/wasm/element-worker.js`.
 *
 * @throws {TypeError} for another name
 */
export function configure(addresses: { wasm?: string | URL; worker?: string | URL }): void;

export type { ListCoverage };

declare global {
  interface HTMLElementTagNameMap {
    'name-sieve': NameSieve;
  }
}
