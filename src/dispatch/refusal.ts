import { raiseAlarm } from '../alarms/index.ts';
import type { Call } from '../calls/index.ts';
import { isContactOf, personName } from '../people/index.ts';
import { carrierTitles, type Service, type Unit } from '../service/index.ts';
import type { CarrierFailure, CarrierName } from '../telephony/index.ts';
import type { TextRow } from './text-row.store.ts';

/** A call or text that the carrier refused for good. */
export interface Refused {
  channel: 'voice' | 'sms';
  carrier: CarrierName;
  desk: string;
  from: string;
  to: string;
  person: string | null;
  /** What it was for. */
  purpose: Call['purpose'] | TextRow['purpose'];
}

/**
 * Tells the supervisor that something must be mended: our account, or somebody's number. A customer's number is nobody's
 * to mend.
 */
export async function raiseRefusal(
  service: Service,
  unit: Unit,
  { channel, carrier, desk, from, to, person: key, purpose }: Refused,
  { code, wholeAccount = false, wholeChannel = false }: CarrierFailure,
  address: 'dead' | 'opted-out' | 'unknown',
): Promise<void> {
  if (address === 'unknown') {
    // Whatever is wrong with a number that somebody has typed wakes nobody, and a drill says itself that it has reached no one.
    const isTest = purpose === 'code' || purpose === 'drill';
    if (isTest && !wholeAccount && !wholeChannel) return;
    const instead = insteadOf(service, carrier, channel, unit.now);
    const facts = { kind: 'carrier-refuses', channel, code, from, to, wholeAccount, ...instead } as const;
    await raiseAlarm(service, unit, { desk, facts, except: { way: channel, address: to } });
    return;
  }
  // One that was replaced, and was told so, is in nobody's way: there is nothing to mend.
  if (key === null || !(await isContactOf(unit.tx, key, channel, to))) return;
  const person = (await personName(unit.tx, key)) ?? key;
  const facts =
    address === 'dead'
      ? ({ kind: 'contact-dead', channel, number: to, person, code } as const)
      : ({ kind: 'opted-out', number: to, person, ourNumber: from } as const);
  await raiseAlarm(service, unit, { desk, facts, except: { way: channel, address: to } });
}

/** With two carriers: which of them it is, and whether the other one does its work. */
function insteadOf(
  { carriers }: Service,
  carrier: CarrierName,
  channel: 'voice' | 'sms',
  now: Date,
): { carrier?: CarrierName; pagesGoBy?: string; isLast?: boolean } {
  const other = carriers.otherThan(carrier);
  if (other === undefined) return {};
  return carriers.works(other, channel, now)
    ? { carrier, pagesGoBy: carrierTitles[other] }
    : { carrier, isLast: true };
}
