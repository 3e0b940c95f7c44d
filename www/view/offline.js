/** This page on the device: a new version that waits, and that the page could not be kept. */

import { offline as words } from '../words.js';
import { action, el, fill } from './dom.js';
import { moment } from './lists.js';

/** What is said of a new version, with the button that uses it where that makes sense; `version` is that of the lists in use, or 0. */
export const offer = ({ sentence, canUse }, version, use) => [
  el('p', { class: 'news' }, sentence === words.new && version ? fill(words.newLists, { date: moment(version) }) : sentence),
  canUse ? action(words.use, use) : null,
].filter(Boolean);

export const failed = () => el('p', { class: 'quiet' }, words.failed);
