/** Without a mouse and without sight: keys reach everything, and the structure speaks. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { ago, file, un } from './files.mjs';
import { Page } from './page.mjs';

describe('A person with only a keyboard', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(() => page.open());

  /** Tabs until the element is reached, as a person would. */
  async function tabTo(css) {
    for (let step = 0; step < 40; step++) {
      await page.press(Key.TAB);
      if (await page.run((selector) => document.activeElement.matches(selector), css)) return;
    }
    assert.fail(`${css} cannot be reached with Tab`);
  }

  test('skips to the field, screens, unfolds an entry and folds it again', async () => {
    await page.press(Key.TAB);
    assert.match(await page.focused(), /Skip to the name field/);
    await page.press(Key.ENTER);
    assert.equal(await page.focused(), 'name');
    await page.press('Benazir Ahmad', Key.ENTER);
    assert.equal((await page.outcome()).parties[0], 'AHMED, Benazir');
    assert.equal(await page.focused(), 'name', 'the outcome takes no focus away');
    await tabTo('.unfold');
    await page.press(Key.SPACE);
    await page.until('the entry unfolds', () => document.querySelector('#entry-0 table'));
    await tabTo('#entry-0 a');
    await tabTo('#entry-0 .scroller');
    await page.run(() => document.querySelector('.unfold').focus());
    await page.press(Key.ENTER);
    assert.equal(await page.find('#entry-0').isDisplayed(), false);
  });

  test('opens every fold and sets the weak aliases', async () => {
    await tabTo('#name');
    await tabTo('#screen');
    await tabTo('#form .folds details:first-child summary');
    await page.press(Key.ENTER);
    assert.equal(await page.run(() => document.querySelector('#form .folds details').open), true);
    await tabTo('#form .folds details:last-child summary');
    await page.press(Key.SPACE);
    await tabTo('#weak');
    await page.press(Key.SPACE);
    await page.until('the setting is used', () => document.getElementById('coverage-body').innerText.includes('Weak aliases on'));
    await tabTo('#threshold');
    await tabTo('#coverage summary');
    await tabTo('#next-steps summary');
  });

  test('opens the lists, switches one off, answers a question and removes what was added', async () => {
    await tabTo('#coverage summary');
    await page.press(Key.ENTER);
    await page.until('the lists are shown', () => document.querySelector('#lists-each .list'));
    await tabTo('#files');
    await page.choose(file('un.xml', un(ago(2))));
    await tabTo('#on-un-sc');
    await page.press(Key.SPACE);
    await page.until('it is off', () => /switched off: UN/.test(document.getElementById('coverage-body').innerText));
    assert.equal(await page.focused(), 'on-un-sc');
    await page.choose(file('older.xml', un(ago(9))));
    assert.match(await page.focused(), /Use the older one/);
    await page.press(Key.ENTER);
    await page.until('it is used', () => /^Replaced/.test(document.getElementById('lists-told').innerText));
    await page.run(() => document.getElementById('on-un-sc').focus());
    await tabTo('#keep-un-sc');
    await tabTo('.list button');
    await page.press(Key.ENTER);
    await page.until('it is removed', () => /^Removed/.test(document.getElementById('lists-told').innerText));
    assert.match(await page.run(() => document.activeElement.id), /^lists-told$/, 'the focus is not lost');
  });

  test('always sees where they are', async () => {
    await page.screen('Benazir Ahmad');
    await page.run(() => document.activeElement.blur());
    const seen = new Set();
    for (let step = 0; step < 12; step++) {
      await page.press(Key.TAB);
      const [what, width, style] = await page.run(() => {
        const { outlineWidth, outlineStyle } = getComputedStyle(document.activeElement);
        return [document.activeElement.outerHTML.slice(0, 80), parseFloat(outlineWidth), outlineStyle];
      });
      if (what.startsWith('<body')) continue;
      seen.add(what);
      assert.ok(width >= 3 && style === 'solid', `${what} has a ring of ${width} px`);
    }
    assert.ok(seen.size >= 6);
  });
});

describe('A person with a screen reader', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(() => page.open());

  const status = (words) => page.until(`the status says ${words}`, (wanted) => document.getElementById('status').innerText.includes(wanted), words);

  test('hears when the page is ready and how each screening went', async () => {
    assert.equal(await page.find('#status').getAttribute('role'), 'status');
    await status('The lists are ready');
    await page.screen('Benazir Ahmad');
    await status('potential match');
    await status('AHMED, Benazir');
    await page.screen('Otto Warmbier');
    await status('No potential match on these lists. Compared with 27 designations on 2 lists.');
    await page.screen('123');
    await status('Not screened');
  });

  test('hears the outcome again when Enter is pressed again', async () => {
    await page.screen('Otto Warmbier');
    await status('No potential match');
    await page.run(() => {
      window.said = [];
      new MutationObserver(() => window.said.push(document.getElementById('status').textContent)).observe(document.getElementById('status'), { childList: true });
    });
    await page.press(Key.ENTER);
    await page.until('it is said anew', () => window.said.at(-1)?.startsWith('No potential match'));
    assert.equal(await page.run(() => window.said[0]), '');
  });

  test('finds landmarks, one first heading and no level left out', async () => {
    await page.screen('Benazir Ahmad');
    await page.unfold();
    const { landmarks, levels, field } = await page.run(() => ({
      landmarks: ['header', 'main', 'footer'].map((tag) => document.querySelectorAll(`body > ${tag}`).length),
      levels: [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter((each) => each.checkVisibility()).map(({ tagName }) => Number(tagName[1])),
      field: document.getElementById('name').labels[0].innerText,
    }));
    assert.deepEqual(landmarks, [1, 1, 1]);
    assert.equal(levels.filter((level) => level === 1).length, 1);
    levels.reduce((before, level) => (assert.ok(level <= before + 1, `h${level} after h${before}`), level), 0);
    assert.equal(field, 'Who do you want to screen?');
  });

  test('hears whose details a button opens', async () => {
    await page.screen('Benazir Ahmad');
    assert.equal(await page.find('.unfold').getAccessibleName(), 'Details of AHMED, Benazir');
  });
});
