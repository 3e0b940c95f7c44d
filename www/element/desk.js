/**
 * The desk: one engine over one set of lists, which every component of a document and the document's own code ask.
 *
 * Whoever wants to ask need not wait for it to start, and never gets an answer of lists other than those it names.
 */

import { MAX_AGE, today } from '../ages.js';
import { Client, EngineLost } from '../client.js';
import { wholeOf } from '../editions.js';
import { withMissing } from '../judged.js';
import { titles } from '../offered.js';
import { moduleSha256 } from '../pkg/index.js';
import { StartError } from '../start-error.js';
import { used } from '../trust.js';

// What a desk is asked and answers. Copies of this module that differ in it have desks of their own.
const VERSION = 1;

// Milliseconds for which an engine is kept that no component needs any more: a page that changes its view has one again at once.
const REST = 10_000;

// Refusals of a worker that another way of starting one may not meet.
const ANOTHER_WAY = ['worker-missing', 'unsealed'];

export class Desk extends EventTarget {
  #source;
  #client;
  #starting = null;
  #queue = Promise.resolve();
  #users = 0;
  #rest;
  about = null; // { lists, method, threshold, version } of an engine that has started
  missing = []; // { name, lists }: what ought to be loaded and is not

  /** `source` is `{ module(), lists(module), ways }`: what host.js says for the page of somebody else. */
  constructor(source) {
    super();
    this.#source = source;
  }

  /** Resolves to `about` when the engine has verified its lists. A start that failed can be tried again. */
  start() {
    this.#starting ??= this.#begin().catch((error) => {
      this.#starting = null;
      throw error;
    });
    return this.#starting;
  }

  async #begin() {
    await null; // whoever imports the component may say in the same breath where its files lie
    const module = this.#source.module();
    module.catch(() => null); // told below
    const site = await this.#source.lists(module);
    const [client, about] = await this.#open(await module, site.packs.map(({ bytes }) => bytes));
    const damaged = about.damaged.map(({ at }) => site.packs[at]);
    this.missing = [...site.missing, ...damaged.map(({ lists }) => ({ name: titles(lists), lists }))];
    if (site.packs.length) used(site.version);
    this.#client = client;
    this.about = about;
    return about;
  }

  /** The first way by which a worker starts is the way. */
  async #open(module, packs) {
    let refusal;
    for (const newWorker of this.#source.ways) {
      const client = new Client(module, packs, (how, restarted) => this.#lose(how, restarted), () => started(newWorker));
      try {
        return [client, await client.start()];
      } catch (error) {
        refusal = error;
        if (!ANOTHER_WAY.includes(error.code)) break;
      }
    }
    throw refusal;
  }

  /** Those who show something of the engine are told that it is gone, and when it is back. */
  #lose(how, restarted) {
    restarted.catch(() => (this.#starting = null)); // whoever asks next starts it anew
    this.dispatchEvent(new CustomEvent('lost', { detail: { how, restarted } }));
  }

  /**
   * Resolves to the screening of a name with what could not be loaded under `missing`. `lists` are the ids of the lists to look at, all
   * where there is none; `isWanted` says, when its turn comes, whether the answer is still wanted.
   */
  screen(name, settings, { lists = [], isWanted = () => true } = {}) {
    const answer = this.#queue.then(async () => {
      await this.start();
      if (!isWanted()) throw new EngineLost('overtaken');
      const result = await this.#client.screen(name, { ...settings, maxAge: MAX_AGE, today: today() }, this.#without(lists));
      return withMissing(result, this.#missingOf(lists));
    });
    this.#queue = answer.catch(() => null);
    return answer;
  }

  /** What is loaded and not looked at: lists that were not asked for, and a part of a list beside the whole of it. */
  #without(wanted) {
    const { lists } = this.about;
    const chosen = lists.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
    return lists.filter((list) => !chosen.includes(list) || wholeOf(list, chosen)).map(({ id }) => id);
  }

  /** What was asked for and is not there; lists of which nothing is known may be among those asked for. */
  #missingOf(wanted) {
    if (wanted.length === 0) return this.missing;
    const known = this.missing.filter(({ lists }) => !lists || lists.some(({ id }) => wanted.includes(id)));
    const told = known.flatMap(({ lists }) => lists ?? []);
    const absent = wanted.filter((id) => [...this.about.lists, ...told].every((list) => list.id !== id));
    return [...known, ...absent.map((id) => ({ name: id, lists: [{ id }] }))];
  }

  /** What would be looked at, for the coverage of a question that is not put yet. */
  looked(wanted) {
    const without = this.#without(wanted);
    const [off, lists] = [true, false].map((is) => this.about.lists.filter(({ id }) => without.includes(id) === is));
    return { lists, off, missing: this.#missingOf(wanted) };
  }

  async designation(list, id) {
    await this.start();
    return this.#client.designation(list, id);
  }

  /** A component needs it. */
  enter() {
    this.#users++;
    clearTimeout(this.#rest);
  }

  /** A component needs it no more; after the last one the engine ends and gives its memory back. */
  leave() {
    this.#users--;
    if (this.#users === 0) this.#rest = setTimeout(() => this.#close(), REST);
  }

  async #close() {
    await this.#queue;
    if (this.#users > 0) return;
    this.#client?.close();
    this.#client = this.#starting = null;
  }
}

/** What throws when it is started is missing like what fails a moment later. */
function started(newWorker) {
  try {
    return newWorker();
  } catch (error) {
    throw new StartError('worker-missing', error.message);
  }
}

const home = () => (globalThis[Symbol.for('namesieve.desks')] ??= new Map());
const keyOf = (manifest, key) => JSON.stringify([VERSION, moduleSha256, manifest, key]);

/** The desk of this document for these lists, which copies of this module share; the first who asks has it made of `source`. */
export function deskOf({ manifest = '', key = '' }, source) {
  const place = keyOf(manifest, key);
  if (!home().has(place)) home().set(place, new Desk(source()));
  return home().get(place);
}
