/** The policies as they are served, and the site with some of their directives changed. */

import { opened } from './attempts.mjs';
import { site } from '../site.mjs';

const NAME = 'content-security-policy';

// As they stand in the page, in seal.js, and in the joined script of every worker.
const META = /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")/;
const SEAL = /(const POLICY =)([^;]*(?:"[^"]*"[^;"]*)+)(;\n)/;
const CLOSED = /for \(const way of \[([^\]]+)\]\) delete self\[way\]/;
const PROOF = /async function sealed\(\) \{/;

const sealOf = (code) => [...code.matchAll(/"([^"]*)"/g)].map(([, text]) => text).join('');

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

function replaced(text, place, by) {
  if (!place.test(text)) throw new Error(`${place} is not what it was: correct the expression that finds it`);
  return text.replace(place, by);
}

/**
 * The site with its policies changed: `document` is what header and page say from the beginning, `seal` what the page adds once it has
 * all it needs, both `{ directive: value }`; with `seal: null` the page stays unsealed. `closed: { way: null }` leaves that way to the
 * workers, from which it is taken away; with `proof: null` they do not prove that they are sealed.
 */
export const altered = ({ document = {}, seal = {}, closed = {}, proof }) =>
  opened((path, answer) => {
    const policy = answer.headers.get(NAME);
    if (path === '/') {
      answer.headers.set(NAME, changed(policy, document));
      // A page cannot say itself who may frame it.
      const { 'frame-ancestors': _, ...own } = document;
      answer.text = replaced(answer.text, META, (all, before, text, after) => before + changed(text, own) + after);
    }
    if (path === '/seal.js')
      answer.text = replaced(answer.text, SEAL, (all, before, code, after) => `${before} "${seal === null ? '' : changed(sealOf(code), seal)}"${after}`);
    if (path === '/worker.js') {
      answer.text = replaced(answer.text, CLOSED, (all) => Object.keys(closed).reduce((text, way) => replaced(text, new RegExp(`'${way}'`), "'nothing'"), all));
      if (proof === null) answer.text = replaced(answer.text, PROOF, (all) => `${all} return true;`);
    }
    return false;
  });

/** The directives of each policy as they are served, and the ways that are taken away from the workers. */
export async function served() {
  const text = async (path) => (await fetch(new URL(path, site))).text();
  const { headers } = await fetch(site, { method: 'HEAD' });
  const directives = (policy) => [...parse(policy).keys()];
  return {
    document: directives(headers.get(NAME)),
    seal: directives(sealOf((await text('seal.js')).match(SEAL)[2])),
    closed: (await text('worker.js')).match(CLOSED)[1].match(/\w+/g),
  };
}
