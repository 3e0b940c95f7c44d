import { writeFileSync, readFileSync } from 'node:fs';
import { Page } from './page.mjs';
const fixture = (name) => new URL(`../fixtures/documents/${name}`, import.meta.url).pathname;
const shots = [];
async function shot(page, name) { 
  const { data } = await page.wire.page('Page.captureScreenshot', { captureBeyondViewport: true, clip: undefined, format: 'png' });
  writeFileSync(`/tmp/h3shot-${name}.png`, Buffer.from(data, 'base64'));
}
async function settled(page) { await page.until('searched', () => (document.querySelector('#document-result .outcome') || document.querySelector('#document-told p')) && !document.getElementById('document-line')); }
for (const [lang, dark] of [['en', false], ['ar', false], ['en', true]]) {
  const page = await Page.start({ address: new URL(`?lang=${lang}`, process.env.NAMESIEVE_SITE).href });
  if (dark) await page.wire.page('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: 'dark' }] });
  for (const width of dark ? [1280] : [1280, 360]) {
    await page.size(width);
    await page.open();
    await page.click('#tab-document');
    if (lang === 'en' && !dark) await shot(page, `empty-${width}`);
    for (const name of ['release.pdf', 'scanned.pdf']) {
      await page.find('#document-file').sendKeys(fixture(name));
      await new Promise((r) => setTimeout(r, 800));
      await settled(page);
      await shot(page, `${lang}-${dark ? 'dark-' : ''}${width}-${name}`);
    }
  }
  await page.close();
}
