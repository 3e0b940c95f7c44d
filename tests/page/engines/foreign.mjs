/** A foreign server: another port of this machine that takes whatever comes, by TCP and by UDP, and notes that it came. */

import { createHash } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';

// What RFC 6455 has a server append to the key of a WebSocket.
const WEBSOCKET = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

const kinds = { css: 'text/css', js: 'text/javascript', html: 'text/html', svg: 'image/svg+xml', events: 'text/event-stream' };

export class Foreign {
  connections = 0;
  /** What was asked, headers and bodies included. */
  requests = [];

  /** `answer` is what a request gets, by its path. */
  static async start(answer = () => '') {
    const foreign = new Foreign();
    const server = (foreign.server = createServer(async (request, response) => {
      const body = [];
      for await (const part of request) body.push(part);
      foreign.requests.push([`${request.method} ${request.url}`, request.rawHeaders.join('\n'), Buffer.concat(body).toString()].join('\n'));
      // Everything is allowed from here, so that what is refused is refused by the page's own policy.
      response.writeHead(200, {
        'content-type': kinds[request.url.split('.').at(-1)] ?? 'text/plain',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        ...(request.url === '/holder.html' ? {} : { 'cross-origin-embedder-policy': 'require-corp' }),
        connection: 'close',
      });
      response.end(answer(request.url));
    }));
    server.on('connection', () => foreign.connections++);
    server.on('upgrade', (request, socket) => {
      const accept = createHash('sha1').update(request.headers['sec-websocket-key'] + WEBSOCKET).digest('base64');
      foreign.requests.push([`${request.method} ${request.url}`, request.rawHeaders.join('\n')].join('\n'));
      socket.end(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
      socket.on('error', () => null);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    foreign.port = server.address().port;
    foreign.datagrams = createSocket('udp4').on('message', () => foreign.connections++);
    foreign.datagrams.bind(foreign.port, '127.0.0.1');
    const bound = await Promise.race([once(foreign.datagrams, 'listening'), once(foreign.datagrams, 'error').then(() => null)]);
    if (bound) return foreign;
    foreign.close(); // the same number was taken for UDP: another one
    return Foreign.start(answer);
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
    this.datagrams.close();
  }
}
