/** Measures the package in Node and prints the figures as JSON: `node node.mjs FOLDER`, where the package, the names and the pack lie. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argv, version } from 'node:process';
import { pathToFileURL } from 'node:url';
import { measure } from './measure.js';

const at = (file) => join(argv[2], file);
const door = (file) => import(pathToFileURL(at(file)));

const { load } = await door('pkg/index.js');
const { default: init } = await door('pkg/wasm/namesieve.js');
const names = JSON.parse(await readFile(at('names.json'), 'utf8'));
const { figures } = await measure(load, init, new Uint8Array(await readFile(at('lists.pack'))), names);
console.log(JSON.stringify({ ...figures, version }));
