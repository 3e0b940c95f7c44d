/** A document at work: read in a worker of its own, searched step by step for the names of listed parties, and shown with them marked. */

import { MAX_AGE, today } from './ages.js';
import { EngineLost } from './client.js';
import { withMissing } from './judged.js';
import { document as words, lost as lostWords } from './words.js';
import { Paper } from './view/paper.js';
import { announced, guessed, none, outcome, progress, refused, unread } from './view/document.js';
import { el, fill, flat, named } from './view/dom.js';

const part = (id) => document.getElementById(id);

// A document of a few pages is read and searched before anybody sees a bar.
const SHOWN_AFTER = 400;

// The reader refuses larger files too; here one is not even taken into memory.
const MOST_BYTES = 64 << 20;

export class Documents {
  #client;
  #lists;
  #reading;
  #announce;
  #looked;
  #cover;
  #accepted;
  #threshold;
  #document = null; // { text, unread, guessed } of what is on the page
  #turn = 0; // grows with each document, setting or change of lists: what began before is over
  #paper = null;

  /** `threshold` is the engine's for texts, `looked()` what it would look at, `cover(looked, settings)` says that, `accepted` is the set of what the person takes upon them. */
  constructor({ client, lists, reading, announce, threshold, looked, cover, accepted }) {
    this.#client = client;
    this.#lists = lists;
    this.#reading = reading;
    this.#announce = announce;
    this.#threshold = threshold;
    this.#looked = looked;
    this.#cover = cover;
    this.#accepted = accepted;
    this.#listen();
  }

  #listen() {
    const input = part('document-file');
    input.disabled = false;
    part('document-read').disabled = false;
    part('document-threshold').value = this.#threshold;
    part('document-weak').checked = false;
    input.addEventListener('change', () => {
      const [chosen] = input.files;
      input.value = ''; // the same file can be chosen again
      if (chosen) this.read(chosen);
    });
    part('document-read').addEventListener('click', () => {
      const text = part('document-paste').value;
      if (!text.trim()) return this.#tell(words.empty, true);
      this.#take({ text, unread: [], guessed: null }, ++this.#turn);
    });
    part('document-weak').addEventListener('change', () => this.#again());
    part('document-threshold').addEventListener('change', () => this.#again());
  }

  /** Whether there is a document on the page, or a text in the field. */
  get has() {
    return Boolean(this.#document || part('document-paste').value.trim());
  }

  /** Reads a file and searches it. */
  async read(file) {
    const turn = ++this.#turn;
    this.#clear();
    if (file.size > MOST_BYTES) return this.#tell(fill(words.tooLarge, { file: named(file.name) }), true);
    const sentence = fill(words.reading, { file: named(file.name) });
    const bar = this.#bar(sentence, turn, () => this.#reading.cancel());
    try {
      this.#reading.cancel();
      const found = await this.#reading.read([file]);
      bar.end();
      if (turn !== this.#turn) return;
      if (!found) return this.#tell(words.cancelled);
      await this.#take(found, turn);
    } catch (error) {
      bar.end();
      if (turn !== this.#turn) return;
      // A refusal is a sentence of the reader; without a code a part of the page failed over the file.
      this.#refuse(error.code ? refused(error) : [words.broke]);
    }
  }

  /** The lists have changed: the same document is searched for others. */
  listsChanged() {
    return this.#again();
  }

  /** Nothing of a document waits in the browser's back button for the next person at this device. */
  leave() {
    this.#turn++;
    this.#reading.cancel();
    this.#clear();
    part('document-paste').value = '';
  }

  #again() {
    if (this.#document) return this.#take(this.#document, ++this.#turn);
  }

  #clear() {
    this.#document = null;
    this.#paper?.end();
    this.#paper = null;
    for (const id of ['document-told', 'document-run', 'document-result', 'document-text']) part(id).replaceChildren();
    part('document-text-part').hidden = true;
  }

  // -- searching ----------------------------------------------------------------------------------------------------------

  /** The settings as they are, or null where the threshold is no threshold. */
  #settings() {
    const field = part('document-threshold');
    const threshold = field.valueAsNumber;
    const valid = Number.isInteger(threshold) && threshold >= 1 && threshold <= 100;
    part('document-threshold-wrong').hidden = valid;
    field.setAttribute('aria-invalid', String(!valid));
    if (!valid) field.focus();
    return valid ? { threshold, weak: part('document-weak').checked } : null;
  }

  async #take(found, turn) {
    const chosen = this.#settings();
    if (!chosen) return;
    this.#clear();
    this.#document = found;
    const age = this.#accepted.has('out-of-date') ? {} : { maxAge: MAX_AGE, today: today() };
    const bar = this.#bar(words.searching, turn, () => {
      this.#turn++;
      bar.end();
      this.#clear();
      this.#tell(words.cancelled);
    });
    try {
      const scanned = await this.#client.scan(found.text, { ...chosen, ...age, unread: found.unread }, (done) => {
        if (turn === this.#turn) bar.tell(done);
        return turn === this.#turn;
      });
      bar.end();
      if (turn === this.#turn && scanned) this.#show(scanned);
    } catch (error) {
      bar.end();
      if (turn !== this.#turn) return;
      this.#document = null;
      this.#refuse(error instanceof EngineLost ? [lostWords[error.how] ?? lostWords.stopped, words.lost] : error.code ? refused(error) : [words.broke]);
    }
  }

