/**
 * The page's side of the worker: questions with numbers, answers in time, and an engine that is lost is said and
 * started again. A question is never left open and never answered by silence.
 */

import { StartError, startWorker } from './load.js';

// A slow phone starts the engine in well under a second and screens in milliseconds.
const START_LIMIT = 20_000;
const ANSWER_LIMIT = 8_000;

/** The engine went away before it answered; `how` is 'stopped' or 'silent'. */
export class EngineLost extends Error {
  constructor(how) {
    super(how);
    this.how = how;
  }
}

export class Client {
  #module;
  #worker;
  #started;
  #open = new Map();
  #numbers = 0;
  #lost;

  /** `lost(how, restarted)` is told when the engine goes away; `restarted` is the promise of its return. */
  constructor(module, lost) {
    this.#module = module;
    this.#lost = lost;
  }

  /** Resolves to `{ lists, method, threshold, version }` once the engine has verified its lists. */
  start() {
    this.#started = new Promise((resolve, reject) => {
      const worker = startWorker();
      const refuse = (error) => {
        clearTimeout(limit);
        worker.terminate();
        reject(error);
      };
      const limit = setTimeout(() => refuse(new StartError('engine-silent')), START_LIMIT);
      worker.addEventListener('error', () => refuse(new StartError('worker-missing')), { once: true });
      worker.addEventListener('message', ({ data }) => {
        if (data.refused) return refuse(Object.assign(new StartError('engine-refused'), { message: data.refused.message }));
        clearTimeout(limit);
        this.#worker = worker;
        this.#listen(worker);
        resolve(data.ready);
      }, { once: true });
      worker.postMessage({ start: this.#module });
    });
    return this.#started;
  }

  screen(name, settings) {
    return this.#ask('screen', [name, settings]);
  }

  designation(list, id) {
    return this.#ask('designation', [list, id]);
  }

  /** Waits for an engine that is just starting again. */
  async #ask(call, parameters) {
    await this.#started;
    const id = ++this.#numbers;
    return new Promise((resolve, reject) => {
      const worker = this.#worker;
      const limit = setTimeout(() => this.#lose(worker, 'silent'), ANSWER_LIMIT);
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
      if (error) question.reject(Object.assign(new Error(error.message), { code: error.code }));
      else question.resolve(answer);
    });
  }

  #lose(worker, how) {
    if (worker !== this.#worker) return;
    this.#worker = null;
    worker.terminate();
    for (const { reject, limit } of this.#open.values()) {
      clearTimeout(limit);
      reject(new EngineLost(how));
    }
    this.#open.clear();
    this.#lost(how, this.start());
  }
}
