/** Builds elements from text only: no markup is ever parsed, so neither a name nor a list can bring any. */

import { engine, formats, plural, start, voice } from '../words.js';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** `el('p', { class: 'quiet' }, 'text', node, …)`; false, null and undefined attributes and children are left out. */
export const el = (tag, attributes, ...children) => furnish(document.createElement(tag), attributes, children);

export const svg = (tag, attributes, ...children) =>
  furnish(document.createElementNS(svgNamespace, tag), attributes, children);

function furnish(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (key === 'onclick') node.addEventListener('click', value);
    else if (value !== false && value != null) node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return node;
}

/** A button that is not the page's first one. */
export const action = (text, onclick, ...rest) => el('button', { type: 'button', class: 'quiet-action', onclick }, text, ...rest);

/** Nodes in arrays of arrays, without those that are not there, for `replaceChildren`. */
export const flat = (nodes) => [nodes].flat(Infinity).filter(Boolean);

/** Whether the page speaks another language than the lists and the engine. */
export const translates = () => voice.tag !== 'en';

/** What a list or the engine says in English. */
export const english = (text) => el('bdi', translates() ? { lang: 'en', dir: 'ltr' } : null, shown(text));

/** The same as a paragraph of its own, which runs in its own direction. */
export const englishParagraph = (text, attributes) => el('p', { ...attributes, ...(translates() && { lang: 'en', dir: 'ltr' }) }, shown(text));

/** What the engine or the reader refused with, as a sentence; in another language what that comes to, with their own sentence beside it. */
export function refusal({ code, message }) {
  // These are sentences of the page.
  if (code in start.causes && code !== 'engine-refused') return [start.causes[code]];
  const own = english(message.replace(/[^.]$/, '$&.'));
  return translates() ? fill(engine.says, { told: engine.refused[code] ?? engine.refused.other, message: own }) : [own];
}

// Controls, direction overrides, zero-width and other characters that change a text without being seen.
const unseen = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const splitUnseen = new RegExp(`(${unseen.source})`, 'u');

const codePoint = (character) => `[U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** Text with unseen characters shown as their labels, so that they can neither hide nor reorder anything. */
export const shown = (text) =>
  String(text)
    .split(splitUnseen)
    .filter(Boolean)
    .map((piece) => (unseen.test(piece) ? el('span', { class: 'code-point' }, codePoint(piece)) : piece));

/** The same for plain strings: the status line and labels. */
export const shownText = (text) => String(text).split(splitUnseen).map((piece) => (unseen.test(piece) ? codePoint(piece) : piece)).join('');

/** A name, isolated from the direction of the text around it. */
export const named = (text) => el('bdi', null, shown(text));

/** The pieces of a sentence, each slot given as it is put in by `put`. */
const pieces = (sentence, slots, put) =>
  sentence.split(/(\{\w+\})/).map((piece) => (/^\{\w+\}$/.test(piece) ? put(slots[piece.slice(1, -1)] ?? piece) : piece));

// Whatever else than a number stands in a sentence is isolated from its direction: an ISO date would be turned round by an Arabic word.
const isApart = (value) => typeof value === 'string' && !/^\d*$/.test(value);

/** A sentence of the language in use with nodes in its slots. */
export const fill = (sentence, slots = {}) => pieces(sentence, slots, (value) => (isApart(value) ? el('bdi', null, value) : value));

const [FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE] = ['\u2068', '\u2069'];

/** The same as a plain string. */
export const say = (sentence, slots = {}) =>
  pieces(sentence, slots, (value) => (isApart(value) && voice.dir === 'rtl' ? FIRST_STRONG_ISOLATE + value + POP_DIRECTIONAL_ISOLATE : value)).join('');

export const number = (n) => formats.numbers.format(n);

/** "2 potential matches" */
export const count = (forms, n) => say(plural(forms, n), { n: number(n) });

/** Nodes joined as a sentence joins them: a, b and c. */
export const joined = (nodes) =>
  formats.list
    .formatToParts(nodes.map((_, at) => String(at)))
    .map((part) => (part.type === 'element' ? nodes[Number(part.value)] : part.value));

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** "30 November 2026 at 22:05:00 UTC" */
export const time = (moment) => el('time', { datetime: moment.toISOString() }, formats.moments.format(moment));

/** "10 December 2021", with the ISO form for machines; anything else stands as it was published. */
export const date = (iso) => (isDay.test(iso) ? el('time', { datetime: iso }, formats.days.format(new Date(iso))) : named(iso));
