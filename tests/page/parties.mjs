/** What a person does with a file of parties, and what they see of it: the vocabulary of its scenarios. */

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const partners = fileURLToPath(new URL('../fixtures/tables/partners.csv', import.meta.url));

export const downloads = mkdtempSync(join(tmpdir(), 'namesieve-saved-'));
process.on('exit', () => rmSync(downloads, { recursive: true, force: true }));

/** What a person does with a file. */
export class Files {
  constructor(page) {
    this.page = page;
  }

  async open() {
    await this.page.open();
    await this.page.wire.page('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    await this.page.click('#tab-file');
  }

  async choose(path) {
    await this.page.run(() => document.getElementById('table-told').replaceChildren());
    await this.page.find('#table-file').sendKeys(path);
    await this.page.until('it says what the file is', () => /\.$/.test(document.getElementById('table-told').innerText.trim())
      && !/^Reading/.test(document.getElementById('table-told').innerText));
    return this.page.text('#table-told');
  }

  press(words) {
    return this.page.run((wanted) => {
      const button = [...document.querySelectorAll('#file-panel button, #file-outcome button')].find((each) => each.innerText.startsWith(wanted));
      if (!button) throw new Error(`there is no button ${wanted}`);
      button.click();
    }, words);
  }

  async screen() {
    await this.press('Screen ');
    await this.done();
  }

  async done() {
    await this.page.until('the results are there', () => document.querySelector('#rows-list')?.childNodes.length > 0);
  }

  counts() {
    return this.page.text('#table-result .counts');
  }

  /** The rows that are shown, each with its lines. */
  rows() {
    return this.page.run(() => [...document.querySelectorAll('#rows-list .row')].map((each) => each.innerText.split('\n').filter(Boolean)));
  }

  async show(which) {
    const shown = await this.page.text('#rows-list');
    await this.page.run((value) => {
      const select = document.getElementById('rows-which');
      select.value = value;
      select.dispatchEvent(new Event('change'));
    }, which);
    await this.page.until('other rows are shown', (before) => document.getElementById('rows-list').innerText !== before, shown);
    return this.rows();
  }

  /** Opens a row by its reference and decides about its first potential match. */
  async decide(reference, verdict, reason) {
    const left = await this.page.text('#rows-left');
    await this.page.run((wanted) => [...document.querySelectorAll('#rows-list .row')].find((each) => each.innerText.includes(`${wanted} `)).querySelector('button').click(), reference);
    await this.page.until('the decision is asked for', () => document.querySelector('.decision'));
    await this.page.run((value, why) => {
      const [select, input] = document.querySelectorAll('.decision select, .decision input');
      [select.value, input.value] = [value, why];
      [...document.querySelectorAll('.decision button')].at(-1).click();
    }, verdict, reason);
    await this.page.until('it is taken', (before) => document.getElementById('rows-left').innerText !== before, left);
  }

  async saved(words, name) {
    const path = join(downloads, name);
    rmSync(path, { force: true });
    await this.press(words);
    await this.page.driver.wait(() => existsSync(path), 10_000, `${name} was not saved`);
    return readFileSync(path);
  }

  async check(record, input) {
    await this.page.run(() => {
      document.getElementById('record').open = true;
      document.getElementById('record-told').replaceChildren();
      for (const id of ['record-file', 'record-input']) document.getElementById(id).value = '';
    });
    await this.page.find('#record-file').sendKeys(record);
    if (input) await this.page.find('#record-input').sendKeys(input);
    await this.press('Check');
    await this.page.until('the check says something', () => document.getElementById('record-told').innerText);
    return this.page.text('#record-told');
  }
}
