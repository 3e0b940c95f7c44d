/** The page's side of the reader: a worker for each reading, which is ended with it, so that a cancelled one leaves nothing behind. */

import { READER_WORKER, startWorker } from './seal.js';

/** A file was not taken: by the reader for a reason that has a code, or because a part of the page failed, for which there is none. */
export class Refused extends Error {
  constructor({ code = null, message = '' } = {}) {
    super(message);
    this.code = code;
  }
}

export class Reading {
  #module;
  #name;
  #running;

  /** `module` is the compiled reader, `name` tells its worker what it reads. */
  constructor(module, name = READER_WORKER) {
    this.#module = module;
    this.#name = name;
  }

  get runs() {
    return Boolean(this.#running);
  }

  /** Resolves to what was found, for lists `{ packs, lists, source, warnings }`, or to null when it was cancelled; `progress(bytes)` is told on the way. */
  read(files, issued, progress) {
    const worker = startWorker(READER_WORKER, this.#name);
    return new Promise((resolve, reject) => {
      const end = (settle, value) => {
        if (this.#running?.worker !== worker) return;
        worker.terminate();
        this.#running = null;
        settle(value);
      };
      this.#running = { worker, cancel: () => end(resolve, null) };
      worker.addEventListener('error', () => end(reject, new Refused()));
      worker.addEventListener('message', ({ data: { here, unsealed, read, found, refused } }) => {
        if (here) handed(files).then((all) => worker.postMessage({ module: this.#module, files: all, issued }), () => end(reject, new Refused()));
        else if (unsealed) end(reject, new Refused({ code: 'unsealed' }));
        else if (read !== undefined) progress(read);
        else if (found) end(resolve, found);
        else if (refused) end(reject, new Refused(refused.code ? refused : {}));
      });
    });
  }

  cancel() {
    this.#running?.cancel();
  }
}

/** Files as a worker can read them. WebKit lets no worker of a page without a server read a file; there it gets the bytes of it. */
const handed = async (files) =>
  self.origin === 'null' ? Promise.all(files.map(async (file) => ({ name: file.name, size: file.size, whole: new Uint8Array(await file.arrayBuffer()) }))) : files;
