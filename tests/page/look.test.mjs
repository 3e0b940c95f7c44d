/** How it looks and reads in every state: axe-core finds nothing, nothing scrolls sideways, odd names do no harm. */

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { ago, bigUn, file, own, un } from './files.mjs';
import { Files, partners } from './parties.mjs';
import { Page } from './page.mjs';

/** Opens the panel and brings files into it. */
const bring = async (page, ...paths) => {
  await page.openLists();
  await page.choose(...paths);
};

const states = {
  ready: async () => {},
  'with potential matches': (page) => page.screen('Benazir Ahmad'),
  'with an entry unfolded': async (page) => {
    await page.screen('Rapid Action Battalion');
    await page.unfold();
  },
  'with an investment restriction': async (page) => {
    await page.screen('SenseTime Group Limited');
    await page.unfold();
  },
  'with no potential match': (page) => page.screen('Otto Warmbier'),
  'with a weak alias left out': (page) => page.screen('KA PA SA'),
  'not screened': (page) => page.screen('123'),
  'with lists added': async (page) => {
    await bring(page, file('un.xml', un(ago(9))), file('undated.csv', own([['Waldemar Zygmuntowicz', '1970-01-01']])));
    await page.unfoldList('un-sc');
  },
  'with a list without a date': (page) => bring(page, file('un.xml', un(ago(9)).replace(/ dateGenerated="[^"]*"/, ''))),
  'with a file that was refused': (page) => bring(page, file('page.html', '<!doctype html><title>Sorry</title>')),
  'with a question about an older edition': async (page) => {
    await bring(page, file('un.xml', un(ago(1))));
    await page.choose(file('older.xml', un(ago(9))));
  },
  'while a file is read': async (page) => {
    await page.openLists();
    await page.find('#files').sendKeys(big());
    await page.until('it is being read', () => document.querySelector('progress')?.value > 0);
  },
  'with a list that is out of date': async (page) => {
    await bring(page, file('un.xml', un(ago(99))));
    await page.screen('Otto Warmbier');
  },
  'with one party on two lists': async (page) => {
    await bring(page, file('un.xml', un(ago(1))), file('own.csv', own([['Waldemar Zygmuntowicz', '1970-01-01']])));
    await page.screen('Waldemar Zygmuntowicz');
  },
  'with a file screened and a row compared': async (page) => {
    const files = new Files(page);
    await page.click('#tab-file');
    await files.choose(partners);
    await files.screen();
    await page.run(() => {
      document.getElementById('narrow').open = document.getElementById('earlier').open = true;
      [...document.querySelectorAll('#rows-list .row')].find((each) => /A-1 /.test(each.innerText)).querySelector('button').click();
    });
    await page.until('the decision is asked for', () => document.querySelector('.decision .beside'));
  },
  'with every fold open': (page) => page.run(() => document.querySelectorAll('details').forEach((each) => (each.open = true))),
};

let written;
const big = () => (written ??= file('big.xml', bigUn(ago(2), 60e6)));

const looks = {
  'on a desktop': [1280, { 'prefers-color-scheme': 'light' }],
  'in the dark': [1280, { 'prefers-color-scheme': 'dark' }],
  'at 320 px': [320, { 'prefers-color-scheme': 'light' }],
};

describe('axe-core looks at the page', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());

  for (const [look, [width, media]] of Object.entries(looks))
    for (const [state, reach] of Object.entries(states))
      test(`${state}, ${look}, and finds nothing`, async () => {
        await page.size(width);
        await page.media(media);
        await page.open();
        await reach(page);
        assert.deepEqual(await page.complaints(), []);
      });

  test('and would find what is wrong', async () => {
    await page.open();
    await page.run(() => document.querySelector('#name-panel h1').replaceChildren());
    assert.notDeepEqual(await page.complaints(), []);
  });
});

