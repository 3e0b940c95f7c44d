/** A wire into Chromium's own debugger: sees every request and console line of page and worker, and can hold or spoil them. */

import WebSocket from 'ws';

// How Chromium notes the request by which a worker proves that it is sealed, in two lines. They hold the address of the page's server,
// or that of this device where it has none, and nothing else.
const PROOF = new RegExp([
  `^Connecting to 'http://127.0.0.1(:\\d+)?/' violates the following Content Security Policy directive: "connect-src 'none'". The action has been blocked.$`,
  `^Fetch API cannot load http://127.0.0.1(:\\d+)?/. Refused to connect because it violates the document's Content Security Policy.$`,
].join('|'));

const gone = (method) => new Error(`${method}: the browser is gone`);

export class Wire {
  requests = []; // { url, method, headers, postData, type, from: 'page' | 'worker' }
  console = []; // what page, worker and browser wrote to the console, but for:
  proofs = []; // the lines about the request by which a worker proves that it is sealed
  started = []; // the scripts of the workers that were started
  #socket;
  #isWanted = true;
  #number = 0;
  #open = new Map();
  #page;
  #workers = [];
  #spoilers = [];

  /** `address` is host:port of the browser's debugger. */
  static async to(address) {
    const { webSocketDebuggerUrl } = await (await fetch(`http://${address}/json/version`)).json();
    const wire = new Wire();
    wire.#socket = new WebSocket(webSocketDebuggerUrl);
    await new Promise((resolve, reject) => wire.#socket.once('open', resolve).once('error', reject));
    wire.#socket.on('message', (text) => wire.#hear(JSON.parse(text)));
    wire.#socket.on('close', () => wire.#lose());
    const { targetInfos } = await wire.#tell('Target.getTargets');
    const { targetId } = targetInfos.find(({ type }) => type === 'page');
    ({ sessionId: wire.#page } = await wire.#tell('Target.attachToTarget', { targetId, flatten: true }));
    await wire.#watch(wire.#page);
    return wire;
  }

  close() {
    this.#isWanted = false;
    this.#socket.close();
  }

  /** The browser is gone: nobody waits for an answer any more, unless this is the end of the test. */
  #lose() {
    if (this.#isWanted) for (const { reject, method } of this.#open.values()) reject(gone(method));
    this.#open.clear();
  }

  /** A command to the page. */
  page(method, parameters) {
    return this.#tell(method, parameters, this.#page);
  }

  /** Runs code inside the newest worker of this name, as a debugger would: the page offers no door for this. */
  worker(expression, name) {
    return this.toWorker('Runtime.evaluate', { expression }, name);
  }

  /** A command to the newest worker of this name; the page names its own after their files. */
  toWorker(method, parameters, name = 'worker.js') {
    const worker = this.#workers.findLast(({ script }) => script === name || script === `./${name}`);
    if (!worker) throw new Error(`there is no worker ${name}, but ${this.#workers.map(({ script }) => script).join(', ') || 'none'}`);
    const { session } = worker;
    return this.#tell(method, parameters, session);
  }

  /** Ends whatever the newest worker of this name is doing, and says nothing: no event tells the page. */
  kill(name) {
    return this.toWorker('Runtime.terminateExecution', {}, name);
  }

  get workers() {
    return this.#workers.length;
  }

  forget() {
    this.requests.length = 0;
    this.console.length = 0;
    this.proofs.length = 0;
    this.started.length = 0;
  }

  offline(is) {
    const conditions = { offline: is, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    return Promise.all([this.#page, ...this.#workers.map(({ session }) => session)].map((session) => this.#tell('Network.emulateNetworkConditions', conditions, session).catch(() => null)));
  }

  /** Answers requests whose address matches by `spoil(event)`: fetch parameters to fulfil with, or null to fail. */
  async intercept(pattern, spoil) {
    this.#spoilers.push({ pattern, spoil });
    await this.page('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  }

  /** From here on every request goes its own way again. */
  async release() {
    this.#spoilers.length = 0;
    await this.page('Fetch.disable');
  }

  async #watch(session, waiting = false) {
    await Promise.all([
      this.#tell('Network.enable', {}, session),
      this.#tell('Runtime.enable', {}, session),
      this.#tell('Log.enable', {}, session).catch(() => null),
      this.#tell('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }, session),
      waiting && this.#tell('Runtime.runIfWaitingForDebugger', {}, session),
    ]);
  }

  async #tell(method, params = {}, sessionId) {
    if (this.#socket.readyState !== WebSocket.OPEN) throw gone(method);
    const id = ++this.#number;
    this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    return new Promise((resolve, reject) => this.#open.set(id, { resolve, reject, method }));
  }

  #hear({ id, result, error, method, params, sessionId }) {
    if (id) {
      const { resolve, reject, method: asked } = this.#open.get(id);
      this.#open.delete(id);
      return error ? reject(new Error(`${asked}: ${error.message}`)) : resolve(result);
    }
    const from = sessionId === this.#page ? 'page' : 'worker';
    switch (method) {
      case 'Target.attachedToTarget':
        if (/worker$/.test(params.targetInfo.type)) {
          this.#workers.push({ session: params.sessionId, script: params.targetInfo.title });
          this.started.push(params.targetInfo.title);
        }
        this.#watch(params.sessionId, params.waitingForDebugger).catch(() => null);
        break;
      case 'Target.detachedFromTarget':
        this.#workers = this.#workers.filter(({ session }) => session !== params.sessionId);
        break;
      case 'Network.requestWillBeSent': {
        const { url, method: verb, headers, postData } = params.request;
        this.requests.push({ url, method: verb, headers, postData, type: params.type, from });
        break;
      }
      case 'Network.webSocketCreated':
        this.requests.push({ url: params.url, type: 'WebSocket', from });
        break;
      case 'Runtime.consoleAPICalled':
        this.console.push(`${from} ${params.type}: ${params.args.map(({ value, description }) => value ?? description).join(' ')}`);
        break;
      case 'Runtime.exceptionThrown':
        this.console.push(`${from} exception: ${params.exceptionDetails.exception?.description ?? params.exceptionDetails.text}`);
        break;
      case 'Log.entryAdded': {
        const { level, text, url = '' } = params.entry;
        if (PROOF.test(text) && url.startsWith('blob:')) this.proofs.push(text);
        else this.console.push(`${from} ${level}: ${text} ${url}`);
        break;
      }
      case 'Fetch.requestPaused':
        this.#spoil(params, sessionId).catch(() => null);
        break;
    }
  }

  async #spoil({ requestId, request }, session) {
    const spoiler = this.#spoilers.find(({ pattern }) => pattern.test(request.url));
    if (!spoiler) return this.#tell('Fetch.continueRequest', { requestId }, session);
    const answer = await spoiler.spoil(request);
    if (answer === 'continue') return this.#tell('Fetch.continueRequest', { requestId }, session);
    if (!answer) return this.#tell('Fetch.failRequest', { requestId, errorReason: 'Failed' }, session);
    return this.#tell('Fetch.fulfillRequest', { requestId, ...answer }, session);
  }
}
