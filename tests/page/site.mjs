/** Where the assembled site is served, and what its server has logged. */

import { readFileSync } from 'node:fs';

const required = (name, meaning) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. It gives ${meaning}; \`cargo xtask test\` sets it.`);
  return value;
};

export const site = new URL(required('NAMESIEVE_SITE', 'the address of the served site, such as http://127.0.0.1:8123/'));

/** Every request the server has had, one "METHOD TARGET" a line. */
export const served = () => {
  const path = required('NAMESIEVE_REQUEST_LOG', 'the file in which the server notes its requests');
  return readFileSync(path, 'utf8').split('\n').filter(Boolean);
};

/** The path of the single file that was made of the site. */
export const single = () => required('NAMESIEVE_FILE', 'the path of the single file, namesieve.html');
