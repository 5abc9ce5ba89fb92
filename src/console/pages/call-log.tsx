import type { DeskBook } from '../desks.ts';
import { consolePage, type Frame } from '../components/layout.tsx';
import { Icon } from '../components/icons.tsx';
import { callOutcomes } from '../words/states.ts';
import { zoneName } from '../words/time.ts';
import { mostCounted } from '../queries/count.ts';
import type { CallRow } from '../queries/call-log.store.ts';
import { CallRows } from './call-rows.tsx';
import { deskChoices, Filter, Filters, inEnglish, listAddress, NothingFound } from './list-filters.tsx';

export type CallLogQuery = Readonly<
  Record<'search' | 'desk' | 'severity' | 'outcome' | 'cursor', string | undefined>
>;

export interface CallLogProps {
  readonly query: CallLogQuery;
  readonly rows: readonly CallRow[];
  readonly total: number;
  readonly next: string | undefined;
  /** For a filter that finds nothing: what each set filter hides. */
  readonly without: readonly { name: string; words: string; count: number }[];
}

/** Every call of a customer, also of those who hung up in the menu; newest first. */
export function callLogPage(frame: Frame, desks: DeskBook, props: CallLogProps): string {
  const { query, rows, total, next } = props;
  const filters = { ...query, cursor: undefined };
  const isFiltered = Object.values(filters).some(Boolean);
  return consolePage({
    frame,
    title: 'Call log',
    section: 'calls',
    children: (
      <main class="page" id="main">
        <header class="head">
          <div>
            <h1>Call log</h1>
            <p>Every call, also those who hung up in the menu. Newest first.</p>
          </div>
          {total > 0 && (
            <div class="acts">
              <a class="btn" href={listAddress('/calls.csv', filters)}>
                <Icon of="export" />
                Export {total === 1 ? 'this row' : total > mostCounted ? 'these rows' : `these ${total} rows`}
              </a>
            </div>
          )}
        </header>
        <Filters
          label="Search the call log"
          action="/calls"
          search={query.search}
          placeholder="number, name, company, case"
        >
          <Filter name="desk" label="Desk" value={query.desk} values={deskChoices(desks)} />
          <Filter
            name="severity"
            label="Severity"
            value={query.severity}
            values={[
              ['', 'Any'],
              ['1', 'Sev 1'],
              ['12', 'Sev 1 or 2'],
              ['3', 'Sev 3'],
              ['4', 'Sev 4'],
            ]}
          />
          <Filter
            name="outcome"
            label="Outcome"
            value={query.outcome}
            values={[['', 'Any'], ...callOutcomes]}
          />
        </Filters>
        {rows.length > 0 ? (
          <CallRows rows={rows} now={frame.now} zone={frame.zone} desks={desks} />
        ) : isFiltered ? (
          <NothingFound path="/calls" query={filters} without={props.without} words={inEnglish('calls')} />
        ) : (
          <p class="soft empty">
            No calls yet. <a href="/">The first page says how to make one.</a>
          </p>
        )}
        <nav class="foot" aria-label="More of the list">
          {query.cursor !== undefined && <a href={listAddress('/calls', filters)}>Newest</a>}
          {next !== undefined && (
            <a href={listAddress('/calls', { ...filters, cursor: next })}>Older calls</a>
          )}
          <span>Times in {zoneName(frame.zone, frame.now)}.</span>
        </nav>
      </main>
    ),
  });
}
