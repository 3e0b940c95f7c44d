/** The page's side of the table: questions to the worker that keeps it, and a worker that is lost is said and started anew. */

import { TABLE_WORKER, startWorker } from './load.js';

/** The worker that kept the table is gone, and the table with it. */
export class TableLost extends Error {}

export class Keeper {
  #module;
  #worker;
  #open = new Map();
  #numbers = 0;

  /** `here` resolves to whether the worker's code is there. */
  constructor() {
    this.#start();
  }

  set module(module) {
    this.#module = module;
    this.ask('start', module);
  }

  /** Resolves to the answer of one call of table.js. */
  ask(call, ...parameters) {
    const id = ++this.#numbers;
    return new Promise((resolve, reject) => {
      this.#open.set(id, { resolve, reject });
      this.#worker.postMessage({ id, call, with: parameters });
    });
  }

  #start() {
    const worker = startWorker(TABLE_WORKER);
    this.#worker = worker;
    this.here = new Promise((resolve) => {
      worker.addEventListener('message', () => resolve(true), { once: true });
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
  }

  #lose(worker) {
    if (worker !== this.#worker) return;
    worker.terminate();
    for (const { reject } of this.#open.values()) reject(new TableLost('the table is lost'));
    this.#open.clear();
    if (!this.#module) return; // it never came: there is nothing to start again
    this.#start();
    this.module = this.#module;
  }
}
