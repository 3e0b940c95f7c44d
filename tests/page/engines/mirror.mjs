/** The served site once more on another port, with its own headers and bytes but for what a test changes, and every request noted whole. */

import { once } from 'node:events';
import { createServer } from 'node:http';
import { site } from '../site.mjs';

// They belong to one connection and not to what is served.
const OF_A_CONNECTION = ['connection', 'content-length', 'transfer-encoding', 'date'];

export class Mirror {
  /** What was asked, headers and bodies included. */
  requests = [];

  /** `change(path, { headers, text })` alters what is answered: `headers` is a Map, `text` the text of a page or script. */
  static async start(change = () => null) {
    const mirror = new Mirror();
    mirror.server = createServer(async (request, response) => {
      const body = [];
      for await (const part of request) body.push(part);
      mirror.requests.push([`${request.method} ${request.url}`, request.rawHeaders.join('\n'), Buffer.concat(body).toString()].join('\n'));
      const original = await fetch(new URL(request.url, site));
      const answer = { headers: new Map([...original.headers].filter(([name]) => !OF_A_CONNECTION.includes(name))) };
      const bytes = Buffer.from(await original.arrayBuffer());
      if (/text\/(html|javascript)/.test(original.headers.get('content-type'))) answer.text = bytes.toString();
      const made = change(new URL(request.url, site).pathname, answer);
      response.writeHead(made ? 200 : original.status, [...answer.headers].flat());
      response.end(answer.text ?? bytes);
    }).listen(0, '127.0.0.1');
    await once(mirror.server, 'listening');
    mirror.address = `http://127.0.0.1:${mirror.server.address().port}/`;
    return mirror;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }
}
