/** The text of the component's worker. It is empty here: the joiner puts it in when the package is built. */

export const text = '';
