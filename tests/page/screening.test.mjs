/** The main job: a name is typed, and the page says which listed parties it may be, why, and what that means. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { Page } from './page.mjs';

describe('A person screens a name', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(() => page.open());

  test('spelt as a newspaper spells it and sees the listed party, the reason before the score, and the measure', async () => {
    const { kind, title, parties } = await page.screen('Benazir Ahmad');
    assert.equal(kind, 'potential');
    assert.match(title, /^\d potential match(es)?$/);
    assert.equal(parties[0], 'AHMED, Benazir');
    const first = await page.text('.party');
    assert.match(first, /Person · born 01 Oct 1963 · Bangladesh/);
    assert.match(first, /“Benazir” is in both names and “Ahmad” [^.]*“AHMED”\.\s+Score \d\d of 100/);
    assert.match(first, /Potential match: a person decides\./);
    // (100 for BENAZIR and 91 for AHMAD, AHMED) / 2
    assert.match(first, /OFAC’s own search would show about 96\b/);
    assert.match(first, /GLOMAG[^]*listed 10 December 2021/);
  });

  test('and sees which letters differ, marked by underline and weight', async () => {
    await page.screen('Benazir Ahmad');
    const marks = await page.run(() => [...document.querySelectorAll('.party:first-child .sides dd')].slice(0, 2).map((side) =>
      [...side.querySelectorAll('mark')].map((mark) => [mark.innerText, getComputedStyle(mark).textDecorationLine, getComputedStyle(mark).fontWeight])));
    assert.deepEqual(marks, [[['a', 'underline', '700']], [['E', 'underline', '700']]]);
  });

  test('in another script and sees as what each word was read', async () => {
    await page.screen('Беназир Ахмед');
    await page.unfold();
    const cells = await page.run(() => [...document.querySelectorAll('#entry-0 tbody td:nth-of-type(-n+2)')].map((cell) => cell.innerText));
    assert.ok(cells.includes('Беназир, read as benazir') && cells.includes('Benazir'), cells.join(' | '));
  });

  test('and gets an outcome without pressing anything, a moment after the last key', async () => {
    await page.write('Shohrat Zakir');
    const { parties } = await page.outcome();
    assert.equal(parties[0], 'ZAKIR, Shohrat');
  });

  test('then another, and only the latest one counts', async () => {
    await page.screen('Benazir Ahmed');
    await page.write('Lu Hezheng');
    await page.until('the newest name has its outcome', () => document.querySelector('.wrote bdi')?.innerText === 'Lu Hezheng');
    assert.equal((await page.outcome()).parties[0], 'LU, Hezheng');
  });

  test('takes it back while the answer is on its way, and that answer is dropped', async () => {
    await page.run(() => {
      const field = document.getElementById('name');
      field.value = 'Benazir Ahmed';
      document.getElementById('form').requestSubmit();
      field.value = '';
      document.getElementById('weak').dispatchEvent(new Event('change'));
    });
    await page.driver.sleep(500);
    assert.match(await page.text('#result-body'), /^Type a name/);
  });

  test('and the old outcome stays, dimmed and busy, until the new one is there', async () => {
    await page.screen('Benazir Ahmed');
    const during = await page.run(() => {
      const field = document.getElementById('name');
      field.value = 'Lu Hezheng';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const body = document.getElementById('result-body');
      return { busy: body.getAttribute('aria-busy'), parties: body.querySelectorAll('.party').length };
    });
    assert.equal(during.busy, 'true');
    assert.ok(during.parties > 0);
    assert.equal((await page.outcome()).parties[0], 'LU, Hezheng');
    assert.equal(await page.run(() => document.getElementById('result-body').getAttribute('aria-busy')), 'false');
  });

  test('nobody listed has and reads that there is no potential match on these lists, under the coverage', async () => {
    const { kind, title, parties } = await page.screen('Otto Warmbier');
    assert.equal(kind, 'none');
    assert.equal(title, 'No potential match on these lists');
    assert.deepEqual(parties, []);
    assert.match(await page.text('main'), /27 designations on 2 lists embedded[^]*No potential match on these lists/);
  });

  test('that is empty, presses Enter and is told it was not screened', async () => {
    const { kind, title } = await page.screen('');
    assert.equal(kind, 'not-screened');
    assert.equal(title, 'Not screened: type a name');
    assert.match(await page.text('#coverage-body'), /27 designations/);
  });

  test('takes it back and is where they began', async () => {
    await page.screen('Benazir Ahmed');
    await page.clear();
    await page.until('the outcome is gone', () => !document.querySelector('.outcome'));
    assert.match(await page.text('#result-body'), /Type a name/);
    assert.match(await page.text('#coverage-body'), /27 designations/);
  });

  test('without a letter in it and is told it was not screened', async () => {
    for (const name of ['123', '— … !', '٣٤٥']) {
      const { kind, text } = await page.screen(name);
      assert.equal(kind, 'not-screened', name);
      assert.doesNotMatch(text, /No potential match/, name);
    }
  });

  test('in letters this version cannot read and is told it was not screened', async () => {
    const { kind, title } = await page.screen('ഷൊഹ്രത് സാക്കിർ');
    assert.equal(kind, 'not-screened');
    assert.match(title, /cannot read Malayalam letters/);
  });

  test('in letters of another script and sees whom it may be', async () => {
    const { kind, parties } = await page.screen('Шохрат Закир');
    assert.equal(kind, 'potential');
    assert.equal(parties[0], 'ZAKIR, Shohrat');
  });

  test('that is only a weak alias, is told so, and can have it shown', async () => {
    const { kind, text } = await page.screen('KA PA SA');
    assert.equal(kind, 'none');
    assert.match(text, /1 listed party has this only as a weak alias/);
    await page.click('.weak-only button');
    await page.until('the weak alias counts', () => document.querySelector('.party'));
    const { parties, text: shown } = await page.outcome();
    assert.equal(parties[0], 'DIRECTORATE OF DEFENSE INDUSTRIES');
    assert.match(shown, /KA PA SA \(weak alias\)/);
    assert.match(await page.text('#coverage-body'), /Weak aliases on/);
    assert.equal(await page.run(() => document.getElementById('weak').checked), true);
  });

  test('under a threshold of their own, and a wrong one is said and not used', async () => {
    await page.screen('Benazir Ahmad');
    await page.click('.folds details:last-child summary');
    const threshold = page.find('#threshold');
    await threshold.sendKeys(Key.chord(Key.CONTROL, 'a'), '100');
    await page.until('the threshold is used', () => document.getElementById('coverage-body').innerText.includes('Threshold 100'));
    assert.equal((await page.outcome()).kind, 'none');
    await threshold.sendKeys(Key.chord(Key.CONTROL, 'a'), '700');
    await page.until('the wrong threshold is said', () => !document.getElementById('threshold-wrong').hidden);
    assert.match(await page.text('#coverage-body'), /Threshold 100\b/);
    assert.equal(await page.run(() => document.getElementById('threshold').getAttribute('aria-invalid')), 'true');
  });

  test('and who types on before the answer is there gets that of the last name, and one answer only', async () => {
    const asked = await page.run(() => {
      const [field, form, seen] = [document.getElementById('name'), document.getElementById('form'), []];
      new MutationObserver(() => seen.push(document.querySelector('.outcome .wrote')?.textContent ?? '')).observe(
        document.getElementById('result-body'), { childList: true });
      window.seenForTest = seen;
      for (const name of ['Erken Tuniyaz', 'Otto Warmbier', 'Wally Adeyemo', 'Benazir Ahmad']) {
        field.value = name;
        form.requestSubmit();
      }
      return field.value;
    });
    assert.equal(asked, 'Benazir Ahmad');
    await page.until('the last name is answered', () => document.querySelector('.wrote')?.textContent.includes('Benazir Ahmad'));
    const { parties } = await page.outcome();
    assert.match(JSON.stringify(parties), /AHMED, Benazir/);
    const seen = await page.run(() => window.seenForTest.filter(Boolean));
    assert.ok(seen.every((text) => text.includes('Benazir Ahmad')), `only the last name is answered: ${seen}`);
  });
});

describe('A person unfolds a potential match', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(() => page.open());

  test('and reads the whole entry in place', async () => {
    await page.screen('Benazir Ahmed');
    await page.unfold();
    const entry = await page.text('#entry-0');
    for (const fact of [/AHMED, Benazir\s+primary name · Latin/, /Gopalganj, Bangladesh/, /Passport\s+B00002095 \(Bangladesh, issued 04 Mar 2020, expires 03 Mar 2030\)/,
      /RAPID ACTION BATTALION\s+Organisation · listed\s+No\. 1 names it: linked to/, /Context that is not on the list[^]*7031\(c\)[^]*Source:/])
      assert.match(entry, fact);
  });

  test('and folds it again', async () => {
    await page.screen('Benazir Ahmed');
    const button = page.find('.unfold');
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    await page.unfold();
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
    await page.click('.unfold');
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    assert.equal(await page.find('#entry-0').isDisplayed(), false);
  });

  test('and finds a score table that adds up', async () => {
    for (const name of ['Benazir Ahmad', 'Mohamad Jahangir Alam', 'Zakir', 'DPRK Central Public Prosecutors Office']) {
      await page.screen(name);
      await page.unfold();
      const { figures, badge } = await page.run(() => ({
        figures: [...document.querySelectorAll('#entry-0 td.figure')].map((cell) => Number(cell.innerText.replace('−', '-'))),
        badge: Number(document.querySelector('.points').innerText.match(/\d+/)[0]),
      }));
      const total = figures.pop();
      assert.equal(figures[0], 100, name);
      assert.ok(figures.length > 1, name);
      assert.equal(figures.reduce((sum, each) => sum + each), total, name);
      assert.equal(total, badge, name);
    }
  });

  test('and every official page opens apart, over https, and carries no name', async () => {
    await page.screen('Benazir Ahmad');
    await page.unfold();
    const links = await page.run(() => [...document.querySelectorAll('#entry-0 a')].map((link) => [link.href, link.target, link.rel, link.innerText]));
    assert.ok(links.length >= 2);
    for (const [href, target, rel, text] of links) {
      assert.match(href, /^https:\/\//);
      assert.doesNotMatch(href, /ahmad/i);
      assert.deepEqual([target, rel], ['_blank', 'noopener noreferrer']);
      assert.match(text, /in a new tab/);
    }
    assert.match(await page.text('#entry-0'), /leaves this page\. The site you open can see which record you look at\. The name you typed is not sent\./);
  });

  test('and one fold away is what comes next by whose law, whom not to screen, and what to tell people', async () => {
    await page.screen('Benazir Ahmad');
    await page.click('#next-steps > summary');
    const told = await page.text('#next-steps');
    for (const sentence of [/^What to do with a potential match/, /reported to OFAC within 10 business days/, /Report to OFSI/, /competent authority of your member state/,
      /resolution 2664/, /the people in need are not vetted \(DG ECHO\)/, /\(Articles 13 and 14\)/, /A person decides, and not a score/]) assert.match(told, sentence);
    const links = await page.run(() => [...document.querySelectorAll('#next-steps a')].map(({ href, target, rel, innerText }) => [new URL(href).protocol, new URL(href).search, target, rel, /in a new tab/.test(innerText)]));
    assert.deepEqual(links, Array.from({ length: 6 }, () => ['https:', '', '_blank', 'noopener noreferrer', true]));
    assert.deepEqual(await page.complaints(), []);
  });

  test('whose weak aliases are named as weak', async () => {
    await page.screen('Directorate of Defense Industries');
    await page.unfold();
    assert.match(await page.text('#entry-0'), /KA PA SA\s+weak alias/);
  });
});

describe('A person screens SenseTime', () => {
  let page;
  before(async () => (page = await Page.start()));
  after(() => page.close());
  beforeEach(() => page.open());

  for (const name of ['SenseTime Group Limited', 'Shenzhen Sensetime Technology Co. Ltd.', 'Shenzen Sensetime Technology Co. Ltd.'])
    test(`as “${name}” and reads the investment restriction, its dates and the rule on subsidiaries`, async () => {
      const { parties } = await page.screen(name);
      assert.equal(parties[0], 'SENSETIME GROUP LIMITED');
      const first = await page.text('.party');
      assert.match(first, /securities/);
      assert.match(first, /CMIC-EO13959[^]*listed 10 December 2021/);
      assert.match(first, /In effect from 8 February 2022\. Divestment allowed until 10 December 2022\./);
      assert.match(first, /subsidiar[^]*listed/i);
      await page.unfold();
      assert.doesNotMatch(await page.everyWord(), /block(ed|ing)/i);
    });
});
