/**
 * Measures the page in headless Chromium (`node page.mjs PACK NAMES`, with its address in NAMESIEVE_SITE) and prints the figures as JSON:
 * how soon a name can be typed on a first visit, and for how long at a time the page does not hear a person who types on a device that is
 * four times slower, while a file of customers is screened.
 */

import { readFile, writeFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { Files } from '../../../../../tests/page/parties.mjs';
import { Key, Page } from '../../../../../tests/page/page.mjs';

/** First visits, of which the middle one counts. */
const VISITS = 5;

/** How many times slower the page's thread is, as a middling phone's. */
const RATE = 4;

/** So many names are typed, each letter as the driver brings it. */
const TYPED = 12;

/** Loading the lists on a busy machine. */
const PATIENCE = 300_000;

const [, , pack, names] = argv;
const { kinds, batch } = JSON.parse(await readFile(names, 'utf8'));
const customers = `${names}.csv`;
await writeFile(customers, ['name', ...batch.map((name) => `"${name.replaceAll('"', '""')}"`), ''].join('\n'));

const WATCH = `
  globalThis.measured = { usable: null, tasks: [] };
  new PerformanceObserver((list) => measured.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  new MutationObserver((_, watch) => {
    const name = document.getElementById('name');
    if (!name || name.disabled) return;
    measured.usable = performance.now();
    watch.disconnect();
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['disabled'] });
`;

const page = await Page.start();
const files = new Files(page);
const patiently = (what, code) => page.driver.wait(() => page.run(code), PATIENCE, `waited in vain until ${what}`, 200);

async function firstVisits() {
  const usable = [];
  while (usable.length < VISITS) {
    await page.begin();
    await page.beforehand(WATCH);
    await page.open();
    usable.push(await page.run(() => globalThis.measured.usable));
  }
  return usable;
}

async function typing() {
  await page.openLists();
  await page.find('#files').sendKeys(pack);
  await patiently('the lists are loaded', () => document.querySelectorAll('#lists-each .list').length > 4 && document.getElementById('reading').hidden);
  await page.click('#tab-file');
  await files.choose(customers);
  await page.wire.page('Emulation.setCPUThrottlingRate', { rate: RATE });
  await files.press('Screen ');
  if (/older than/.test(await page.text('#table-told'))) await files.press('Screen with them all the same');
  await page.click('#tab-name');
  await page.run(() => (globalThis.measured.tasks = []));
  let keys = 0;
  for (const { name } of kinds.flatMap(({ names: some }) => some.slice(0, Math.ceil(TYPED / kinds.length))).filter((asked) => /^[\x20-\x7e]+$/.test(asked.name))) {
    for (const letter of name) await page.press(letter);
    keys += name.length;
    await page.outcome();
    await page.press(Key.chord(Key.CONTROL, 'a'), Key.DELETE);
  }
  const { tasks, running } = await page.run(() => ({ tasks: globalThis.measured.tasks, running: !document.querySelector('#rows-list')?.childNodes.length }));
  return { rate: RATE, keys, tasks, rows: batch.length, running };
}

try {
  const version = (await page.driver.getCapabilities()).getBrowserVersion();
  console.log(JSON.stringify({ version, usable: await firstVisits(), typing: await typing() }));
} finally {
  await page.close();
}
