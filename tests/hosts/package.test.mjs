/** The package as a thing to install: what it says of itself is true, its types hold, and nobody pays for what they do not import. */

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { built, project, tarball, tool } from './projects.mjs';

let folder;
before(() => (folder = project('package')));

test('publint finds nothing', () => {
  assert.match(tool(folder, 'publint', 'run', 'node_modules/namesieve', '--strict'), /All good!/);
});

test('are the types wrong? finds nothing, for all who import modules', () => {
  // It is a module and nothing else; the frame is a page, and the compiled files have no types.
  const more = ['--profile', 'esm-only', '--exclude-entrypoints', './frame.html', './wasm/namesieve_bg.wasm', './wasm/reader_bg.wasm', './wasm/element-worker.js'];
  const told = tool(folder, 'attw', tarball, '--no-color', '--no-emoji', '--format', 'table-flipped', ...more);
  for (const door of ['"namesieve"', '"namesieve/reader"', '"namesieve/element"']) assert.match(told, new RegExp(`${door}.*OK \\(ESM\\)`));
});

const program = `
import { load, moduleUrl, type Screening } from 'namesieve';
import { NameSieve, screen, configure, type ElementScreening, type FrameMessage, type HostMessage, type Language } from 'namesieve/element';
import { loadReader } from 'namesieve/reader';

const sieve = await load({ wasm: moduleUrl() });
const answer: Screening = sieve.screen('a', { facts: { birth: '1963' } });
configure({ wasm: '/engine.wasm' });
const shared = await screen('a', { threshold: 80 }, { lists: ['ofac-sdn'] });
const reasons: string[] = shared.reasons.map(({ code }) => code);
const element = document.createElement('name-sieve');
element.lists = ['ofac-sdn'];
element.threshold = 85;
element.lang = 'fr';
const spoken: Language | undefined = NameSieve.languages.find((each) => each === 'fr');
element.addEventListener('screened', ({ detail }) => detail.lists.map(({ issued }) => issued));
element.addEventListener('decision', ({ detail: { decision } }) => decision.verdict satisfies string | null);
const settled: ElementScreening | null = await element.screen();
const question: HostMessage = { namesieve: 1, id: 1, type: 'screen', name: 'a' };
const turn: HostMessage = { namesieve: 1, id: 2, type: 'set', attributes: { lang: 'ar', compact: true } };
const heard = (message: FrameMessage) => (message.type === 'outcome' ? message.detail?.status : message.type);
export { NameSieve, answer, reasons, settled, spoken, question, turn, heard, loadReader };
`;

const check = (text) => {
  writeFileSync(join(folder, 'program.ts'), text);
  return tool(folder, 'tsc', '--strict', '--noEmit', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', '--lib', 'es2022,dom,dom.iterable',
    '--types', '', '--noUncheckedIndexedAccess', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false', 'program.ts');
};

test('the types hold under tsc --strict, down to the declarations themselves', () => assert.equal(check(program), ''));

test('the types refuse what the package would refuse', () => {
  for (const [right, wrong] of [["birth: '1963'", "born: '1963'"], ['threshold: 80', "threshold: '80'"], ["type: 'screen', name", "type: 'ask', name"], ['element.threshold = 85', 'element.result = null'], ["each === 'fr'", "each === 'de'"], ["lang: 'ar'", 'lang: 7']]) {
    assert.ok(program.includes(right));
    assert.throws(() => check(program.replace(right, wrong)), ({ stdout }) => /error TS/.test(stdout), wrong);
  }
});

test('who only screens gets neither the reader nor the component', () => {
  writeFileSync(join(folder, 'index.html'), '<script type="module" src="./main.js"></script>');
  writeFileSync(join(folder, 'main.js'), "import { moduleSha256, load } from 'namesieve';\nimport { loadReader } from 'namesieve/reader';\nconsole.log(moduleSha256, load);\n");
  tool(folder, 'vite', 'build', '--logLevel', 'error');
  const files = built(join(folder, 'dist'));
  const script = Object.entries(files).filter(([name]) => name.endsWith('.js')).map(([, text]) => text).join('');
  assert.match(script, /screenRowSince/, 'the engine is there');
  assert.doesNotMatch(script, /name-sieve|compileLists|compilelists|reader_bg/, 'and nothing else is');
});

test('a server that writes pages can import the component', async () => {
  writeFileSync(join(folder, 'server.mjs'), "import { NameSieve, screen } from 'namesieve/element';\nconsole.log(typeof NameSieve, typeof screen);\n");
  const { execFileSync } = await import('node:child_process');
  assert.equal(execFileSync(process.execPath, ['server.mjs'], { cwd: folder, encoding: 'utf8' }), 'function function\n');
});
