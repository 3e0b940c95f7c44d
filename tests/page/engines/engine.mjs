/** Starts Chromium, Firefox or WebKit by W3C WebDriver with a fresh profile, and ends it with all that it needed. */

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Builder, Capabilities } from 'selenium-webdriver';
import LogInspector from 'selenium-webdriver/bidi/logInspector.js';

/** Which engine this run is about. */
export const engine = process.env.NAMESIEVE_ENGINE || 'Chromium';

const program = (variable, usual) => process.env[variable] || usual;

const FIREFOX = program('FIREFOX', '/usr/bin/firefox-esr');

/**
 * Whether this is a Firefox before 148, which has no Trusted Types and lets event sources and fonts of workers past every policy
 * (seen in 140 ESR and no more in 153 ESR).
 */
export const isOldFirefox = engine === 'Firefox' && Number(/(\d+)\./.exec(execFileSync(FIREFOX, ['--version'], { encoding: 'utf8' }))[1]) < 148;

/** Each engine's driver program, with its arguments and what it is asked for. */
const engines = {
  Chromium: ({ profile, javascript, secret }) => ({
    driver: program('CHROMEDRIVER', 'chromedriver'),
    browserName: 'chrome',
    'goog:loggingPrefs': { browser: 'ALL' },
    'goog:chromeOptions': {
      binary: program('CHROMIUM', '/usr/bin/chromium'),
      args: [
        '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync', `--user-data-dir=${profile}`, ...(secret ? ['--incognito'] : []),
      ],
      prefs: javascript ? {} : { 'profile.managed_default_content_settings.javascript': 2 },
    },
  }),
  Firefox: ({ javascript, secret }) => ({
    driver: program('GECKODRIVER', 'geckodriver'),
    browserName: 'firefox',
    webSocketUrl: true, // through which its console is heard
    'moz:firefoxOptions': {
      binary: FIREFOX,
      args: ['-headless', ...(secret ? ['-private'] : [])],
      // Pings are off by default: switched on, they can be tried.
      prefs: { 'javascript.enabled': javascript, 'browser.send_pings': true },
    },
  }),
  WebKit: ({ javascript, secret }) => ({
    driver: program('WEBKITDRIVER', 'WebKitWebDriver'),
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': {
      binary: program('MINIBROWSER', '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'),
      // Prefetching is off by default: switched on, it can be tried.
      args: ['--automation', '--features=+LinkPrefetch', ...(secret ? ['--private'] : []), ...(javascript ? [] : ['--enable-javascript=false'])],
    },
  }),
};

/**
 * How an engine tells what was written to its console. WebKit's has no way: its driver asks for none, and the browser itself
 * prints none of a window that keeps nothing, as every automated one is.
 */
const listen = {
  async Chromium(driver) {
    const heard = [];
    return async () => heard.push(...(await driver.manage().logs().get('browser')).map(({ message }) => message)) && heard;
  },
  async Firefox(driver) {
    const heard = [];
    const inspector = await LogInspector(driver);
    await inspector.onLog((entry) => heard.push(JSON.stringify(entry)));
    return async () => heard;
  },
  async WebKit() {
    return null;
  },
};

// On a machine that is busy with other things a browser now and then ends before it has begun.
const ATTEMPTS = 3;

/** `{ driver, console, close }`: `console` gives the lines written to it so far, where the engine tells them. With `javascript: false` the engine runs none, with `secret` its window is a private one. */
export async function start({ javascript = true, secret = false } = {}, attempt = 1) {
  const profile = await mkdtemp(join(tmpdir(), 'namesieve-engine-'));
  const { driver: name, ...capabilities } = engines[engine]({ profile, javascript, secret });
  const display = engine === 'WebKit' ? await openDisplay() : null;
  const port = await freePort();
  const service = spawn(name, [`--port=${port}`], {
    stdio: 'ignore',
    // Where fonts, caches and settings would go stays empty, so that no earlier run shows.
    env: { ...process.env, ...display?.environment, TMPDIR: profile, XDG_DATA_HOME: profile, XDG_CACHE_HOME: profile },
  });
  const end = async () => {
    service.kill();
    display?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    await listening(port);
    const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(new Capabilities(capabilities)).build();
    const console = await listen[engine](driver);
    return { driver, console, close: () => driver.quit().catch(() => null).then(end) };
  } catch (error) {
    await end();
    if (attempt === ATTEMPTS) throw error;
    return start({ javascript, secret }, attempt + 1);
  }
}

/** A display of its own: WebKitGTK has no way to run without one. */
async function openDisplay() {
  const server = spawn(program('XVFB', 'Xvfb'), ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [number] = await once(server.stdout, 'data');
  return { environment: { DISPLAY: `:${String(number).trim()}`, GDK_BACKEND: 'x11' }, close: () => server.kill() };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until the driver answers. */
async function listening(port) {
  for (let tries = 0; tries < 100; tries++) {
    if (await fetch(`http://127.0.0.1:${port}/status`).then((answer) => answer.text()).then(() => true, () => false)) return;
    await sleep(100);
  }
  throw new Error(`the driver of ${engine} did not start`);
}
