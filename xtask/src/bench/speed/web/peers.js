/**
 * Libraries that look for names in the browser, and Namesieve beside them, over the same listed names and the same queries. Each is
 * set as its documentation has it for text with mistakes.
 */

import FlexSearch from './node_modules/flexsearch/dist/flexsearch.bundle.module.min.mjs';
import Fuse from './node_modules/fuse.js/dist/fuse.min.mjs';
import MiniSearch from './node_modules/minisearch/dist/es/index.js';

/** So many names of each kind are asked at most of a library that compares every listed one, which takes a second or more for each. */
const FEW = 50;

/** So many names are asked for: a party has several, and the first ten parties are what counts. */
const NAMES = 100;

/** Each makes its index of the names and gives back how it is asked: a name in, the places of listed names out, the best first. */
const peers = {
  'fuse.js': {
    most: FEW,
    index(texts) {
      const fuse = new Fuse(texts, { useTokenSearch: true, ignoreLocation: true, ignoreDiacritics: true });
      return (name) => fuse.search(name, { limit: NAMES }).map(({ refIndex }) => refIndex);
    },
  },
  minisearch: {
    index(texts) {
      const search = new MiniSearch({ fields: ['name'], searchOptions: { fuzzy: 0.2, prefix: true } });
      search.addAll(texts.map((name, id) => ({ id, name })));
      return (name) => search.search(name).slice(0, NAMES).map(({ id }) => id);
    },
  },
  flexsearch: {
    // By whole words it finds more of the parties that are meant than by their beginnings, and sooner.
    index(texts) {
      const index = new FlexSearch.Index({ tokenize: 'strict', encoder: FlexSearch.Charset.LatinAdvanced });
      texts.forEach((name, id) => index.add(id, name));
      return (name) => index.search(name, { limit: NAMES, suggest: true });
    },
  },
};

/** Namesieve as the others are asked: weak aliases are among the listed names, so they count. */
async function namesieve({ load, pack }, parties) {
  const places = new Map(parties.map(({ list, id }, at) => [`${list} ${id}`, at]));
  const bytes = await pack();
  const began = performance.now();
  const sieve = await load({ packs: [bytes] });
  const indexing = performance.now() - began;
  return { indexing, find: (name) => sieve.screen(name, { weak: true }).hits.map(({ list, id }) => places.get(`${list} ${id}`)) };
}

function other({ index }, listed) {
  const texts = listed.map(([name]) => name);
  const began = performance.now();
  const search = index(texts);
  const indexing = performance.now() - began;
  return { indexing, find: (name) => search(name).map((at) => listed[at][1]) };
}

/** Which parties it finds for each name, and how long that takes. */
export async function ask(peer, { parties, listed, kinds }, engine) {
  const { indexing, find } = peer === 'namesieve' ? await namesieve(engine, parties) : other(peers[peer], listed);
  const found = (name) => {
    const began = performance.now();
    const answer = find(name);
    return { ms: performance.now() - began, parties: answer };
  };
  const asked = kinds.filter(({ sought }) => sought).map(({ names }) => names.slice(0, peers[peer]?.most).map(({ name }) => found(name)));
  return { peer, indexing, kinds: asked };
}
