import type { AlarmFacts } from '../phrases/index.ts';
import type { CarrierName } from '../telephony/index.ts';

/** How a supervisor can be told. */
export type Way = 'sms' | 'voice' | 'mail';

/**
 * By which ways an alarm is told.
 *
 * A call wakes somebody, so it is made only when pages may not go out. What is wrong with one person's number, or with
 * one seat of the duty list, leaves the others reachable: a text and a mail. And no alarm trusts the way that it says is
 * broken, as long as there are others.
 */
export function waysOf(facts: AlarmFacts): Way[] {
  switch (facts.kind) {
    case 'nobody-to-page':
      return ['sms', 'voice', 'mail'];
    case 'carrier-refuses':
      // The refused way may work towards this phone all the same, and it costs nothing to try.
      return ['sms', 'voice', 'mail'];
    case 'canary-missing':
      return facts.channel === 'sms' ? ['voice', 'mail'] : ['sms', 'mail'];
    case 'delivery-drop':
      // Few answered calls are no proof that calls do not go out.
      return facts.channel === 'sms' ? ['voice', 'mail'] : ['sms', 'mail'];
    case 'mail-stuck':
      return ['sms'];
    case 'recordings-kept':
      return ['mail'];
    case 'fail-open':
      // Pages go out; it matters when the service is down, which is not now.
      return ['mail'];
    case 'contact-dead':
    case 'opted-out':
    case 'duty-hole':
    case 'duty-ahead':
    case 'drill-missed':
      return ['sms', 'mail'];
    case 'recorded-late':
      // Who waited is paged by now; what is left to do is to look whether all were served.
      return ['sms', 'mail'];
  }
}

/** The carrier that an alarm is to go out by, because it calls the other one broken; undefined: whichever pages go by. */
export function carrierFor(
  facts: AlarmFacts,
  carriers: { otherThan(carrier: CarrierName): CarrierName | undefined },
): CarrierName | undefined {
  return facts.kind === 'canary-missing' ? carriers.otherThan(facts.carrier) : undefined;
}

/** Kinds that mean that pages may not go out. */
export const KINDS_IN_THE_WAY = [
  'carrier-refuses',
  'nobody-to-page',
  'canary-missing',
  'delivery-drop',
] as const;

/** What an alarm is about: one is open at a time for a kind and subject. */
export function subjectOf(facts: AlarmFacts): string {
  switch (facts.kind) {
    case 'carrier-refuses':
      return refusalSubject(facts);
    case 'contact-dead':
      return `${facts.channel} ${facts.number}`;
    case 'opted-out':
      return facts.number;
    case 'duty-hole':
      return `${facts.desk} ${facts.role}`;
    case 'duty-ahead':
      return [facts.desk, facts.role, facts.problem, ...facts.people].join(' ');
    case 'drill-missed':
      return `${facts.desk} ${facts.key} ${facts.from}`;
    case 'nobody-to-page':
      return facts.desk;
    case 'canary-missing':
      return `${facts.carrier} ${facts.channel}`;
    case 'delivery-drop':
      return `${facts.channel} ${facts.from}`;
    case 'mail-stuck':
      return 'smtp';
    case 'recordings-kept':
      return 'recordings';
    case 'recorded-late':
      // Each such time is told of, also when the one before still stands.
      return facts.from;
    case 'fail-open':
      return `${facts.desk} ${facts.fault}`;
  }
}

/**
 * A number or its registration is refused for itself: another desk's is another matter, for other supervisors. A whole
 * account is one matter, whichever number met it.
 */
function refusalSubject(facts: Extract<AlarmFacts, { kind: 'carrier-refuses' }>): string {
  const { carrier, wholeAccount, channel, code, from } = facts;
  const what = wholeAccount ? ['account', code] : [channel, code, from];
  return [carrier, ...what].filter((part) => part !== undefined).join(' ');
}
