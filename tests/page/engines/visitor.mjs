/** What a person does on the page in any engine: the vocabulary of the page scenarios without the debugger that only Chromium has. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Page } from '../page.mjs';
import { Files } from '../parties.mjs';
import { site } from '../site.mjs';
import { start } from './engine.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export class Visitor extends Page {
  /** `address` is where the page is; the rest is what the engine is started with. */
  static async start({ address = site.href, ...how } = {}) {
    const visitor = new Visitor();
    Object.assign(visitor, await start(how), { address });
    await visitor.driver.manage().setTimeouts({ script: 30_000 });
    return visitor;
  }

  async visit() {
    await this.driver.get(this.address);
  }

  /** For the next test in the same browser, at another address. */
  async begin() {
    await this.driver.get('about:blank');
  }

  /** Makes the page's own width `width`, which a window of this size cannot be held to: the frame around it differs by engine. */
  async size(width, height = 800) {
    await this.driver.manage().window().setRect({ width, height });
    return this.run(() => innerWidth);
  }

  async complaints() {
    const { passes, found } = await this.driver.executeAsyncScript(`
      const done = arguments[0];
      ${axeSource};
      window.axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
        .then(({ violations, passes }) => done({ passes: passes.length, found: violations.flatMap((each) => each.nodes.map((node) => each.id + ': ' + node.target + ' ' + node.failureSummary)) }),
          (error) => done({ passes: 0, found: [String(error)] }));`);
    if (passes < 10) throw new Error(`axe-core looked at next to nothing: ${found}`);
    return found;
  }
}

/** A file of parties. What is saved is taken on its way to the engine's own dialogue for saving, which no driver can answer in all three. */
export class Parties extends Files {
  async open() {
    await this.page.open();
    await this.page.click('#tab-file');
    await this.page.run(() => {
      window.saved = [];
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        window.saved.push({ blob });
        return make.call(URL, blob);
      };
      HTMLAnchorElement.prototype.click = function () {
        window.saved.at(-1).name = this.download;
      };
    });
  }

  /** The bytes that a button saves, which must be under this name. */
  async saved(words, name) {
    await this.page.run(() => (window.saved.length = 0));
    await this.press(words);
    await this.page.until(`${name} is saved`, (wanted) => window.saved.at(-1)?.name === wanted, name);
    const bytes = await this.page.driver.executeAsyncScript(`
      const done = arguments[0];
      window.saved.at(-1).blob.arrayBuffer().then((buffer) => done([...new Uint8Array(buffer)]));`);
    return Buffer.from(bytes);
  }
}
