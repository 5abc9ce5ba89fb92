import type { TellingRow } from '../queries/alarms.store.ts';
import { carrierFault } from './carrier-faults.ts';
import { minuteTime } from './time.ts';

const ways = { sms: 'SMS', voice: 'call', mail: 'mail' } as const;

/** "Sue Sand, call 02:47: heard". Only a key says that somebody has heard it. */
export function tellingWords(of: TellingRow, zone: string): string {
  return `${of.personName}, ${ways[of.channel]} ${minuteTime(of.toldAt, zone)}: ${resultOf(of)}`;
}

function resultOf({ channel, heardAt, status, error }: TellingRow): string {
  if (heardAt !== undefined) return 'heard';
  switch (status) {
    case 'delivered':
      return 'delivered';
    case 'sent':
      return 'sent';
    case 'waiting':
      return error === undefined ? 'in the outbox' : `in the outbox (${error})`;
    case 'due':
    case 'sending':
    case 'lost':
    case 'queued':
      return 'on its way';
    case 'ringing':
      return 'rings';
    case 'in-progress':
      return 'picked up';
    case 'failed':
    case 'undelivered':
      return channel === 'mail' ? `failed (${error ?? 'unknown'})` : `failed${carrierFault(error)}`;
    case undefined:
    default:
      return 'not heard: no key was pressed';
  }
}
