/** The page of the bench: gives the driver `bench`, by which it has something done in a worker or in the page's own thread. */

import { serve } from './desk.js';

// The server's policy, which is that of the product, knows this name alone.
const policy = globalThis.trustedTypes?.createPolicy('namesieve', { createScriptURL: (address) => address });
const script = './thread.js';

const open = {
  // Named after its file, as the wire finds workers.
  worker: () => new Worker(policy?.createScriptURL(script) ?? script, { type: 'module', name: 'thread.js' }),
  page() {
    const { port1, port2 } = new MessageChannel();
    serve(port2);
    return port1;
  },
};

const ports = {};

/** Has a task done and hands over what it came to. */
function ask(thread, task, ...given) {
  ports[thread] ??= open[thread]();
  return new Promise((resolve, reject) => {
    ports[thread].onmessage = ({ data: { done, failed } }) => (failed === undefined ? resolve(done) : reject(new Error(failed)));
    ports[thread].onerror = ({ message }) => reject(new Error(message ?? 'the worker could not be started'));
    ports[thread].postMessage({ task, given });
  });
}

/** How long a name takes from the message that asks to the one that answers. */
async function byMessage(thread) {
  const { kinds } = await (await fetch('./names.json')).json();
  const times = [];
  for (const { name } of kinds[0].names) {
    const began = performance.now();
    await ask(thread, 'screen', name);
    times.push(performance.now() - began);
  }
  return times;
}

globalThis.bench = { ask, byMessage };
