import { once } from 'node:events';
import net from 'node:net';

/** The one address in front of several nodes, as a load balancer is. */
export interface Balancer {
  readonly url: string;
  /** Ports of the nodes; each new connection goes to the first that accepts it. */
  targets: number[];
  /** True: the first one changes with each connection. */
  takesTurns: boolean;
  close(): void;
}

export async function createBalancer(): Promise<Balancer> {
  const sockets = new Set<net.Socket>();
  const keep = (socket: net.Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  };
  const server = net.createServer((client) => {
    keep(client);
    if (balancer.takesTurns) balancer.targets.push(balancer.targets.shift()!);
    const tryNext = ([port, ...others]: number[]): void => {
      if (port === undefined) return void client.destroy();
      const node = net.connect(port, '127.0.0.1');
      const failed = () => tryNext(others);
      node.once('error', failed);
      node.once('connect', () => {
        node.off('error', failed);
        keep(node);
        client.once('close', () => node.destroy());
        node.once('close', () => client.destroy());
        client.pipe(node).pipe(client);
      });
    };
    tryNext([...balancer.targets]);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const balancer: Balancer = {
    url: `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`,
    targets: [],
    takesTurns: false,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
  return balancer;
}
