import type { Catalogue } from '../catalogue/index.ts';
import { eventAt, type CaseFacts, type PageFacts } from '../facts.ts';
import { Moment, State, Telephone } from '../components/marks.tsx';
import { pageEventWords } from '../words/event-words.ts';
import { stateOfPage } from '../words/page-state.ts';

type Names = CaseFacts['names'];

/** One line for each page, by person, with everything that happened to it. */
export function Receipts(props: { catalogue: Catalogue; facts: CaseFacts; zone: string }) {
  const { catalogue, facts, zone } = props;
  const words = catalogue.cases.page.receipts;
  const { columns } = words;
  const people = [...new Map(facts.pages.map((page) => [page.person, page])).values()];
  const severalPagings = new Set(facts.pages.map((page) => page.pagingId)).size > 1;
  const count = facts.pages.length;
  return (
    <section class="sec" aria-labelledby="rec">
      <header>
        <h2 id="rec">{words.title}</h2>
        <p>{words.count(count)}</p>
      </header>
      {count === 0 ? (
        <p class="soft empty">{words.nobody}</p>
      ) : (
        <div class="scroll" tabIndex={0} role="region" aria-label={words.scrolls}>
          <table class="receipts stack">
            <caption class="sr">{words.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{columns.person}</th>
                <th scope="col">
                  <abbr title={columns.round}>{columns.roundShort}</abbr>
                </th>
                <th scope="col">{columns.by}</th>
                <th scope="col">{columns.asked}</th>
                <th scope="col">{columns.sentOrRang}</th>
                <th scope="col">{columns.delivered}</th>
                <th scope="col">{columns.answered}</th>
                <th scope="col">{columns.ended}</th>
                <th scope="col">{columns.carrierId}</th>
                <th scope="col">{columns.cameTo}</th>
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
                catalogue={catalogue}
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
  readonly catalogue: Catalogue;
}

function Person({ pages, roundOf, zone, names, catalogue }: PersonProps) {
  const { page: words, states } = catalogue.cases;
  const { columns, sms, voice } = words.receipts;
  const numbers = [...new Set(pages.map((page) => page.address))];
  return (
    <tbody>
      {pages.map((page, index) => (
        <tr key={page.id} class={rowTone(page)}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={pages.length} class="wide">
              {page.personName}
              <small>{catalogue.calendar.role(page.role)}</small>
              {numbers.map((number) => (
                <small key={number}>
                  <Telephone number={number} link={false} withheld={words.head.withheld} />
                </small>
              ))}
            </th>
          )}
          <td data-label={columns.round}>{roundOf(page)}</td>
          <td data-label={columns.channel}>{page.channel === 'sms' ? sms : voice}</td>
          <Cell label={columns.asked} at={page.attemptedAt ?? page.createdAt} zone={zone} />
          <Cell
            label={page.channel === 'sms' ? columns.sent : columns.rang}
            at={
              page.channel === 'sms'
                ? eventAt(page.events, 'at-carrier', 'sent')
                : eventAt(page.events, 'rang', 'ringing')
            }
            zone={zone}
          />
          <Cell label={columns.delivered} at={eventAt(page.events, 'delivered')} zone={zone} />
          <Cell label={columns.answered} at={page.answeredAt} zone={zone} />
          <Cell label={columns.ended} at={page.endedAt ?? endedAt(page)} zone={zone} />
          <td class={page.carrierId === undefined ? 'nil' : 'mono dim'} data-label={columns.carrierId}>
            {page.carrierId !== undefined && <span title={page.carrierId}>{short(page.carrierId)}</span>}
          </td>
          <td class="wide" data-label={columns.cameTo}>
            <State is={stateOfPage(page, states)} />
            <Everything page={page} zone={zone} names={names} catalogue={catalogue} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function Everything(props: { page: PageFacts; zone: string; names: Names; catalogue: Catalogue }) {
  const { page, zone, names, catalogue } = props;
  const words = catalogue.cases.page.receipts;
  if (page.events.length === 0) return null;
  return (
    <details id={`receipt-${page.id}`}>
      <summary>{words.events(page.events.length)}</summary>
      <ol class="log">
        {page.carrierId !== undefined && (
          <li>
            <span class="dim">{words.columns.carrierId}</span>
            <div class="mono">{page.carrierId}</div>
          </li>
        )}
        {page.events.map((event, index) => (
          <li key={index}>
            <Moment at={event.at} zone={zone} />
            <div>{pageEventWords(page, event, names, catalogue)}</div>
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
