// What the WebAssembly modules can ask of their host: nothing but to make, read and describe JavaScript values, and the reader to
// call the function that gives it a piece of a file. A module without an import for the network, storage, clock or randomness has
// none of them, whatever its code does.

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
  __wbindgen_is_string: 'asks what a value is',
  new_from_slice: 'copies the bytes of a pack out',
  push: 'adds a pack to an array',
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
