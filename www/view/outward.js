/** A link out of the page that carries nothing along; an address that is not https stays text. */

import { detail as words } from '../words.js';
import { el, english, fill } from './dom.js';

export function outward(title, address) {
  const url = URL.canParse(address ?? '') ? new URL(address) : null;
  if (url?.protocol !== 'https:') return english(title);
  return el('a', { href: url.href, target: '_blank', rel: 'noopener noreferrer' },
    fill(words.opens, { title: english(title), host: url.host }));
}
