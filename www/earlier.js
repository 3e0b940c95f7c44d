/**
 * What was decided and recorded last time, beside a file: taken up before it is screened or after. With the record a run need only
 * look at what was added or changed on the lists since.
 */

import { earlier as words } from './words.js';
import { count, el, english, fill, flat, number, refusal, say } from './view/dom.js';
import { earlier as view } from './view/earlier.js';

const part = (id) => document.getElementById(id);

export class Earlier {
  #client;
  #keeper;
  #announce;
  #try;
  #changed;
  #total = 0; // rows of the table
  #taken = []; // [call, bytes] of what was taken up, to be taken up again when the same file is read otherwise
  #before = null; // { day, known } of the record

  /** `attempt` does something with the table and says it where that cannot be done; `changed` is called after something was taken up. */
  constructor({ client, keeper, announce, attempt, changed }) {
    this.#client = client;
    this.#keeper = keeper;
    this.#announce = announce;
    this.#try = attempt;
    this.#changed = changed;
  }

  /** The day of the record, if there is one. */
  get day() {
    return this.#before?.day ?? null;
  }

  /** Whether decisions of last time were taken up. */
  get decided() {
    return this.#taken.some(([call]) => call === 'takeReview');
  }

  /** Another table takes the place of the one before. */
  forget() {
    this.#before = null;
    this.#taken = [];
    part('table-earlier').replaceChildren();
  }

  /** The fields, for a table of so many rows. */
  draw(total) {
    this.#total = total;
    if (part('earlier')) return;
    part('table-earlier').replaceChildren(...flat(view({
      review: (file) => this.#show(async () => this.take('takeReview', await file.arrayBuffer())),
      before: (file) => this.#show(async () => this.take('takeBefore', await file.arrayBuffer())),
    })));
  }

  /** Takes up `takeReview` or `takeBefore`, and resolves to what is to be said of it. */
  async take(call, bytes) {
    const told = await this.#keeper.ask(call, bytes);
    this.#taken = [...this.#taken.filter(([other]) => other !== call), [call, bytes]];
    if (call === 'takeReview') return count(words.taken, told);
    this.#before = told;
    part('earlier-delta').hidden = false;
    return say(words.since, { day: told.day, known: number(told.known), total: number(this.#total) });
  }

  /** The same file was read otherwise: what was taken up belongs to it still. */
  async again() {
    for (const [call, bytes] of this.#taken) await this.take(call, bytes);
  }

  /**
   * What a run with these settings has to look at, `entries` being what is listed: `{ places, basis }`, `{}` where every row has to be held
   * against every list, or `{ told }` with the reason why it has to be all the same.
   */
  async plan(entries, { threshold, weak }) {
    if (!this.#before || !part('delta').checked) return {};
    const added = await this.#keeper.ask('added', entries, threshold, weak);
    if (typeof added === 'string') return { told: fill(words.ofNoUse, { why: english(added) }) };
    return added;
  }

  async #show(take) {
    let told;
    try {
      told = el('p', { class: 'news' }, await take());
      await this.#changed();
    } catch (error) {
      if (!error.code) return this.#try(() => Promise.reject(error));
      told = el('p', { class: 'wrong' }, refusal(error));
    }
    part('earlier-told').replaceChildren(told);
    this.#announce(told.textContent);
  }
}
