/** Where the parts of the page come from: the server that it was opened from. The single file brings them in itself, by another module in place of this one. */

/** The response with one part, by its path in the site. */
export const part = (path) => fetch(path);
