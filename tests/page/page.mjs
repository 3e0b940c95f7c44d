/** What a person does on the page and what they see there: the vocabulary of the scenarios. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Key } from 'selenium-webdriver';
import { start } from './browser.mjs';
import { ago, file, un } from './files.mjs';
import { site } from './site.mjs';

export { Key };

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A browser beside others on a busy machine takes seconds to open a page. */
export const PATIENCE = 30_000;

export class Page {
  #beforehand = [];

  /** `address` is where the page is, `flags` are further ones of the browser, `profile` is one that outlives it. */
  static async start({ address = site.href, flags = [], profile } = {}) {
    const page = new this();
    page.address = address;
    Object.assign(page, await start(flags, profile));
    return page;
  }

  // -- doing ----------------------------------------------------------------------------------------------------------

  /** Runs code in every document from now on, before any of the page's own. */
  async beforehand(source) {
    await this.wire.page('Page.enable');
    const { identifier } = await this.wire.page('Page.addScriptToEvaluateOnNewDocument', { source });
    this.#beforehand.push(identifier);
  }

  /** For the next test in the same browser: nothing is intercepted or run beforehand any more, and nothing is stored of what was visited. */
  async begin() {
    await this.wire.release();
    for (const identifier of this.#beforehand.splice(0)) await this.wire.page('Page.removeScriptToEvaluateOnNewDocument', { identifier });
    await this.driver.get('about:blank'); // which has no store that is in use
    const { origin } = new URL(this.address);
    await this.wire.page('Storage.overrideQuotaForOrigin', { origin });
    await this.wire.page('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await this.wire.page('Network.clearBrowserCache');
  }

  /** From now on the clock of the device is so many days wrong; what was set before counts as well. */
  clock(days) {
    return this.beforehand(`{
      const Real = Date;
      globalThis.Date = class extends Real {
        constructor(...parts) { parts.length ? super(...parts) : super(Real.now() + ${days} * 86_400_000); }
        static now() { return Real.now() + ${days} * 86_400_000; }
      };
    }`);
  }

  /** What the page waits for as long as `from` milliseconds or longer is over after `to`. */
  hurried(from, to) {
    return this.beforehand(`{
      const later = globalThis.setTimeout;
      globalThis.setTimeout = (code, after, ...rest) => later(code, after >= ${from} ? ${to} : after, ...rest);
    }`);
  }

  /** Goes to the page without waiting for anything but the document. */
  async visit() {
    await this.driver.get('about:blank');
    this.wire.forget();
    await this.driver.get(this.address);
  }

  async open() {
    await this.visit();
    await this.until('the name field opens', () => !document.getElementById('name').disabled);
  }

  async press(...keys) {
    // To the keyboard and not to the element: a field for files would take keys for paths.
    await this.driver.actions().sendKeys(...keys).perform();
  }

  async clear() {
    await this.find('#name').sendKeys(Key.chord(Key.CONTROL, 'a'), Key.DELETE);
  }

  async write(name) {
    await this.clear();
    // Characters outside the basic plane and controls cannot be typed by a driver: they arrive as if pasted.
    if (/^[\x20-\uD7FF]*$/u.test(name) && name.length < 200) await this.find('#name').sendKeys(name);
    else
      await this.run((text) => {
        const field = document.getElementById('name');
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }, name);
  }

  /** Types the name, presses Enter and waits for the outcome. */
  async screen(name) {
    await this.write(name);
    await this.find('#name').sendKeys(Key.ENTER);
    return this.outcome();
  }

  async click(css) {
    await this.find(css).click();
  }

  async unfold(at = 0) {
    await this.click(`#result-body li:nth-child(${at + 1}) .unfold`);
    await this.until('the entry unfolds', (index) => document.querySelector(`#entry-${index} table`), at);
  }

  /** Opens the Lists panel. */
  async openLists() {
    await this.run(() => (document.getElementById('lists').open = true));
    await this.until('the lists are shown', () => document.querySelector('#lists-each .list'));
  }

  /** Opens the page at its Lists panel. */
  async openAtLists() {
    await this.open();
    await this.openLists();
  }

  /** The same, and adds the UN's list as it was issued so many days ago; gives back what the panel says to it. */
  async openWithList(days = 3) {
    await this.openAtLists();
    return this.choose(file('un.xml', un(ago(days))));
  }

  /** Ticks, or unticks, that the UN's list is kept on the device; gives back what the panel says to it. */
  async keepList() {
    await this.run(() => document.getElementById('lists-told').replaceChildren());
    await this.click('#keep-un-sc');
    return this.told();
  }

  /** Chooses files as the file dialogue would, waits for what the panel says to it, and gives it back. */
  async choose(...paths) {
    await this.run(() => document.getElementById('lists-told').replaceChildren());
    await this.find('#files').sendKeys(paths.join('\n'));
    return this.told();
  }

  /** Drops a file on the page, outside the frame that asks for files. */
  async drop(name, text) {
    await this.run((file, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], file));
      for (const kind of ['dragover', 'drop'])
        document.querySelector('h1').dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    }, name, text);
  }

  /** Opens the fold of one list in the panel. */
  unfoldList(list) {
    return this.run((id) => (document.getElementById(`list-${id}`).closest('.list').querySelector('details').open = true), list);
  }

  /** Presses a button of one list in the panel. */
  pressIn(list, words) {
    return this.run((id, wanted) => {
      document.getElementById('lists-told').replaceChildren();
      const buttons = document.getElementById(`list-${id}`).closest('.list').querySelectorAll('button');
      [...buttons].find((button) => button.innerText.startsWith(wanted)).click();
    }, list, words);
  }

  // -- seeing ---------------------------------------------------------------------------------------------------------

  find(css) {
    return this.driver.findElement({ css });
  }

  run(code, ...parameters) {
    return this.driver.executeScript(code, ...parameters);
  }

  async until(what, code, ...parameters) {
    await this.driver.wait(() => this.run(code, ...parameters), PATIENCE, `waited in vain until ${what}`);
  }

  /** The settled outcome: its kind, its words, and the parties shown. */
  async outcome() {
    await this.until('the outcome settles', () =>
      document.querySelector('.outcome') && !document.querySelector('[data-busy]'));
    return this.run(() => ({
      kind: document.querySelector('.outcome').classList[1],
      title: document.querySelector('.outcome-title').innerText,
      text: document.getElementById('result-body').innerText,
      parties: [...document.querySelectorAll('.party h4')].map((each) => each.innerText),
    }));
  }

  /** What the Lists panel says of what was done last. */
  async told() {
    await this.until('the panel says what happened', () => document.getElementById('lists-told').innerText && document.getElementById('reading').hidden);
    return this.text('#lists-told');
  }

  /** What the panel says of one list. */
  list(id) {
    return this.run((wanted) => document.getElementById(`list-${wanted}`)?.closest('.list').innerText ?? null, id);
  }

  /** What is written within an element, as a person sees it. */
  text(css = 'body') {
    return this.run((selector) => document.querySelector(selector)?.innerText ?? null, css);
  }

  /** All text of the document, folded and hidden parts included. */
  everyWord() {
    return this.run(() => document.documentElement.textContent + [...document.querySelectorAll('*')]
      .flatMap((each) => ['aria-label', 'title', 'alt', 'placeholder'].map((name) => each.getAttribute(name) ?? '')).join(' '));
  }

  focused() {
    return this.run(() => document.activeElement.id || document.activeElement.innerText);
  }

  // -- the device -----------------------------------------------------------------------------------------------------

  size(width, height = 800) {
    return this.wire.page('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  }

  media(features) {
    return this.wire.page('Emulation.setEmulatedMedia', {
      features: Object.entries(features).map(([name, value]) => ({ name, value })),
    });
  }

  /** How far the page would scroll sideways, in pixels. */
  sideways() {
    return this.run(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** What axe-core finds, a line each. It is put in by the debugger: the sealed page takes no script. */
  async complaints() {
    await this.wire.page('Runtime.evaluate', { expression: axeSource });
    const { result, exceptionDetails } = await this.wire.page('Runtime.evaluate', {
      expression: `axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
        .then(({ violations, passes }) => ({ passes: passes.length, found: violations.flatMap((each) => each.nodes.map((node) => each.id + ': ' + node.target + ' ' + node.failureSummary)) }))`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`axe-core could not run: ${exceptionDetails.exception?.description}`);
    if (result.value.passes < 10) throw new Error('axe-core looked at next to nothing');
    return result.value.found;
  }
}
