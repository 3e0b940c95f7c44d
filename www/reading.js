/** The page's side of the reader: a worker for each reading, which is ended with it, so that a cancelled one leaves nothing behind. */

import { READER_WORKER, startWorker } from './load.js';

/** A file was not taken. `told` says whether the message is a sentence for the person. */
export class Refused extends Error {
  constructor(message, told) {
    super(message);
    this.told = told;
  }
}

export class Reading {
  #module;
  #waiting; // the worker of the next reading, loaded beforehand so that a file can be read without a connection
  #running;

  /** `here` resolves to whether the worker's code is there. */
  constructor() {
    this.#prepare();
    this.here = this.#waiting.here;
  }

  set module(module) {
    this.#module = module;
  }

  get runs() {
    return Boolean(this.#running);
  }

  /** Resolves to `{ packs, lists, source, warnings }`, or to null when it was cancelled; `progress(bytes)` is told on the way. */
  read(files, issued, progress) {
    const { worker, here } = this.#waiting;
    return new Promise((resolve, reject) => {
      const end = (settle, value) => {
        if (this.#running?.worker !== worker) return;
        worker.terminate();
        this.#running = null;
        this.#prepare();
        settle(value);
      };
      this.#running = { worker, cancel: () => end(resolve, null) };
      const fail = () => end(reject, new Refused('', false));
      here.then((loaded) => loaded || fail());
      worker.addEventListener('error', fail);
      worker.addEventListener('message', ({ data: { read, found, refused } }) => {
        if (read !== undefined) progress(read);
        else if (found) end(resolve, found);
        else if (refused) end(reject, new Refused(refused.message, Boolean(refused.code)));
      });
      worker.postMessage({ module: this.#module, files, issued });
    });
  }

  cancel() {
    this.#running?.cancel();
  }

  #prepare() {
    const worker = startWorker(READER_WORKER);
    const here = new Promise((resolve) => {
      worker.addEventListener('message', () => resolve(true), { once: true });
      worker.addEventListener('error', () => resolve(false), { once: true });
    });
    this.#waiting = { worker, here };
  }
}
