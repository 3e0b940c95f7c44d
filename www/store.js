/**
 * Lists that a person asked to keep on this device: packs in the browser's own database, never a name.
 *
 * Without a kept list there is no database, not even an empty one.
 */

import { Database } from './database.js';

const store = new Database('namesieve-lists', 'packs');

/** What is kept, one `{ key, list, bytes }` a list; an empty array where nothing is. Throws where the store cannot be read. */
export const kept = () => store.all();

export const keep = store.put;

/** Forgets one list, and with the last one the database. */
export const forget = async (key) => ((await kept()).every((entry) => entry.key === key) ? store.drop() : store.delete(key));

/** Forgets all lists and their database. */
export const forgetAll = store.drop;
