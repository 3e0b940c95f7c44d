/**
 * The page's side of the worker: questions with numbers, answers in time, and an engine that is lost is said and
 * started again over the same lists. A question is never left open and never answered by silence.
 */

import { StartError } from './start-error.js';
import { start as words } from './words.js';

// A slow phone starts the engine in well under a second, with every list of every publisher in several. Every listed name is
// compared, which takes it some seconds then.
const START_LIMIT = 60_000;
const ANSWER_LIMIT = 8_000;
const LIMIT_PER_NAME = 0.5;

/** The engine went away before it answered, or never came to the question; `how` is 'stopped', 'silent', 'replaced' or 'overtaken'. */
export class EngineLost extends Error {
  constructor(how) {
    super(how);
    this.how = how;
  }
}

export class Client {
  #module;
  #packs;
  #off = new Set();
  #worker;
  #started;
  #open = new Map();
  #numbers = 0;
  #scans = 0;
  #names = 0; // how many names are listed
  #lists = null; // which lists the packs in use were found to hold
  #turns = 0;
  #comparing; // the answer that the engine is working on
  #lost;
  #newWorker;

  /**
   * `lost(how, restarted)` is told when the engine goes away; `restarted` is the promise of its return. `newWorker()` gives a worker that
   * runs worker.js.
   */
  constructor(module, packs, lost, newWorker) {
    this.#module = module;
    this.#packs = packs;
    this.#lost = lost;
    this.#newWorker = newWorker;
  }

  /**
   * Resolves to `{ lists, about, damaged, method, threshold, textThreshold, version }` once the engine has verified its lists. `damaged` are
   * the places of packs that it could not use.
   */
  start() {
    const packs = this.#packs;
    this.#started = this.#launch(packs).then(({ worker, ready }) => {
      // Other lists were taken up meanwhile: that engine is newer than this one.
      if (packs !== this.#packs) worker.terminate();
      else this.#take(worker, ready);
      return ready;
    });
    return this.#started;
  }

  /** Starts an engine over other packs, one bytes array each. The one in use goes on until the new one has verified them. */
  async change(packs, off) {
    const [before, offBefore] = [this.#packs, this.#off];
    this.#off = new Set(off);
    try {
      const { worker, ready } = await this.#launch(packs);
      this.#packs = packs;
      this.#take(worker, ready);
      this.#started = Promise.resolve(ready);
      return ready;
    } catch (error) {
      [this.#packs, this.#off] = [before, offBefore];
      throw error;
    }
  }

  async switch(list, on) {
    await this.#ask('switch', [list, on]);
    if (on) this.#off.delete(list);
    else this.#off.add(list);
  }

  get off() {
    return [...this.#off];
  }

  /** What is listed now, in the short form that a record keeps. */
  entries() {
    return this.#ask('entries', []);
  }

  /**
   * Resolves to a worker of one's own with another engine over the same lists, ready to be asked; with `places` it has those
   * designations by themselves as well.
   */
  launch(places) {
    return this.#launch(this.#packs, places).then(({ worker }) => worker);
  }

  #launch(packs, places) {
    return new Promise((resolve, reject) => {
      const worker = this.#newWorker();
      const refuse = (error) => {
        clearTimeout(limit);
        worker.terminate();
        reject(error);
      };
      const limit = setTimeout(() => refuse(new StartError('engine-silent')), START_LIMIT);
      worker.addEventListener('error', () => refuse(new StartError('worker-missing')), { once: true });
      const hear = ({ data }) => {
        // No list, and no name after it, before the worker has proved that it is sealed.
        if (data.here) return worker.postMessage({ start: { module: this.#module, packs, off: this.off, places } });
        worker.removeEventListener('message', hear);
        if (data.unsealed) return refuse(new StartError('unsealed', words.causes.unsealed));
        if (data.refused) return refuse(data.refused.code ? new StartError('engine-refused', data.refused.message) : new StartError('no-memory', words.causes['no-memory']));
        // An engine that opens less of the same packs, for want of memory or whatever, must not answer for the others.
        const lists = listsOf(data.ready);
        if (packs === this.#packs && this.#lists !== null && lists !== this.#lists)
          return refuse(new StartError('not-the-same', words.causes['not-the-same']));
        clearTimeout(limit);
        resolve({ worker, ready: data.ready });
      };
      worker.addEventListener('message', hear);
    });
  }

  /** From here on this worker answers. */
  #take(worker, ready) {
    const { lists } = ready;
    this.#lists = listsOf(ready);
    this.#names = lists.reduce((sum, { names }) => sum + names, 0);
    this.#worker?.terminate();
    this.#drop('replaced');
    this.#worker = worker;
    this.#listen(worker);
  }

  /**
   * One name at a time: while one is compared the newest waits, and whatever waited before it is overtaken. For this question the
   * lists in `without` are off as well.
   */
  async screen(name, settings, without) {
    const turn = ++this.#turns;
    while (this.#comparing) await this.#comparing.catch(() => null);
    if (turn !== this.#turns) throw new EngineLost('overtaken');
    this.#comparing = without ? this.#ask('screenWithout', [without, name, settings]) : this.#ask('screen', [name, settings]);
    return this.#comparing.finally(() => (this.#comparing = null));
  }

  /**
   * Searches a text for the names of listed parties, step by step, so that a name that is typed meanwhile is answered in between.
   * `going(done)` is told how far it is and says whether it goes on. Resolves to what was found, or to null when it does not.
   */
  async scan(text, settings, going) {
    const number = ++this.#scans;
    await this.#ask('openScan', [number, text, settings]);
    let done = 0;
    while (done < 1) {
      done = await this.#ask('stepScan', [number]);
      if (!going(done)) break;
    }
    const found = await this.#ask('endScan', [number]);
    return done < 1 ? null : found;
  }

  designation(list, id) {
    return this.#ask('designation', [list, id]);
  }

  /** Ends the engine; whoever still waits is told that it stopped. */
  close() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#drop('stopped');
  }

  /** Waits for an engine that is just starting again. */
  async #ask(call, parameters) {
    await this.#started;
    const id = ++this.#numbers;
    return new Promise((resolve, reject) => {
      const worker = this.#worker;
      const limit = setTimeout(() => this.#lose(worker, 'silent'), ANSWER_LIMIT + LIMIT_PER_NAME * this.#names);
      this.#open.set(id, { resolve, reject, limit });
      worker.postMessage({ id, call, with: parameters });
    });
  }

  #listen(worker) {
    worker.addEventListener('error', () => this.#lose(worker, 'stopped'));
    worker.addEventListener('message', ({ data: { id, answer, error, broken } }) => {
      if (broken) return this.#lose(worker, 'stopped');
      const question = this.#open.get(id);
      if (!question) return;
      this.#open.delete(id);
      clearTimeout(question.limit);
      if (error) question.reject(Object.assign(new Error(error.message), { code: error.code, fact: error.fact }));
      else question.resolve(answer);
    });
  }

  #lose(worker, how) {
    if (worker !== this.#worker) return;
    this.#worker = null;
    worker.terminate();
    this.#drop(how);
    this.#lost(how, this.start());
  }

  #drop(how) {
    for (const { reject, limit } of this.#open.values()) {
      clearTimeout(limit);
      reject(new EngineLost(how));
    }
    this.#open.clear();
  }
}

/** Which lists an engine has opened, in which editions. */
const listsOf = ({ lists }) => JSON.stringify(lists.map(({ id, sha256 }) => [id, sha256]));
