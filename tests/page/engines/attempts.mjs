/** Tries all ways out of a page or a worker at once, each towards a server of its own, and says which of them arrived. */

import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from 'selenium-webdriver';
import { Foreign } from './foreign.mjs';
import { Mirror } from './mirror.mjs';

const door = readFileSync(new URL('door.js', import.meta.url), 'utf8');

/** Where names and files are: the page and the workers that live as long as it does, each by the channel at which its door listens. */
export const places = { page: '/', engine: './worker.js', table: './table.js' };

const scripts = ['/main.js', '/worker.js', '/reader.js'];

/** Two places of the same origin under no policy at all, for the control. */
const blank = {
  '/blank.html': ['text/html', '<!doctype html><title>Blank</title><body><script src="/blank.js"></script>'],
  '/blank.js': ['text/javascript', door],
};

// What is let out arrives within some ten milliseconds; so long is waited for what has not, on a machine that is busy.
const ARRIVAL = 500;

/** The site with the door in its scripts, and what a test changes besides. */
export const opened = (change = () => false) =>
  Mirror.start((path, answer) => {
    if (scripts.includes(path)) answer.text += `\n${door}`;
    if (!(path in blank)) return change(path, answer);
    const [type, text] = blank[path];
    answer.headers = new Map([['content-type', type]]);
    answer.text = text;
    return true;
  });

/** What the door at `channel` answers to a message. A door that is not there yet hears nothing: `{ list }` is asked until it is. */
const asked = (driver, channel, message) =>
  driver.executeAsyncScript(`
    const [name, message, done] = arguments;
    const channel = new BroadcastChannel(name);
    const again = message.list && setInterval(() => channel.postMessage(message), 50);
    channel.onmessage = ({ data }) => {
      if (!(message.list ? data.ways : data.through)) return; // an answer to what was asked twice
      clearInterval(again);
      channel.close();
      done(data);
    };
    channel.postMessage(message);`, channel, message);

/** Tells the door at `channel` something that it does not answer. */
export const tell = (driver, channel, message) =>
  driver.executeScript(`
    const channel = new BroadcastChannel(arguments[0]);
    channel.postMessage(arguments[1]);
    setTimeout(() => channel.close(), 1000);`, channel, message);

/** The names of all ways that the door at `channel` knows. */
export const waysOf = async (driver, channel) => (await asked(driver, channel, { list: true })).ways;

/**
 * Has the door at `channel` try ways, each towards a foreign server of its own or, with a mirror, towards the page's own. What
 * comes back says of each way that got through how far: 'request', 'connection' (opened, and nothing sent), or 'allowed' where
 * the way is no request. So many milliseconds of `patience` does the door have with those that say nothing.
 */
export async function tried(driver, channel, ways, mirror = null, patience = undefined) {
  const foreign = mirror ? [] : await Promise.all(ways.map(() => Foreign.start()));
  const before = mirror?.requests.length;
  const targets = Object.fromEntries(ways.map((way, at) => [way, mirror ? `${mirror.address}reach/${at}` : foreign[at].origin]));
  const arrived = (at) => {
    if (mirror) return mirror.requests.slice(before).some((request) => request.includes(` /reach/${at}/`)) && 'request';
    return (foreign[at].requests.length > 0 && 'request') || (foreign[at].connections > 0 && 'connection');
  };
  try {
    const { through, said, broken } = await asked(driver, channel, { targets, patience });
    for (const end = Date.now() + ARRIVAL; Date.now() < end && !ways.every((_, at) => arrived(at)); ) await sleep(20);
    const far = ways.map((way, at) => [way, arrived(at) || (through.includes(way) && 'allowed')]);
    return { reached: Object.fromEntries(far.filter(([, how]) => how)), said, broken };
  } finally {
    foreign.forEach((each) => each.close());
  }
}

/** Leaves the page in this way at a click, as a person is led to; whether a request came to the foreign server. */
export async function left(driver, channel, way) {
  const foreign = await Foreign.start(() => 'elsewhere');
  try {
    await tell(driver, channel, { leave: way, to: foreign.origin });
    await driver.wait(until.elementLocated({ css: '#leave' }), 5000);
    await driver.findElement({ css: '#leave' }).click();
    for (let tries = 0; tries < 10 && foreign.requests.length === 0; tries++) await sleep(100);
    return foreign.requests.length > 0;
  } finally {
    foreign.close();
  }
}
