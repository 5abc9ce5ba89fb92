import type { DeskBook } from '../desks.ts';
import { consolePage, type Frame } from '../components/layout.tsx';
import type { TextRow } from '../queries/text-log.store.ts';
import { zoneName } from '../words/time.ts';
import { deskChoices, Filter, Filters, inEnglish, listAddress, NothingFound } from './list-filters.tsx';
import { TextRows } from './text-rows.tsx';

export type TextLogQuery = Readonly<Record<'search' | 'desk' | 'on' | 'cursor', string | undefined>>;

export interface TextLogProps {
  readonly query: TextLogQuery;
  readonly rows: readonly TextRow[];
  readonly next: string | undefined;
  /** For a filter that finds nothing: what each set filter hides. */
  readonly without: readonly { name: string; words: string; count: number }[];
}

/** Everything that anybody has texted to a desk, with what was answered, also what belongs to no case; newest first. */
export function textLogPage(frame: Frame, desks: DeskBook, props: TextLogProps): string {
  const { query, rows, next } = props;
  const filters = { ...query, cursor: undefined };
  const isFiltered = Object.values(filters).some(Boolean);
  return consolePage({
    frame,
    title: 'Texts',
    section: 'texts',
    children: (
      <main class="page" id="main">
        <header class="head">
          <div>
            <h1>Texts</h1>
            <p>Every SMS to a desk, also what belongs to no case, and what was answered. Newest first.</p>
          </div>
          <div class="acts">
            <a class="btn" href="/redirects">
              Redirect a customer to the desk
            </a>
          </div>
        </header>
        <Filters
          label="Search the texts"
          action="/texts"
          search={query.search}
          placeholder="words, number, name, case"
        >
          <Filter name="desk" label="Desk" value={query.desk} values={deskChoices(desks)} />
          <Filter
            name="on"
            label="Case"
            value={query.on}
            values={[
              ['', 'Any or none'],
              ['case', 'On a case'],
              ['no-case', 'On no case'],
            ]}
          />
        </Filters>
        {rows.length > 0 ? (
          <TextRows rows={rows} now={frame.now} zone={frame.zone} desks={desks} />
        ) : isFiltered ? (
          <NothingFound path="/texts" query={filters} without={props.without} words={inEnglish('texts')} />
        ) : (
          <p class="soft empty">
            Nobody has texted to a desk yet. What technicians answer to a page, and what anybody else texts,
            stands here. <a href="/people">Who is paged by SMS</a>
          </p>
        )}
        <nav class="foot" aria-label="More of the list">
          {query.cursor !== undefined && <a href={listAddress('/texts', filters)}>Newest</a>}
          {next !== undefined && (
            <a href={listAddress('/texts', { ...filters, cursor: next })}>Older texts</a>
          )}
          <span>Times in {zoneName(frame.zone, frame.now)}.</span>
        </nav>
      </main>
    ),
  });
}
