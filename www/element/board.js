/**
 * The board of a component: what stands on it and what was announced, each told by a function, so that it can be told again when another
 * language is spoken.
 */

import { announcer } from '../announcer.js';
import { flat } from '../view/dom.js';
import { layout } from './layout.js';

export class Board {
  #root;
  #told = {}; // what draws each part
  #said = () => '';
  #announce;
  #isBusy = false;
  parts = null;

  constructor(root) {
    this.#root = root;
  }

  /** Builds the parts anew, empty; `about` is what layout.js asks for. */
  build(about) {
    this.parts = layout(this.#root, about);
    this.#announce = announcer(this.parts.status);
  }

  /** Draws `coverage`, `facts` or `result`. */
  draw(part, nodes) {
    this.#told[part] = nodes;
    this.parts[part].replaceChildren(...flat(nodes()));
  }

  /** Says a sentence to screen readers. */
  announce(sentence) {
    this.#said = sentence;
    this.#announce(sentence());
  }

  busy(is) {
    this.#isBusy = is;
    this.parts.result.toggleAttribute('data-busy', is);
    this.parts.result.setAttribute('aria-busy', String(is));
  }

  /** Tells all of it again on parts that are built anew. */
  retell() {
    for (const [part, nodes] of Object.entries(this.#told)) this.draw(part, nodes);
    this.busy(this.#isBusy);
    this.announce(this.#said);
  }
}
