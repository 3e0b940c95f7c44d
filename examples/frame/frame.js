/** A script without modules: puts the frame there, hears it, and asks it for a name. */

(function () {
  const frame = document.getElementById('sieve');
  const told = document.getElementById('told');
  // The frame hears the origin that is named here, and no other.
  frame.src = `./node_modules/namesieve/wasm/frame.html#${encodeURIComponent(location.origin)}`;

  addEventListener('message', ({ source, data }) => {
    // A sandboxed frame has no origin to compare: what counts is that it is this frame.
    if (source !== frame.contentWindow || !data || data.namesieve !== 1) return;
    if (data.type === 'height') frame.style.height = `${data.height}px`;
    if (data.type === 'ready') frame.contentWindow.postMessage({ namesieve: 1, id: 1, type: 'screen', name: 'Benazir Ahmad' }, '*');
    if (data.type === 'failed' || data.type === 'not-answered') told.textContent = `Not screened: ${data.code}`;
    if (data.type === 'outcome' && data.id === 1) told.textContent = `${data.detail.status}: ${data.detail.hits.length} potential matches`;
  });
})();
