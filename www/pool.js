/**
 * Several engines over the same lists that screen rows side by side. An engine that is lost is replaced and the rows it held are
 * screened again; a row over which it is lost each time is told as not screened.
 */

// So many rows travel at once: enough that travelling costs nothing, few enough that progress is seen and little is done twice.
const ROWS = 16;

// An engine that has said nothing for so long, or for so many times what rows took so far, is lost. A row of many words takes
// seconds on a slow phone.
const SILENCE = 60_000;
const TIMES = 40;

// An engine keeps its lists in memory, hundreds of megabytes of them with every list: more than so many help nobody.
const MOST = 4;

/** How many engines this device bears: one on a phone, else one for each of its processors. */
export function engines() {
  const small = matchMedia('(pointer: coarse)').matches || (navigator.deviceMemory ?? 8) < 4;
  return small ? 1 : Math.max(1, Math.min(MOST, navigator.hardwareConcurrency || 1));
}

export class Pool {
  #launch;
  #gate = null; // while paused, a promise that opens when it goes on
  #open;
  #over = false;
  #workers = new Set(); // those that can be asked
  #longest = 0; // milliseconds that rows took at most

  /** `launch` resolves to a worker with an engine that is ready. */
  constructor(launch) {
    this.#launch = launch;
  }

  /**
   * Screens rows. `rows(from, count)` resolves to some of them, `take(from, outcomes)` takes what they came to. Resolves to whether all
   * were done: it was not cancelled.
   */
  async run(total, { rows, take, settings, size = engines() }) {
    let next = 0;
    const work = async () => {
      let engine = null;
      while (!this.#over && next < total) {
        await this.#gate;
        if (this.#over || next >= total) break;
        const from = next;
        next += ROWS;
        const some = await rows(from, Math.min(ROWS, total - from));
        engine ??= await this.#start();
        let outcomes;
        [engine, outcomes] = await this.#screen(engine, some, settings);
        if (outcomes && !this.#over) await take(from, outcomes);
      }
    };
    try {
      await Promise.all(Array.from({ length: Math.min(size, Math.ceil(total / ROWS)) }, work));
      return !this.#over;
    } finally {
      this.cancel(); // an error in one ends the others
    }
  }

  pause() {
    this.#gate ??= new Promise((open) => (this.#open = open));
  }

  goOn() {
    this.#gate = null;
    this.#open?.();
  }

  get paused() {
    return this.#gate !== null;
  }

  cancel() {
    this.#over = true;
    this.goOn();
    this.#workers.forEach((worker) => worker.terminate());
    this.#workers.forEach((worker) => worker.dispatchEvent(new Event('ended')));
    this.#workers.clear();
  }

  async #start() {
    const worker = await this.#launch();
    worker.addEventListener('error', () => this.#end(worker)); // also between two questions
    if (this.#over) worker.terminate();
    else this.#workers.add(worker);
    return worker;
  }

  #end(worker) {
    worker.terminate();
    this.#workers.delete(worker);
  }

  /** The outcomes of some rows, and the engine to go on with; no outcomes once it is cancelled. */
  async #screen(engine, rows, settings) {
    const outcomes = await this.#ask(engine, rows, settings);
    if (outcomes || this.#over) return [engine, outcomes];
    // All at once again, and then one by one, so that one row does not take the others with it.
    this.#end(engine);
    engine = await this.#start();
    const again = await this.#ask(engine, rows, settings);
    if (again || this.#over) return [engine, again];
    this.#end(engine);
    engine = null;
    const each = [];
    for (const row of rows) {
      engine ??= await this.#start();
      const outcome = await this.#ask(engine, [row], settings);
      if (this.#over) return [engine, null];
      each.push(outcome ? outcome[0] : failed());
      if (!outcome) {
        this.#end(engine);
        engine = null;
      }
    }
    return [engine, each];
  }

  /** Resolves to the outcomes of some rows, or to null if the engine was lost over them. */
  #ask(engine, rows, settings) {
    if (!this.#workers.has(engine)) return Promise.resolve(null);
    const began = performance.now();
    return new Promise((resolve) => {
      const end = (outcomes) => {
        clearTimeout(limit);
        engine.removeEventListener('message', hear);
        engine.removeEventListener('error', lose);
        engine.removeEventListener('ended', lose);
        if (outcomes) this.#longest = Math.max(this.#longest, performance.now() - began);
        resolve(outcomes);
      };
      const hear = ({ data: { answer } }) => end(answer ?? null);
      const lose = () => end(null);
      const limit = setTimeout(lose, this.#longest ? Math.max(SILENCE / 4, TIMES * this.#longest) : SILENCE);
      engine.addEventListener('message', hear);
      engine.addEventListener('error', lose);
      engine.addEventListener('ended', lose);
      engine.postMessage({ id: 0, call: 'screenRows', with: [rows, settings] });
    });
  }
}

const failed = () => ({ status: 'not-screened', reasons: [{ code: 'failed' }], hits: [], weakOnly: 0, remarks: [] });
