import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { callCsv } from '../pages/call-csv.ts';
import { callLogPage } from '../pages/call-log.tsx';
import { casesPage } from '../pages/cases.tsx';
import { nowPage } from '../pages/now.tsx';
import { countCalls, readCallLog, type CallLogFilter } from '../queries/call-log.store.ts';
import { caseStatuses, countCases, readCaseList, type CaseFilter } from '../queries/case-list.store.ts';
import { readCursor } from '../queries/cursor.ts';
import { readNow } from '../queries/now.store.ts';
import { catalogueOf } from './catalogue-of.ts';
import { frameOf, sendPage, type ConsoleContext } from './context.ts';
import { countsWithout } from './counts-without.ts';

const pageRows = 100;
const exportRows = 10_000;

// A filter that means nothing is no filter: an old address must not be an error page.
const word = z.string().trim().min(1).max(100).optional().catch(undefined);
const callQuery = z.object({
  search: word,
  desk: word,
  severity: z.enum(['1', '12', '2', '3', '4']).optional().catch(undefined),
  outcome: z.enum(['live', 'bridged', 'registered', 'hung-up']).optional().catch(undefined),
  cursor: word,
});
const caseQuery = z.object({
  search: word,
  desk: word,
  status: z
    .enum([...caseStatuses, 'current'])
    .optional()
    .catch(undefined),
  cursor: word,
});

/** The pages that list: now, calls, cases. */
export function listRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  const { desks, options } = context;
  const { db } = options;

  scope.get('/', async (request, reply) =>
    sendPage(reply, nowPage(await frameOf(context, request), desks, await readNow(db))),
  );

  scope.get('/calls', async (request, reply) => {
    const query = { ...noCallQuery, ...callQuery.parse(request.query) };
    const [{ rows, next }, total] = await Promise.all([
      readCallLog(db, query, query.cursor === undefined ? undefined : readCursor(query.cursor), pageRows),
      countCalls(db, query),
    ]);
    const without =
      rows.length > 0
        ? []
        : await countsWithout<CallLogFilter>(query, (filter) => countCalls(db, filter), [
            ['search', 'search'],
            ['desk', 'desk'],
            ['severity', 'severity'],
            ['outcome', 'outcome'],
          ]);
    const frame = await frameOf(context, request);
    return sendPage(reply, callLogPage(frame, desks, { query, rows, total, next, without }));
  });

  scope.get('/calls.csv', async (request, reply) => {
    const { rows } = await readCallLog(db, callQuery.parse(request.query), undefined, exportRows);
    return reply
      .type('text/csv; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="calls.csv"')
      .send(callCsv(rows, desks, (id) => `${options.publicUrl}/recordings/${id}`));
  });

  scope.get('/cases', async (request, reply) => {
    const query = { ...noCaseQuery, ...caseQuery.parse(request.query) };
    const filter = caseFilter(query);
    const catalogue = await catalogueOf(context, request);
    const { names } = catalogue.cases.list.filters;
    const [{ rows, next }, total] = await Promise.all([
      readCaseList(db, filter, query.cursor === undefined ? undefined : readCursor(query.cursor), pageRows),
      countCases(db, filter),
    ]);
    const without =
      rows.length > 0
        ? []
        : await countsWithout(query, (of) => countCases(db, caseFilter(of)), [
            ['search', names.search],
            ['desk', names.desk],
            ['status', names.status],
          ]);
    const frame = await frameOf(context, request);
    return sendPage(reply, casesPage(frame, desks, { catalogue, query, rows, total, next, without }));
  });
}

const noCallQuery = {
  search: undefined,
  desk: undefined,
  severity: undefined,
  outcome: undefined,
  cursor: undefined,
};
const noCaseQuery = { search: undefined, desk: undefined, status: undefined, cursor: undefined };

type CaseQuery = z.infer<typeof caseQuery>;

function caseFilter(query: CaseQuery): CaseFilter {
  const { search, desk, status } = query;
  if (status === undefined) return { search, desk };
  const current = caseStatuses.filter((of) => of !== 'closed' && of !== 'cancelled');
  return { search, desk, statuses: status === 'current' ? current : [status] };
}
