import { raiseAlarm } from '../alarms/index.ts';
import { personName } from '../people/index.ts';
import type { Service, Unit } from '../service/index.ts';
import type { CarrierFailure } from '../telephony/index.ts';

/** A call or text that the carrier refused for good. */
export interface Refused {
  channel: 'voice' | 'sms';
  desk: string;
  from: string;
  to: string;
  person: string | null;
}

/**
 * Tells the supervisor that something must be mended: our account, or somebody's number. A customer's number is nobody's
 * to mend.
 */
export async function raiseRefusal(
  service: Service,
  unit: Unit,
  { channel, desk, from, to, person: key }: Refused,
  { code, wholeAccount = false }: CarrierFailure,
  address: 'dead' | 'opted-out' | 'unknown',
): Promise<void> {
  if (address === 'unknown') {
    const facts = { kind: 'carrier-refuses', channel, code, from, to, wholeAccount } as const;
    await raiseAlarm(service, unit, { desk, facts, except: { way: channel, address: to } });
    return;
  }
  if (key === null) return;
  const person = (await personName(unit.tx, key)) ?? key;
  const facts =
    address === 'dead'
      ? ({ kind: 'contact-dead', channel, number: to, person, code } as const)
      : ({ kind: 'opted-out', number: to, person, ourNumber: from } as const);
  await raiseAlarm(service, unit, { desk, facts, except: { way: channel, address: to } });
}
