/** What a person does with work that is kept on the device, and what is found of it there: the vocabulary of its scenarios. */

import assert from 'node:assert/strict';
import { Files } from './parties.mjs';

export const passphrase = 'lantern oboe cactus rivër';

export class Device {
  constructor(page) {
    this.page = page;
    this.files = new Files(page);
  }

  async screen(path) {
    await this.files.choose(path);
    await this.files.screen();
  }

  async type(first, second = first) {
    await this.page.run(() => {
      document.getElementById('keep-work').open = true;
      document.getElementById('keep-told').replaceChildren();
    });
    for (const [id, text] of [['keep-passphrase', first], ['keep-again', second]]) {
      await this.page.run((field) => (document.getElementById(field).value = ''), id);
      await this.page.find(`#${id}`).sendKeys(text);
    }
  }

  said = (id, words) => this.page.until(`it says ${words}`, (place, wanted) => document.getElementById(place)?.innerText.includes(wanted), id, words);

  async keep(words = 'Kept on this device, encrypted, on ') {
    await this.type(passphrase);
    await this.files.press('Keep it');
    await this.said('keep-told', words);
  }

  /** The next visit, at the file. */
  async again() {
    await this.files.open();
    await this.page.until('the line is there', () => document.getElementById('kept-work').innerText);
  }

  async unlock(typed, place, words) {
    await this.page.find('#open-passphrase').sendKeys(typed);
    await this.files.press('Open it');
    await this.said(place, words);
  }

  press = (words) => this.page.run((wanted) => {
    const button = [...document.querySelectorAll('#stored button, #kept-work button')].find((each) => each.innerText.startsWith(wanted));
    if (!button) throw new Error(`there is no button ${wanted}`);
    button.click();
  }, words);

  async forget(words = 'Everything is forgotten') {
    await this.press('Forget everything');
    await this.press('Yes, forget');
    await this.said('stored', words);
  }

  /** Removes what a test kept. */
  async tidy() {
    await this.page.visit();
    await this.page.driver.executeAsyncScript((done) => {
      let open = 2;
      for (const name of ['namesieve-work', 'namesieve-lists']) indexedDB.deleteDatabase(name).onsuccess = () => --open || done();
    });
  }

  /** Deriving a key takes as long as on an old phone. */
  slowly = () => this.page.run(() => {
    const derive = SubtleCrypto.prototype.deriveKey;
    SubtleCrypto.prototype.deriveKey = async function (...how) {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return derive.apply(this, how);
    };
  });

  databases = () => this.page.driver.executeAsyncScript((done) => indexedDB.databases().then((all) => done(all.map(({ name }) => name))));

  /** The one entry, its bytes as numbers; `change` is the code of what happens to it before it is put back. */
  async entry(change = '') {
    const answer = await this.page.driver.executeAsyncScript(`
      const done = arguments[0];
      const request = indexedDB.open('namesieve-work');
      request.onerror = () => done({ failed: String(request.error) });
      request.onsuccess = () => {
        const table = request.result.transaction('work', 'readwrite').objectStore('work');
        table.getAll().onsuccess = async ({ target: { result } }) => {
          const [entry] = result;
          (() => { ${change} })();
          table.put(entry).onsuccess = () => {
            request.result.close();
            done({ number: result.length, ...entry, salt: [...entry.salt], iv: [...entry.iv], digest: [...entry.digest], sealed: [...entry.sealed] });
          };
        };
      };`);
    assert.equal(answer.failed, undefined);
    return answer;
  }
}
