/** A page of a host that can be kept on the device, and what a person does and finds there: the vocabulary of its scenarios. */

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';
import { ago, un } from './files.mjs';
import { Host, edition } from './host.mjs';
import { PATIENCE, Page } from './page.mjs';

export const VERSION = Date.UTC(2026, 10, 21, 14, 5) / 1000;

/** Changes a word of the page. */
export const marked = (change) => change('languages/en.js', (text) => text.replace("question: 'Who do you want to screen?'", "question: 'Whom do you want to screen now?'"));

/** Two editions of the site, which differ in their code and in their list. */
export const old = await edition('old', un(ago(2)), VERSION);
export const renewed = await edition('renewed', un(ago(1), [['NEUANKOMMER', 'ZWEITNAME'], ['IGNATIUS', 'VANDERHOEVEN']]), VERSION + 86_400, marked);

export let page;
export let host;

/** Before each test a host of the old edition, at an address where the browser, which `start` starts once, has not been. */
export function everyTime(start = () => Page.start()) {
  before(async () => (page = await start()));
  after(() => page.close());
  beforeEach(async () => {
    host = new Host(old);
    await host.start();
    await page.begin();
    page.address = host.address;
  });
  afterEach(() => host.stop());
}

export const kept = () => page.until('the page is kept', () => /this page, which therefore opens offline/.test(document.getElementById('stored').innerText));
export const visited = async () => {
  await page.open();
  await kept();
};
export const says = (words) => page.until(`it says ${words}`, (wanted) => document.getElementById('offline').innerText.includes(wanted), words);
export const press = (id, words) => page.run((place, wanted) => [...document.querySelectorAll(`#${place} button`)].find((each) => each.innerText.startsWith(wanted)).click(), id, words);
export const ask = (code, ...parameters) => page.driver.executeAsyncScript(`const done = [...arguments].pop(); Promise.resolve((${code})(...arguments)).then(done, (error) => done(String(error)));`, ...parameters);
export const caches = () => ask(async () => Promise.all((await window.caches.keys()).map(async (name) => [name, (await (await window.caches.open(name)).keys()).map(({ url }) => new URL(url).pathname.slice(1)).sort()])));
export const registrations = () => ask(async () => (await navigator.serviceWorker.getRegistrations()).length);
/** Waits until code in the page says yes. */
export const until = (what, code) => page.driver.wait(() => ask(code), PATIENCE, `waited in vain until ${what}`);
/** A new version that nobody asks for has gone again. */
export const steppedBack = () => until('it steps back', async () => {
  const { installing, waiting } = await navigator.serviceWorker.getRegistration();
  return !installing && !waiting;
});
export const paths = () => [...new Set(host.requests.map((line) => line.replace(/^GET \//u, '')))].sort();

/** The page is wholly of one edition: its words, its lists, its workers' code. */
export async function isOld() {
  assert.match(await page.text('label[for=name]'), /Who do you want/);
  assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'potential');
  assert.equal((await page.screen('Neuankommer Zweitname')).kind, 'none');
}
export async function isRenewed() {
  assert.match(await page.text('label[for=name]'), /Whom do you want to screen now/);
  assert.equal((await page.screen('Waldemar Zygmuntowicz')).kind, 'none');
  assert.equal((await page.screen('Neuankommer Zweitname')).kind, 'potential');
}
export const reloaded = () => page.until('the page is loaded anew', () => /now\?/.test(document.querySelector('label[for=name]')?.innerText) && !document.getElementById('name').disabled);
