/**
 * Which language the page speaks, and how a person chooses another one.
 *
 * The address comes first (`?lang=fr`), then what is remembered on this device, then the languages of the browser, then English.
 * After the seal nothing can be fetched: so another language loads the page anew, and asks first where that would lose anything.
 * It is remembered only where a person has ticked so: the tag of the language, and nothing else.
 */

import { offered } from './languages/offered.js';
import { choice, question } from './view/language.js';
import { fitting, frame, language as words, speak, voice } from './words.js';
import { say, shownText } from './view/dom.js';

const MEMORY = 'namesieve.language';

const part = (id) => document.getElementById(id);

const ofAddress = () => fitting(new URLSearchParams(location.search).get('lang') ?? '');

const ofBrowser = () => navigator.languages.map(fitting).find(Boolean) ?? offered[0].tag;

/** A store that fails remembers nothing. */
function ofDevice() {
  try {
    return fitting(localStorage.getItem(MEMORY) ?? '');
  } catch {
    return undefined;
  }
}

export class Language {
  #work;
  #announce;
  #changed;

  /** `work()` gives in words what would be lost, `announce` says a sentence to screen readers, `changed` is called when the language is remembered or no longer. */
  constructor({ work, announce, changed }) {
    this.#work = work;
    this.#announce = announce;
    this.#changed = changed;
  }

  /** Speaks the chosen language, and writes the page's own sentences in it. */
  async speak() {
    await speak(ofAddress() ?? ofDevice() ?? ofBrowser());
    const { documentElement: root } = document;
    [root.lang, root.dir, document.title] = [voice.tag, voice.dir, frame.title];
    for (const element of document.querySelectorAll('[data-word]')) element.textContent = frame[element.dataset.word];
    part('binding').hidden = voice.tag === offered[0].tag;
    this.#draw();
  }

  /** Whether a language is remembered on this device. */
  get kept() {
    return ofDevice() !== undefined;
  }

  async forget() {
    localStorage.removeItem(MEMORY);
    this.#draw();
  }

  #draw() {
    // What the browser asks for anyhow need not be remembered.
    const canKeep = this.kept || voice.tag !== ofBrowser();
    part('language').replaceChildren(...choice(offered, { chosen: voice.tag, kept: this.kept, canKeep }, {
      choose: (tag, byKeys) => this.#choose(tag, byKeys),
      keep: (is) => this.#keep(is),
    }));
    part('language').hidden = offered.length < 2;
  }

  #keep(is) {
    try {
      if (is) localStorage.setItem(MEMORY, voice.tag);
      else localStorage.removeItem(MEMORY);
      this.#tell(is ? words.remembered : words.forgotten);
    } catch ({ message }) {
      part('language-kept').checked = this.kept;
      this.#tell(say(words.failed, { message: shownText(message) }));
    }
    this.#changed();
  }

  /** With keys a person is still on their way through the languages: they are told what to press, and stay where they are. */
  #choose(tag, byKeys) {
    const what = this.#work();
    const place = part('language-told');
    if (tag === voice.tag) return place.replaceChildren();
    if (what.length === 0 && !byKeys) return go(tag);
    const stay = () => {
      part('languages').value = voice.tag;
      this.#tell(words.stayed);
      part('languages').focus();
    };
    place.replaceChildren(...question(what, offered.find((each) => each.tag === tag), () => go(tag), stay));
    if (!byKeys) place.firstChild.focus();
    this.#announce(place.firstChild.textContent);
  }

  #tell(sentence) {
    part('language-told').textContent = sentence;
    this.#announce(sentence);
  }
}

/** The address names a language, and never anything that was typed. A person has been asked already whether anything may be lost. */
function go(tag) {
  window.onbeforeunload = null;
  // What is remembered is what was chosen last.
  if (ofDevice() !== undefined) localStorage.setItem(MEMORY, tag);
  location.search = `?lang=${tag}`;
}
