// The package's README: its example runs as it stands, in a project that installed the package.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const pkg = fileURLToPath(new URL('../../pkg/', import.meta.url));

test('the ten lines of the README run and name the party, its programme and its measure', async (t) => {
  const project = await mkdtemp(join(tmpdir(), 'namesieve-readme-'));
  t.after(() => rm(project, { recursive: true }));
  await cp(pkg, join(project, 'node_modules', 'namesieve'), { recursive: true });

  const [, example] = /```js\n(.*?)```/s.exec(await readFile(join(pkg, 'README.md'), 'utf8'));
  await writeFile(join(project, 'example.mjs'), example);
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['example.mjs'], { cwd: project });

  const [status, ...lines] = stdout.trimEnd().split('\n');
  assert.equal(status, 'screened');
  assert.match(lines[0], /^OFAC.*: \d+ designations, issued 2021-12-10$/);
  const first = lines.find((line) => /^\d/.test(line));
  assert.match(first, /^\d+ AHMED, Benazir \(GLOMAG\): \S.*\.$/);
  assert.equal(stderr, '');
});
