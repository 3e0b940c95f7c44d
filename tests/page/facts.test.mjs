/** What a person adds to a name: the page says what it means for each party, folds away what it contradicts, and hides nothing. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { Page } from './page.mjs';

describe('A person adds what they know', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(async () => {
    await page.open();
    await page.run(() => (document.getElementById('known').open = true));
  });

  const type = async (fact, text) => {
    await page.find(`#fact-${fact}`).sendKeys(Key.chord(Key.CONTROL, 'a'), text);
  };
  const choose = (fact, value) =>
    page.run((id, chosen) => {
      const field = document.getElementById(`fact-${id}`);
      field.value = chosen;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, fact, value);
  const findings = () => page.run(() => [...document.querySelectorAll('.party:first-child .findings li')].map((each) => each.innerText));
  const told = (words) =>
    page.until(`the findings say ${words}`, (wanted) => document.querySelector('.findings')?.innerText.includes(wanted), words);

  test('is first told that there is something to compare, and then what agrees and what differs', async () => {
    const { text } = await page.screen('Benazir Ahmad');
    assert.match(text, /Nothing to compare yet: add a birth date or country/);
    await type('birth', '1963');
    await told('Born 1963: agrees');
    await type('country', 'France');
    await told('Country France: differs');
    assert.deepEqual(await findings(), [
      'Born 1963: agrees, the same year (listed: 01 Oct 1963)',
      'Country France: differs, another country (listed: Bangladesh and Gopalganj, Bangladesh)',
    ]);
    assert.doesNotMatch((await page.outcome()).text, /Nothing to compare yet/);
  });

  test('and a party that it contradicts is folded away, counted, and one key from being read', async () => {
    await page.screen('Benazir Ahmad');
    await choose('kind', 'vessel');
    await page.until('the party is folded', () => document.querySelector('.against'));
    const { title, parties } = await page.outcome();
    assert.equal(title, '1 potential match');
    assert.equal(parties.length, 1, 'it stands open where nothing else is shown');
    assert.match(await page.text('.against summary'), /Its facts differ from what you added/);
    await page.find('.against summary').sendKeys(Key.ENTER);
    assert.equal(await page.run(() => document.querySelector('.against').open), false);
    await page.find('.against summary').sendKeys(Key.ENTER);
    assert.deepEqual(await findings(), ['Kind Vessel: differs, another kind (listed: Person)']);
  });

  test('and what cannot be read is said beside its field, and the name is screened all the same', async () => {
    await type('birth', 'yesterday');
    await type('country', 'Atlantis');
    const { parties } = await page.screen('Benazir Ahmad');
    assert.equal(parties[0], 'AHMED, Benazir');
    assert.match(await page.text('#fact-birth-wrong'), /cannot be read as a date/);
    assert.match(await page.text('#fact-country-wrong'), /no country is known by it/);
    assert.equal(await page.find('#fact-birth').getAttribute('aria-invalid'), 'true');
    await type('birth', '1 Oct 1963');
    await told('the same day');
    assert.equal(await page.run(() => document.getElementById('fact-birth-wrong').hidden), true);
  });

  test('an identity number outranks the name', async () => {
    await type('identifier', 'b-0000 2095');
    const { parties } = await page.screen('Erken Tuniyaz');
    assert.deepEqual(parties.slice(0, 2), ['AHMED, Benazir', 'TUNIYAZ, Erken']);
    const first = await page.text('.party');
    assert.match(first, /It has the number B00002095 \(Passport\)\. Its name is another than the one you wrote\./);
  });

  test('a number alone is looked for, in the name’s field and in its own', async () => {
    const { kind, parties, text } = await page.screen('B00002095');
    assert.equal(kind, 'potential');
    assert.deepEqual(parties, ['AHMED, Benazir']);
    assert.match(text, /For the identity number B00002095/);
    assert.doesNotMatch(text, /Score/);
    // There is no score to explain, so the entry has no table of it.
    await page.click('.unfold');
    await page.until('the entry unfolds', () => document.querySelector('#entry-0 section'));
    await page.clear();
    await type('identifier', 'B00002096');
    await page.find('#fact-identifier').sendKeys(Key.ENTER);
    await page.until('the number is answered', () => document.querySelector('.outcome.none'));
    assert.match((await page.outcome()).text, /For the identity number B00002096[^]*No listed number is the same/);
  });

  test('a mistyped number is not screened', async () => {
    const { kind, title, text } = await page.screen('IMO 9074728');
    assert.equal(kind, 'not-screened');
    assert.equal(title, 'Not screened: this number is mistyped');
    assert.match(text, /The number 9074728 fails its own check digits/);
  });

  test('nothing of it waits for the next person at this device', async () => {
    await type('birth', '1963');
    await choose('gender', 'male');
    await page.run(() => window.dispatchEvent(new PageTransitionEvent('pagehide')));
    assert.deepEqual(await page.run(() => ['birth', 'gender'].map((fact) => document.getElementById(`fact-${fact}`).value)), ['', '']);
  });

  test('its fields remember nothing and let no browser correct them', async () => {
    const lax = await page.run(() =>
      [...document.querySelectorAll('#known input')]
        .filter((field) => field.autocomplete !== 'off' || field.spellcheck || field.getAttribute('writingsuggestions') !== 'false')
        .map(({ id }) => id));
    assert.deepEqual(lax, []);
  });
});
