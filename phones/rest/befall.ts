import type { FastifyReply } from 'fastify';
import type { Carrier } from '../carrier/carrier.ts';
import { RestError } from './rest-error.ts';

const SLOW_MS = 10_000;

type LogIt = (status: number | null, body: Record<string, unknown> | null, note?: string) => void;
export interface About {
  numbers: string[];
  resource: string;
}

/** A request that waits on the simulated clock, or for ever, does not count as under way meanwhile. */
export interface Busy {
  pause: () => void;
  resume: () => void;
}

/** Lets the faults that are on befall a request before anything is done. True when it has been dealt with. */
export async function befall(
  carrier: Carrier,
  about: About,
  reply: FastifyReply,
  log: LogIt,
  busy: Busy,
): Promise<boolean> {
  const strikes = (
    kind: 'rest-401' | 'rest-429' | 'rest-500' | 'rest-hang' | 'rest-half-open' | 'rest-slow',
  ) => carrier.faults.strike(kind, about);
  if (strikes('rest-401')) {
    const { body } = new RestError(401, 20003, 'Authenticate');
    log(401, body, 'fault rest-401');
    await reply.code(401).header('content-type', 'application/json').send(JSON.stringify(body));
    return true;
  }
  if (strikes('rest-429')) {
    const { body } = new RestError(429, 20429, 'Too Many Requests');
    log(429, body, 'fault rest-429');
    await reply.code(429).header('content-type', 'application/json').send(JSON.stringify(body));
    return true;
  }
  if (strikes('rest-500')) {
    log(500, null, 'fault rest-500');
    const page = '<html><body><h1>500 Internal Server Error</h1></body></html>';
    await reply.code(500).header('content-type', 'text/html').send(page);
    return true;
  }
  if (strikes('rest-hang')) {
    log(null, null, 'no answer by fault rest-hang');
    void reply.hijack();
    busy.pause();
    return true;
  }
  if (strikes('rest-half-open')) {
    log(null, null, 'half an answer by fault rest-half-open');
    void reply.hijack();
    reply.raw.writeHead(201, { 'content-type': 'application/json', 'content-length': '1000' });
    reply.raw.write('{"sid":');
    busy.pause();
    return true;
  }
  const slow = strikes('rest-slow');
  if (slow) {
    busy.pause();
    await new Promise<void>((resolve) => carrier.clock.after(slow.delayMs ?? SLOW_MS, resolve));
    busy.resume();
  }
  return false;
}

/** Whether the request is carried out but its answer never arrives. */
export function losesAnswer(carrier: Carrier, about: About): boolean {
  return carrier.faults.strike('rest-lost', about) !== null;
}
