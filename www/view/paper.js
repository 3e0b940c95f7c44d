/**
 * The text of a document with its mentions marked in place. It is drawn in pieces, so that hundreds of pages keep no key waiting, and
 * from a text alone: no markup of a document is ever parsed.
 */

import { document as words } from '../words.js';
import { el, fill, shown, shownText } from './dom.js';

// So much is drawn at once: some pages, well within what a slow phone draws between two keys.
const PIECE = 30_000;

// A line without end is cut into lines for the eye alone; only a text that was made to be a burden has one.
const LONGEST_LINE = 20_000;

// What can reorder or hide what stands around it is labelled; a tab is the border of a cell.
const labelled = /([\p{Cc}\u202a-\u202e\u2066-\u2069])/u;
const isLabelled = (piece) => labelled.test(piece) && piece !== '\t';

// A line runs as its first letter does. The browser's own guess would pass over the letters of a mention, and take those of the page for it.
const RIGHT_TO_LEFT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const directionOf = (line) => (RIGHT_TO_LEFT.test(line) ? 'rtl' : 'ltr');

const plain = (text) => text.split(labelled).map((piece) => (isLabelled(piece) ? shown(piece) : piece));

export class Paper {
  #place;
  #text;
  #result;
  #toParty;
  #next = 0; // where in the text the next piece begins
  #mention = 0; // the first mention that ends behind it
  #timer;

  /** `toParty(at)` leads to the party at that place. */
  constructor(place, text, result, toParty) {
    this.#place = place;
    this.#text = text;
    this.#result = result;
    this.#toParty = toParty;
    this.#go();
  }

  end() {
    clearTimeout(this.#timer);
    this.#next = this.#text.length;
  }

  /** Leads to a mention; what stands before it is drawn first. */
  to(at) {
    const { from } = this.#result.mentions[at];
    while (this.#next <= from && this.#next < this.#text.length) this.#draw();
    const mark = document.getElementById(`mention-${at}`);
    mark?.focus();
    mark?.scrollIntoView({ block: 'center' });
  }

  #go() {
    if (this.#next >= this.#text.length) return;
    this.#draw();
    this.#timer = setTimeout(() => this.#go());
  }

  #draw() {
    const lines = [];
    const until = this.#next + PIECE;
    while (this.#next < Math.min(until, this.#text.length)) {
      const [from, end] = [this.#next, this.#line()];
      this.#next = this.#text[end] === '\n' ? end + 1 : end;
      const line = this.#text.slice(from, end);
      if (line.trim()) lines.push(el('p', { dir: directionOf(line) }, this.#marked(from, end)));
    }
    this.#place.append(el('div', { class: 'piece' }, lines));
  }

  /** Where the line ends that begins here. */
  #line() {
    const from = this.#next;
    const end = this.#text.indexOf('\n', from);
    const whole = end < 0 ? this.#text.length : end;
    if (whole - from <= LONGEST_LINE) return whole;
    // Between two letters, and not within one, nor within a mention.
    let cut = from + LONGEST_LINE;
    const mention = this.#result.mentions.find(({ from: begins, to }) => begins < cut && to > cut);
    if (mention) cut = Math.min(mention.to, whole);
    return /[\udc00-\udfff]/.test(this.#text[cut]) ? cut + 1 : cut;
  }

  /** A stretch of the text with its mentions; one that goes on in the next line is marked there too. */
  #marked(from, end) {
    const { mentions } = this.#result;
    const nodes = [];
    let at = from;
    while (this.#mention < mentions.length && mentions[this.#mention].from < end) {
      const each = mentions[this.#mention];
      const [begins, ends] = [Math.max(each.from, from), Math.min(each.to, end)];
      nodes.push(plain(this.#text.slice(at, begins)), this.#mark(each, this.#mention, begins, ends));
      at = ends;
      if (each.to > end) break;
      this.#mention++;
    }
    nodes.push(plain(this.#text.slice(at, end)));
    return nodes;
  }

  #mark(mention, at, from, to) {
    const [first] = mention.parties;
    const names = mention.parties.slice(0, 3).map((place) => shownText(this.#result.parties[place].name)).join(', ');
    const button = el('button', {
      type: 'button',
      class: 'mention',
      id: from === mention.from ? `mention-${at}` : null,
      onclick: () => this.#toParty(this.#result.parties[first].party),
    }, el('bdi', null, plain(this.#text.slice(from, to))), el('span', { class: 'unseen' }, fill(words.markOf, { name: names })));
    return el('mark', null, button);
  }
}
