/** The binding words: the page judges nobody, and each outcome is called what it is. */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Page } from './page.mjs';

/** Words that decide who someone is, or that mean another measure than the data give. */
const judging = /\b(hits?|alerts?|clear|cleared|safe|passed|sanctioned|block(ed|ing)|guilty|error)\b/i;
const bareMatch = /(?<!potential )\bmatch(es|ed)?\b/i;

describe('The page’s own words', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());

  const states = {
    ready: '',
    'no potential match': 'Otto Warmbier',
    'not screened': '123',
    'an investment restriction': 'SenseTime Group Limited',
  };

  for (const [state, name] of Object.entries(states))
    test(`judge nobody: ${state}`, async () => {
      await page.open();
      if (name) await page.screen(name);
      const words = await page.everyWord();
      assert.ok(words.includes('Who do you want to screen?'));
      assert.doesNotMatch(words, judging);
      assert.doesNotMatch(words, bareMatch);
    });

  test('judge nobody in any sentence that can be said', async () => {
    await page.visit();
    // Read from the site as served, before the seal, and without what is not a sentence: comments and keys.
    const here = await page.driver.getCurrentUrl();
    const source = await (await fetch(new URL('languages/en.js', here))).text();
    const sentences = source.replace(/\/\*[^]*?\*\//g, '').match(/'(?:[^'\\]|\\.)*'/g);
    assert.ok(sentences.length > 200);
    for (const sentence of sentences) {
      assert.doesNotMatch(sentence, judging);
      assert.doesNotMatch(sentence, bareMatch);
    }
  });
});

describe('The three outcomes', () => {
  let page;
  before(async () => {
    page = await Page.start();
    await page.open();
  });
  after(() => page.close());

  test('differ in words, shape and colour, and “not screened” is the loudest', async () => {
    const looks = [];
    for (const name of ['123', 'Benazir Ahmed', 'Otto Warmbier']) {
      await page.screen(name);
      looks.push(await page.run(() => {
        const box = document.querySelector('.outcome');
        const title = box.querySelector('.outcome-title');
        return {
          title: title.innerText.split(':')[0],
          shape: [...box.querySelectorAll('.shape > *')].map((each) => each.outerHTML).join(''),
          colour: `${getComputedStyle(box).backgroundColor} ${getComputedStyle(box).borderLeftColor} ${getComputedStyle(box).borderTopStyle}`,
          filled: getComputedStyle(box).backgroundColor !== 'rgba(0, 0, 0, 0)',
          size: parseFloat(getComputedStyle(title).fontSize),
        };
      }));
    }
    for (const aspect of ['title', 'shape', 'colour']) assert.equal(new Set(looks.map((look) => look[aspect])).size, 3, aspect);
    assert.deepEqual(looks.map(({ filled }) => filled), [true, false, false]);
    assert.ok(looks[0].size > looks[1].size && looks[1].size >= looks[2].size);
  });
});
