import type { DeskBook } from '../desks.ts';
import { Elapsed, Remaining } from '../components/clock.tsx';
import { SeverityOrKind, State, Telephone } from '../components/marks.tsx';
import type { CallRow } from '../queries/call-log.store.ts';
import type { CaseRow } from '../queries/case-list.store.ts';
import { counted } from '../queries/count.ts';
import { callState, caseState } from '../words/states.ts';
import { duration } from '../words/time.ts';

/** The name of a caller, with the company beside it, or that nobody knows it. */
export function Who({ name, company }: { name: string | undefined; company: string | undefined }) {
  if (name === undefined && company === undefined) return <span class="dim">Unknown</span>;
  return (
    <>
      <b>{name ?? company}</b>
      {name !== undefined && company !== undefined && `, ${company}`}
    </>
  );
}

/** Customers on the line at this moment. */
export function LiveCalls(props: { calls: readonly CallRow[]; now: Date; desks: DeskBook }) {
  const { calls, now, desks } = props;
  return (
    <section class="sec" aria-labelledby="calls">
      <header>
        <h2 id="calls">Calls in progress</h2>
        <p>
          {calls[0] === undefined ? 'none' : `longest ${duration(now.getTime() - calls[0].at.getTime())}`}
        </p>
      </header>
      {calls.length === 0 ? (
        <p class="soft empty">
          Nobody is on the line. <a href="/calls">Earlier calls are in the call log.</a>
        </p>
      ) : (
        <table class="rows stack live-calls">
          <caption class="sr">Calls in progress</caption>
          <thead>
            <tr>
              <th scope="col">Caller</th>
              <th scope="col">Desk</th>
              <th scope="col">Is</th>
              <th scope="col">With</th>
              <th scope="col">Case</th>
              <th scope="col" class="num">
                So far
              </th>
            </tr>
          </thead>
          <tbody>
            {calls.map((call) => (
              <tr key={call.id}>
                <td>
                  <Who name={call.callerName} company={call.company} />
                  <span class="also">
                    <Telephone number={call.number} link={false} />
                  </span>
                </td>
                <td data-label="Desk" class="soft">
                  {desks.nameOf(call.desk)}
                </td>
                <td data-label="Is">
                  <State is={callState({ ...call, ended: false, bridged: call.bridgedAt !== undefined })} />
                </td>
                <td data-label="With">
                  {call.place === 'bridge' ? call.by : <span class="dim">nobody yet</span>}
                </td>
                <td data-label="Case">
                  {call.caseNumber === undefined ? (
                    <span class="dim">none yet</span>
                  ) : (
                    <a href={`/cases/${encodeURIComponent(call.caseNumber)}`}>{call.caseNumber}</a>
                  )}
                </td>
                <td data-label="So far" class="num">
                  <Elapsed since={call.at} now={now} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Cases that are not over, the most severe first. */
export function OpenCases(props: { cases: readonly CaseRow[]; total: number; now: Date; desks: DeskBook }) {
  return (
    <section class="sec" aria-labelledby="open">
      <header>
        <h2 id="open">Open cases</h2>
        <p>
          {props.total > props.cases.length ? (
            <a href="/cases">
              the first {props.cases.length} of {counted(props.total)}
            </a>
          ) : (
            'by severity, then what is late, then by age'
          )}
        </p>
      </header>
      {props.cases.length === 0 ? (
        <p class="soft empty">
          No case is open. <a href="/cases">Closed ones are under Cases.</a>
        </p>
      ) : (
        <table class="rows stack cases">
          <caption class="sr">Open cases and their clocks</caption>
          <thead>
            <tr>
              <th scope="col">Severity</th>
              <th scope="col">Case</th>
              <th scope="col">Customer</th>
              <th scope="col">Status</th>
              <th scope="col">Held by</th>
              <th scope="col">Due next</th>
              <th scope="col" class="num">
                In
              </th>
              <th scope="col" class="num">
                Age
              </th>
            </tr>
          </thead>
          <tbody>
            {props.cases.map((of) => (
              <OpenCase key={of.id} of={of} now={props.now} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function OpenCase({ of, now }: { of: CaseRow; now: Date }) {
  const due = dueNext(of);
  return (
    <tr>
      <td>
        <SeverityOrKind severity={of.severity} kind={of.kind} />
      </td>
      <td class="nowrap">
        <a href={`/cases/${encodeURIComponent(of.number)}`}>{of.number}</a>
      </td>
      <td>{of.customerName ?? of.contactName ?? <Telephone number={of.caller} link={false} />}</td>
      <td data-label="Status">
        <State is={caseState(of.status)} />
      </td>
      <td data-label="Held by">{of.acknowledgedByName ?? <span class="dim">nobody yet</span>}</td>
      <td data-label="Due next">{due?.what ?? <span class="dim">–</span>}</td>
      <td data-label="In" class="num">
        {due !== undefined &&
          (due.at > now ? (
            <b>
              <Remaining until={due.at} now={now} />
            </b>
          ) : (
            <span class="state fail">
              <Elapsed since={due.at} now={now} /> late
            </span>
          ))}
      </td>
      <td data-label="Age" class="num dim">
        <Elapsed since={of.at} now={now} />
      </td>
    </tr>
  );
}

function dueNext(of: CaseRow): { what: string; at: Date } | undefined {
  if (of.nextRoundAt !== undefined) return { what: `round ${(of.round ?? 0) + 1}`, at: of.nextRoundAt };
  if (of.contactDueAt !== undefined && of.contactedAt === undefined && of.resolvedAt === undefined) {
    return { what: 'contact', at: of.contactDueAt };
  }
  return undefined;
}
