import type { FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { Clock, Timer } from '../../kernel/index.ts';
import type { ChangeFeed } from '../options.ts';
import type { ConsoleContext } from './context.ts';

const beatEveryMs = 2000;
// A page that comes back after this shows its session again; a session that ended gets nothing more.
const longestStreamMs = 10 * 60_000;
const mostStreams = 500;

/** Server-sent events: `changed` when a page should be read again, `beat` every two seconds. */
export function eventRoutes(
  scope: FastifyInstance,
  context: { options: Pick<ConsoleContext['options'], 'changes' | 'clock'> },
): void {
  const streams = new OpenStreams(context.options.changes, context.options.clock);
  scope.addHook('preClose', async () => streams.end());

  scope.get('/events', async (_request, reply) => {
    if (streams.count >= mostStreams) {
      return reply.code(503).header('retry-after', '5').send('too many open pages');
    }
    void reply.hijack();
    reply.raw.writeHead(200, {
      ...reply.getHeaders(),
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      // proxies that collect an answer before they pass it on would make every page look behind
      'x-accel-buffering': 'no',
    } as Record<string, string>);
    streams.add(reply.raw);
  });
}

/** The open pages: told of changes, kept awake, and let go when the process stops. */
class OpenStreams {
  readonly #open = new Map<ServerResponse, number>();
  readonly #clock: Clock;
  readonly #unsubscribe: () => void;
  #beat: Timer | undefined;

  constructor(changes: ChangeFeed, clock: Clock) {
    this.#clock = clock;
    this.#unsubscribe = changes.subscribe(() => this.#send('changed'));
  }

  get count(): number {
    return this.#open.size;
  }

  add(stream: ServerResponse): void {
    this.#open.set(stream, this.#clock.now().getTime());
    stream.on('close', () => this.#open.delete(stream));
    stream.on('error', () => this.#open.delete(stream));
    stream.write('retry: 1000\nevent: beat\ndata: \n\n');
    this.#beat ??= this.#clock.after(beatEveryMs, () => this.#keepAwake());
  }

  end(): void {
    this.#unsubscribe();
    this.#beat?.cancel();
    for (const stream of this.#open.keys()) stream.end();
    this.#open.clear();
  }

  #keepAwake(): void {
    this.#beat = undefined;
    const now = this.#clock.now().getTime();
    for (const [stream, since] of this.#open) if (now - since > longestStreamMs) stream.end();
    this.#send('beat');
    if (this.#open.size > 0) this.#beat = this.#clock.after(beatEveryMs, () => this.#keepAwake());
  }

  #send(event: 'beat' | 'changed'): void {
    for (const stream of this.#open.keys()) {
      // A reader that does not read is let go rather than remembered for.
      if (stream.writableLength > 64 * 1024) stream.destroy();
      else stream.write(`event: ${event}\ndata: \n\n`);
    }
  }
}
