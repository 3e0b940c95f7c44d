/** Marks the letters in which a written name and a listed name differ. */

import { el, shown } from './dom.js';

// The longest words compared letter by letter; longer ones stay unmarked, so that no input makes the page slow.
const LIMIT = 64;

// Means whose two sides are the same word, or whose letters say nothing: "Ltd" and "LIMITED" differ in no way that counts.
const alike = new Set(['same', 'transliteration', 'order', 'common', 'single', 'particle', 'title', 'legal-form']);

// Letters of two scripts all differ, which says nothing.
const isLatin = (words) => /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u.test(words);

const segmenter = new Intl.Segmenter();
const letters = (text) => [...segmenter.segment(text)].map(({ segment, index }) => ({ segment, index }));

/** A letter without case and marks: `É` and `e` do not differ here, because the engine does not hold it against a name. */
const bare = (segment) => segment.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Both names with their differing letters in `<mark>`.
 * @returns {[Node[], Node[]]} what was written, what is listed
 */
export function compared(written, listed, explanation) {
  const left = new Side(written);
  const right = new Side(listed);
  for (const part of explanation) {
    const a = left.take(part.query);
    const b = right.take(part.listed);
    if (alike.has(part.means)) continue;
    if (part.means !== 'contradicting' && part.query && part.listed && isLatin(part.query) !== isLatin(part.listed)) continue;
    // Words that stand against each other share letters only by chance, so they are marked whole.
    const [onlyA, onlyB] = part.means === 'contradicting' ? [a, b] : difference(a, b);
    left.mark(onlyA);
    right.mark(onlyB);
  }
  return [left.nodes(), right.nodes()];
}

/** One name and the letters marked in it. */
class Side {
  constructor(name) {
    this.name = name;
    this.taken = new Set();
    this.marked = new Set();
  }

  /** The letters of these words in the name, each place used once; words the name does not hold bring none. */
  take(words) {
    return words.split(/\s+/).filter(Boolean).flatMap((word) => {
      const at = this.find(word);
      if (at < 0) return [];
      return letters(word).map(({ segment, index }) => {
        for (let unit = 0; unit < segment.length; unit++) this.taken.add(at + index + unit);
        return { letter: bare(segment), at: at + index, length: segment.length };
      });
    });
  }

  /** A free place of the word, preferably as a whole word: "Al" is not the beginning of "Alam". */
  find(word) {
    let within = -1;
    for (let at = this.name.indexOf(word); at >= 0; at = this.name.indexOf(word, at + 1)) {
      if (this.taken.has(at)) continue;
      if (!/[\p{L}\p{N}]/u.test(this.name[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(this.name[at + word.length] ?? '')) return at;
      if (within < 0) within = at;
    }
    return within;
  }

  mark(places) {
    for (const { at, length } of places) for (let unit = 0; unit < length; unit++) this.marked.add(at + unit);
  }

  /** Runs of letters, the marked ones in `<mark>`. */
  nodes() {
    const nodes = [];
    let from = 0;
    for (let at = 1; at <= this.name.length; at++) {
      if (at < this.name.length && this.marked.has(at) === this.marked.has(from)) continue;
      const run = shown(this.name.slice(from, at));
      nodes.push(this.marked.has(from) ? el('mark', null, run) : run);
      from = at;
    }
    return nodes;
  }
}

/** The letters outside a longest common subsequence, on each side. */
function difference(a, b) {
  if (a.length > LIMIT || b.length > LIMIT) return [[], []];
  const length = Array.from({ length: a.length + 1 }, () => new Uint8Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i][j] = a[i].letter === b[j].letter ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
  const onlyA = [];
  const onlyB = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i].letter === b[j].letter) (i++, j++);
    else if (j >= b.length || (i < a.length && length[i + 1][j] >= length[i][j + 1])) onlyA.push(a[i++]);
    else onlyB.push(b[j++]);
  }
  return [onlyA, onlyB];
}
