import { csv } from '../csv.ts';
import type { DeskBook } from '../desks.ts';
import type { CallRow } from '../queries/call-log.store.ts';
import { callState, kindWord } from '../words/states.ts';
import { acceptanceMs } from './call-rows.tsx';

const heads = [
  'time_utc',
  'desk',
  'caller',
  'company',
  'number',
  'severity',
  'kind',
  'case',
  'outcome',
  'accepted_by',
  'to_acceptance_s',
  'length_s',
  'messages_s',
  'messages',
];

/** The call log for a spreadsheet: instants in UTC, lengths in seconds, spoken messages by their addresses. */
export function callCsv(
  rows: readonly CallRow[],
  desks: DeskBook,
  messageUrl: (id: string) => string,
): string {
  const seconds = (ms: number | undefined) => (ms === undefined ? undefined : String(Math.round(ms / 1000)));
  return csv([
    heads,
    ...rows.map((row) => [
      row.at.toISOString(),
      desks.nameOf(row.desk),
      row.callerName,
      row.company,
      row.number,
      row.severity,
      row.kind === undefined ? undefined : kindWord(row.kind),
      row.caseNumber,
      callState({ ...row, ended: row.endedAt !== undefined, bridged: row.bridgedAt !== undefined }).word,
      row.by,
      seconds(acceptanceMs(row)),
      seconds(row.endedAt && row.endedAt.getTime() - row.at.getTime()),
      row.messageSeconds === undefined ? undefined : String(row.messageSeconds),
      row.messageIds.map(messageUrl).join(' '),
    ]),
  ]);
}
