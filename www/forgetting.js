/** "Forget everything": says what this page has stored in the browser, and empties all of it when a person has said so twice. */

import { forget as words } from './words.js';
import { count, date, el, fill, flat, joined, say, shownText } from './view/dom.js';
import { question, saying, storedLine } from './view/kept.js';

// All that the page stores has a name that begins so; another page of the same address may store things of its own.
const OURS = 'namesieve';

/** Empties what the browser stores beside databases. */
const beside = {
  async caches() {
    for (const name of (await globalThis.caches?.keys()) ?? []) if (name.startsWith(OURS)) await caches.delete(name);
  },
  async storage() {
    for (const storage of [localStorage, sessionStorage])
      for (const key of Object.keys(storage)) if (key.startsWith(OURS)) storage.removeItem(key);
  },
};

export class Forgetting {
  #place = document.getElementById('stored');
  #stored;
  #unsaved;
  #empty;
  #places;
  #announce;

  /**
   * `stored()` gives since when work is kept, how many lists are, whether the page is and the language, `unsaved()` whether decisions would be lost,
   * `empty()` empties the page, and `places` empty each what they are named after.
   */
  constructor({ stored, unsaved, empty, places, announce }) {
    this.#stored = stored;
    this.#unsaved = unsaved;
    this.#empty = empty;
    this.#places = places;
    this.#announce = announce;
  }

  /** Says what is stored, as long as anything is. */
  draw(...told) {
    const { day, lists, page, language } = this.#stored();
    const what = [
      day && el('span', null, fill(words.work, { day: date(day) })),
      lists && count(words.lists, lists),
      page && words.page,
      language && words.language,
    ].filter(Boolean);
    const line = () => el('span', null, joined(what.map((each) => each.cloneNode?.(true) ?? each)));
    this.#place.replaceChildren(...flat([told, what.length ? storedLine(line(), () => this.#ask(line())) : null]));
  }

  #ask(what) {
    this.#place.replaceChildren(...flat(question(what, this.#unsaved(), () => this.#forget(), () => this.#tell([words.left]))));
    this.#place.firstChild.focus();
    this.#announce(this.#place.firstChild.textContent);
  }

  async #forget() {
    this.#place.replaceChildren(); // pressed twice, it happens once
    await this.#empty();
    const { page } = this.#stored();
    const left = [];
    for (const [place, empty] of Object.entries({ ...this.#places, ...beside }))
      await empty().catch(({ message }) => left.push(say(words.why, { what: words.places[place], message: shownText(message) })));
    const again = page ? [words.pageAgain] : [];
    this.#tell(left.length ? [say(words.part, { what: left.join(', ') })] : [words.done, ...again], left.length > 0);
  }

  #tell(sentences, wrong = false) {
    const told = el('div', { class: 'told', tabindex: '-1' }, saying(sentences, wrong));
    this.draw(told);
    told.focus();
    this.#announce(told.textContent);
  }
}
