/** The proof that a worker is sealed: its own browser refuses it a request, by the policy of the seal. Before that it hears nothing. */

// What reaches a server past every policy: Firefox opens event sources and fonts from a worker without asking any. Nothing here uses
// them, and what is gone cannot be had again: nor from a worker that is started by this one.
for (const way of ['EventSource', 'FontFace', 'Worker']) delete self[way];

// What is asked for, should the policy not hold: the head of a page, without a cookie. A file has no server; this device stands for it.
const SERVER = self.origin.startsWith('http') ? self.origin : 'http://127.0.0.1';

// Milliseconds. A browser tells a worker of what it refused a moment after the request has failed; so long is waited for it at most.
const MOMENT = 20;
const PATIENCE = 5_000;

/**
 * Gives every message of the page to `hear`, once it is proved that this worker is sealed, and says `{ here }`. Otherwise it says
 * `{ unsealed }` and hears nothing.
 */
export async function listen(hear) {
  const proved = sealed();
  self.addEventListener('message', async ({ data }) => (await proved) && hear(data));
  self.postMessage((await proved) ? { here: true } : { unsealed: true });
}

/** A failed request alone proves nothing: the line may be dead. So it counts only what the browser says of its policy. */
async function sealed() {
  const refused = new Promise((resolve) =>
    self.addEventListener('securitypolicyviolation', ({ disposition, effectiveDirective, originalPolicy }) => {
      if (disposition === 'enforce' && effectiveDirective === 'connect-src' && originalPolicy.includes("connect-src 'none'")) resolve(true);
    }));
  const within = (time) => Promise.race([refused, new Promise((resolve) => setTimeout(resolve, time, false))]);
  const asked = { method: 'HEAD', mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) };
  if (await fetch(`${SERVER}/`, asked).then(() => true, () => false)) return false;
  return (await within(MOMENT)) || socketIsForbidden() || within(PATIENCE);
}

/** WebKit tells its workers of no refusal, but there a socket that the policy forbids fails at once and by this name. */
function socketIsForbidden() {
  try {
    new WebSocket(SERVER.replace(/^http/, 'ws')).close();
    return false;
  } catch ({ name }) {
    return name === 'SecurityError';
  }
}
