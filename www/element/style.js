/** The look of the component: the page's own, as a sheet that every component of a document shares and no policy of a host forbids. */

import { css } from './sheet.js';

let sheet;

export function dress(root) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  root.adoptedStyleSheets = [sheet];
}
