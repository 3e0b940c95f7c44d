/** What comes after a potential match that may be the listed party, by whose law holds; and whom not to screen, and what to tell people. */

import { next as words } from '../words.js';
import { el } from './dom.js';
import { outward } from './outward.js';

// Where each authority says it itself. The sentences were held against these pages, and UN resolution 2664, on 2026-11-30.
const SAID = {
  us: ['OFAC FAQ 49', 'https://ofac.treasury.gov/faqs/49'],
  gb: ['Reporting information to OFSI', 'https://www.gov.uk/guidance/suspected-breach-of-financial-sanctions-what-to-do'],
  eu: ['EU Sanctions Map', 'https://www.sanctionsmap.eu/'],
  un: ['UN: De-listing', 'https://main.un.org/securitycouncil/en/sanctions/delisting'],
  aid: ['DG ECHO: Sanction clauses', 'https://www.dgecho-partners-helpdesk.eu/sanctions/sanction-clauses'],
};

const item = (key) => el('li', null, words[key], SAID[key] ? [' ', outward(...SAID[key])] : null);

export const next = () => [
  el('h3', null, words.title),
  el('p', null, words.intro),
  el('ul', null, ['us', 'gb', 'eu', 'un'].map(item)),
  el('h3', null, words.peopleTitle),
  el('ul', null, ['aid', 'tell', 'person'].map(item)),
];
