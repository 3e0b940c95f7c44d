/** The three policies as they are served, and the site with some of their directives changed. */

import { opened, places } from './attempts.mjs';
import { site } from '../site.mjs';

const NAME = 'content-security-policy';
const SEAL = /(meta\.content = ")([^"]*)(")/;

const parse = (policy) => new Map(policy.split(';').map((each) => each.trim()).filter(Boolean).map((each) => {
  const [directive, ...values] = each.split(/\s+/);
  return [directive, values.join(' ')];
}));

/** The policy with directives changed; null takes one away. */
function changed(policy, changes = {}) {
  const directives = parse(policy);
  for (const [directive, value] of Object.entries(changes)) {
    if (!directives.has(directive)) throw new Error(`there is no ${directive} in: ${policy}`);
    if (value === null) directives.delete(directive);
    else directives.set(directive, value);
  }
  return [...directives].map((each) => each.join(' ')).join('; ');
}

const isWorker = (path) => path !== places.page && Object.values(places).includes(path);

/**
 * The site with its policies changed: `document` and `worker` are those of the headers, `seal` the one that the page adds to
 * itself once it has all it needs; each `{ directive: value }`, and `seal: null` leaves the page unsealed. `closed: { way: null }`
 * leaves that way out to the workers, from which it is taken away.
 */
export const altered = ({ document, worker, closed = {}, seal = {} }) =>
  opened((path, answer) => {
    const policy = answer.headers.get(NAME);
    if (policy) answer.headers.set(NAME, changed(policy, isWorker(path) ? worker : document));
    if (path === '/load.js') {
      if (!SEAL.test(answer.text)) throw new Error('load.js does not hold the seal as it did: correct the expression that finds it');
      answer.text = answer.text.replace(SEAL, (_, before, text, after) => before + (seal === null ? '' : changed(text, seal)) + after);
    }
    if (path === '/closed.js') for (const way of Object.keys(closed)) {
      if (!answer.text.includes(`'${way}'`)) throw new Error(`closed.js does not take ${way} away`);
      answer.text = answer.text.replace(`'${way}'`, "'nothing'");
    }
    return false;
  });

/** The directives of each policy as they are served, and the ways that are taken away from the workers. */
export async function served() {
  const header = async (path) => (await fetch(new URL(path, site))).headers.get(NAME);
  const closed = (await (await fetch(new URL('closed.js', site))).text()).match(/\[(.+)\]\)/)[1].match(/\w+/g);
  const [, , seal] = (await (await fetch(new URL('load.js', site))).text()).match(SEAL);
  const directives = (policy) => [...parse(policy).keys()];
  return {
    document: directives(await header('/')),
    worker: directives(await header(places.engine)),
    seal: directives(seal),
    closed,
    allWorkers: await Promise.all(Object.values(places).filter(isWorker).map(header)),
  };
}
