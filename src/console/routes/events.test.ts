import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../kernel/index.ts';
import { eventRoutes } from './events.ts';

let due: (() => void) | undefined;
const clock: Clock = {
  now: () => new Date(0),
  after: (delayMs, run) => {
    expect(delayMs).toBe(2000);
    due = run;
    return { cancel: () => (due = undefined) };
  },
};
let change: () => void = () => undefined;
let subscribers = 0;
const changes = {
  subscribe: (onChange: () => void) => {
    subscribers += 1;
    change = onChange;
    return () => {
      subscribers -= 1;
    };
  },
};

let app = Fastify();
let stream: http.IncomingMessage;
beforeEach(async () => {
  app = Fastify();
  eventRoutes(app, { options: { changes, clock } });
  await app.listen({ port: 0 });
  const { port } = app.server.address() as AddressInfo;
  [stream] = (await once(http.get({ port, path: '/events' }), 'response')) as [http.IncomingMessage];
  stream.setEncoding('utf8');
});
afterEach(() => app.close());

const next = async () => String((await once(stream, 'data'))[0]);

describe('the feed of changes', () => {
  it('beats at once and every two seconds, and says when something changed', async () => {
    expect(stream.headers['content-type']).toBe('text/event-stream');
    expect(await next()).toContain('event: beat');
    change();
    expect(await next()).toBe('event: changed\ndata: \n\n');
    due?.();
    expect(await next()).toBe('event: beat\ndata: \n\n');
  });

  it('lets everybody go when the service stops, so that stopping waits for no open page', async () => {
    await next();
    const ended = once(stream, 'end');
    stream.resume();
    await app.close();
    await ended;
    expect(subscribers).toBe(0);
    expect(due).toBeUndefined();
  });
});
