/**
 * In the component's worker, in place of www/sealed.js: takes away what leads to a server or a store before anything is heard.
 *
 * The page proves that its browser refuses a request; a host's page may make requests, so nothing is asked there to prove it. What this
 * takes away binds the code of the worker; what binds the browser is the host's policy, which a worker from `blob:` inherits.
 */

const WAYS = [
  'fetch', 'fetchLater', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'WebTransport', 'EventSource', 'FontFace', 'fonts', 'Worker',
  'SharedWorker', 'importScripts', 'BroadcastChannel', 'indexedDB', 'caches', 'RTCPeerConnection',
];

/** Gives every message of the document to `hear` and says `{ here }`, or `{ unsealed }` where something could not be taken away. */
export function listen(hear) {
  // A way can be the worker's own or one that it inherits.
  for (let holder = self; holder; holder = Object.getPrototypeOf(holder)) for (const way of WAYS) delete holder[way];
  if (WAYS.some((way) => way in self)) return self.postMessage({ unsealed: true });
  self.addEventListener('message', ({ data }) => hear(data));
  self.postMessage({ here: true });
}
