/** Where the parts of the page come from in the single file, in place of www/source.js: it brings them in itself, packed. */

/** The response with one part, by its path in the site. */
export async function part(path) {
  const element = document.querySelector(`script[data-part="${path}"]`);
  if (!element) return new Response(null, { status: 404 });
  const letters = atob(element.textContent);
  const packed = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) packed[at] = letters.charCodeAt(at);
  // Each part ends with a checksum over it, without which nothing of it comes out.
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(unpacked, { headers: { 'content-type': path.endsWith('.wasm') ? 'application/wasm' : 'text/plain' } });
}
