import * as dns from 'node:dns';
import type { LookupFunction } from 'node:net';

type Callback = Parameters<LookupFunction>[2];

/**
 * A name lookup that asks once for everybody who asks for the same name meanwhile. Node looks names up on four
 * threads: without this a burst of connections waits in line behind a slow resolver. Nothing is kept afterwards.
 */
export function createSharedLookup(lookup: LookupFunction = dns.lookup): LookupFunction {
  const waiting = new Map<string, Callback[]>();
  return (hostname, options, callback) => {
    const key = JSON.stringify([hostname, options.family, options.all, options.hints]);
    const others = waiting.get(key);
    if (others !== undefined) {
      others.push(callback);
      return;
    }
    const callbacks = [callback];
    waiting.set(key, callbacks);
    lookup(hostname, options, (...answer) => {
      waiting.delete(key);
      for (const each of callbacks) each(...answer);
    });
  };
}
