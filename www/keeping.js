/** Work on a file, kept on this device and opened again when a person asks for it; every step said in words. */

import { SHORTEST, forget, held, hindrance, keep, seal, unseal } from './kept.js';
import { keep as words, open as openWords, plural } from './words.js';
import { action, date, el, fill, flat, say, shownText } from './view/dom.js';
import { keeping, opening, saying } from './view/kept.js';

const part = (id) => document.getElementById(id);

export class Keeping {
  #announce;
  #changed;
  #batch;
  #keep; // the fold that keeps
  #open = null; // the fold that opens
  #own = null; // of which file the entry is that was kept or opened in this visit: `{ digest, file }`
  #running = null;
  #turn = 0; // grows when the page is left or emptied: what began before comes to nothing
  day = null; // since when work is kept

  /** `changed` is called when something is kept or no longer kept. */
  constructor({ announce, changed }) {
    this.#announce = announce;
    this.#changed = changed;
    this.#keep = keeping(SHORTEST, hindrance(), () => this.#start(() => this.#take()));
  }

  /** The fold that keeps what came of a file. */
  get fold() {
    return this.#keep.fold;
  }

  /** `batch` gives the work to be kept and takes up what was. */
  async begin(batch) {
    this.#batch = batch;
    await this.#look();
  }

  /** What was said of what came of a file is not true of what comes now. */
  reset() {
    this.#keep.typed.empty();
    this.#keep.place.replaceChildren();
  }

  /** No passphrase and nothing half done waits for the next person at this device; resolves when nothing runs any more. */
  async leave() {
    this.#turn++;
    this.#own = null;
    this.reset();
    this.#keep.fold.open = false;
    this.#draw();
    await this.#running;
  }

  /** Forgets what is kept. */
  async forget() {
    await forget();
    this.day = null;
    this.#draw();
  }

  async #look() {
    // A store that cannot be read is told where something is to be kept.
    const entry = hindrance() === 'noStore' ? null : await held().catch(() => null);
    this.day = entry?.day ?? null;
    this.#draw();
  }

  #draw() {
    this.#open = this.day && this.#batch ? opening(this.day, hindrance(), () => this.#start(() => this.#unseal())) : null;
    part('kept-work').replaceChildren(...flat(this.#open?.fold));
    this.#changed();
  }

  /** One thing at a time: a second press starts nothing. */
  #start(act) {
    this.#running ??= act().finally(() => (this.#running = null));
  }

  #tell(place, sentences, wrong = false, ...more) {
    place.replaceChildren(...saying(sentences, wrong, ...more));
    this.#announce(place.textContent);
  }

  // -- keeping ----------------------------------------------------------------------------------------------------------

  async #take(replace = false) {
    const { typed, place } = this.#keep;
    const [passphrase, again] = typed.values();
    const wrong = (sentence) => {
      this.#tell(place, [sentence], true);
      typed.focus();
    };
    const length = [...passphrase].length;
    if (length < SHORTEST) return wrong(say(plural(words.short, length), { n: length, least: SHORTEST }));
    if (passphrase !== again) return wrong(words.differs);
    const turn = this.#turn;
    try {
      const before = await held();
      if (before && !replace && !this.#isOwn(before)) return this.#ask(before);
      const work = await this.#batch.work();
      if (!work || turn !== this.#turn) return;
      typed.empty();
      this.#tell(place, [words.working]);
      const entry = await seal(work, passphrase);
      if (turn !== this.#turn) return;
      await keep(entry);
      this.#own = { digest: String(entry.digest), file: work.sha256 };
      this.day = entry.day;
      this.#draw();
      this.#open.fold.open = false;
      if (turn !== this.#turn) return;
      work.kept();
      this.#tell(place, [fill(words.done, { day: date(entry.day) })]);
    } catch ({ name, message }) {
      if (turn === this.#turn) this.#tell(place, [name === 'QuotaExceededError' ? words.full : say(words.failed, { message: shownText(message) })], true);
    }
  }

  /** Whether the entry is of the file that is at work. */
  #isOwn = (entry) => this.#own?.digest === String(entry.digest) && this.#own.file === this.#batch.sha256;

  #ask({ day }) {
    const { typed, place } = this.#keep;
    const yes = action(words.replace, () => this.#start(() => this.#take(true)));
    const no = action(words.leave, () => {
      typed.empty();
      this.#tell(place, [words.left]);
      place.focus();
    });
    this.#tell(place, [fill(words.other, { day: date(day) })], true, el('div', { class: 'controls' }, no, yes));
    no.focus();
  }

  // -- opening ----------------------------------------------------------------------------------------------------------

  async #unseal() {
    const { fold, typed, place } = this.#open;
    const [passphrase] = typed.values();
    const turn = this.#turn;
    typed.empty();
    this.#tell(place, [openWords.working]);
    try {
      const entry = await held();
      if (!entry) throw Object.assign(new Error('gone'), { code: 'gone' });
      const work = await unseal(entry, passphrase);
      if (turn !== this.#turn) return;
      place.replaceChildren();
      fold.open = false;
      if (!(await this.#batch.takeKept(work))) return;
      this.#own = { digest: String(entry.digest), file: work.sha256 };
    } catch ({ code, message }) {
      if (turn !== this.#turn) return;
      const forgetIt = action(openWords.forget, () => this.#forgetDamaged(place));
      this.#tell(place, [openWords[code] ?? say(openWords.failed, { message: shownText(message) })], true, ...(code === 'damaged' ? [forgetIt] : []));
      if (code === 'wrong') typed.focus();
    }
  }

  async #forgetDamaged(place) {
    try {
      await this.forget();
      this.#tell(part('kept-work'), [openWords.forgotten]);
    } catch ({ message }) {
      this.#tell(place, [say(openWords.failed, { message: shownText(message) })], true);
    }
  }
}
