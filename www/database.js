/** One of the browser's own databases, with one table: it exists only as long as something is kept in it. */

// A database is not deleted before every connection to it is closed: one of ours takes a moment, and one of another page may stay
// for ever, which is said after so many milliseconds.
const PATIENCE = 5_000;

export class Database {
  #name;
  #table;

  constructor(name, table) {
    this.#name = name;
    this.#table = table;
  }

  /** All entries; an empty array where there is no database. Throws where it cannot be read. */
  async all() {
    const database = await this.#open(false);
    if (!database) return [];
    try {
      return await done(database.transaction(this.#table).objectStore(this.#table).getAll());
    } finally {
      database.close();
    }
  }

  /** Keeps an entry in place of the one with its `key`; where that fails, the earlier one is still there. */
  put = (entry) => this.#change((table) => table.put(entry));

  delete = (key) => this.#change((table) => table.delete(key));

  /** Nothing of the database is left, not even its name. */
  drop = () => inTime(indexedDB.deleteDatabase(this.#name));

  async #change(what) {
    const database = await this.#open(true);
    try {
      const transaction = database.transaction(this.#table, 'readwrite');
      what(transaction.objectStore(this.#table));
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onerror = transaction.onabort = () => reject(transaction.error);
      });
    } finally {
      database.close();
    }
  }

  /** The database; where there is none, a new one or null. */
  #open(create) {
    const request = indexedDB.open(this.#name, 1);
    let absent = false;
    request.onupgradeneeded = () => {
      absent = !create;
      // An aborted first opening leaves no database behind.
      if (create) request.result.createObjectStore(this.#table, { keyPath: 'key' });
      else request.transaction.abort();
    };
    return inTime(request).catch((error) => {
      if (absent) return null;
      request.onsuccess = () => request.result.close(); // it comes too late to be used
      throw error;
    });
  }
}

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const inTime = (request) =>
  Promise.race([done(request), new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error('the store is in use by another page')))]);
