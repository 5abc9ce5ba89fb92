import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { textLogPage } from '../pages/texts.tsx';
import { readCursor } from '../queries/cursor.ts';
import { countTexts, readTextLog, type TextLogFilter } from '../queries/text-log.store.ts';
import { frameOf, sendPage, type ConsoleContext } from './context.ts';
import { countsWithout } from './counts-without.ts';

const pageRows = 100;

// A filter that means nothing is no filter: an old address must not be an error page.
const word = z.string().trim().min(1).max(100).optional().catch(undefined);
const textQuery = z.object({
  search: word,
  desk: word,
  on: z.enum(['case', 'no-case']).optional().catch(undefined),
  cursor: word,
});
const noQuery = { search: undefined, desk: undefined, on: undefined, cursor: undefined };

/** The page of what was texted to the desks. */
export function textRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  const { desks, options } = context;
  const { db } = options;

  scope.get('/texts', async (request, reply) => {
    const query = { ...noQuery, ...textQuery.parse(request.query) };
    const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
    const { rows, next } = await readTextLog(db, query, after, pageRows);
    const without =
      rows.length > 0
        ? []
        : await countsWithout<TextLogFilter>(query, (filter) => countTexts(db, filter), [
            ['search', 'search'],
            ['desk', 'desk'],
            ['on', 'case'],
          ]);
    const frame = await frameOf(context, request);
    return sendPage(reply, textLogPage(frame, desks, { query, rows, next, without }));
  });
}
