/**
 * The frame: the component in a document of its own that is sealed as the page is, for pages that can take no module.
 *
 * The page around it asks through messages, which pkg/frame.d.ts describes. It is heard only where its origin is the one that stands
 * after `#` in the frame's address, and nothing is said to any other. Its language stands there too (`?lang=fr`), or comes by message.
 */

import { deskOf } from './element/desk.js';
import { screen } from './element/door.js';
import { compileEngine } from './load.js';
import { offered } from './offered.js';
import { ENGINE_WORKER, fetchWorker, seal, startWorker } from './seal.js';
import { StartError } from './start-error.js';
import { el } from './view/dom.js';
import { fitting, frame, speak, voice } from './words.js';

/** The version of the protocol, under this key in every message. */
const VERSION = 1;

// Of the component, what the page around the frame may set.
const SETTABLE = ['birth', 'country', 'nationality', 'kind', 'gender', 'identifier', 'lists', 'threshold', 'weak', 'compact', 'decisions'];

const named = decodeURIComponent(location.hash.slice(1));
const host = URL.canParse(named) ? new URL(named).origin : null;

const tell = (message) => host && parent.postMessage({ namesieve: VERSION, ...message }, host);

// Whoever could still make a request when the first name is typed would be no frame of this kind: so the seal comes first.
const started = (async () => {
  const compiled = compileEngine();
  const [module, site, worker] = await Promise.all([compiled, offered(compiled), fetchWorker(ENGINE_WORKER)]);
  if (!worker) throw new StartError('worker-missing');
  seal();
  return { module, site };
})();
started.catch(() => null); // the component tells

const desk = deskOf({}, () => ({
  module: () => started.then(({ module }) => module),
  lists: () => started.then(({ site }) => site),
  ways: [() => startWorker(ENGINE_WORKER)],
}));

const search = el('name-sieve', null);

const ofAddress = new URLSearchParams(location.search).get('lang') ?? '';

/** The whole document speaks a language, English where it is not offered; the component follows the document. */
async function turn(tag) {
  await speak(fitting(tag) ?? 'en');
  const { documentElement: root } = document;
  [root.lang, root.dir, document.title] = [voice.tag, voice.dir, frame.title];
}

/** What the page around may ask; each gives what is answered to it. */
const calls = {
  /** Without a trace in the frame. */
  async screen({ name, settings, lists }) {
    return { type: 'outcome', detail: await screen(String(name), settings, { lists }) };
  },
  /** In the frame's own field, as if a person had typed it. */
  async show({ name }) {
    search.value = String(name);
    return { type: 'outcome', detail: await search.screen() };
  },
  async set({ attributes: { lang, ...attributes } }) {
    if (lang !== undefined) await turn(String(lang ?? ofAddress));
    for (const [attribute, value] of Object.entries(attributes)) {
      if (!SETTABLE.includes(attribute)) throw Object.assign(new TypeError(`the attribute ${attribute} cannot be set`), { code: 'bad-message' });
      if (value === null || value === false) search.removeAttribute(attribute);
      else search.setAttribute(attribute, value === true ? '' : String(value));
    }
    return { type: 'done' };
  },
};

addEventListener('message', async ({ source, origin, data }) => {
  if (source !== parent || origin !== host || data?.namesieve !== VERSION) return;
  const { type, id = null } = data;
  try {
    if (!Object.hasOwn(calls, type)) throw Object.assign(new TypeError(`there is no message ${type}`), { code: 'bad-message' });
    tell({ id, ...(await calls[type](data)) });
  } catch (error) {
    tell({ id, type: 'not-answered', code: error.code ?? error.how ?? 'failed', message: error.message });
  }
});

for (const kind of ['screened', 'hit', 'not-screened', 'decision']) search.addEventListener(kind, ({ detail }) => tell({ type: kind, detail }));
turn(ofAddress).then(() => document.body.append(search));
new ResizeObserver(() => tell({ type: 'height', height: Math.ceil(document.documentElement.getBoundingClientRect().height) })).observe(search);

desk.start().then(
  ({ lists, method, threshold, version }) => tell({ type: 'ready', lists, missing: desk.missing, method, threshold, version }),
  ({ code, message }) => tell({ type: 'failed', code, message }),
);
