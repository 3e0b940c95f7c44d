/** Other people's projects: the package is packed as npm publishes it, installed from that into a fresh folder, and built there by a tool. */

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');

// Below this folder, so that projects find the tools of the lock file, and hidden from what looks at sources.
const projects = join(here, '.projects');

const published = process.env.NAMESIEVE_PACKAGE || join(root, 'target/dist/namesieve');

export const example = (name) => join(root, 'examples', name);

const quiet = { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' };
const npm = (...words) => execFileSync(process.env.NPM || 'npm', words, { ...quiet, cwd: projects });

rmSync(projects, { recursive: true, force: true });
mkdirSync(projects, { recursive: true });

/** The package as it would be sent to the registry. */
export const tarball = join(projects, JSON.parse(npm('pack', published, '--json'))[0].filename);

/** A fresh project with these files that has installed the package, and nothing else. */
export function project(name, from = null) {
  const folder = join(projects, name);
  mkdirSync(folder);
  if (from) cpSync(from, folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies: { namesieve: `file:${tarball}` } }));
  npm('install', '--prefix', folder, '--offline', '--no-audit', '--no-fund', '--no-package-lock');
  return folder;
}

/** Runs a tool of the lock file in a project, by the name it is started with; gives what it printed. */
export const tool = (folder, program, ...words) => execFileSync(join(here, 'node_modules/.bin', program), words, { ...quiet, cwd: folder });

/** Changes a text file of a project; what is to be replaced has to be there. */
export function change(folder, file, from, to) {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(path, text.replace(from, to));
}

/** What a tool built, by file: all of it as text. */
export const built = (folder) =>
  Object.fromEntries(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
    .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'latin1')]));
