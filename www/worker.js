/**
 * The engine's side of the border: gets the compiled module, screens names, fetches nothing.
 *
 * In: `{ start: module }`, then `{ id, call: 'screen' | 'designation', with: […] }`.
 * Out: `{ ready }` or `{ refused }`, then `{ id, answer }` or `{ id, error }`, or `{ broken }` when the engine can no longer be trusted.
 */

import { load } from './pkg/index.js';

let sieve;

const told = ({ code, message }) => ({ code, message });

self.addEventListener('message', ({ data }) => (data.start ? start(data.start) : answer(data)));

async function start(module) {
  try {
    sieve = await load({ wasm: module });
    const { method, threshold, version } = sieve;
    self.postMessage({ ready: { lists: sieve.lists(), method, threshold, version } });
  } catch (error) {
    self.postMessage({ refused: told(error) });
  }
}

function answer({ id, call, with: parameters }) {
  try {
    self.postMessage({ id, answer: call === 'screen' ? sieve.screen(...parameters) : sieve.designation(...parameters) });
  } catch (error) {
    // An error with a code is an answer. One without (a trap in the wasm) leaves the engine in an unknown state.
    self.postMessage(error.code ? { id, error: told(error) } : { broken: true });
  }
}
