/** The single file in every engine: opened from the disk it does what the site does, and one that was changed on its way screens nothing. */

import { after, before, describe } from 'node:test';
import { address, isChanged, isUsed } from '../one-file.mjs';
import { engine } from './engine.mjs';
import { Parties, Visitor } from './visitor.mjs';

describe(`A person opens the single file in ${engine}`, () => {
  let page, files;
  before(async () => {
    page = await Visitor.start({ address });
    files = new Parties(page);
    await files.open();
    await page.click('#tab-name');
  });
  after(() => page.close());

  isUsed(() => ({ page, files }));
});

describe(`A person opens a single file that was changed on its way in ${engine}`, () => isChanged(() => Visitor.start()));
