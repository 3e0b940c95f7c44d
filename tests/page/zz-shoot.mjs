// usage: node zz-shoot.mjs "lang,width,scheme,state ..." 
import { writeFileSync } from 'node:fs';
import { Page } from './page.mjs';
import { Files, partners } from './parties.mjs';
const site = process.env.NAMESIEVE_SITE;
const states = {
  ready: async () => {},
  hit: async (p) => { await p.screen('Benazir Ahmad'); },
  entry: async (p) => { await p.screen('Rapid Action Battalion'); await p.unfold(); },
  invest: async (p) => { await p.screen('SenseTime Group Limited'); },
  none: async (p) => { await p.screen('Otto Warmbier'); },
  not: async (p) => { await p.screen('123'); },
  folds: async (p) => { await p.openLists(); await p.run(() => document.querySelectorAll('details').forEach((each) => (each.open = true))); },
  ask: async (p) => { await p.write('Benazir'); await p.run(() => { const s = document.getElementById('languages'); s.value = s.value === 'en' ? 'fr' : 'en'; s.dispatchEvent(new Event('change')); }); },
  file: async (p) => { const f = new Files(p); await p.click('#tab-file'); await f.choose(partners); 
    await p.run(() => document.querySelector('#table-run .action').click()); await p.until('done', () => document.querySelector('#table-result .counts'));
    await p.run(() => [...document.querySelectorAll('#rows-list .row')].find((each) => /A-1 /.test(each.innerText)).querySelector('button').click());
    await p.until('asked', () => document.querySelector('.decision .beside')); },
};
for (const shot of process.argv.slice(2)) {
  const [lang, width, scheme, state] = shot.split(',');
  const page = await Page.start({ address: `${site}?lang=${lang}` });
  try {
    await page.size(+width, 900);
    await page.media({ 'prefers-color-scheme': scheme });
    await page.open();
    await states[state](page);
    await new Promise((r) => setTimeout(r, 300));
    console.log(shot, 'sideways', await page.sideways(), 'console', page.wire.console?.length);
    const h = await page.run(() => document.documentElement.scrollHeight);
    const { data } = await page.wire.page('Page.captureScreenshot', { captureBeyondViewport: true, clip: { x: 0, y: 0, width: +width, height: Math.min(h, +(process.env.H ?? 2600)), scale: 1 } });
    writeFileSync(`/tmp/h1/shots/${lang}-${width}-${scheme}-${state}.png`, Buffer.from(data, 'base64'));
  } catch (e) { console.log(shot, e.message, await page.text('body').catch(() => '')); }
  await page.close();
}
