/** The binding words: the page judges nobody, and each outcome is called what it is. */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BINDING } from './languages.mjs';
import { Page } from './page.mjs';

const { judging, bare } = BINDING.en;

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
      assert.doesNotMatch(words, bare);
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
