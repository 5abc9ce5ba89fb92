import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** The one address in front of several nodes, as a load balancer is. */
export interface Balancer {
  readonly url: string;
  /** Ports of the nodes; each request goes to the first that accepts a connection. */
  targets: number[];
  close(): void;
}

/**
 * Every request on its own connection to a node: whatever connections the caller keeps alive, a test decides
 * by `targets` who gets the next request. A node that dies over a request breaks the caller's connection, too.
 */
export async function createBalancer(): Promise<Balancer> {
  const server = http.createServer((request, response) => {
    void forward(request, response).catch(() => request.socket.destroy());
  });
  const forward = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const body = await buffer(request);
    for (const port of balancer.targets) {
      const answer = await ask(port, request, body).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNREFUSED') return undefined;
        throw error;
      });
      if (!answer) continue;
      response.writeHead(answer.statusCode!, answer.headers);
      response.end(await buffer(answer));
      return;
    }
    request.socket.destroy();
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const balancer: Balancer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    targets: [],
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return balancer;
}

async function ask(port: number, request: http.IncomingMessage, body: Buffer): Promise<http.IncomingMessage> {
  const { method, url, headers } = request;
  const asked = http.request({ port, host: '127.0.0.1', method, path: url, headers, agent: false });
  asked.end(body);
  const [answer] = (await once(asked, 'response')) as [http.IncomingMessage];
  // Looked at by `once` up to the answer; a node that dies later breaks the answer's body instead.
  asked.on('error', () => undefined);
  return answer;
}
