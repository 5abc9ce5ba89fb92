import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** The one address in front of the nodes, as nginx with its defaults is. */
export interface Balancer {
  readonly url: string;
  /** Ports of the nodes, those that are down included. */
  targets: number[];
  /** Requests that a node took and never answered: the carrier got 502. */
  readonly broken: number;
  close(): void;
}

/**
 * Passes each request to the next node in turn, and to another one while connections are refused. What a node has taken
 * and not answered is not repeated: it may have been done, and the carrier gets 502.
 */
export async function createBalancer(): Promise<Balancer> {
  let turn = 0;
  let broken = 0;
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('error', () => response.destroy());
    request.on('end', () => {
      turn += 1;
      const first = turn % Math.max(1, balancer.targets.length);
      const targets = [...balancer.targets.slice(first), ...balancer.targets.slice(0, first)];
      const tryNext = ([port, ...others]: number[]): void => {
        if (port === undefined) return void response.writeHead(502).end();
        const { method, url, headers } = request;
        const passed = http.request({ host: '127.0.0.1', port, method, path: url, headers, agent: false });
        let connected = false;
        passed.on('socket', (socket) => socket.once('connect', () => (connected = true)));
        const failed = () => {
          if (!connected) return tryNext(others);
          broken += 1;
          if (!response.headersSent) response.writeHead(502).end();
          else response.destroy();
        };
        passed.on('error', failed);
        passed.on('response', (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.on('error', () => response.destroy());
          answer.pipe(response);
        });
        passed.end(Buffer.concat(parts));
      };
      tryNext(targets);
    });
  });
  // The carrier's callbacks come by the thousand, from this very process, which takes none up meanwhile.
  server.listen({ port: 0, host: '127.0.0.1', backlog: 8_192 });
  await once(server, 'listening');
  const balancer: Balancer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    targets: [],
    get broken() {
      return broken;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return balancer;
}
