import type { Call } from './call.ts';
import type { Carrier } from './carrier.ts';
import { geoFields } from './geo.ts';

/** The fields of every voice webhook. Their order on the wire is arbitrary with Twilio: never rely on it. */
export function callFields(carrier: Carrier, call: Call): Record<string, string> {
  return {
    Called: call.to,
    ...geoFields('To', call.to),
    ...geoFields('Caller', call.from),
    Direction: call.direction,
    CallSid: call.sid,
    To: call.to,
    ...geoFields('Called', call.to),
    ApiVersion: '2010-04-01',
    CallStatus: call.status,
    From: call.from,
    AccountSid: carrier.account.sid,
    Caller: call.from,
    ...geoFields('From', call.from),
    ...(call.parentCallSid === null ? {} : { ParentCallSid: call.parentCallSid }),
    ...(call.direction === 'inbound' && call.from.startsWith('+1')
      ? { StirVerstat: 'TN-Validation-Passed-A' }
      : {}),
  };
}

/** The instant as Twilio writes it: RFC 2822 in UTC, `Sun, 22 Nov 2026 17:00:00 +0000`. */
export function rfc2822(at: Date): string {
  return at.toUTCString().replace('GMT', '+0000');
}
