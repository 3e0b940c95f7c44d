/**
 * Which lists are loaded, where each comes from, and which edition goes before which.
 *
 * A pack is `{ bytes, lists, from }`; `from` is 'site' (offered by it), 'device' (kept from an earlier visit) or 'file' (added in
 * this visit). A list that a person added stands in place of the site's own edition; without it the site's own is back.
 */

import { days } from './ages.js';
import { keyOf, wholeOf } from './editions.js';
import { titles } from './offered.js';

const keysOf = (pack) => pack.lists.map(keyOf);

export class Lists {
  #client;
  #site = [];
  added = []; // a pack of one list each
  missing = []; // { name, lists, from }: what ought to be loaded and is not
  loaded = []; // the engine's coverage of each list
  about = {};

  constructor(client) {
    this.#client = client;
  }

  /** Which packs the first engine is to open: of two editions of a list the newer one. Gives back what was passed over. */
  static choose(site, kept) {
    const newest = (pack) => pack.lists[0].issued ?? '';
    const older = kept.filter((pack) =>
      site.some(({ lists }) => lists.some((list) => keyOf(list) === keyOf(pack.lists[0]) && (list.issued ?? '') > newest(pack))));
    return { kept: kept.filter((pack) => !older.includes(pack)), older };
  }

  static inForce(site, added) {
    const own = new Set(added.flatMap(keysOf));
    return [...site.filter((pack) => !keysOf(pack).every((key) => own.has(key))), ...added];
  }

  /** The first engine has opened the lists, all but the damaged ones. */
  async opened(ready, { site, added, missing }) {
    const packs = Lists.inForce(site, added);
    const damaged = ready.damaged.map(({ at }) => packs[at]);
    this.#site = site.filter((pack) => !damaged.includes(pack));
    this.added = added.filter((pack) => !damaged.includes(pack));
    this.missing = [...missing, ...damaged.map(({ lists, from }) => ({ name: titles(lists), lists, from }))];
    await this.#took(ready);
    return damaged;
  }

  /** What a newly read list is beside what is loaded: 'new', 'newer', 'other', 'same' or 'older'. */
  compare(list) {
    const now = this.loaded.find((each) => keyOf(each) === keyOf(list) && !this.isEmbedded(each));
    if (!now) return 'new';
    if (now.sha256 === list.sha256) return 'same';
    if ((now.issued ?? '') === (list.issued ?? '')) return 'other';
    return (list.issued ?? '') > (now.issued ?? '') ? 'newer' : 'older';
  }

  find = (key) => this.loaded.find((each) => keyOf(each) === key);

  pack = (list) => [...this.added, ...this.#site].find((pack) => keysOf(pack).includes(keyOf(list)));

  isEmbedded = (list) => !this.pack(list);

  /** Takes lists up in place of those with the same key; all of them or, when the engine refuses one, none. */
  add(packs) {
    const keys = packs.flatMap(keysOf);
    return this.#change([...this.added.filter((pack) => !keys.includes(keysOf(pack)[0])), ...packs], keys);
  }

  /** Takes up what the site offers after all. */
  async offer(packs) {
    const before = this.#site;
    this.#site = packs;
    try {
      await this.#change(this.added, packs.flatMap(keysOf));
    } catch (error) {
      this.#site = before;
      throw error;
    }
  }

  remove(key) {
    return this.#change(this.added.filter((pack) => keysOf(pack)[0] !== key), [key]);
  }

  async switch(id, on) {
    await this.#client.switch(id, on);
  }

  isOn = (id) => !this.#client.off.includes(id);

  /** `fresh` are keys of lists that are on whatever stood in their place before. */
  async #change(added, fresh) {
    const chosen = this.loaded.filter(({ id }) => !this.isOn(id)).filter((list) => !fresh.includes(keyOf(list)) && !wholeOf(list, this.loaded));
    const packs = Lists.inForce(this.#site, added).map(({ bytes }) => bytes);
    const ready = await this.#client.change(packs, chosen.map(({ id }) => id));
    this.added = added;
    await this.#took(ready);
  }

  async #took({ lists, about }) {
    this.loaded = lists;
    this.about = about;
    const has = (list) => lists.some((each) => keyOf(each) === keyOf(list));
    this.missing = this.missing.filter((each) => !each.lists?.every(has));
    for (const list of lists) if (wholeOf(list, lists)) await this.#client.switch(list.id, false);
  }
}

/** The lists of those given that are past an age, oldest first. */
export const olderThan = (lists, limit) =>
  lists.filter(({ ages, issued }) => ages && issued && days(issued) > limit).sort((a, b) => (a.issued < b.issued ? -1 : 1));
