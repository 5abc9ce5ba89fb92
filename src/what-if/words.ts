import { writeSpan, type DayHours } from '../coverage/index.ts';
import type { Hole } from '../paging/index.ts';
import type { Answer } from './answer.ts';
import type { ForeseenPerson, NotAsked, WithoutChannel } from './asked.ts';
import { localTime } from './times.ts';

/** Why a day has the hours that it has, in the middle of a sentence. */
export function reasonInWords({ date, weekday, spans, reason }: DayHours): string {
  const hours = spans.length === 0 ? 'nothing opens' : `its hours are ${spans.map(writeSpan).join(', ')}`;
  const day = `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}`;
  switch (reason.kind) {
    case 'weekday':
      return `on a ${day} ${hours}`;
    case 'holiday':
      return `${date} is ${reason.name}, and ${hours}`;
    case 'exception':
      return `${date} is an exception, and ${hours} (${reason.why})`;
  }
}

/** Who calls, as the call itself would find it. */
export function callerInWords({ known, call }: Pick<Answer, 'known' | 'call'>): string {
  const { caller } = known;
  if (caller === undefined) return 'a number that is withheld';
  if (caller.customer === undefined) return 'a number that is no contact of a customer';
  const who = [caller.contact, caller.customer].filter((part) => part !== undefined).join(', ');
  // Only where an operator registers does anybody ask.
  if (call.case?.caseKind !== 'registration') return who;
  return `${who}: ${caller.isApproved ? 'an approved contact' : 'a contact who may not register cases'}`;
}

/** Why this person has the role. */
export function seatInWords({ seat }: Pick<ForeseenPerson, 'seat'>): string {
  if (seat === undefined) return 'not on duty, stands in because nobody can be reached';
  if (seat.insteadOf !== undefined) return `in place of ${seat.insteadOf}`;
  return seat.layer === undefined ? 'by the duty list' : `${seat.name}, ${seat.layer}`;
}

/** "no number for voice". */
export function withoutInWords({ channel, why }: WithoutChannel): string {
  const name = channel === 'sms' ? 'SMS' : channel;
  return why === 'no number' ? `no number for ${name}` : `${name} ${why}`;
}

export function notAskedInWords({ awayUntil, without }: NotAsked, zone: string): string {
  if (awayUntil !== undefined) return `away until ${localTime(awayUntil, zone)}`;
  return without.length === 0 ? 'nobody has this key' : without.map(withoutInWords).join(', ');
}

/** What it comes to that a role has too few people; `takesCalls`: they were to take a call, and nobody is asked in their place. */
export function holeInWords({ role, wanted, found }: Hole, takesCalls: boolean): string {
  if (found > 0) return `only ${found} of ${wanted} ${role} can be reached, and an alarm says so`;
  const instead = takesCalls ? '' : ': the supervisor is paged in their place';
  return `nobody can be reached as ${role}${instead}, and an alarm says so`;
}

/** What is taken for granted, because nobody can know it ahead. */
export function assumptions({ known, accepted }: Pick<Answer, 'known' | 'accepted'>): string[] {
  const accepts =
    accepted === undefined
      ? 'that nobody accepts meanwhile'
      : `that somebody accepts as soon as round ${accepted.round} begins`;
  if (known.roster !== undefined)
    return [
      `It is taken ${accepts}, that no phone has another call, and that the caller has no open case.`,
    ];
  return [
    'Names are left out: who has duty stands in the database, or in a people file. It is taken that each role has as many',
    `people on duty as the plan asks for, ${accepts}, and that the caller has no open case.`,
  ];
}
