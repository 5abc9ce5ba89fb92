import { eventAt, type CaseFacts, type PageFacts } from '../facts.ts';
import { Moment, State, Telephone } from '../components/marks.tsx';
import { pageEventWords } from '../words/event-words.ts';
import { stateOfPage } from '../words/page-state.ts';
import { roleWord } from '../words/states.ts';

type Names = CaseFacts['names'];

/** One line for each page, by person, with everything that happened to it. */
export function Receipts({ facts, zone }: { facts: CaseFacts; zone: string }) {
  const people = [...new Map(facts.pages.map((page) => [page.person, page])).values()];
  const severalPagings = new Set(facts.pages.map((page) => page.pagingId)).size > 1;
  const count = facts.pages.length;
  return (
    <section class="sec" aria-labelledby="rec">
      <header>
        <h2 id="rec">Page receipts</h2>
        <p>{count === 0 ? 'none' : `${count} ${count === 1 ? 'page' : 'pages'}; append-only`}</p>
      </header>
      {count === 0 ? (
        <p class="soft empty">Nobody was paged for this case. Sev 1 and 2 page at once; others wait.</p>
      ) : (
        <div class="scroll" tabIndex={0} role="region" aria-label="Page receipts, scrolls sideways">
          <table class="receipts stack">
            <caption class="sr">
              One line for each page: person, channel, and everything that happened
            </caption>
            <thead>
              <tr>
                <th scope="col">Person</th>
                <th scope="col">
                  <abbr title="Round">R</abbr>
                </th>
                <th scope="col">By</th>
                <th scope="col">Asked</th>
                <th scope="col">Sent, rang</th>
                <th scope="col">Delivered</th>
                <th scope="col">Answered</th>
                <th scope="col">Ended</th>
                <th scope="col">Carrier id</th>
                <th scope="col">Came to</th>
              </tr>
            </thead>
            {people.map((person) => (
              <Person
                key={person.person}
                pages={facts.pages.filter((page) => page.person === person.person)}
                roundOf={(page) =>
                  severalPagings ? `${pagingNumber(facts, page)}.${page.round}` : String(page.round)
                }
                zone={zone}
                names={facts.names}
              />
            ))}
          </table>
        </div>
      )}
    </section>
  );
}

function pagingNumber(facts: CaseFacts, page: PageFacts): number {
  return facts.pagings.findIndex((paging) => paging.id === page.pagingId) + 1;
}

interface PersonProps {
  readonly pages: readonly PageFacts[];
  readonly roundOf: (page: PageFacts) => string;
  readonly zone: string;
  readonly names: Names;
}

function Person({ pages, roundOf, zone, names }: PersonProps) {
  const numbers = [...new Set(pages.map((page) => page.address))];
  return (
    <tbody>
      {pages.map((page, index) => (
        <tr key={page.id} class={rowTone(page)}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={pages.length} class="wide">
              {page.personName}
              <small>{roleWord(page.role)}</small>
              {numbers.map((number) => (
                <small key={number}>
                  <Telephone number={number} link={false} />
                </small>
              ))}
            </th>
          )}
          <td data-label="Round">{roundOf(page)}</td>
          <td data-label="Channel">{page.channel === 'sms' ? 'SMS' : 'voice'}</td>
          <Cell label="Asked" at={page.attemptedAt ?? page.createdAt} zone={zone} />
          <Cell
            label={page.channel === 'sms' ? 'Sent' : 'Rang'}
            at={
              page.channel === 'sms'
                ? eventAt(page.events, 'at-carrier', 'sent')
                : eventAt(page.events, 'rang', 'ringing')
            }
            zone={zone}
          />
          <Cell label="Delivered" at={eventAt(page.events, 'delivered')} zone={zone} />
          <Cell label="Answered" at={page.answeredAt} zone={zone} />
          <Cell label="Ended" at={page.endedAt ?? endedAt(page)} zone={zone} />
          <td class={page.carrierId === undefined ? 'nil' : 'mono dim'} data-label="Carrier id">
            {page.carrierId !== undefined && <span title={page.carrierId}>{short(page.carrierId)}</span>}
          </td>
          <td class="wide" data-label="Came to">
            <State is={stateOfPage(page)} />
            <Everything page={page} zone={zone} names={names} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function Everything({ page, zone, names }: { page: PageFacts; zone: string; names: Names }) {
  if (page.events.length === 0) return null;
  return (
    <details id={`receipt-${page.id}`}>
      <summary>
        {page.events.length} {page.events.length === 1 ? 'event' : 'events'}
      </summary>
      <ol class="log">
        {page.carrierId !== undefined && (
          <li>
            <span class="dim">Carrier id</span>
            <div class="mono">{page.carrierId}</div>
          </li>
        )}
        {page.events.map((event, index) => (
          <li key={index}>
            <Moment at={event.at} zone={zone} />
            <div>{pageEventWords(page, event, names)}</div>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Cell({ label, at, zone }: { label: string; at: Date | undefined; zone: string }) {
  if (at === undefined) return <td class="nil" />;
  return (
    <td data-label={label}>
      <Moment at={at} zone={zone} />
    </td>
  );
}

function endedAt(page: PageFacts): Date | undefined {
  return page.status === 'failed' || page.channel === 'voice' ? page.settledAt : undefined;
}

function rowTone(page: PageFacts): string | undefined {
  if (page.status === 'acknowledged') return 'win';
  return page.status === 'failed' ? 'bad' : undefined;
}

/** SM…41c0: enough to tell two apart; the whole one is in the events. */
function short(carrierId: string): string {
  return carrierId.length <= 10 ? carrierId : `${carrierId.slice(0, 2)}…${carrierId.slice(-4)}`;
}
