import type { FastifyReply, FastifyRequest } from 'fastify';
import { systemClock } from '../clock.ts';
import type { Timer } from '../clock.ts';
import type { Change } from '../carrier/model.ts';
import type { Phones } from '../phones.ts';

/** Changes within this time become one message. */
const COALESCE_MS = 50;
/** A page that hears nothing for longer says that it is behind. */
const BEAT_MS = 2_000;

/**
 * Server-sent events: `event: change`, `data: {"what":["call","said"],"numbers":["+1…"]}` whenever something changed;
 * `event: beat` every two seconds, so that silence means trouble.
 * The reader then asks /control/state. It runs on real time: browsers wait for it, not the simulated world.
 */
export function serveEvents(phones: Phones, request: FastifyRequest, reply: FastifyReply): void {
  void reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache',
    connection: 'keep-alive',
  });
  raw.write('event: change\ndata: {"what":[],"numbers":[]}\n\n');
  let gathered: Change[] = [];
  let timer: Timer | null = null;
  const flush = () => {
    timer = null;
    const what = [...new Set(gathered.map((change) => change.what))];
    const numbers = [
      ...new Set(gathered.flatMap((change) => (change.number === undefined ? [] : [change.number]))),
    ];
    gathered = [];
    raw.write(`event: change\ndata: ${JSON.stringify({ what, numbers })}\n\n`);
  };
  const unsubscribe = phones.events.subscribe((change) => {
    gathered.push(change);
    timer ??= systemClock.after(COALESCE_MS, flush);
  });
  let keepAlive = systemClock.after(BEAT_MS, beat);
  function beat() {
    raw.write('event: beat\ndata: {}\n\n');
    keepAlive = systemClock.after(BEAT_MS, beat);
  }
  request.raw.on('close', () => {
    unsubscribe();
    timer?.cancel();
    keepAlive.cancel();
  });
}
