import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FromBalancer, ToBalancer } from '../balancer.ts';

const tell = (told: FromBalancer) => process.send?.(told);
const targets: number[] = [];
/** Node.js takes up one new connection a turn of its loop: a busy node is better reached by those that it has. */
const agent = new http.Agent({ keepAlive: true, maxFreeSockets: 512, timeout: 30_000 });
let turn = 0;

/**
 * Passes each request to the next node in turn, and to another one while connections are refused. What a node has taken
 * and not answered is not repeated: it may have been done, and the carrier gets 502.
 */
const server = http.createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('error', () => response.destroy());
  request.on('end', () => {
    turn += 1;
    const first = turn % Math.max(1, targets.length);
    const inTurn = [...targets.slice(first), ...targets.slice(0, first)];
    const tryNext = ([port, ...others]: number[]): void => {
      if (port === undefined) return void response.writeHead(502).end();
      const { method, url, headers } = request;
      const passed = http.request({ host: '127.0.0.1', port, method, path: url, headers, agent });
      let connected = false;
      passed.on('socket', (socket) => {
        if (!socket.connecting) connected = true;
        else socket.once('connect', () => (connected = true));
      });
      const failed = () => {
        if (!connected) return tryNext(others);
        tell({ broken: 1 });
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
    tryNext(inTurn);
  });
});
// The carrier's callbacks come by the thousand.
server.listen({ port: 0, host: '127.0.0.1', backlog: 8_192 });
await once(server, 'listening');
tell({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
process.on('message', ({ port }: ToBalancer) => void targets.push(port));
process.once('disconnect', () => process.exit());
