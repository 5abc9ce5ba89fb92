import type { Catalogue } from '../catalogue/index.ts';
import type { DeskBook } from '../desks.ts';
import { Elapsed } from '../components/clock.tsx';
import { consolePage, type Frame } from '../components/layout.tsx';
import { Minute, SeverityOrKind, State, Telephone } from '../components/marks.tsx';
import type { CaseRow } from '../queries/case-list.store.ts';
import { mostCounted } from '../queries/count.ts';
import { caseState } from '../words/states.ts';
import { day, duration, zoneName } from '../words/time.ts';
import { deskChoices, Filter, Filters, listAddress, NothingFound } from './list-filters.tsx';

export type CaseListQuery = Readonly<Record<'search' | 'desk' | 'status' | 'cursor', string | undefined>>;

export interface CaseListProps {
  readonly catalogue: Catalogue;
  readonly query: CaseListQuery;
  readonly rows: readonly CaseRow[];
  readonly total: number;
  readonly next: string | undefined;
  readonly without: readonly { name: string; words: string; count: number }[];
}

const statuses = [
  'current',
  'paging',
  'open',
  'acknowledged',
  'in-contact',
  'resolved',
  'closed',
  'cancelled',
] as const;

/** Every case, newest first. */
export function casesPage(frame: Frame, desks: DeskBook, props: CaseListProps): string {
  const { catalogue, query, rows, next, total } = props;
  const words = catalogue.cases.list;
  const statusChoices = [
    ['', words.statuses.any] as const,
    ...statuses.map((of) => [of, words.statuses[of]] as const),
  ];
  const filters = { ...query, cursor: undefined };
  const isFiltered = Object.values(filters).some(Boolean);
  return consolePage({
    frame,
    title: words.title,
    section: 'cases',
    words: catalogue.bar,
    children: (
      <main class="page" id="main">
        <header class="head">
          <div>
            <h1>{words.title}</h1>
            <p>
              {total > mostCounted
                ? words.countMore(mostCounted, isFiltered)
                : words.count(total, isFiltered)}
            </p>
          </div>
        </header>
        <Filters
          label={words.filters.label}
          action="/cases"
          search={query.search}
          placeholder={words.searchable}
          words={words.filters}
        >
          <Filter
            name="desk"
            label={words.filters.desk}
            value={query.desk}
            values={deskChoices(desks, words.filters)}
          />
          <Filter name="status" label={words.columns.status} value={query.status} values={statusChoices} />
        </Filters>
        {rows.length > 0 ? (
          <CaseRows rows={rows} frame={frame} desks={desks} catalogue={catalogue} />
        ) : isFiltered ? (
          <NothingFound path="/cases" query={filters} without={props.without} words={words.filters} />
        ) : (
          <p class="soft empty">
            {words.none} <a href="/">{words.howToCall}</a>
          </p>
        )}
        <nav class="foot" aria-label={words.filters.more}>
          {query.cursor !== undefined && <a href={listAddress('/cases', filters)}>{words.filters.newest}</a>}
          {next !== undefined && (
            <a href={listAddress('/cases', { ...filters, cursor: next })}>{words.filters.older}</a>
          )}
          <span>{words.filters.timesIn(zoneName(frame.zone, frame.now))}</span>
        </nav>
      </main>
    ),
  });
}

function CaseRows(props: { rows: readonly CaseRow[]; frame: Frame; desks: DeskBook; catalogue: Catalogue }) {
  const { rows, frame, desks, catalogue } = props;
  const { list: words, page, states } = catalogue.cases;
  const { columns } = words;
  return (
    <table class="rows stack caselist">
      <caption class="sr">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.case}</th>
          <th scope="col">{columns.severity}</th>
          <th scope="col">{columns.customer}</th>
          <th scope="col">{columns.status}</th>
          <th scope="col">{columns.desk}</th>
          <th scope="col" aria-sort="descending">
            {columns.opened}, {zoneName(frame.zone, frame.now)}
          </th>
          <th scope="col">{columns.heldBy}</th>
          <th scope="col" class="num">
            {words.toAcceptance}
          </th>
          <th scope="col" class="num">
            {columns.age}
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
              <SeverityOrKind severity={of.severity} kind={of.kind} words={states} />
            </td>
            <td>
              <b>
                {of.customerName ?? of.contactName ?? (
                  <Telephone number={of.caller} link={false} withheld={page.head.withheld} />
                )}
              </b>
              <span class="also">{of.summary}</span>
            </td>
            <td>
              <State is={caseState(of.status, catalogue)} />
            </td>
            <td data-label={columns.desk} class="soft">
              {desks.nameOf(of.desk)}
            </td>
            <td data-label={columns.opened} class="nowrap">
              {day(of.at, frame.zone, 'short', catalogue.bar.locale)} <Minute at={of.at} zone={frame.zone} />
            </td>
            <td data-label={columns.heldBy}>
              {of.assignedToName ?? of.acknowledgedByName ?? <span class="dim">{words.nobody}</span>}
            </td>
            <td data-label={words.toAcceptance} class="num dim">
              {of.acknowledgedAt === undefined
                ? '–'
                : duration(of.acknowledgedAt.getTime() - of.at.getTime())}
            </td>
            <td data-label={columns.age} class="num dim">
              {of.closedAt === undefined ? (
                <Elapsed since={of.at} now={frame.now} />
              ) : (
                words.closedAfter(duration(of.closedAt.getTime() - of.at.getTime()))
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
