/** The door of the component: defines `<name-sieve>` once in a document, and gives its engine to the document's own code. */

import { deskOf } from './desk.js';
import { configure, source } from './host.js';
import { NameSieve } from './name-sieve.js';
import { reflect } from './reflected.js';

/** Screens one name with the engine that the components of this document share. */
function screen(name, settings = {}, { lists = [], manifest, key = '' } = {}) {
  const address = manifest === undefined ? '' : new URL(manifest, document.baseURI).href;
  return deskOf({ manifest: address, key }, source(address, key)).screen(name, settings, { lists });
}

reflect(NameSieve.prototype);

// Another copy of this module may have been here before.
if (globalThis.customElements && !customElements.get('name-sieve')) customElements.define('name-sieve', NameSieve);

export { NameSieve, configure, screen };
