/**
 * Measures the package in headless Chromium on devices of several speeds (`node chromium.mjs devices ADDRESS`), or the libraries
 * beside it (`libraries`), and prints the figures as JSON; the address is that of the bench's page.
 *
 * Chromium slows down threads and not processes, and which ones has changed between its versions. A fixed loop in each thread tells: the
 * engine is measured in a worker where throttling acts on workers, and in the page's own thread where it acts on that alone.
 */

import { readFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { start } from '../../../../../tests/page/browser.mjs';

/** How many times slower the device is, as Chromium's own tools offer it for a middling and a low-end phone. */
const RATES = [1, 4, 6];

/** The loop takes at least this part of what the rate says longer, or the rate is not taken to act. */
const ACTS = 0.7;

/** Of so many loops the quickest counts, because the machine may be busy with other things. */
const LOOPS = 3;

/** The slowest library takes minutes for its names. */
const PATIENCE = 3_600_000;

const [, , what, address] = argv;
const { driver, wire, close } = await start();

async function bench(what, ...given) {
  const { done, failed } = await driver.executeAsyncScript((name, parameters, tell) => {
    globalThis.bench[name](...parameters).then((result) => tell({ done: result }), (error) => tell({ failed: error.message }));
  }, what, given);
  if (failed) throw new Error(failed);
  return done;
}

async function visit() {
  await driver.get(address);
  await driver.wait(() => driver.executeScript(() => 'bench' in globalThis), 10_000, 'the page of the bench does not start');
}

async function loop(thread) {
  const times = [];
  for (let round = 0; round < LOOPS; round++) times.push(await bench('ask', thread, 'loop'));
  return Math.min(...times);
}

/** The figures on a device of this speed: in which thread, and how many times longer the loop took in each than at full speed. */
async function device(rate, full) {
  await visit();
  const unthrottled = full ?? { worker: await loop('worker'), page: await loop('page') };
  await wire.page('Emulation.setCPUThrottlingRate', { rate });
  await bench('ask', 'worker', 'loop'); // so that there is a worker
  // Where it is said to the worker too, this one refuses so far: “only supported for pages, not workers”.
  await wire.toWorker('Emulation.setCPUThrottlingRate', { rate }, 'thread.js').catch(() => null);
  const slowed = {};
  for (const thread of ['worker', 'page']) slowed[thread] = (await loop(thread)) / unthrottled[thread];
  const acts = (thread) => slowed[thread] >= ACTS * rate;
  const thread = acts('worker') || !acts('page') ? 'worker' : 'page';
  const figures = await bench('ask', thread, 'measure', rate);
  figures.version = (await driver.getCapabilities()).getBrowserVersion();
  figures.byMessage = await bench('byMessage', thread);
  await wire.page('Emulation.setCPUThrottlingRate', { rate: 1 });
  return { rate, thread, acts: acts(thread), slowed, figures, unthrottled };
}

async function devices() {
  const measured = [];
  for (const rate of RATES) {
    console.error(`Chromium at ${rate}×`);
    measured.push(await device(rate, measured[0]?.unthrottled));
  }
  return measured;
}

async function libraries() {
  const { dependencies } = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'));
  const answers = [];
  for (const [peer, version] of [['namesieve', ''], ...Object.entries(dependencies)]) {
    console.error(`${peer} in Chromium`);
    await visit(); // so that each has the memory to itself
    const answer = await bench('ask', 'worker', 'peer', peer);
    answers.push({ ...answer, peer: `${peer} ${version}`.trim() });
  }
  return answers;
}

try {
  await driver.manage().setTimeouts({ script: PATIENCE });
  console.log(JSON.stringify(await { devices, libraries }[what]()));
} finally {
  await close();
}