  #show(scanned) {
    const missing = this.#lists.missing;
    const { hits: _, ...result } = withMissing({ ...scanned, hits: scanned.parties }, missing, this.#accepted.has('list-missing'));
    this.#cover({ ...this.#looked(), lists: scanned.lists, off: scanned.off, missing }, { threshold: scanned.threshold, weak: scanned.weakAliases });
    const { text } = this.#document;
    this.#paper = new Paper(part('document-text'), text, result, (at) => this.#toParty(at));
    const accept = (code) => {
      this.#accepted.add(code);
      this.#again();
    };
    const ask = { detail: (list, id) => this.#client.designation(list, id), accept, to: (at) => this.#paper.to(at), text };
    part('document-told').replaceChildren(...flat([guessed(this.#document), unread(this.#document.unread)]));
    part('document-result').replaceChildren(...flat(outcome(result, ask)));
    part('document-text-part').hidden = false;
    part('document-text-hint').hidden = result.mentions.length === 0;
    this.#announce(announced(result));
    part('document-result').scrollIntoView({ block: 'nearest' });
  }

  /** To the party that a mention stands for. */
  #toParty(at) {
    const heading = part('document-result').querySelector(`[data-party="${at}"] h4`);
    if (!heading) return;
    heading.closest('details')?.setAttribute('open', '');
    heading.tabIndex = -1;
    heading.focus();
  }

  // -- saying -------------------------------------------------------------------------------------------------------------

  /** A bar that is shown where it takes long. */
  #bar(sentence, turn, cancel) {
    const bar = progress(sentence, cancel);
    const wait = setTimeout(() => {
      if (turn !== this.#turn) return;
      part('document-run').replaceChildren(...bar.nodes);
      this.#announce(part('document-line').textContent);
    }, SHOWN_AFTER);
    const end = () => {
      clearTimeout(wait);
      if (turn === this.#turn) part('document-run').replaceChildren();
    };
    return { tell: bar.tell, end };
  }

  #refuse(sentences) {
    part('document-result').replaceChildren(none(sentences));
    this.#announce(part('document-result').textContent);
  }

  #tell(sentence, wrong = false) {
    part('document-run').replaceChildren();
    part('document-told').replaceChildren(el('p', { class: wrong ? 'wrong' : null }, sentence));
    this.#announce(part('document-told').textContent);
  }
}
