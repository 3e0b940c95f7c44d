/**
 * The service worker: keeps one version of this site on the device, whole, and answers from it alone.
 *
 * It never sees a name: it answers requests for the files of its inventory, each verified by its SHA-256 whenever it is handed out, and
 * every other request goes nowhere. The first version is kept at once, another one only when the person says so, so that code and
 * lists of two versions never meet. Its only message is 'take over': keep this version, or, once it is kept, use it.
 *
 * `cargo xtask dist` completes the next three lines. As they stand here nothing is kept, and what an earlier version kept goes away.
 */

const VERSION = '';
const SUMS = '';
const HEADERS = {};

// So long a new version waits to be asked for before it steps back: a page that runs asks at once, and asks anew when it is too late.
const PATIENCE = 5_000;

// The only question that an address of this page may carry: which language it speaks.
const LANGUAGE = /^\?lang=[a-z]{2,3}$/;

const { scope } = registration;
const ours = `namesieve-site ${scope} `; // other pages of the same origin may keep things of their own
const name = ours + VERSION;
const sums = new Map(SUMS.split('\n').filter(Boolean).map((line) => [scope + line.slice(66), line.slice(0, 64)]));
const types = { css: 'text/css', html: 'text/html', js: 'text/javascript', json: 'application/json', wasm: 'application/wasm' };

// -- keeping ----------------------------------------------------------------------------------------------------------

let consent;
const asked = new Promise((resolve) => (consent = resolve));

self.addEventListener('install', (event) => {
  if (!SUMS) return leave(event);
  event.waitUntil(registration.active ? Promise.race([asked, late()]).then(keep) : keep());
});

const late = () => new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error('nobody asked for this version')));

/** All files or none. What the browser has at hand from the page's own visit, or from an earlier version, is not fetched again. */
async function keep() {
  const cache = await caches.open(name);
  try {
    await Promise.all([...sums.keys()].map(async (address) =>
      cache.put(address, new Response(await whole(address, [(each) => caches.match(each), near, anew])))));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

/** Not waited for, since it is done only after the installation. */
function leave(event) {
  registration.unregister();
  event.waitUntil(drop(() => true));
}

self.addEventListener('activate', (event) => event.waitUntil(drop((each) => each !== name)));

const drop = async (which) => {
  for (const each of await caches.keys()) if (each.startsWith(ours) && which(each)) await caches.delete(each);
};

self.addEventListener('message', (event) => event.data === 'take over' && event.waitUntil(takeOver(event.source)));

/** A page that runs would get this version's workers for its own code: so the one that asks must be the only one. */
async function takeOver(page) {
  consent();
  if (!registration.waiting) return;
  const pages = (await clients.matchAll({ includeUncontrolled: true })).filter(({ url }) => isPage(url));
  if (pages.length > 1) page.postMessage('other pages');
  else await skipWaiting();
}

// -- answering --------------------------------------------------------------------------------------------------------

self.addEventListener('fetch', (event) => event.respondWith(answer(event.request).catch(() => Response.error())));

async function answer({ method, mode, url }) {
  const { address, search } = parts(url);
  const file = isPage(url) ? `${scope}index.html` : address;
  if (method !== 'GET' || !sums.has(file)) return Response.error();
  if (mode === 'navigate') {
    if (search && !LANGUAGE.test(search)) return Response.redirect(address);
    if (!(await isKept())) return renew(address + search);
  } else if (search) return Response.error();
  const type = types[file.split('.').pop()] ?? 'application/octet-stream';
  const headers = { 'content-type': type, ...HEADERS['*'], ...HEADERS[file.slice(scope.length)] };
  return new Response(await whole(file, [kept, near, anew]), { headers });
}

/** A browser or a person has removed a part: the page is loaded from the network as at the first visit, and kept again. */
async function renew(address) {
  await registration.unregister();
  return Response.redirect(address);
}

const isKept = async () => (await caches.has(name)) && (await (await caches.open(name)).keys()).length === sums.size;

function parts(url) {
  const { origin, pathname, search } = new URL(url);
  return { address: origin + pathname, search };
}

const isPage = (url) => [scope, `${scope}index.html`].includes(parts(url).address);

// -- files ------------------------------------------------------------------------------------------------------------

// The page's own address, since some hosts know index.html by no other.
const fetched = (address, cache) => fetch(isPage(address) ? scope : address, { cache });
const near = (address) => fetched(address, 'force-cache');
const anew = (address) => fetched(address, 'reload');
const kept = (address) => caches.match(address, { cacheName: name });

/** The bytes of a file from the first place that has those of this version. */
async function whole(address, places) {
  for (const place of places) {
    const response = await place(address).catch(() => null);
    const bytes = response && (await response.arrayBuffer().catch(() => null));
    if (bytes && (await sha256(bytes)) === sums.get(address)) return bytes;
    // What was changed where it is kept counts as removed, so that the next visit renews it.
    if (response && place === kept) await (await caches.open(name)).delete(address);
  }
  throw new Error(`${address} is not there as this version has it`);
}

const sha256 = async (bytes) =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
