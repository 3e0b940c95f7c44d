/**
 * Lists that a person asked to keep on this device: packs in the browser's own database, never a name.
 *
 * Without a kept list there is no database, not even an empty one.
 */

const NAME = 'namesieve-lists';
const TABLE = 'packs';

/** What is kept, one `{ key, list, bytes }` a list; an empty array where nothing is. Throws where the store cannot be read. */
export async function kept() {
  const database = await open(false);
  if (!database) return [];
  try {
    return await done(database.transaction(TABLE).objectStore(TABLE).getAll());
  } finally {
    database.close();
  }
}

export const keep = (entry) => change((table) => table.put(entry));

/** Forgets one list, and with the last one the database. */
export async function forget(key) {
  if ((await kept()).every((entry) => entry.key === key)) return done(indexedDB.deleteDatabase(NAME));
  return change((table) => table.delete(key));
}

async function change(what) {
  const database = await open(true);
  try {
    const transaction = database.transaction(TABLE, 'readwrite');
    what(transaction.objectStore(TABLE));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** The database; where there is none, a new one or null. */
function open(create) {
  const request = indexedDB.open(NAME, 1);
  let absent = false;
  request.onupgradeneeded = () => {
    absent = !create;
    // An aborted first opening leaves no database behind.
    if (create) request.result.createObjectStore(TABLE, { keyPath: 'key' });
    else request.transaction.abort();
  };
  return done(request).catch((error) => {
    if (absent) return null;
    throw error;
  });
}

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error ?? new Error('the store is in use by another page'));
  });
