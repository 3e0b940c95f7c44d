/** The server of a host: one folder, with the header that the package's README gives to copy, and a note of every request. */

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json' };

const readme = readFileSync(new URL('../../pkg/README.md', import.meta.url), 'utf8');

/** The header under a heading of the README, as one would copy it. */
export function header(title) {
  const [, value] = new RegExp(`^#+ ${title}\\n.*?\`\`\`http\\ncontent-security-policy: (.*?)\\n\`\`\``, 'ms').exec(readme) ?? [];
  if (!value) throw new Error(`the README has no header under ${title}`);
  return value;
}

export class Server {
  requests = [];
  #server;
  #fails = new Map();

  /** `policies` gives the policy of a path. */
  static async start(folder, policies = () => header('A strict policy')) {
    const server = new Server();
    server.#server = createServer(({ method, url }, response) => {
      server.requests.push(`${method} ${url}`);
      const { pathname } = new URL(url, 'http://host');
      const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
      const policy = policies(path);
      if (policy) response.setHeader('content-security-policy', policy);
      try {
        const bytes = readFileSync(join(folder, decodeURIComponent(path)));
        response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
        response.setHeader('cache-control', 'no-store');
        response.end(server.#fails.has(path) ? server.#fails.get(path)(bytes) : bytes);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    server.address = `http://127.0.0.1:${server.#server.address().port}/`;
    return server;
  }

  /** From now on this path is answered with other bytes. */
  change(path, how) {
    this.#fails.set(path, how);
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
