/** What a person does with a component in a host's page and finds there: the vocabulary of these scenarios. */

import { Key, Page } from '../page/page.mjs';

export { Key };

export class Guest extends Page {
  /** At a server's page, with what the page tells of itself since. */
  static async at(server, path = '') {
    const guest = await Guest.start({ address: new URL(path, server.address).href });
    guest.server = server;
    await guest.beforehand(`
      window.told = [];
      for (const kind of ['screened', 'hit', 'not-screened', 'decision']) addEventListener(kind, ({ detail }) => told.push({ kind, detail }));
      window.said = [];
      for (const way of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'table', 'dir']) console[way] = (...words) => said.push(words.map(String).join());
      window.broken = [];
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => broken.push(effectiveDirective + ' ' + blockedURI));
      addEventListener('error', ({ message }) => broken.push(message));
      addEventListener('unhandledrejection', ({ reason }) => broken.push(String(reason)));`);
    return guest;
  }

  async open() {
    await this.visit();
    await this.until('the lists are loaded', () => {
      const coverage = document.querySelector('name-sieve')?.shadowRoot?.getElementById('coverage-body');
      return /\d/.test(coverage?.textContent ?? ''); // in any language
    });
  }

  /** Types into an emptied field of the page, as a person does, and leaves it. */
  async fill(css, text) {
    await this.run((selector) => (document.querySelector(selector).value = ''), css);
    await this.find(css).sendKeys(text, Key.TAB);
  }

  /** The settled outcome of a component, by its place on the page. */
  async sieve(at = 0) {
    await this.until('the outcome settles', (place) => {
      const root = document.querySelectorAll('name-sieve')[place].shadowRoot;
      return root.querySelector('.outcome') && !root.querySelector('[data-busy]') && root.getElementById('status').textContent;
    }, at);
    return this.run((place) => {
      const root = document.querySelectorAll('name-sieve')[place].shadowRoot;
      return {
        kind: root.querySelector('.outcome').classList[1],
        title: root.querySelector('.outcome-title').textContent,
        coverage: root.getElementById('coverage-body').textContent,
        text: root.getElementById('result-body').textContent,
        parties: [...root.querySelectorAll('.party h4')].map((each) => each.textContent),
        status: root.getElementById('status').textContent,
      };
    }, at);
  }

  /** Within the shadow of the first component. */
  inside(code, ...parameters) {
    return this.run(`return (${code}).call(document.querySelector('name-sieve').shadowRoot, ...arguments)`, ...parameters);
  }

  told() {
    return this.run(() => window.told);
  }

  /** What the page's policy refused and what failed in it. */
  broken() {
    return this.run(() => window.broken);
  }
}