describe('A person with a small or enlarged screen', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());

  for (const width of [320, 360, 640, 1280])
    test(`of ${width} px never has to scroll sideways`, async () => {
      await page.size(width);
      for (const [state, reach] of Object.entries({ ...states, 'with a very long name': (each) => each.screen('Maximilian'.repeat(60)) })) {
        await page.open();
        await reach(page);
        assert.ok((await page.sideways()) <= 0, `${state}: ${await page.sideways()} px`);
      }
    });

  test('can hit every button and fold with a thumb', async () => {
    await page.size(360);
    await page.open();
    await page.screen('Benazir Ahmad');
    await bring(page, file('un.xml', un(ago(1)).replace(/ dateGenerated="[^"]*"/, '')));
    const small = await page.run(() => [...document.querySelectorAll('button, summary, input:not([type="checkbox"]), label[for^="on-"], label[for^="keep-"]')]
      .map((each) => [each.innerText || each.id, each.getBoundingClientRect().height])
      .filter(([, height]) => height > 0 && height < 44));
    assert.deepEqual(small, []);
  });

  test('sees nothing move that they did not ask to move', async () => {
    await page.media({ 'prefers-reduced-motion': 'reduce' });
    await page.open();
    await page.screen('Benazir Ahmad');
    const moving = () => page.run(() => [...document.querySelectorAll('*')].filter((each) => parseFloat(getComputedStyle(each).transitionDuration) > 0 && getComputedStyle(each).transitionProperty !== 'none').length);
    const busy = (is) => page.run((on) => document.getElementById('result-body').toggleAttribute('data-busy', on), is);
    await busy(true);
    assert.equal(await moving(), 0);
    await page.media({ 'prefers-reduced-motion': 'no-preference' });
    assert.equal(await moving(), 1, 'without the wish the dimming is eased, so the check can fail');
  });
});

describe('A person on paper', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(async () => {
    await page.wire.page('Emulation.setEmulatedMedia', { media: '' });
    await page.close();
  });

  test('has the coverage, the digests, the moment and the entry as it was unfolded', async () => {
    await page.open();
    const before = new Date();
    await page.screen('Benazir Ahmad');
    const after = new Date();
    await page.unfold();
    await page.wire.page('Emulation.setEmulatedMedia', { media: 'print' });
    const paper = await page.text();
    assert.match(paper, /27 designations on 2 lists embedded/);
    assert.equal(paper.match(/[0-9a-f]{64}/g)?.length, 2);
    assert.match(paper, /For the name Benazir Ahmad[^]*How the score was made/);
    assert.doesNotMatch(paper, /Check it yourself|method\.html/);
    assert.match(paper, /Date and time on this device: \d+ \w+ 20\d\d at [\d:]+ /);
    const moment = new Date(await page.run(() => document.querySelector('.printed time').dateTime));
    assert.ok(before <= moment && moment <= after, `${moment} is when the name was asked`);
    await page.clear();
    await page.until('nothing is asked', () => !document.querySelector('.outcome'));
    assert.doesNotMatch(await page.text(), /Date and time/, 'nothing was asked');
  });
});

describe('A person types an odd name', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(() => page.open());
  afterEach(async () => assert.deepEqual(page.wire.console, []));

  test('from right to left, and it stays apart from the words around it', async () => {
    await page.screen('محمد أنور');
    const [tag, bidi, direction] = await page.run(() => {
      const name = document.querySelector('.wrote bdi');
      return [name.innerText, getComputedStyle(name).unicodeBidi, getComputedStyle(name).direction];
    });
    assert.deepEqual([tag, bidi, direction], ['محمد أنور', 'isolate', 'rtl']);
    assert.equal(await page.run(() => getComputedStyle(document.getElementById('name')).direction), 'rtl');
    assert.equal(await page.run(() => getComputedStyle(document.querySelector('.outcome')).direction), 'ltr');
  });

  test('with characters that cannot be seen, and they are shown by their number', async () => {
    const { text } = await page.screen('Benazir\u202E Ah\u200Bmed\u0007');
    assert.match(text, /Benazir\[U\+202E\] Ah\[U\+200B\]med\[U\+0007\]/);
    assert.doesNotMatch(text, /[\u202E\u200B\u0007]/);
  });

  test('that looks like markup, and it stays text', async () => {
    const name = '<img src=x onerror=alert(1)> Ahmed';
    await page.screen(name);
    assert.equal(await page.text('.wrote bdi'), name);
    assert.equal(await page.run(() => document.querySelectorAll('img').length), 0);
  });

  test('of thousands of letters, and is told it is too long without having to read them all', async () => {
    const { kind, text } = await page.screen('Maximilian '.repeat(500));
    assert.equal(kind, 'not-screened');
    assert.match(text, /\(5,[45]\d\d characters in all\)/);
    assert.ok(text.length < 1000);
  });

  test('with words joined, and the reason says so', async () => {
    await page.screen('ErkenTuniyaz');
    assert.match(await page.text('.reason'), /joined or split/);
  });
});
