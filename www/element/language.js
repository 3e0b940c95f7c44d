/**
 * Which language the components of a document speak: one for all of them, since they share their sentences.
 *
 * It is that of the `lang` that is nearest to the component which came first: its own, or that of what it stands in. Where that is not
 * offered, or its sentences do not arrive, they speak English.
 */

import { fitting, speak, voice } from '../words.js';

const speakers = new Set(); // in the order in which they came
let wanted = voice.tag;

/** The language around a component, also where it stands in shadows. */
function around(component) {
  for (let place = component; place; place = place.getRootNode().host) {
    const nearest = place.closest('[lang]');
    if (nearest) return nearest.lang;
  }
  return '';
}

/** Somebody may have said another language: what was told is told again in it. */
export async function listen() {
  const [first] = speakers;
  const tag = (first && fitting(around(first))) ?? 'en';
  if (!first || tag === wanted) return;
  wanted = tag;
  await speak(tag);
  if (tag === wanted) for (const speaker of speakers) speaker.retell();
}

const observer = globalThis.MutationObserver && new MutationObserver(listen);

export function enter(component) {
  if (speakers.size === 0) observer.observe(document, { attributes: true, attributeFilter: ['lang'], subtree: true });
  speakers.add(component);
  listen();
}

export function leave(component) {
  speakers.delete(component);
  if (speakers.size === 0) observer.disconnect();
  listen();
}
