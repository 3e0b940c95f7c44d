/** The canary: a name that is typed everywhere, what it leaves traces as, and everywhere that they would lie. */

export const canary = 'Qanarqz';

/** The canary as bytes, addresses and databases would have it. */
export const traces = new RegExp([canary, encodeURIComponent(canary), Buffer.from(canary).toString('base64').slice(0, 8), Buffer.from(canary).toString('hex')].join('|'), 'i');

/** Names with the canary: with what is listed and without, in two scripts, and longer than any field shows. */
const names = [`Benazir ${canary}`, `${canary} Ahmed`, `Benazir Ahmed ${canary}`, `Закир ${canary}`, `${canary} `.repeat(400), canary];

/** Screens all of them. */
export async function typed(page) {
  for (const name of names) await page.screen(name);
}

/** Everything that a page can leave behind, read where it would lie. */
export const leftBehind = (driver) => driver.executeAsyncScript((done) => {
  const collect = async () => ({
    address: location.href,
    title: document.title,
    history: [history.length, history.state],
    referrer: document.referrer,
    cookie: document.cookie,
    local: { ...localStorage },
    session: { ...sessionStorage },
    // WebKit goes on naming a database that was looked for and never made.
    databases: (await indexedDB.databases()).filter(({ version }) => version > 0),
    caches: await caches.keys(),
    serviceWorkers: (await navigator.serviceWorker.getRegistrations()).length,
    loaded: performance.getEntriesByType('resource').map(({ name }) => name),
    windowName: window.name,
  });
  collect().then(done, (error) => done({ error: String(error) }));
});

/** What of it is stored. */
export const storedIn = ({ cookie, local, session, databases, caches, serviceWorkers }) => [cookie, local, session, databases, caches, serviceWorkers];
export const NOTHING = ['', {}, {}, [], [], 0];
