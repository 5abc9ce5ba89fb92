import { percentile } from '../bench/statistics.ts';
import type { CallerStory } from './callers.ts';
import { storiesOfDropped } from './dropped.ts';
import type { FaultRecord } from './faults/fault.ts';
import { pagesTaken } from './pages.ts';
import type { Site } from './site.ts';
import { tooBusy, type Standstill } from './standstill.ts';

/** What is printed of a run: one JSON object. */
export interface Verdict {
  faults: string;
  seed: number;
  done: Record<string, number>;
  callers: number;
  pressed: number;
  cases: number;
  acknowledged: number;
  casesLost: number;
  callersLeft: number;
  /** Calls that ended in an application error, or in nothing; those callers who had not pressed yet called again. */
  callsDropped: number;
  droppedAfterKey: number;
  /** What the carrier held against us in calls: the first few. */
  callErrors: string[];
  /** The last that callers heard who were dropped, case numbers left out, and how many of them. */
  lastWords: Record<string, number>;
  /** What our books say of the first of these calls, line by line. */
  droppedStories?: string[][];
  requestsBroken: number;
  pagesAtCarrier: number;
  pagesDoubled: number;
  /** Pages that the carrier took after somebody had accepted, and the latest of them. */
  pagesAfterAcceptance: number;
  latestAfterAcceptanceMs: number;
  tasksStuck: number;
  /** How it stands with cases that nobody has accepted: the first few. */
  openCases: string[];
  nodesEndedByThemselves: number;
  takeoverMs?: { samples: number; p50: number; p99: number; max: number };
  stopMs?: { samples: number; p50: number; max: number };
  standstill: Standstill;
  /** Set: the figures say nothing about the service. */
  tooBusy?: string;
  seconds: number;
  broken: string[];
}

/** What was on its way to the carrier at the acceptance is there within the 8 s that a request may take. */
const onTheWayMostMs = 8_000;
/** A node's work is carried on within so long of its death. */
const takeoverMostMs = 5_000;

export async function judge(
  site: Site,
  run: { faults: string; seed: number; seconds: number },
  stories: readonly CallerStory[],
  record: FaultRecord,
  standstill: Standstill,
): Promise<Verdict> {
  const { cases, urgent, acknowledged } = await casesOf(site);
  const pressed = stories.filter((story) => story.pressed);
  const withCase = (story: CallerStory) => cases.has(story.number);
  const left = stories.filter((story) => !withCase(story) && !story.metSomebody);
  const pages = await pagesTaken(site);
  const { takeoverMs, stopMs } = record;
  const droppedStories = await storiesOfDropped(site, stories);
  const verdict: Omit<Verdict, 'broken'> = {
    ...run,
    done: record.done,
    callers: stories.length,
    pressed: pressed.length,
    cases: urgent,
    acknowledged,
    // Whoever pressed, and whoever was told a number: what PostgreSQL had confirmed may not be gone.
    casesLost: stories.filter((s) => (s.pressed || s.heardCaseNumber) && !withCase(s)).length,
    callersLeft: left.length,
    callsDropped: stories.reduce((sum, story) => sum + story.dropped, 0),
    droppedAfterKey: stories.filter((story) => story.droppedAfterKey).length,
    callErrors: site.phones.debuggerErrors
      .filter((entry) => entry.level === 'error')
      .slice(0, 5)
      .map((entry) => `${entry.code} ${entry.message}`.slice(0, 200)),
    lastWords: countedWords(stories),
    ...(droppedStories.length === 0 ? {} : { droppedStories }),
    requestsBroken: site.balancer.broken,
    pagesAtCarrier: pages.handedOver,
    pagesDoubled: pages.doubled,
    pagesAfterAcceptance: pages.afterAcceptanceMs.length,
    latestAfterAcceptanceMs: Math.max(0, ...pages.afterAcceptanceMs),
    tasksStuck: await stuckTasks(site),
    openCases: await openCases(site),
    standstill,
    nodesEndedByThemselves: site.nodes.reduce((sum, node) => sum + node.ownEnds, 0),
    ...(takeoverMs.length === 0
      ? {}
      : {
          takeoverMs: {
            samples: takeoverMs.length,
            p50: percentile(takeoverMs, 0.5),
            p99: percentile(takeoverMs, 0.99),
            max: Math.max(...takeoverMs),
          },
        }),
    ...(stopMs.length === 0
      ? {}
      : { stopMs: { samples: stopMs.length, p50: percentile(stopMs, 0.5), max: Math.max(...stopMs) } }),
  };
  const busy = tooBusy(standstill);
  return { ...verdict, ...(busy === undefined ? {} : { tooBusy: busy }), broken: brokenIn(verdict, record) };
}

