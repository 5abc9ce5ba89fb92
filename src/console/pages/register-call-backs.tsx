import { formatPhoneNumber, toPhoneNumber } from '../../kernel/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { Elapsed } from '../components/clock.tsx';
import type { Frame } from '../components/layout.tsx';
import { Minute, Telephone } from '../components/marks.tsx';
import type { UnregisteredCase } from '../queries/register-list.store.ts';
import { day } from '../words/time.ts';

/** Whom somebody has promised to call back: on which number, why, by whose word and since when. */
export function CallBacks(props: { catalogue: Catalogue; frame: Frame; rows: readonly UnregisteredCase[] }) {
  const { rows, frame, catalogue } = props;
  const { list: words } = catalogue.register;
  const { columns } = words;
  const waiting = rows
    .flatMap((of) => (of.callBack === undefined ? [] : [{ of, callBack: of.callBack }]))
    .sort((a, b) => a.callBack.at.getTime() - b.callBack.at.getTime());
  if (waiting.length === 0) return <p class="soft empty">{words.noCallBacks}</p>;
  return (
    <table class="rows stack">
      <thead>
        <tr>
          <th scope="col">{columns.case}</th>
          <th scope="col">{columns.caller}</th>
          <th scope="col">{columns.reach}</th>
          <th scope="col">{columns.why}</th>
          <th scope="col" class="num">
            {columns.waits}
          </th>
        </tr>
      </thead>
      <tbody>
        {waiting.map(({ of, callBack }) => (
          <tr key={of.number}>
            <th scope="row" class="nowrap">
              <a href={`/register/${encodeURIComponent(of.number)}`}>{of.number}</a>
            </th>
            <td>
              <Who of={of} withheld={words.withheld} />
            </td>
            <td data-label={columns.reach} class="nowrap tel">
              {shownNumber(of.phone)}
            </td>
            <td data-label={columns.why}>
              {callBack.why}
              <span class="also">
                {callBack.by}, {day(callBack.at, frame.zone, 'short', catalogue.bar.locale)}{' '}
                <Minute at={callBack.at} zone={frame.zone} />
              </span>
            </td>
            <td data-label={columns.waits} class="num dim">
              <Elapsed since={callBack.at} now={frame.now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** As it was typed, and grouped for reading where nobody has typed one. */
function shownNumber(typed: string | undefined): string | undefined {
  const known = toPhoneNumber(typed);
  return known === undefined ? typed : formatPhoneNumber(known);
}

/** Who a case that nobody has registered is of, as well as is known. */
export function Who({ of, withheld }: { of: UnregisteredCase; withheld: string }) {
  const name =
    of.callerName ??
    (of.caller === undefined ? (
      <span class="dim">{of.hasCall ? withheld : '–'}</span>
    ) : (
      <Telephone number={of.caller} link={false} />
    ));
  return (
    <>
      <b>{name}</b>
      {of.company !== undefined && <span class="also">{of.company}</span>}
    </>
  );
}
