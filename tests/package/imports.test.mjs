// What the WebAssembly modules can ask of their host: nothing but to make, read and describe JavaScript values, and the reader to
// call the function that gives it a piece of a file. A module without an import for the network or storage has none of them,
// whatever its code does; the engine has no clock and no randomness either. The libraries that write a workbook ask for both, and
// what they write holds neither: it is the same bytes as natively (tables.test.mjs).

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

/** By the name that wasm-bindgen gives an import, without its hash, and why it is harmless. */
const allowed = {
  Error: 'makes an Error',
  String: 'describes a value in an error message',
  get: 'reads an element of an array or a setting',
  get_unchecked: 'reads an element of an array',
  instanceof_Uint8Array: 'asks what a value is',
  length: 'asks how long an array is',
  new: 'makes an array or an object',
  prototypesetcall: 'copies the bytes of a pack in',
  set: 'sets a property or an element',
  __wbindgen_boolean_get: 'reads a value',
  __wbindgen_generic: 'turns a number or a string into a value',
  __wbindgen_init_externref_table: 'makes room for values',
  __wbindgen_is_null: 'asks what a value is',
  __wbindgen_is_object: 'asks what a value is',
  __wbindgen_is_string: 'asks what a value is',
  __wbindgen_is_undefined: 'asks what a value is',
  __wbindgen_number_get: 'reads a value',
  __wbindgen_string_get: 'reads a value',
  __wbindgen_throw: 'throws an Error',
};

/** What the reader may do besides. */
const reads = {
  call: 'calls the function that reads a piece of a file',
  instanceof_Function: 'asks what a value is',
  __wbindgen_is_function: 'asks what a value is',
  new_from_slice: 'copies the bytes of a pack out',
  push: 'adds a pack to an array',
  done: 'reads an array of outcomes',
  entries: 'reads an outcome',
  fromCodePoint: 'reads a letter',
  get_with_ref_key: 'reads a property',
  instanceof_ArrayBuffer: 'asks what a value is',
  instanceof_Map: 'asks what a value is',
  isArray: 'asks what a value is',
  isSafeInteger: 'asks what a value is',
  iterator: 'reads an array of outcomes',
  next: 'reads an array of outcomes',
  value: 'reads an array of outcomes',
  Number: 'reads a number',
  getRandomValues: 'seeds a table of the library that writes ZIP files',
  now: 'is asked by the library that writes workbooks, and overwritten',
  __wbindgen_bigint_get_as_i64: 'reads a number',
  __wbindgen_debug_string: 'describes a value in an error message',
  __wbindgen_in: 'asks whether an object has a property',
  __wbindgen_is_bigint: 'asks what a value is',
  __wbindgen_jsval_eq: 'compares values',
  __wbindgen_jsval_loose_eq: 'compares values',
};

for (const [name, more] of [['namesieve', {}], ['reader', reads]]) {
  test(`the module ${name} imports nothing that could carry a name away`, async () => {
    const bytes = await readFile(new URL(`../../pkg/wasm/${name}_bg.wasm`, import.meta.url));
    const imports = WebAssembly.Module.imports(await WebAssembly.compile(bytes));
    const harmless = { ...allowed, ...more };
    const strange = imports
      .map(({ module, name, kind }) => ({ module, kind, plain: name.replace(/^__wbg_/, '').replace(/_[0-9a-f]{16}$/, '') }))
      .filter(({ module, kind, plain }) => module !== `./${name}_bg.js` || kind !== 'function' || !(plain in harmless));
    assert.ok(imports.length > 0);
    assert.deepEqual(strange, []);
  });
}
