/** The door to what the component says and the page does not: its own parts of what ../words.js speaks. */

import { spoken } from '../words.js';

// The joiner adds them to the sentences of every language.
const { element, reasons } = spoken;

export { element, reasons };
