/**
 * The sheet on which pictures are drawn: letters measured by rule of thumb, boxes, lines and marks in units of a phone's pixels, and all of it
 * mirrored where the page is read from right to left. What is drawn stays plain data until it becomes an SVG.
 */

import { voice } from '../words.js';
import { shownText, svg, translates } from './dom.js';

/** Drawn for the entry on a 360 px phone; it scales up. */
export const WIDTH = 320;

/** From one line of text to the next. */
export const LINE = 17;

// Breadths of letters at 13 px in the broadest of the usual system fonts (DejaVu Sans), so that no other one runs over.
const BREADTHS = [
  [/\p{Mn}/u, 0],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF01-\uFF60]/u, 13.2],
  [/[MWmw@%—ЖШЩЮжшщю]/u, 12.8],
  [/[ijlI.,:;'’()|\-\s/·]/u, 5.4],
  [/[\p{Lu}\p{Nd}&]/u, 9.5],
];
const OTHER_BREADTH = 8.4;
const BOLD = 1.13;

const breadthOf = (letter) => BREADTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER_BREADTH;

/** About how many units a text takes up. */
export const breadth = (text, bold) => [...text].reduce((sum, letter) => sum + breadthOf(letter), 0) * (bold ? BOLD : 1);

/** The lines of a text in so many units, broken between words where there are any. Unseen characters stand as their labels. */
export function lines(text, units, bold) {
  const made = [''];
  for (const word of shownText(text).split(/(?<=[\s/-])/u))
    for (const piece of breadth(word, bold) > units ? word : [word]) {
      if (breadth((made.at(-1) + piece).trimEnd(), bold) > units && made.at(-1)) made.push('');
      made[made.length - 1] += piece;
    }
  return made.map((line) => line.trim()).filter((line, at) => line || at === 0);
}

// A line of text runs in its own direction, whatever stands around the picture.
const [FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE] = ['\u2068', '\u2069'];

export class Sheet {
  parts = [];
  height = 0;

  /** Lines of text under each other, the first one's top at `y`; returns where the last one ends. `style` has `bold`, `small`, `middle`, `foreign`. */
  write(x, y, text, units, style = {}) {
    const made = lines(text, units, style.bold);
    made.forEach((line, at) => this.#put({ what: 'text', x, y: y + LINE * (at + 0.75), line, ...style }, y + LINE * (at + 1)));
    return y + LINE * made.length;
  }

  /** `look` is the class of the frame, `round` the radius of its corners. */
  box(x, y, width, height, look, round = 0) {
    this.#put({ what: 'box', x, y, width, height, look, round }, y + height);
  }

  /** A line through points. */
  line(points, look) {
    this.#put({ what: 'line', points, look }, Math.max(...points.map(([, y]) => y)));
  }

  /** A filled shape around a point, its corners given from there. */
  mark(x, y, corners) {
    this.#put({ what: 'mark', points: corners.map(([right, down]) => [x + right, y + down]) }, y);
  }

  /** The tip of an arrow, in the direction of reading or against it. */
  arrow(x, y, forward) {
    const back = forward ? -8 : 8;
    this.mark(x, y, [[0, 0], [back, -5], [back, 5]]);
  }

  /** Behind everything else. */
  behind(draw) {
    const before = this.parts;
    this.parts = [];
    draw();
    this.parts.push(...before);
  }

  #put(part, bottom) {
    this.parts.push(part);
    this.height = Math.max(this.height, bottom);
  }

  svg(label, look) {
    const turned = voice.dir === 'rtl';
    const across = (x, width = 0) => (turned ? WIDTH - x - width : x);
    const path = (points) => points.map(([x, y], at) => `${at ? 'L' : 'M'}${round(across(x))} ${round(y)}`).join('');
    const draw = {
      text: ({ x, y, line, bold, small, middle, foreign }) =>
        svg('text', { x: round(across(x)), y: round(y), class: [bold && 'bold', small && 'small', middle && 'middle'].filter(Boolean).join(' ') || null, lang: foreign && translates() && 'en' },
          FIRST_STRONG_ISOLATE + line + POP_DIRECTIONAL_ISOLATE),
      box: ({ x, y, width, height, look: frame, round: rx }) => svg('rect', { x: round(across(x, width)), y: round(y), width: round(width), height: round(height), rx, class: frame }),
      line: ({ points, look: stroke }) => svg('path', { d: path(points), class: stroke }),
      mark: ({ points }) => svg('path', { d: `${path(points)}z`, class: 'mark' }),
    };
    return svg('svg', { class: `drawing ${look}`, role: 'img', viewBox: `-2 -2 ${WIDTH + 4} ${Math.ceil(this.height) + 6}`, 'aria-label': label },
      this.parts.map((part) => draw[part.what](part)));
  }
}

const round = (n) => Math.round(n * 10) / 10;
