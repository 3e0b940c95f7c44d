/** The page in the reader's language: which one it speaks, how a person changes it, and that it runs in its direction. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { offered } from '../../www/languages/offered.js';
import { Page } from './page.mjs';
import { site } from './site.mjs';

const inLanguage = (tag) => new URL(`?lang=${tag}`, site).href;

/** What a reader and a screen reader take the page for. */
const spoken = (page) => page.run(() => {
  const { lang, dir } = document.documentElement;
  return { lang, dir, chosen: document.getElementById('languages').value, screen: document.getElementById('screen').innerText };
});

const stored = (page) => page.run(() => Object.entries(localStorage).filter(([key]) => key.includes('language')));

/** Chooses a language in the field, as a person does with the keyboard. */
const choose = (page, tag) => page.run((wanted) => {
  const field = document.getElementById('languages');
  field.value = wanted;
  field.dispatchEvent(new Event('change'));
}, tag);

const arrived = (page, tag) => page.until(`the page speaks ${tag}`, (wanted) => document.documentElement.lang === wanted && !document.getElementById('name').disabled, tag);

const states = {
  ready: async () => {},
  'with an entry unfolded': async (page) => {
    await page.screen('Rapid Action Battalion');
    await page.unfold();
  },
  'not screened': (page) => page.screen('123'),
  'with no potential match': (page) => page.screen('Otto Warmbier'),
  'with every fold open': async (page) => {
    await page.openLists();
    await page.run(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
  },
  'with the file to be chosen': (page) => page.click('#tab-file'),
  'with the document to be chosen': (page) => page.click('#tab-document'),
  'with a question about the language': async (page) => {
    await page.screen('Benazir Ahmad');
    await choose(page, (await spoken(page)).lang === 'fr' ? 'en' : 'fr');
  },
};

for (const { tag, dir } of offered)
  describe(`The page in ${tag}`, () => {
    let page;
    before(async () => (page = await Page.start({ address: inLanguage(tag) })));
    after(() => page.close());

    for (const [state, reach] of Object.entries(states))
      test(`has nothing that axe-core finds, and nothing to scroll sideways for: ${state}`, async () => {
        for (const width of [1280, 360]) {
          await page.size(width);
          await page.open();
          await reach(page);
          assert.deepEqual(await page.complaints(), [], `${width} px`);
          assert.ok((await page.sideways()) <= 0, `${await page.sideways()} px`);
        }
      });

    test('runs in its direction, from the first line to the button', async () => {
      await page.size(1280);
      await page.open();
      const left = await page.run(() => Object.fromEntries(['.product', '.languages', '#name', '#screen'].map((css) => [css, document.querySelector(css).getBoundingClientRect().left])));
      assert.equal((await spoken(page)).dir, dir);
      assert.equal(left['.product'] > left['.languages'], dir === 'rtl');
      assert.equal(left['#name'] > left['#screen'], dir === 'rtl');
    });

    test('tells the outcome, and marks what is English', async () => {
      await page.open();
      const { kind, parties } = await page.screen('Benazir Ahmad');
      assert.deepEqual([kind, parties], ['potential', ['AHMED, Benazir']]);
      const unmarked = await page.run(() => [...document.querySelectorAll('#result-body p, #result-body bdi')]
        .filter((each) => /US persons/.test(each.textContent) && each.closest('[lang]').lang !== 'en').map((each) => each.outerHTML));
      assert.deepEqual(unmarked, []);
      assert.deepEqual(page.wire.console, []);
    });
  });

describe('The page speaks', () => {
  const started = async (flags, address = site.href) => {
    const page = await Page.start({ address, flags });
    await page.open();
    return page;
  };

  test('the language of the browser, whatever its country, and fetches no other but English', async () => {
    const page = await started(['--accept-lang=fr-CA,en']);
    try {
      const { screen, ...rest } = await spoken(page);
      assert.deepEqual(rest, { lang: 'fr', dir: 'ltr', chosen: 'fr' });
      assert.equal(screen, 'Contrôler');
      assert.match(await page.run(() => document.title), /^Namesieve\s: contrôler/);
      const files = await page.run(() => performance.getEntriesByType('resource').map(({ name }) => name.match(/languages\/(.*)$/)?.[1]).filter(Boolean));
      assert.deepEqual([...new Set(files)].sort(), ['en.js', 'fr.js', 'offered.js']);
      assert.equal(await page.run(() => document.querySelector('#language-kept')), null, 'what the browser asks for need not be remembered');
    } finally {
      await page.close();
    }
  });

  test('English where the browser asks for none that is offered, and the one of the address before all', async () => {
    const page = await started(['--accept-lang=tlh']);
    try {
      assert.equal((await spoken(page)).lang, 'en');
      for (const [asked, lang] of [['ar', 'ar'], ['xx', 'en'], ['FR-ca', 'fr']]) {
        await page.driver.get(inLanguage(asked));
        await arrived(page, lang);
      }
    } finally {
      await page.close();
    }
  });
});

describe('The sentences of a language do not arrive', () => {
  test('and the page speaks English, and screens', async () => {
    const page = await Page.start({ address: inLanguage('fr') });
    try {
      await page.wire.page('Network.enable');
      await page.wire.page('Network.setBlockedURLs', { urls: ['*/languages/fr.js'] });
      await page.open();
      assert.deepEqual(await spoken(page), { lang: 'en', dir: 'ltr', chosen: 'en', screen: 'Screen' });
      assert.equal((await page.screen('123')).kind, 'not-screened');
    } finally {
      await page.close();
    }
  });
});

describe('A person changes the language', () => {
  let page;
  before(async () => (page = await Page.start({ flags: ['--accept-lang=en'] })));
  after(() => page.close());
  beforeEach(() => page.open());

  test('and where nothing would be lost, the page is loaded anew at once', async () => {
    assert.deepEqual(await page.run(() => [...document.querySelectorAll('#languages option')].map(({ lang, innerText }) => [lang, innerText])), offered.map(({ tag, name }) => [tag, name]));
    await choose(page, 'ar');
    await arrived(page, 'ar');
    assert.equal(await page.driver.getCurrentUrl(), inLanguage('ar'));
    assert.deepEqual(await stored(page), []);
  });

  test('and is asked first where a name would be lost, which comes into no address', async () => {
    await page.write('Benazir Ahmad');
    await choose(page, 'fr');
    assert.match(await page.text('#language-told'), /This would be lost: the name that you typed\./);
    const press = (words) => page.run((wanted) => [...document.querySelectorAll('#language-told button')].find((each) => each.innerText === wanted).click(), words);
    await press('Stay with this language');
    assert.deepEqual(await page.run(() => [document.getElementById('languages').value, document.getElementById('name').value]), ['en', 'Benazir Ahmad']);
    assert.equal(await page.text('#language-told'), 'Nothing was changed.');
    await choose(page, 'fr');
    await press('Change to Français');
    await arrived(page, 'fr');
    assert.equal(await page.driver.getCurrentUrl(), inLanguage('fr'));
    assert.equal(await page.run(() => document.getElementById('name').value), '');
  });

  test('and with the keyboard nothing happens before a button is pressed', async () => {
    await page.run(() => document.getElementById('languages').focus());
    await page.press(Key.ARROW_DOWN);
    await page.until('the page says what to press', () => document.querySelector('#language-told button'));
    assert.equal((await spoken(page)).chosen, 'fr');
    assert.equal(await page.focused(), 'languages');
    assert.match(await page.text('#language-told'), /^For another language this page is loaded anew\./);
    await page.press(Key.ARROW_UP);
    await page.until('there is nothing to press', () => !document.querySelector('#language-told button'));
    await page.press(Key.ARROW_DOWN, Key.TAB, Key.TAB, Key.ENTER);
    await arrived(page, 'fr');
  });

  test('and it is remembered only where they tick so, until they forget everything', async () => {
    await page.driver.get(inLanguage('fr'));
    await arrived(page, 'fr');
    await page.driver.get(site.href);
    await arrived(page, 'en');
    await page.driver.get(inLanguage('fr'));
    await arrived(page, 'fr');
    await page.click('#language-kept');
    assert.deepEqual(await stored(page), [['namesieve.language', 'fr']]);
    assert.match(await page.text('#stored'), /la langue de cette page/);
    await page.driver.get(site.href);
    await arrived(page, 'fr');
    await choose(page, 'ar');
    await arrived(page, 'ar');
    assert.deepEqual(await stored(page), [['namesieve.language', 'ar']], 'what is remembered is what was chosen last');
    await page.click('#stored button');
    await page.click('#stored .controls button:last-child');
    await page.until('it is forgotten', () => !Object.keys(localStorage).some((key) => key.includes('language')));
    assert.equal(await page.run(() => document.getElementById('language-kept').checked), false);
    await page.driver.get(site.href);
    await arrived(page, 'en');
  });
});
