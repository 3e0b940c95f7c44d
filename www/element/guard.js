/** A field of the page that holds names: what a browser would send of it to whoever checks spelling, corrects or translates. */

const KEEPS = { spellcheck: 'false', autocorrect: 'off', writingsuggestions: 'false', translate: 'no' };

/** What the page has decided for itself stays. */
export function guard(field) {
  for (const [name, value] of Object.entries(KEEPS)) if (field && !field.hasAttribute(name)) field.setAttribute(name, value);
}
