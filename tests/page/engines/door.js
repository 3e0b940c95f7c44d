/**
 * The ways out of a page or a worker, each tried when it is asked for. The mirror appends this to the page's and the workers' own
 * scripts, so that the attempts are made by code that the site itself sent, under its policy. It is no module: it also runs by itself.
 *
 * On a channel named like the worker, or by the path of the page: `{ list }` is answered by `{ ways }`, all their names; `{ targets: { way: address }, patience }` by
 * `{ through, said, broken }`: which ways say that they got through, what the others said, and which directives were broken.
 * `{ leave, to }` puts in a button `#leave` that leaves the page, and `{ crash }` throws where nothing catches it.
 */
{
  const inPage = typeof document === 'object';
  const add = (tag, attributes, parent = document.body) => {
    const element = Object.assign(document.createElement(tag), attributes);
    parent.append(element);
    return element;
  };
  const settled = (element, done = 'load', failed = 'error') => new Promise((resolve, reject) => {
    element.addEventListener(done, resolve);
    element.addEventListener(failed, () => reject(new Error(failed)));
  });
  const link = (rel, attributes = {}) => (href) => settled(add('link', { rel, ...attributes, href }, document.head));
  const sheet = () => document.styleSheets[0] ?? add('style', {}, document.head).sheet;
  const worker = (text) => {
    // Answers once it runs, whatever its script then reaches.
    const started = new Worker(URL.createObjectURL(new Blob([`postMessage('runs');${text}`], { type: 'text/javascript' })));
    return settled(started, 'message').then(() => true);
  };

  /** Where both page and worker can try. */
  const anywhere = {
    fetch: (to) => fetch(`${to}/fetch`, { mode: 'no-cors' }),
    'fetch that outlives the page': (to) => fetch(`${to}/keepalive`, { mode: 'no-cors', keepalive: true, method: 'POST', body: 'x' }),
    XMLHttpRequest: (to) => {
      const request = new XMLHttpRequest();
      request.open('GET', `${to}/xhr`);
      request.send();
      return settled(request);
    },
    WebSocket: (to) => settled(new WebSocket(`${to.replace('http', 'ws')}/socket`), 'open'),
    EventSource: (to) => settled(new EventSource(`${to}/source.events`), 'open'),
    import: (to) => import(`${to}/module.js`),
    FontFace: (to) => new FontFace('afar', `url(${to}/face.woff2)`).load(),
    'worker made of text': () => worker(''),
    'worker made of text, which imports': (to) => worker(`importScripts('${to}/script.js')`),
    'worker made of text, which fetches': (to) => worker(`fetch('${to}/fetch', { mode: 'no-cors' })`),
    cache: async (to) => (await caches.open('tried')).add(`${to}/cached`),
    WebSocketStream: (to) => new WebSocketStream(`${to.replace('http', 'ws')}/stream`).opened,
    'worker made of text, with an event source': (to) => worker(`new EventSource('${to}/source.events')`),
    WebTransport: (to) => new WebTransport(`${to.replace('http:', 'https:')}/transport`).ready,
  };

  const page = {
    ...anywhere,
    // Of another server no engine starts one, whatever the policy.
    'worker of a server': (to) => void new Worker(`${to}/worker.js`),
    sendBeacon: (to) => void navigator.sendBeacon(`${to}/beacon`, 'x'),
    fetchLater: (to) => void fetchLater(`${to}/later`, { activateAfter: 0 }),
    ping: (to) => add('a', { ping: `${to}/ping`, href: '#' }).click(),
    image: (to) => settled(add('img', { src: `${to}/image.svg` })),
    'CSS url()': (to) => void (add('p', { textContent: 'x' }).style.backgroundImage = `url(${to}/background.svg)`),
    '@font-face': (to) => {
      sheet().insertRule(`@font-face { font-family: ruled; src: url(${to}/ruled.woff2); }`, sheet().cssRules.length);
      add('p', { textContent: 'x' }).style.fontFamily = 'ruled';
    },
    '@import': (to) => void sheet().insertRule(`@import url(${to}/imported.css);`, 0),
    stylesheet: (to) => link('stylesheet')(`${to}/style.css`),
    script: (to) => settled(add('script', { src: `${to}/script.js` })),
    iframe: (to) => settled(add('iframe', { src: `${to}/frame.html` })),
    'fetch from an empty iframe': (to) => add('iframe', {}).contentWindow.fetch(`${to}/fetch`, { mode: 'no-cors' }),
    object: (to) => settled(add('object', { data: `${to}/object.svg`, type: 'image/svg+xml' })),
    embed: (to) => settled(add('embed', { src: `${to}/embed.svg`, type: 'image/svg+xml' })),
    video: (to) => settled(add('video', { src: `${to}/video.webm` }), 'loadeddata'),
    prefetch: (to) => link('prefetch')(`${to}/prefetch.js`),
    'speculation rules': (to) => void add('script', { type: 'speculationrules', textContent: JSON.stringify({ prefetch: [{ urls: [`${to}/speculated`] }] }) }),
    'preload of a script': (to) => link('preload', { as: 'script' })(`${to}/preload.js`),
    'preload of an image': (to) => link('preload', { as: 'image' })(`${to}/preload.svg`),
    'preload for fetch': (to) => link('preload', { as: 'fetch', crossOrigin: '' })(`${to}/preload.txt`),
    modulepreload: (to) => link('modulepreload')(`${to}/module.js`),
    'audio worklet': (to) => new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule(`${to}/worklet.js`),
    preconnect: (to) => void link('preconnect')(to),
    WebRTC: async (to) => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: to.replace('http://', 'stun:') }] });
      connection.createDataChannel('x');
      await connection.setLocalDescription(await connection.createOffer());
    },
    'text made markup': () => Boolean((add('p', {}).innerHTML = '<b>x</b>')),
    'text made code': () => (0, eval)('true'),
    'handler made of text': () => {
      const button = add('button', {});
      button.setAttribute('onclick', 'this.ran = true');
      button.click();
      return button.ran;
    },
    'another Trusted Types policy': () => Boolean(trustedTypes.createPolicy('another', {})),
    'another base address': (to) => {
      const base = add('base', { href: to }, document.head);
      const moved = document.baseURI.startsWith(to);
      base.remove();
      return moved;
    },
  };

  /** Ways that leave the page itself: each is gone by a click, as a person would be led to. */
  const leaving = {
    'form submit': (to) => add('form', { action: `${to}/form`, method: 'post' }).submit(),
    location: (to) => void (location.href = `${to}/location`),
    'window.open': (to) => void window.open(`${to}/opened`),
    link: (to) => add('a', { href: `${to}/link` }).click(),
    'link to a new window': (to) => add('a', { href: `${to}/link`, target: '_blank', rel: 'noopener' }).click(),
    'meta refresh': (to) => void add('meta', { httpEquiv: 'refresh', content: `0; url=${to}/refresh` }, document.head),
  };

  const ways = inPage ? page : { ...anywhere, importScripts: (to) => importScripts(`${to}/script.js`) };
  const broken = [];
  globalThis.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => broken.push(effectiveDirective));

  const channel = new BroadcastChannel(self.name || location.pathname);
  channel.addEventListener('message', async ({ data: { targets, patience = 1000, leave, to, crash, list } }) => {
    if (list) channel.postMessage({ ways: Object.keys(ways) });
    if (leave) add('button', { id: 'leave', textContent: 'Leave', onclick: () => leaving[leave](to) });
    if (crash) setTimeout(() => { throw new Error('a crash'); });
    if (!targets) return;
    const through = [];
    const said = {};
    const enough = new Promise((resolve) => setTimeout(resolve, patience, 'it said nothing'));
    await Promise.all(Object.entries(targets).map(async ([way, to]) => {
      const outcome = new Promise((resolve) => resolve(ways[way](to)));
      const answer = await Promise.race([outcome, enough]).catch(String);
      if (answer === true) through.push(way);
      said[way] = typeof answer === 'string' ? answer : 'it was let';
    }));
    channel.postMessage({ through, said, broken });
  });
}