function brokenIn(verdict: Omit<Verdict, 'broken'>, record: FaultRecord): string[] {
  const { takeoverMs } = verdict;
  const rules: [boolean, string][] = [
    [verdict.casesLost > 0, `${verdict.casesLost} callers pressed 1 and have no case`],
    [verdict.cases !== verdict.pressed, `${verdict.pressed} callers pressed 1, ${verdict.cases} have a case`],
    [
      verdict.droppedAfterKey > 0,
      `the calls of ${verdict.droppedAfterKey} callers ended after they had pressed 1, before they met somebody`,
    ],
    [verdict.callersLeft > 0, `${verdict.callersLeft} callers have neither a human nor a case`],
    [
      verdict.acknowledged < verdict.cases,
      `${verdict.cases - verdict.acknowledged} cases were accepted by nobody`,
    ],
    [
      verdict.latestAfterAcceptanceMs > onTheWayMostMs,
      `a page was handed over ${verdict.latestAfterAcceptanceMs} ms after somebody had accepted`,
    ],
    [verdict.tasksStuck > 0, `${verdict.tasksStuck} tasks are due and done by nobody`],
    [verdict.nodesEndedByThemselves > 0, `nodes ended by themselves ${verdict.nodesEndedByThemselves} times`],
    [record.badStops.length > 0, `nodes told to stop ended with ${record.badStops.join(', ')}`],
    [
      takeoverMs !== undefined && takeoverMs.max > takeoverMostMs,
      `a dead node's work was carried on after ${takeoverMs?.max} ms, ${takeoverMostMs} is the most`,
    ],
  ];
  return rules.filter(([isBroken]) => isBroken).map(([, words]) => words);
}

function countedWords(stories: readonly CallerStory[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { lastWords } of stories) {
    if (lastWords === undefined) continue;
    const words = lastWords
      .replace(/case is [A-Z0-9 ,]+/i, 'case is …')
      .replace(/case [A-Z] [A-Z0-9 ,]+/, 'case … ');
    counts[words] = (counts[words] ?? 0) + 1;
  }
  return counts;
}

/**
 * Callers who have a case; how many of these are paged for, and for how many somebody has accepted. A call that ended
 * before the key has a case too, so that somebody calls back, and pages nobody.
 */
async function casesOf(site: Site): Promise<{ cases: Set<string>; urgent: number; acknowledged: number }> {
  const { rows } = await site.pool.query<{ caller: string; urgent: boolean; acknowledged: boolean }>(
    `SELECT caller, bool_or(severity IS NOT NULL) AS urgent,
       bool_and(acknowledged_at IS NOT NULL) FILTER (WHERE severity IS NOT NULL) AS acknowledged
     FROM support_case GROUP BY caller`,
  );
  return {
    cases: new Set(rows.map((row) => row.caller)),
    urgent: rows.filter((row) => row.urgent).length,
    acknowledged: rows.filter((row) => row.acknowledged).length,
  };
}

/** Due for long and in nobody's hands. */
async function stuckTasks(site: Site): Promise<number> {
  const { rows } = await site.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM task WHERE due_at < now() - interval '10 s'`,
  );
  return rows[0]?.count ?? 0;
}

/** What is being done for cases that nobody has accepted: rounds, pages by status, and the tasks that are to go on. */
async function openCases(site: Site): Promise<string[]> {
  const { rows } = await site.pool.query<{ words: string }>(
    `SELECT s.number || ' ' || s.status || ', round ' || coalesce(g.round::text, 'none') || ', next in '
         || coalesce(round(extract(epoch FROM g.next_round_at - now()))::text, '-') || ' s; pages '
         || coalesce((SELECT string_agg(n || ' ' || channel || ' ' || status, ', ') FROM (
              SELECT p.channel, p.status, count(*) AS n FROM page p WHERE p.case_id = s.id GROUP BY 1, 2) c), 'none')
         || '; tasks ' || coalesce((SELECT string_agg(t.kind || ' in '
              || round(extract(epoch FROM t.due_at - now())) || ' s, attempt ' || t.attempt || coalesce(': ' || t.last_error, ''), ', ')
              FROM task t WHERE t.subject IN (g.id::text, s.id::text)), 'none') AS words
       FROM support_case s LEFT JOIN paging g ON g.case_id = s.id AND g.status = 'open'
       WHERE s.acknowledged_at IS NULL AND s.severity IS NOT NULL ORDER BY s.opened_at LIMIT 5`,
  );
  return rows.map(({ words }) => words);
}
