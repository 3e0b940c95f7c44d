/** What a measure does: in the language of the page by its kind, and in the engine's own words. */

import { engine } from '../words.js';
import { el, english, englishParagraph, translates } from './dom.js';

const inShort = (kind) => engine.measures[kind] ?? engine.measures.other;

/** The sentences of one measure: where the page speaks another language, what the kind comes to stands above the engine's own sentence. */
export const effect = ({ kind, effect: told }) =>
  translates() ? [el('p', { class: 'effect' }, inShort(kind)), englishParagraph(told)] : [englishParagraph(told, { class: 'effect' })];

/** The same of several measures, each once and in one line. */
export function effects(measures) {
  const told = new Map(measures.map(({ kind, effect: own }) => [own, kind]));
  return [...told].map(([own, kind]) => el('span', null, translates() ? [inShort(kind), ' '] : null, english(own)));
}
