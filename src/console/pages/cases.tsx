import type { DeskBook } from '../desks.ts';
import { Elapsed } from '../components/clock.tsx';
import { consolePage, type Frame } from '../components/layout.tsx';
import { Minute, SeverityOrKind, State, Telephone } from '../components/marks.tsx';
import { lateSince, type CaseRow } from '../queries/case-list.store.ts';
import { counted } from '../queries/count.ts';
import { caseState } from '../words/states.ts';
import { day, duration, zoneName } from '../words/time.ts';
import { deskChoices, Filter, Filters, listAddress, NothingFound } from './list-filters.tsx';

export type CaseListQuery = Readonly<Record<'search' | 'desk' | 'status' | 'cursor', string | undefined>>;

export interface CaseListProps {
  readonly query: CaseListQuery;
  readonly rows: readonly CaseRow[];
  readonly total: number;
  readonly next: string | undefined;
  readonly without: readonly { name: string; words: string; count: number }[];
}

const statusChoices = [
  ['', 'Any'],
  ['current', 'Not over'],
  ['paging', 'Paging'],
  ['open', 'Open'],
  ['acknowledged', 'Acknowledged'],
  ['in-contact', 'In contact'],
  ['resolved', 'Resolved'],
  ['closed', 'Closed'],
  ['cancelled', 'Cancelled'],
] as const;

/** Every case, newest first. */
export function casesPage(frame: Frame, desks: DeskBook, props: CaseListProps): string {
  const { query, rows, next } = props;
  const filters = { ...query, cursor: undefined };
  const isFiltered = Object.values(filters).some(Boolean);
  return consolePage({
    frame,
    title: 'Cases',
    section: 'cases',
    children: (
      <main class="page" id="main">
        <header class="head">
          <div>
            <h1>Cases</h1>
            <p>
              {props.total === 1 ? 'One case' : `${counted(props.total).replace(/^m/, 'M')} cases`}
              {isFiltered && ' with these filters'}. Newest first.
            </p>
          </div>
        </header>
        <Filters
          label="Search the cases"
          action="/cases"
          search={query.search}
          placeholder="case number, name, company"
        >
          <Filter name="desk" label="Desk" value={query.desk} values={deskChoices(desks)} />
          <Filter name="status" label="Status" value={query.status} values={statusChoices} />
        </Filters>
        {rows.length > 0 ? (
          <CaseRows rows={rows} frame={frame} desks={desks} />
        ) : isFiltered ? (
          <NothingFound what="cases" path="/cases" query={filters} without={props.without} />
        ) : (
          <p class="soft empty">
            No cases yet. A case opens when a caller presses a key. <a href="/">How to make the first call</a>
          </p>
        )}
        <nav class="foot" aria-label="More of the list">
          {query.cursor !== undefined && <a href={listAddress('/cases', filters)}>Newest</a>}
          {next !== undefined && (
            <a href={listAddress('/cases', { ...filters, cursor: next })}>Older cases</a>
          )}
          <span>Times in {zoneName(frame.zone, frame.now)}.</span>
        </nav>
      </main>
    ),
  });
}

function CaseRows({ rows, frame, desks }: { rows: readonly CaseRow[]; frame: Frame; desks: DeskBook }) {
  return (
    <table class="rows stack caselist">
      <caption class="sr">Cases, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Case</th>
          <th scope="col">Severity</th>
          <th scope="col">Customer</th>
          <th scope="col">Status</th>
          <th scope="col">Desk</th>
          <th scope="col" aria-sort="descending">
            Opened, {zoneName(frame.zone, frame.now)}
          </th>
          <th scope="col">Held by</th>
          <th scope="col" class="num">
            To acceptance
          </th>
          <th scope="col" class="num">
            Age
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((of) => (
          <tr key={of.id}>
            <td class="nowrap">
              <a href={`/cases/${encodeURIComponent(of.number)}`}>{of.number}</a>
            </td>
            <td>
              <SeverityOrKind severity={of.severity} kind={of.kind} />
            </td>
            <td>
              <b>{of.customerName ?? of.contactName ?? <Telephone number={of.caller} link={false} />}</b>
              <span class="also">{of.summary}</span>
            </td>
            <td>
              <State is={caseState(of.status)} />
              <Late since={lateSince(of, frame.now)} now={frame.now} />
            </td>
            <td data-label="Desk" class="soft">
              {desks.nameOf(of.desk)}
            </td>
            <td data-label="Opened" class="nowrap">
              {day(of.at, frame.zone)} <Minute at={of.at} zone={frame.zone} />
            </td>
            <td data-label="Held by">{of.acknowledgedByName ?? <span class="dim">nobody</span>}</td>
            <td data-label="To acceptance" class="num dim">
              {of.acknowledgedAt === undefined
                ? '–'
                : duration(of.acknowledgedAt.getTime() - of.at.getTime())}
            </td>
            <td data-label="Age" class="num dim">
              {of.closedAt === undefined ? (
                <Elapsed since={of.at} now={frame.now} />
              ) : (
                `closed after ${duration(of.closedAt.getTime() - of.at.getTime())}`
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Nobody has spoken to the customer by when somebody should have. */
function Late({ since, now }: { since: Date | undefined; now: Date }) {
  if (since === undefined) return null;
  return (
    <span class="also state fail">
      contact <Elapsed since={since} now={now} /> late
    </span>
  );
}
