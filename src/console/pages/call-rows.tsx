import type { DeskBook } from '../desks.ts';
import { Elapsed } from '../components/clock.tsx';
import { Moment, SeverityOrKind, State, Telephone } from '../components/marks.tsx';
import type { CallRow } from '../queries/call-log.store.ts';
import { callState } from '../words/states.ts';
import { day, dayKey, duration, minuteTime, zoneName } from '../words/time.ts';
import { Who } from './now-tables.tsx';

interface Props {
  readonly rows: readonly CallRow[];
  readonly now: Date;
  readonly zone: string;
  readonly desks: DeskBook;
}

/** The rows of the call log, a heading for each day. */
export function CallRows({ rows, now, zone, desks }: Props) {
  const days = [...new Set(rows.map((row) => dayKey(row.at, zone)))];
  return (
    <table class="rows calls stack">
      <caption class="sr">Calls, newest first</caption>
      <thead>
        <tr>
          <th scope="col" aria-sort="descending">
            Time, {zoneName(zone, now)}
          </th>
          <th scope="col">Desk</th>
          <th scope="col">Its time</th>
          <th scope="col">Caller</th>
          <th scope="col">Number</th>
          <th scope="col">Severity</th>
          <th scope="col">Case</th>
          <th scope="col">Outcome</th>
          <th scope="col">By</th>
          <th scope="col" class="num">
            To acceptance
          </th>
          <th scope="col" class="num">
            Length
          </th>
        </tr>
      </thead>
      {days.map((key) => {
        const calls = rows.filter((row) => dayKey(row.at, zone) === key);
        return (
          <tbody key={key}>
            <tr class="day">
              <th scope="rowgroup" colSpan={11}>
                {day(calls[0]!.at, zone, 'long')}
              </th>
            </tr>
            {calls.map((row) => (
              <Row key={row.id} row={row} now={now} zone={zone} desks={desks} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function Row({ row, now, zone, desks }: { row: CallRow } & Omit<Props, 'rows'>) {
  const deskZone = desks.zoneOf(row.desk);
  const accepted = acceptanceMs(row);
  return (
    <tr id={`call-${row.id}`}>
      <td class="c-time">
        <Moment at={row.at} zone={zone} />
      </td>
      <td class="c-desk nowrap">{desks.nameOf(row.desk)}</td>
      <td class="c-at dim nowrap">
        {deskZone !== zone && `${minuteTime(row.at, deskZone)} ${zoneName(deskZone, row.at)}`}
      </td>
      <td class="c-who">
        <Who name={row.callerName} company={row.company} />
      </td>
      <td class="c-tel soft">
        <Telephone number={row.number} />
      </td>
      <td class="c-sev">
        {row.kind === undefined ? (
          <span class="dim">–</span>
        ) : (
          <SeverityOrKind severity={row.severity} kind={row.kind} />
        )}
      </td>
      <td class="c-case">
        {row.caseNumber === undefined ? (
          <span class="dim">no case</span>
        ) : (
          <a href={`/cases/${encodeURIComponent(row.caseNumber)}`}>{row.caseNumber}</a>
        )}
      </td>
      <td class="c-out">
        <State
          is={callState({ ...row, ended: row.endedAt !== undefined, bridged: row.bridgedAt !== undefined })}
        />
        {row.hasMessage && row.caseNumber !== undefined && (
          <a class="also" href={`/cases/${encodeURIComponent(row.caseNumber)}#messages`}>
            message left
          </a>
        )}
      </td>
      <td class="c-by">{row.by ?? <span class="dim">–</span>}</td>
      <td class="num c-ack dim">{accepted === undefined ? '' : duration(accepted)}</td>
      <td class="num c-len">
        {row.endedAt === undefined ? (
          <Elapsed since={row.at} now={now} />
        ) : (
          duration(row.endedAt.getTime() - row.at.getTime())
        )}
      </td>
    </tr>
  );
}

/** From the opening of the case to its acceptance; only for the call that opened it, not for later ones that joined. */
export function acceptanceMs(row: CallRow): number | undefined {
  if (row.openedAt === undefined || row.acknowledgedAt === undefined || row.openedAt < row.at)
    return undefined;
  return row.acknowledgedAt.getTime() - row.openedAt.getTime();
}
