/** The page's side of the table: questions to the worker that keeps it, and a worker that is lost is said and started anew. */

import { READER_WORKER, TABLE, startWorker } from './seal.js';

/** The worker that kept the table is gone, and the table with it. */
export class TableLost extends Error {}

export class Keeper {
  #module;
  #worker;
  #came = false; // whether one has started: only then another is started in its place
  #open = new Map();
  #numbers = 0;

  /** `module` is the compiled reader; `here` resolves to whether the worker has started and is sealed. */
  constructor(module) {
    this.#module = module;
    this.#start();
  }

  /** Resolves to the answer of one call of table.js. */
  ask(call, ...parameters) {
    const [id, worker] = [++this.#numbers, this.#worker];
    return new Promise((resolve, reject) => {
      this.#open.set(id, { resolve, reject });
      // Nothing is handed to a worker that has not proved that it is sealed.
      this.here.then((here) => (here ? worker.postMessage({ id, call, with: parameters }) : reject(new TableLost('there is no table'))));
    });
  }

  #start() {
    const worker = startWorker(READER_WORKER, TABLE);
    this.#worker = worker;
    this.here = new Promise((resolve) => {
      worker.addEventListener('message', ({ data: { here } }) => resolve((this.#came = Boolean(here))), { once: true });
      worker.addEventListener('error', () => resolve(false), { once: true });
    });
    worker.addEventListener('error', () => this.#lose(worker));
    worker.addEventListener('message', ({ data: { id, answer, error, broken } }) => {
      if (broken) return this.#lose(worker);
      const question = this.#open.get(id);
      if (!question) return;
      this.#open.delete(id);
      if (error) question.reject(Object.assign(new Error(error.message), { code: error.code }));
      else question.resolve(answer);
    });
    this.ask('start', this.#module).catch(() => null); // whoever asks next is told
  }

  #lose(worker) {
    if (worker !== this.#worker) return;
    this.#worker = null;
    worker.terminate();
    for (const { reject } of this.#open.values()) reject(new TableLost('the table is lost'));
    this.#open.clear();
    if (this.#came) this.#start();
  }
}
