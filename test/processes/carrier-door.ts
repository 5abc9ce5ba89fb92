import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** The way of one node to its carrier, where a test can hold things up. */
export interface CarrierDoor {
  readonly url: string;
  /** What the node has asked for so far, as in "POST Calls". */
  readonly asked: string[];
  /** From now on requests do not reach the carrier ('requests'), or are done there and never answered ('answers'). */
  hold: 'nothing' | 'requests' | 'answers';
  /** How many answers the carrier has given that the node never got. */
  readonly heldAnswers: number;
  close(): void;
}

export async function openCarrierDoor(carrierUrl: string): Promise<CarrierDoor> {
  let heldAnswers = 0;
  const server = http.createServer((request, response) => {
    void (async () => {
      const body = await text(request);
      door.asked.push(`${request.method} ${/\/(\w+)\.json/.exec(request.url ?? '')?.[1] ?? request.url}`);
      if (door.hold === 'requests') return;
      const headers = request.headers as Record<string, string>;
      const { host: _, connection: __, 'content-length': ___, ...passed } = headers;
      const answer = await fetch(carrierUrl + request.url, {
        method: request.method ?? 'GET',
        headers: passed,
        ...(body === '' ? {} : { body }),
      });
      const said = await answer.text();
      if (door.hold === 'answers') return void (heldAnswers += 1);
      response
        .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
        .end(said);
    })().catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const door: CarrierDoor = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    hold: 'nothing',
    get heldAnswers() {
      return heldAnswers;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return door;
}
