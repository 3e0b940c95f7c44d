/**
 * The engine's side of the border: gets the compiled module and packs, screens names, fetches nothing.
 *
 * Out: `{ here }` when it has proved that it is sealed, else `{ unsealed }`. In: `{ start: { module, packs, off, places } }`, then `{ id, call: 'screen' | 'screenWithout' | 'screenRows' | 'openScan' | 'stepScan' | 'endScan' | 'entries' | 'designation' | 'switch', with: […] }`.
 * Out: `{ ready }` or `{ refused }`, then `{ id, answer }` or `{ id, error }`, or `{ broken }` when the engine can no longer be trusted.
 */

import { load } from './pkg/index.js';
import { listen } from './sealed.js';

let sieve;
let scan = null; // the text that is being searched, one at a time, with the number that the page gave it

const told = ({ code, message, fact }) => ({ code, message, fact });

listen((data) => (data.start ? start(data.start) : answer(data)));

async function start({ module, packs, off, places }) {
  try {
    const damaged = await open(module, packs);
    const { method, threshold, textThreshold, version } = sieve;
    const lists = sieve.lists();
    for (const { id } of lists) if (off.includes(id)) sieve.switch(id, false);
    if (places) sieve.narrow(places);
    const about = Object.fromEntries(lists.map(({ id }) => [id, sieve.list(id)]));
    self.postMessage({ ready: { lists, about, damaged, method, threshold, textThreshold, version } });
  } catch (error) {
    // An error without a code is a trap in the wasm, which lists that are too large for the device cause.
    self.postMessage({ refused: told(error) });
  }
}

/** Opens all packs together. Where that fails, those that cannot be opened by themselves are left out and told by their places. */
async function open(wasm, packs) {
  try {
    sieve = await load({ wasm, packs, embedded: true });
    return [];
  } catch (error) {
    // Want of memory is nothing of a pack.
    if (error.code !== 'bad-pack') throw error;
    const damaged = [];
    for (const [at, pack] of packs.entries())
      await load({ wasm, packs: [pack] }).then((alone) => alone.close(), (refusal) => {
        if (refusal.code !== 'bad-pack') throw refusal;
        damaged.push({ at, message: refusal.message });
      });
    if (damaged.length === 0) throw error;
    sieve = await load({ wasm, packs: packs.filter((_, at) => damaged.every((each) => each.at !== at)), embedded: true });
    return damaged;
  }
}

/** The outcomes of rows of a table; one with a fault has its outcome already. */
const screenRows = (rows, settings) =>
  rows.map((row) => (row.fault ? null : row.wasClear ? sieve.screenRowSince(row, settings) : sieve.screenRow(row, settings)));

/** One name, while these lists are off as well: several parts of a page may look at different lists with one engine. */
function screenWithout(lists, name, settings) {
  const off = lists.filter((list) => sieve.lists().some(({ id }) => id === list));
  off.forEach((list) => sieve.switch(list, false));
  try {
    return sieve.screen(name, settings);
  } finally {
    off.forEach((list) => sieve.switch(list, true));
  }
}

/** Whoever asks for an older text must not go on with, or end, the one that took its place. */
function openScan(number, text, settings) {
  scan?.search.close();
  scan = { number, search: sieve.openScan(text, settings) };
}

function searchOf(number) {
  if (scan?.number !== number) throw Object.assign(new Error('this text is not searched any more'), { code: 'no-scan' });
  return scan.search;
}

/** Goes on for some milliseconds; how far it is, from 0 to 1. */
const stepScan = (number) => searchOf(number).step();

/** Ends it, and gives what was found. */
function endScan(number) {
  const search = searchOf(number);
  const result = search.result();
  search.close();
  scan = null;
  return result;
}

const calls = { screenRows, screenWithout, openScan, stepScan, endScan };

function answer({ id, call, with: parameters }) {
  try {
    self.postMessage({ id, answer: calls[call] ? calls[call](...parameters) : sieve[call](...parameters) });
  } catch (error) {
    // An error with a code is an answer. One without (a trap in the wasm) leaves the engine in an unknown state.
    self.postMessage(error.code ? { id, error: told(error) } : { broken: true });
  }
}
