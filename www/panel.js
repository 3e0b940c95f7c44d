/** The Lists panel at work: files in, lists on and off, kept and removed; every change said in words. */

import { keyOf, wholeOf } from './editions.js';
import { Reading } from './reading.js';
import { forget, forgetAll, keep } from './store.js';
import { coverage as coverageWords, lists as words } from './words.js';
import { ageBars } from './view/age-bars.js';
import { action, count, date, english, fill, flat, named, refusal, say, shownText } from './view/dom.js';
import { listed, missing, progress, question, told } from './view/lists.js';

const part = (id) => document.getElementById(id);
const titleOf = ({ title }) => english(title);
const dayOf = ({ ages, issued }) => (issued ? fill(words.issuedOn, { date: date(issued) }) : ages ? words.noDate : words.ageless);

// How the ids of lists of one's own begin.
const OWN = 'own-';

export class Panel {
  #lists;
  #reading;
  #canRead;
  #changed;
  #announce;
  #elsewhere;
  #parties;
  #kept; // keys of the lists that are in the store
  #stored;

  /** `changed` is called after the lists have changed, `stored` when others are kept, `announce` says a sentence to screen readers,
   * `elsewhere(files)` says whether dropped files are no lists and were taken elsewhere, and `parties(file)` screens the rows of one. */
  constructor({ lists, reading, canRead, kept, changed, stored, announce, elsewhere, parties }) {
    this.#lists = lists;
    this.#reading = reading;
    this.#canRead = canRead;
    this.#kept = new Set(kept);
    this.#changed = changed;
    this.#stored = stored;
    this.#announce = announce;
    this.#elsewhere = elsewhere;
    this.#parties = parties;
    this.#listen();
  }

