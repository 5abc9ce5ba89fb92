import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';

/** A web host of somebody else's that serves a folder, as object stores do: GET alone, the type by the file's name. */
export interface StaticHost {
  readonly url: string;
  /** Method and path of what was asked, oldest first. */
  readonly asked: string[];
  /** Answers in place of the files. */
  answer: ((response: http.ServerResponse) => void) | undefined;
  close(): void;
}

export async function startStaticHost(folder: string): Promise<StaticHost> {
  const server = http.createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://host').pathname);
    host.asked.push(`${request.method} ${path}`);
    if (host.answer) return host.answer(response);
    if (request.method !== 'GET') return void response.writeHead(405).end();
    readFile(join(folder, path)).then(
      (file) => response.writeHead(200, { 'content-type': 'text/xml' }).end(file),
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host: StaticHost = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    answer: undefined,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return host;
}
