/**
 * The types of the messages between a page and the frame `namesieve/frame.html`, version 1 of the protocol.
 *
 * Every message is an object with `namesieve: 1`. The frame hears only `window.parent`, and only where its origin is the one that stands
 * after `#` in the frame's address; it answers to no other. It speaks the language that stands before that (`frame.html?lang=fr#…`), or
 * English. The page compares `event.source` with the frame's `contentWindow`: a frame
 * without `allow-same-origin` has the origin `null`. A message of another version is not answered.
 */

import type { ElementDecision, ElementScreening, MissingList } from './element.js';
import type { GivenFacts } from './facts.js';
import type { ListCoverage } from './index.js';

/** What a page may ask; each is answered once, with the same `id`. */
export type HostMessage = Asked & { namesieve: 1; /** Comes back with the answer. */ id: string | number };

export type Asked =
  /** Screens a name and leaves no trace of it in the frame. */
  | { type: 'screen'; name: string; settings?: { threshold?: number; weak?: boolean; facts?: GivenFacts }; lists?: string[] }
  /** Puts a name into the frame's own field and screens it, as if a person had typed it. */
  | { type: 'show'; name: string }
  /**
   * Sets attributes of the component in the frame: the facts, `lists`, `threshold`, `weak`, `compact`, `decisions`. null or false takes one
   * away. `lang` is the language of the whole frame; null is that of its address.
   */
  | { type: 'set'; attributes: { lang?: string | null } & Record<string, string | number | boolean | null | undefined> };

/** What the frame says. */
export type FrameMessage = { namesieve: 1 } & (
  /** The engine has verified its lists. */
  | { type: 'ready'; lists: ListCoverage[]; missing: MissingList[]; method: string; threshold: number; version: string }
  /** It did not start, and nothing is screened; the frame says so too. */
  | { type: 'failed'; code: string; message: string }
  /** The answer to `screen` and `show`; null where something newer was asked meanwhile. */
  | { type: 'outcome'; id: string | number; detail: ElementScreening | Omit<ElementScreening, 'unread'> | null }
  /** The answer to `set`. */
  | { type: 'done'; id: string | number }
  /** Nothing can be said: of a message that is none (`bad-message`), or because the engine could not answer. */
  | { type: 'not-answered'; id: string | number | null; code: string; message: string }
  /** What happened in the frame's own field, as the events of the component. */
  | { type: 'screened' | 'hit' | 'not-screened'; detail: ElementScreening }
  | { type: 'decision'; detail: ElementDecision }
  /** How high the frame would like to be, in CSS pixels. */
  | { type: 'height'; height: number }
);