  #listen() {
    const fold = part('lists');
    const input = part('files');
    fold.hidden = false;
    fold.addEventListener('toggle', () => this.show());
    part('add-absent').hidden = this.#canRead;
    input.disabled = !this.#canRead;
    input.addEventListener('change', () => {
      const files = [...input.files];
      input.value = ''; // the same file can be chosen again
      this.#read(files);
    });
    // A file dropped beside the frame would make the browser leave the page for it.
    const holds = (event) => event.dataTransfer?.types.includes('Files');
    for (const kind of ['dragover', 'dragleave', 'drop'])
      document.addEventListener(kind, (event) => {
        if (!holds(event)) return;
        event.preventDefault();
        for (const place of ['drop', 'table-drop', 'document-drop']) part(place).toggleAttribute('data-over', kind === 'dragover');
        const files = kind === 'drop' ? [...event.dataTransfer.files] : [];
        const meant = part('lists').contains(event.target);
        if (files.length && (meant || !this.#elsewhere(files))) this.#read(files, undefined, meant);
      });
  }

  /** Draws the lists while the panel is open; list texts stay out of the page otherwise. */
  show() {
    const lists = this.#lists;
    if (!part('lists').open) return part('lists-each').replaceChildren();
    const act = {
      switch: (list, on) => this.#switch(list, on),
      keep: (list, on) => this.#keep(list, on),
      remove: (list) => this.#remove(list),
      date: (pack, issued) => this.#read(pack.files, issued),
    };
    part('lists-each').replaceChildren(...flat([
      ageBars(lists.loaded),
      lists.missing.map((each) => missing(each, () => this.#forgetDamaged(each))),
      lists.loaded.map((list) => listed(list, {
        about: lists.about[list.id],
        pack: lists.pack(list),
        on: lists.isOn(list.id),
        whole: wholeOf(list, lists.loaded),
        kept: this.#kept.has(keyOf(list)),
      }, act)),
    ]));
  }

  /** Says what happened, in the panel and to screen readers. */
  tell(sentences, wrong = false) {
    part('lists-told').replaceChildren(...told(sentences, wrong));
    this.#announce(part('lists-told').textContent);
  }

  /** Whether there are lists of this visit that are not kept. */
  get unkept() {
    return this.#lists.loaded.some((list) => this.#lists.pack(list)?.from === 'file' && !this.#kept.has(keyOf(list)));
  }

  /** How many lists are kept. */
  get kept() {
    return this.#kept.size;
  }

  /** No list is kept any more; those in use stay in use. */
  async forget() {
    await forgetAll();
    this.#kept.clear();
    this.show();
    this.#stored();
  }

  // -- files ----------------------------------------------------------------------------------------------------------

  /** Reads files; `meant` says that they were given as lists, and not only dropped on the page. */
  async #read(files, issued, meant = true) {
    part('lists').open = true;
    part('lists-told').scrollIntoView({ block: 'nearest' });
    if (files.length === 0) return;
    if (!this.#canRead) return this.tell([part('add-absent').textContent], true);
    if (this.#reading.runs) return this.tell([words.busy], true);
    part('lists-told').replaceChildren();
    const bar = progress(files, () => this.#reading.cancel());
    part('reading').replaceChildren(...bar.nodes);
    part('reading').hidden = false;
    try {
      const found = await this.#reading.read(files, issued, bar.tell);
      if (!found) return this.tell([words.cancelled]);
      bar.check();
      const packs = found.packs.map((bytes, at) => ({ bytes, lists: [found.lists[at]], from: 'file', files }));
      // Parties to be screened look like a list of one's own; taken for one, they would be what is looked for.
      const own = ({ lists: [list] }) => list.id.startsWith(OWN);
      if (!meant && files.length === 1 && packs.every(own)) return this.#askWhich(packs, files[0]);
      await this.#take(packs);
    } catch (error) {
      // A refusal of the reader or of the engine is a sentence; anything else is a part of the page that failed.
      this.refuse(error.code ? error : null);
      if (!meant && files.length === 1 && /\.csv$/iu.test(files[0].name)) part('lists-told').append(action(words.whichParties, () => this.#parties(files[0])));
    } finally {
      part('reading').hidden = true;
      part('reading').replaceChildren();
    }
  }

  /** Says why lists were not taken up. */
  refuse(error) {
    this.tell([error ? refusal(error) : words.unreadable, words.inUse], true);
  }

  /** Newer editions and other lists are used at once, an older edition only when the person says so. */
  async #take(packs) {
    const beside = (pack) => this.#lists.compare(pack.lists[0]);
    const older = packs.filter((pack) => beside(pack) === 'older');
    const same = packs.filter((pack) => beside(pack) === 'same');
    const sentences = same.map(({ lists: [list] }) => fill(words.same, { title: titleOf(list) }));
    const taken = packs.filter((pack) => !older.includes(pack) && !same.includes(pack));
    if (taken.length) sentences.push(...(await this.#add(taken)));
    this.tell(sentences);
    if (older.length) this.#ask(older, sentences);
  }

  #askWhich(packs, file) {
    const use = async () => {
      try {
        await this.#take(packs);
      } catch (error) {
        this.refuse(error);
      }
    };
    const asked = question([fill(words.which, { file: named(file.name) })], () => this.#parties(file), use, [words.whichParties, words.whichList]);
    part('lists-told').replaceChildren(asked);
    this.#announce(asked.querySelector('p').textContent);
    asked.querySelector('button').focus();
  }

  #ask(packs, before) {
    const sentences = packs.map(({ lists: [list] }) =>
      fill(words.ask, { title: titleOf(list), before: dayOf(this.#lists.find(keyOf(list))), date: dayOf(list) }));
    const asked = question(sentences, async () => {
      try {
        this.tell(await this.#add(packs));
      } catch (error) {
        this.refuse(error);
      }
    }, () => this.tell([words.inUse]));
    part('lists-told').replaceChildren(...told(before), asked);
    this.#announce(asked.querySelector('p').textContent);
    asked.querySelector('button').focus();
  }

  async #add(packs) {
    const before = new Map(packs.map(({ lists: [list] }) => [keyOf(list), this.#lists.find(keyOf(list))]));
    await this.#lists.add(packs);
    const sentences = packs.map(({ lists: [list] }) => {
      const old = before.get(keyOf(list));
      return fill(old ? words.replaced : words.added, {
        title: titleOf(list),
        date: dayOf(list),
        designations: count(coverageWords.designations, list.designations),
        before: old && dayOf(old),
      });
    });
    for (const list of this.#lists.loaded) {
      const whole = wholeOf(list, this.#lists.loaded);
      if (whole && before.has(keyOf(whole))) sentences.push(fill(words.excerpt, { title: titleOf(list) }));
    }
    // What is kept stays kept in the edition that is in use.
    for (const { lists: [list], bytes } of packs)
      if (this.#kept.has(keyOf(list))) sentences.push(await this.#store(list, bytes));
    this.#done();
    return sentences;
  }

  // -- lists ----------------------------------------------------------------------------------------------------------

  async #switch(list, on) {
    await this.#lists.switch(list.id, on);
    this.#changed();
  }

  async #remove(list) {
    const key = keyOf(list);
    const sentences = [fill(words.removed, { title: titleOf(list) })];
    try {
      await this.#lists.remove(key);
    } catch (error) {
      return this.refuse(error);
    }
    if (this.#kept.has(key)) sentences.push(await this.#forget(key, list.title));
    if (this.#lists.find(key)) sentences.push(words.back);
    this.#done();
    this.tell(sentences);
    part('lists-told').focus();
  }

  async #keep(list, on) {
    const key = keyOf(list);
    this.tell(on ? [await this.#store(list, this.#lists.pack(list).bytes)] : [await this.#forget(key, list.title), words.stays]);
    const box = part(`keep-${list.id}`);
    if (box) box.checked = this.#kept.has(key);
  }

  async #store(list, bytes) {
    const key = keyOf(list);
    try {
      await keep({ key, list, bytes });
      this.#kept.add(key);
      this.#stored();
      return fill(words.keptNow, { title: titleOf(list) });
    } catch ({ message }) {
      return say(words.keepFailed, { message: shownText(message) });
    }
  }

  async #forget(key, title) {
    try {
      await forget(key);
      this.#kept.delete(key);
      this.#stored();
      return fill(words.keptNoMore, { title: english(title) });
    } catch ({ message }) {
      return say(words.forgetFailed, { message: shownText(message) });
    }
  }

  async #forgetDamaged(each) {
    const sentence = await this.#forget(keyOf(each.lists[0]), each.name);
    this.#lists.missing = this.#lists.missing.filter((other) => other !== each);
    this.#done();
    this.tell([sentence]);
    part('lists-told').focus();
  }

  #done() {
    this.show();
    this.#changed();
  }
}
