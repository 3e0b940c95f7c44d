/**
 * The border of reading list files, on the worker's side: gets the compiled module and files, makes packs of them, fetches nothing.
 *
 * In: `{ module, files, issued }`, once. Out: `{ read }` (bytes so far) again and again, then `{ found }` or `{ refused }`.
 */

import { loadReader } from './pkg/reader.js';

// Read from the disk at once: large enough that a file of 125 MB is read in a hundred pieces.
const PIECE = 1 << 20;
const EVERY = 100; // milliseconds between two lines of progress

export async function pack({ module, files, issued }) {
  try {
    const reader = await loadReader({ wasm: module });
    const found = reader.compile(inPieces(files), { issued });
    self.postMessage({ found }, found.packs.map((pack) => pack.buffer));
  } catch ({ code, message }) {
    self.postMessage({ refused: { code, message } });
  }
}

function inPieces(files) {
  const disk = new FileReaderSync();
  const far = files.map(() => 0);
  let told = 0;
  const tell = () => {
    if (Date.now() - told < EVERY) return;
    told = Date.now();
    self.postMessage({ read: far.reduce((sum, each) => sum + each) });
  };
  return files.map((file, number) => {
    let piece = { from: 0, bytes: new Uint8Array() };
    return {
      name: file.name,
      read(offset, length) {
        const has = offset >= piece.from && offset < piece.from + piece.bytes.length;
        if (!has && offset < file.size)
          piece = { from: offset, bytes: file.whole?.subarray(offset) ?? new Uint8Array(disk.readAsArrayBuffer(file.slice(offset, offset + PIECE))) };
        const bytes = piece.bytes.subarray(offset - piece.from, offset - piece.from + length);
        far[number] = offset + bytes.length;
        tell();
        return bytes;
      },
    };
  });
}
