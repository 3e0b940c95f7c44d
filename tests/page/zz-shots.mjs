import { writeFileSync } from 'node:fs';
import { Page } from './page.mjs';
import { ago, bigUn, file, own, un } from './files.mjs';
const page = await Page.start();
const F = '/work/h6/tests/fixtures/lists/';
const shot = async (name) => {
  const { data } = await page.wire.page('Page.captureScreenshot', { captureBeyondViewport: true, format: 'png' });
  writeFileSync(`/tmp/h6-shots/${name}.png`, Buffer.from(data, 'base64'));
};
const many = [F + 'eu/xmlFullSanctionsList_1_1.xml', F + 'uk/rebuilt.xml', F + 'seco/composed.xml', F + 'canada/sema-lmes.xml', F + 'own/watchlist.csv', F + 'ofac-advanced/sdn_advanced-four-parties.xml'];
for (const [width, scheme] of [[1280, 'light'], [360, 'dark']]) {
  await page.size(width); await page.media({ 'prefers-color-scheme': scheme });
  await page.open(); await page.openLists();
  await shot(`panel-empty-${width}`);
  console.log(await page.choose(...many, file('un.xml', un(ago(3)))));
  await shot(`panel-many-${width}`);
  console.log(await page.choose(file('page.html', '<!doctype html><title>Service unavailable</title>')));
  await page.run(() => document.getElementById('lists').scrollIntoView());
  await shot(`panel-refused-${width}`);
  await page.run(() => { document.getElementById('lists').open = false; });
  await page.screen('Otto Warmbier'); await shot(`outdated-${width}`);
}
await page.size(360); await page.media({ 'prefers-color-scheme': 'light' });
await page.open(); await page.openLists();
await page.choose(file('un.xml', un(ago(3))), file('Our clients.csv', own([['Waldemar Zygmuntowicz', '1970-01-01']])));
await page.run(() => { document.getElementById('lists').open = false; });
await page.screen('Waldemar Zygmuntowicz'); await shot('listings-360');
await page.size(1280); await shot('listings-1280');
await page.openLists();
await page.find('#files').sendKeys(file('big.xml', bigUn(ago(2), 60e6)));
await page.until('x', () => document.querySelector('progress')?.value > 5e6);
await shot('progress-1280');
await page.size(360); await shot('progress-360');
console.log(page.wire.console);
await page.close();
