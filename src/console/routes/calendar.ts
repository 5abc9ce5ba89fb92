import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { countWrongLink, waitBeforeLinkMs } from '../../accounts/index.ts';
import { calendarOf, ownerOfLink } from '../../calendars/index.ts';
import type { ConsoleContext } from './context.ts';

interface FeedRoute {
  Params: { file: string };
}

const fileForm = /^([\w-]{43})\.ics$/;
/** So long a program need not ask again. */
const freshSeconds = 300;

/**
 * Shifts for calendar programs, which cannot sign in: the secret in the address is the whole authority. Whoever asks for
 * addresses of nobody's waits longer each time; whoever has a right one never does, also where many share an address.
 */
export function calendarRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  const { db, clock, publicUrl, scripts } = context.options;
  scope.addHook('onSend', async (_request, reply) => {
    void reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex, nofollow');
  });

  scope.get<FeedRoute>('/calendar/:file', async (request, reply) => {
    const now = clock.now();
    const secret = fileForm.exec(request.params.file)?.[1];
    const link = secret === undefined ? undefined : await ownerOfLink(db, secret, now);
    const text = link && (await calendarOf({ db, publicUrl, desks: scripts }, link, now));
    if (text === undefined) return noSuchCalendar(reply, request.ip);
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
    void reply.header('etag', etag).header('cache-control', `private, max-age=${freshSeconds}`);
    if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'inline; filename="duty.ics"')
      .send(text);
  });

  const noSuchCalendar = async (reply: FastifyReply, address: string) => {
    const now = clock.now();
    const waitMs = await waitBeforeLinkMs(db, now, address);
    void reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store');
    if (waitMs > 0)
      return reply
        .code(429)
        .header('retry-after', String(Math.ceil(waitMs / 1000)))
        .send('Too many wrong addresses. Try again later.\n');
    await countWrongLink(db, now, address);
    return reply.code(404).send('No calendar stands at this address. Its owner may have renewed it.\n');
  };
}

/** Whether the reader has this very text already: one of those it names, or any. */
function isKnown(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((known) => [etag, `W/${etag}`, '*'].includes(known.trim()));
}
