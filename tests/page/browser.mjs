/** Starts Chromium through chromedriver with a fresh profile, and ends both. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder } from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';
import { Wire } from './wire.mjs';

const flags = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

// On a machine that is busy with other things Chromium now and then ends before it has begun.
const ATTEMPTS = 3;

/** `{ driver, wire, close }`: the driver presses keys, the wire watches. `more` are further flags of the browser, `own` a profile that outlives it. */
export async function start(more = [], own = null, attempt = 1) {
  const profile = own ?? (await mkdtemp(join(tmpdir(), 'namesieve-page-')));
  const remove = () => own ?? rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  const options = new chrome.Options();
  options.setChromeBinaryPath(process.env.CHROMIUM || '/usr/bin/chromium');
  options.addArguments(...flags, ...more, `--user-data-dir=${profile}`);
  let driver;
  try {
    driver = await new Builder()
      .forBrowser('chrome')
      .setChromeOptions(options)
      .setChromeService(new chrome.ServiceBuilder(process.env.CHROMEDRIVER || '/usr/bin/chromedriver'))
      .build();
  } catch (error) {
    await remove();
    if (error.name !== 'SessionNotCreatedError' || attempt === ATTEMPTS) throw error;
    return start(more, own, attempt + 1);
  }
  const { debuggerAddress } = (await driver.getCapabilities()).get('goog:chromeOptions');
  const wire = await Wire.to(debuggerAddress);
  return {
    driver,
    wire,
    async close() {
      wire.close();
      await driver.quit();
      await remove();
    },
  };
}
