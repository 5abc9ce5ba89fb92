import type { DeskBook } from '../desks.ts';
import { consolePage, type Frame } from '../components/layout.tsx';
import type { NowFacts } from '../queries/now.store.ts';
import { clockTime, day, zoneLabel } from '../words/time.ts';
import { FirstRun } from './first-run.tsx';
import { Alarms, Canaries } from './now-alarms.tsx';
import { LiveCalls, OpenCases } from './now-tables.tsx';
import { PagedCase } from './now-strip.tsx';

/** The page of this moment: what rings, who talks, what is open, what is wrong. */
export function nowPage(frame: Frame, desks: DeskBook, facts: NowFacts): string {
  const isFirstRun = !facts.anyCallEver && facts.openCount === 0 && facts.alarms.length === 0;
  return consolePage({
    frame,
    title: 'Now',
    section: 'now',
    children: isFirstRun ? (
      <FirstRun frame={frame} desks={desks} facts={facts} />
    ) : (
      <main class="page" id="main">
        <header class="head">
          <div>
            <h1>Now</h1>
            <p>
              {day(frame.now, frame.zone, 'long')}. {summary(facts)}
            </p>
          </div>
          <dl class="clocks">
            <Figure words="Being paged" value={facts.pagedCount} />
            <Figure words="Calls in progress" value={facts.liveCalls.length} />
            <Figure words="Open cases" value={facts.openCount} />
            <div>
              <dt>{zoneLabel(frame.zone, frame.now)}</dt>
              <dd>
                <time dateTime={frame.now.toISOString()} data-second={frame.zone}>
                  {clockTime(frame.now, frame.zone)}
                </time>
              </dd>
            </div>
          </dl>
        </header>
        <div class="cols">
          <div>
            {facts.paged.map((of) => (
              <PagedCase
                key={of.number}
                facts={of}
                now={frame.now}
                zone={desks.zoneOf(of.desk)}
                signedIn={frame.signedIn}
              />
            ))}
            {facts.pagedCount > facts.paged.length && (
              <p class="alarm live">
                {facts.pagedCount - facts.paged.length} more cases are being paged.{' '}
                <a href="/cases?status=paging">See all {facts.pagedCount}</a>
              </p>
            )}
            <LiveCalls calls={facts.liveCalls} now={frame.now} desks={desks} />
            <OpenCases cases={facts.openCases} total={facts.openCount} now={frame.now} desks={desks} />
          </div>
          <aside>
            <Alarms alarms={facts.alarms} frame={frame} />
            <Canaries canaries={facts.canaries} frame={frame} />
          </aside>
        </div>
      </main>
    ),
  });
}

function Figure({ words, value }: { words: string; value: number }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function summary(facts: NowFacts): string {
  if (facts.pagedCount === 1) return 'One case is being paged; nobody has accepted it.';
  if (facts.pagedCount > 1) return `${facts.pagedCount} cases are being paged; nobody has accepted them.`;
  return 'Nothing is being paged.';
}
