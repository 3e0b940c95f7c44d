/**
 * This page on the device: registers the service worker that keeps it for use offline, knows whether it is kept, and offers a new version.
 *
 * The browser looks for a new version when the page is opened; the page itself asks for one only when a person presses the button.
 */

import { SERVICE_WORKER, scriptOf } from './seal.js';
import { failed, offer } from './view/offline.js';
import { offline as words } from './words.js';

/** Whether this site can be kept; a site that is served while it is worked on cannot. */
const KEEPS = Boolean(document.querySelector('meta[name="namesieve-offline"]').content);

// So long may the browser take to look at the service worker before the page is sealed without it.
const LIMIT = 2_000;

// So long may a version that is being kept hold up its removal.
const PATIENCE = 10_000;

// Under this name a page that is loaded anew finds that the person wants the new version, and so long it waits for the browser to find it.
const WANTED = 'namesieve.wanted';
const FINDING = 8_000;

const late = (milliseconds, what) => new Promise((_, reject) => setTimeout(reject, milliseconds, new Error(what)));

export class Offline {
  #place = document.getElementById('offline');
  #found = KEEPS ? found().catch(() => null) : null;
  #registration = null;
  #failed = false;
  #asked = false; // whether the person wants the new version
  #told = null; // what is said of a new version; null where there is none
  #wanted = wanted(); // whether this page was loaded anew for the new version, which is still to be found
  #page = null;

  constructor() {
    this.#found?.then((registration) => registration && this.#follow(registration));
  }

  /** Lets the browser keep this page; it is asked before the seal. */
  async register() {
    if (KEEPS) await Promise.race([this.#register().catch(() => this.#fail()), late(LIMIT)]).catch(() => null);
  }

  async #register() {
    if (await this.#found) return;
    if (!('serviceWorker' in navigator)) return this.#fail();
    this.#follow(await navigator.serviceWorker.register(scriptOf(SERVICE_WORKER), { updateViaCache: 'none' }));
  }

  /** Whether this page is kept on the device, whole. */
  get kept() {
    return Boolean(this.#registration?.active);
  }

  /** From here on there is somebody to tell. `version` is that of the site's lists, `unsaved()` says whether decisions would be lost,
   * `changed` is called when it is kept, and `announce` says a sentence to screen readers. */
  show(page) {
    this.#page = page;
    if (this.#wanted) setTimeout(() => this.#wanted && this.#tell(words.notFetched), FINDING);
    this.#draw();
  }

  /** Nothing of this page stays on the device; the next visit keeps it anew. */
  async forget() {
    if (!this.#registration) return;
    await Promise.race([this.#registration.unregister(), late(PATIENCE, words.busy)]);
    this.#registration = null;
  }

  #follow(registration) {
    this.#registration = registration;
    registration.addEventListener('updatefound', () => this.#watch(registration, registration.installing));
    for (const worker of [registration.installing, registration.waiting]) if (worker) this.#watch(registration, worker);
    const { serviceWorker } = navigator;
    serviceWorker.addEventListener('message', ({ data }) => data === 'other pages' && this.#tell(words.otherPages));
    // Another page had the new version used at the very moment when this one was opened.
    if (serviceWorker.controller) serviceWorker.addEventListener('controllerchange', () => serviceWorker.controller && location.reload());
  }

  /** The first version needs no question. */
  #watch(registration, worker) {
    const isFirst = !registration.active;
    if (!isFirst && this.#wanted) {
      this.#wanted = false;
      this.#tell(words.fetching, false);
      this.#asked = true;
      worker.postMessage('take over');
    } else if (!isFirst && !this.#told) this.#tell(words.new);
    worker.addEventListener('statechange', () => {
      const { state } = worker;
      if (isFirst && state === 'activated') this.#page?.changed();
      if (isFirst && state === 'redundant' && !registration.active) this.#fail();
      if (isFirst || !this.#asked) return;
      if (state === 'installed') this.#use();
      if (state === 'activated') location.reload();
      if (state === 'redundant') this.#tell(words.notFetched);
    });
  }

  /** Pressed, the new version is fetched; when it is there, the same message makes it take over. */
  async #use() {
    if (this.#page?.unsaved()) return this.#tell(words.unsaved);
    this.#tell(words.fetching, false);
    this.#asked = true;
    const registration = this.#registration;
    try {
      // The seal lets no service worker be started from here: where there is another version, this fails, and a visit finds it.
      if (!registration.waiting && !registration.installing) await registration.update().catch(loadAnew);
      const worker = registration.waiting ?? registration.installing;
      if (worker) worker.postMessage('take over');
      else this.#tell(words.gone, false);
    } catch {
      this.#tell(words.notFetched);
    }
  }

  #fail() {
    this.#failed = true;
    this.#draw();
  }

  #tell(sentence, canUse = true) {
    this.#asked = false;
    this.#told = { sentence, canUse };
    this.#draw();
  }

  #draw() {
    if (!this.#page) return;
    this.#place.hidden = !this.#told && !this.#failed;
    if (this.#told) {
      this.#place.replaceChildren(...offer(this.#told, this.#page.version, () => this.#use()));
      this.#page.announce(this.#place.firstChild.textContent);
    } else if (this.#failed) this.#place.replaceChildren(failed());
  }
}

/** Whether the page before this one was left for the new version. */
function wanted() {
  try {
    const is = sessionStorage.getItem(WANTED) !== null;
    sessionStorage.removeItem(WANTED);
    return is;
  } catch {
    return false; // a browser that stores nothing keeps no page either
  }
}

/** Never comes back, unless the browser stores nothing. */
function loadAnew() {
  sessionStorage.setItem(WANTED, '');
  location.reload();
  return new Promise(() => null);
}

/** The registration of this very site; one that lies around it belongs to somebody else. */
async function found() {
  const registration = await navigator.serviceWorker?.getRegistration();
  return registration?.scope === new URL('./', location).href ? registration : null;
}
