/** What is measured of the package, the same in Node, in a worker and in a page's own thread. Times are milliseconds. */

/** How often the lists are opened: first as whoever comes new, then to see how long it takes at best. */
const OPENED = 3;

/** So many rounds of a fixed loop take some tenths of a second: long beside the slices in which Chromium slows a thread down. */
const ROUNDS = 50_000_000;

const now = () => performance.now();

const took = (work) => {
  const began = now();
  work();
  return now() - began;
};

/** How long a loop takes that is always the same: what a slower device is known by. */
export function loop() {
  let sum = 0;
  const time = took(() => {
    for (let round = 0; round < ROUNDS; round++) sum = (sum * 31 + round) | 0;
  });
  return Number.isInteger(sum) && time;
}

/**
 * Opens the pack and asks all names; the sieve is left open. `load` is the package's, `init` the one of its bindings, which gives what the
 * module exports once it is started.
 */
export async function measure(load, init, pack, { kinds, batch }) {
  const opening = [];
  const open = async () => {
    const began = now();
    const sieve = await load({ packs: [pack] });
    opening.push(now() - began);
    return sieve;
  };
  let sieve = await open();
  const { memory } = await init();
  const opened = memory.buffer.byteLength;
  const firstQuery = took(() => sieve.screen(kinds[0].names[0].name));
  while (opening.length < OPENED) {
    sieve.close();
    sieve = await open();
  }
  const asked = kinds.map(({ names }) => names.map(({ name }) => took(() => sieve.screen(name))));
  const rows = took(() => {
    for (const name of batch) sieve.screenRow({ names: [name], facts: [] });
  });
  return { sieve, figures: { opening, firstQuery, memory: [opened, memory.buffer.byteLength], kinds: asked, rows: [batch.length, rows] } };
}
