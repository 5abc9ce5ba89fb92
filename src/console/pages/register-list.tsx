import { may } from '../../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { Elapsed } from '../components/clock.tsx';
import { CsrfField } from '../components/form.tsx';
import { consolePage, type Frame } from '../components/layout.tsx';
import { Minute, Telephone } from '../components/marks.tsx';
import type { DeskBook } from '../desks.ts';
import type { ConsoleDesk } from '../options.ts';
import type { OperatorCall } from '../queries/operator-calls.store.ts';
import type { UnregisteredCase } from '../queries/register-list.store.ts';
import { day } from '../words/time.ts';
import { CallStrips, Phase } from './call-strip.tsx';
import { CallBacks, Who } from './register-call-backs.tsx';

export interface RegisterListProps {
  readonly catalogue: Catalogue;
  readonly desks: DeskBook;
  /** Those whose cases are registered, the reader's own first. */
  readonly offered: readonly ConsoleDesk[];
  readonly live: readonly OperatorCall[];
  readonly waiting: readonly UnregisteredCase[];
  /** The id of the case that the button of a new registration opens: pressed twice, it opens one. */
  readonly newId: string;
}

/** The calls that are on the line, and what waits to be registered. */
export function registerListPage(frame: Frame, props: RegisterListProps): string {
  const { catalogue, live, waiting } = props;
  const words = catalogue.register.list;
  const callBacks = waiting.filter(({ callBack }) => callBack !== undefined);
  const unsaid = waiting.filter(({ callBack }) => callBack === undefined);
  const calls = unsaid.filter(({ hasCall }) => hasCall);
  const drafts = unsaid.filter(({ hasCall }) => !hasCall);
  return consolePage({
    frame,
    title: words.title,
    section: 'register',
    words: catalogue.bar,
    scripts: ['call-strip.js'],
    children: (
      <main class="page" id="main">
        <CallStrips catalogue={catalogue} calls={live} frame={frame} />
        <header class="head">
          <div>
            <h1>{words.title}</h1>
            <p>{words.intro}</p>
          </div>
          {may(frame.signedIn.role, 'register') && props.offered.length > 0 && (
            <NewRegistration {...props} frame={frame} />
          )}
        </header>
        <section class="sec" aria-labelledby="live">
          <header>
            <h2 id="live">{words.live}</h2>
            <p>{live.length}</p>
          </header>
          {live.length === 0 ? <p class="soft empty">{words.noLive}</p> : <Live {...props} frame={frame} />}
        </section>
        <section class="sec" aria-labelledby="calls">
          <header>
            <h2 id="calls">{words.calls}</h2>
            <p>{calls.length === 0 ? 0 : `${calls.length}, ${words.oldestFirst}`}</p>
          </header>
          <Waiting {...props} frame={frame} rows={calls} none={words.noCalls} />
        </section>
        <section class="sec" aria-labelledby="call-backs">
          <header>
            <h2 id="call-backs">{words.callBacks}</h2>
            <p>{callBacks.length === 0 ? 0 : `${callBacks.length}, ${words.oldestFirst}`}</p>
          </header>
          <CallBacks {...{ catalogue, frame }} rows={callBacks} />
        </section>
        <section class="sec" aria-labelledby="drafts">
          <header>
            <h2 id="drafts">{words.drafts}</h2>
            <p>{drafts.length}</p>
          </header>
          <Waiting {...props} frame={frame} rows={drafts} none={words.noDrafts} />
        </section>
      </main>
    ),
  });
}

function NewRegistration({ catalogue, offered, newId, frame }: RegisterListProps & { frame: Frame }) {
  const words = catalogue.register.list;
  return (
    <form class="acts" method="post" action="/register/new" title={words.addHint}>
      <CsrfField of={frame.signedIn} />
      <input type="hidden" name="id" value={newId} />
      {offered.length > 1 ? (
        <label class="soft">
          {words.desk}{' '}
          <select name="desk" class="short">
            {offered.map(({ desk, name }) => (
              <option key={desk} value={desk}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <input type="hidden" name="desk" value={offered[0]?.desk} />
      )}
      <button class="btn main">{words.add}</button>
    </form>
  );
}

const formOf = (number: string): string => `/register/${encodeURIComponent(number)}`;

function Live({ catalogue, live, desks, frame }: RegisterListProps & { frame: Frame }) {
  const { list: words, done } = catalogue.register;
  return (
    <table class="rows stack">
      <tbody>
        {live.map((call) => (
          <tr key={call.id}>
            <th scope="row">
              <Caller number={call.number} name={call.callerName} withheld={words.withheld} />
              {call.company !== undefined && <span class="also">{call.company}</span>}
            </th>
            <td class="soft">{desks.nameOf(call.desk)}</td>
            <td>
              <Phase call={call} words={catalogue.register.strip} frame={frame} />
            </td>
            <td class="num">
              {call.caseNumber === undefined ? (
                <span class="dim">{words.noCase}</span>
              ) : call.isRegistered ? (
                <a href={formOf(call.caseNumber)}>
                  {call.caseNumber}, {done.title.toLowerCase()}
                </a>
              ) : (
                <a class="btn" href={formOf(call.caseNumber)}>
                  {words.register} {call.caseNumber}
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Waiting(
  props: RegisterListProps & { frame: Frame; rows: readonly UnregisteredCase[]; none: string },
) {
  const { catalogue, rows, none, desks, frame } = props;
  const words = catalogue.register.list;
  const { columns } = words;
  if (rows.length === 0) return <p class="soft empty">{none}</p>;
  return (
    <table class="rows stack">
      <thead>
        <tr>
          <th scope="col">{columns.case}</th>
          <th scope="col">{columns.caller}</th>
          <th scope="col">{columns.desk}</th>
          <th scope="col">{columns.opened}</th>
          <th scope="col">{columns.draft}</th>
          <th scope="col" class="num">
            {columns.waits}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((of) => (
          <tr key={of.number}>
            <th scope="row" class="nowrap">
              <a href={formOf(of.number)}>{of.number}</a>
            </th>
            <td>
              <Who of={of} withheld={words.withheld} />
            </td>
            <td data-label={columns.desk} class="soft">
              {desks.nameOf(of.desk)}
            </td>
            <td data-label={columns.opened} class="nowrap">
              {day(of.openedAt, frame.zone, 'short', catalogue.bar.locale)}{' '}
              <Minute at={of.openedAt} zone={frame.zone} />
            </td>
            <td data-label={columns.draft}>
              {of.putOn !== undefined ? (
                <span class="state taken">{catalogue.register.form.willBePutOn(of.putOn)}</span>
              ) : of.waitsForSupervisor ? (
                <span class="state warn">{words.waitsForSupervisor}</span>
              ) : of.savedBy === undefined ? (
                <span class="dim">{words.notBegun}</span>
              ) : (
                words.savedBy(of.savedBy)
              )}
            </td>
            <td data-label={columns.waits} class="num dim">
              <Elapsed since={of.openedAt} now={frame.now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Caller({
  number,
  name,
  withheld,
}: {
  number: string | undefined;
  name: string | undefined;
  withheld: string;
}) {
  if (name !== undefined) return <>{name}</>;
  return number === undefined ? (
    <span class="dim">{withheld}</span>
  ) : (
    <Telephone number={number} link={false} />
  );
}
