import { may } from '../../accounts/index.ts';
import { formatPhoneNumber, toPhoneNumber } from '../../kernel/index.ts';
import type { ListedRedirect } from '../../redirect/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { consolePage, type Frame } from '../components/layout.tsx';
import { Minute } from '../components/marks.tsx';
import type { DeskBook } from '../desks.ts';
import type { ConsoleDesk } from '../options.ts';
import { textState } from '../words/states.ts';
import { day, zoneName } from '../words/time.ts';
import { RedirectForm } from './redirect-form.tsx';

export interface RedirectsProps {
  readonly catalogue: Catalogue;
  readonly desks: DeskBook;
  /** In the order in which they are offered to this reader. */
  readonly offered: readonly ConsoleDesk[];
  readonly listed: readonly ListedRedirect[];
  /** The word that a text from a technician's telephone begins with. */
  readonly keyword: string;
  readonly typed:
    | { readonly number: string; readonly desk: string; readonly case?: string | undefined }
    | undefined;
  readonly fault: string | undefined;
}

/** Where a customer who called somebody directly is sent to the desk, and everybody who was, newest first. */
export function redirectsPage(frame: Frame, props: RedirectsProps): string {
  const { catalogue, listed, typed, fault } = props;
  const words = catalogue.redirect.page;
  return consolePage({
    frame,
    title: words.title,
    section: 'texts',
    words: catalogue.bar,
    children: (
      <main class="page mid" id="main">
        <header class="head">
          <div>
            <h1>{words.title}</h1>
            <p>{words.intro}</p>
          </div>
        </header>
        {may(frame.signedIn.role, 'work') && (
          <section class="sec" aria-label={words.send}>
            <RedirectForm
              words={words}
              signedIn={frame.signedIn}
              desks={props.offered}
              caseNumber={typed?.case}
              typed={typed}
              fault={fault}
            />
            <p class="small soft gap">{words.byPhone(props.keyword)}</p>
          </section>
        )}
        <section class="sec" aria-labelledby="redirect">
          <header>
            <h2 id="redirect">{words.listed}</h2>
            <p>{listed.length === 0 ? 0 : `${listed.length}, ${zoneName(frame.zone, frame.now)}`}</p>
          </header>
          {listed.length === 0 ? (
            <p class="soft empty">{words.nothing}</p>
          ) : (
            <Sent {...props} frame={frame} />
          )}
        </section>
      </main>
    ),
  });
}

function Sent({ catalogue, desks, listed, frame }: RedirectsProps & { frame: Frame }) {
  const { columns, via, status, blanked } = catalogue.redirect.page;
  return (
    <table class="rows stack">
      <thead>
        <tr>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.at}</th>
          <th scope="col">{columns.by}</th>
          <th scope="col">{columns.desk}</th>
          <th scope="col">{columns.case}</th>
          <th scope="col">{columns.text}</th>
        </tr>
      </thead>
      <tbody>
        {listed.map((of) => (
          <tr key={of.id}>
            <th scope="row" class="tel nowrap">
              {of.number === '' ? <span class="dim">{blanked}</span> : shown(of.number)}
            </th>
            <td data-label={columns.at} class="nowrap">
              {day(of.at, frame.zone, 'short', catalogue.bar.locale)} <Minute at={of.at} zone={frame.zone} />
            </td>
            <td data-label={columns.by}>
              {of.byName} <span class="also">{via[of.via]}</span>
            </td>
            <td data-label={columns.desk} class="soft">
              {desks.nameOf(of.desk)}
            </td>
            <td data-label={columns.case}>
              {of.caseNumber === null ? (
                <span class="dim">–</span>
              ) : (
                <a href={`/cases/${encodeURIComponent(of.caseNumber)}`}>{of.caseNumber}</a>
              )}
            </td>
            <td data-label={columns.text}>
              <span class={`state ${textState({ status: of.status, errorCode: undefined }).shape}`}>
                {status(of.status, of.errorCode ?? undefined)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function shown(number: string): string {
  const known = toPhoneNumber(number);
  return known === undefined ? number : formatPhoneNumber(known);
}
