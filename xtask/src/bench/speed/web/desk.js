/** Does what messages ask for, in a worker or in the page's own thread. */

import { load } from './pkg/index.js';
import init from './pkg/wasm/namesieve.js';
import { loop, measure } from './measure.js';

const names = async () => (await fetch('./names.json')).json();
const pack = async () => new Uint8Array(await (await fetch('./lists.pack')).arrayBuffer());

let sieve;

const tasks = {
  loop,

  /** On a device that is so many times slower, so many times fewer rows. */
  async measure(rate) {
    const { kinds, batch } = await names();
    const rows = batch.slice(0, Math.ceil(batch.length / rate));
    const { sieve: opened, figures } = await measure(load, init, await pack(), { kinds, batch: rows });
    sieve = opened;
    return figures;
  },

  screen: (name) => sieve.screen(name),

  async peer(peer) {
    const { ask } = await import('./peers.js');
    return ask(peer, await names(), { load, pack });
  },
};

/** Answers on this port: `{ task, given }` in, `{ done }` or `{ failed }` out. */
export function serve(port) {
  port.onmessage = async ({ data: { task, given } }) => {
    try {
      port.postMessage({ done: await tasks[task](...given) });
    } catch (error) {
      port.postMessage({ failed: `${task}: ${error.message}` });
    }
  };
}
