/** Screens the names in a file, one a line, and prints a line of JSON for each; the exit status is 1 where one was not screened. */

import { readFile } from 'node:fs/promises';
import { load } from 'namesieve';

const sieve = await load();
const names = (await readFile(process.argv[2], 'utf8')).split(/\r?\n/u).filter((name) => name.trim());

for (const name of names) {
  const { status, reasons, lists, hits } = sieve.screen(name);
  // What was looked at goes with every line: without it, no hit means nothing.
  const looked = lists.map(({ id, issued }) => ({ id, issued }));
  console.log(JSON.stringify({ name, status, reasons, lists: looked, hits: hits.map(({ list, id, score, name: listed }) => ({ list, id, score, name: listed })) }));
  if (status !== 'screened') process.exitCode = 1;
}
sieve.close();
