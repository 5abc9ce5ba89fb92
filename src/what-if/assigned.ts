import { assignmentDue, whomToAssign } from '../assignment/index.ts';
import { addOpenTime, type CoverageHours } from '../coverage/index.ts';
import type { Script } from '../ivr/index.ts';
import { rosterAt } from '../people/index.ts';
import type { PlayedCall } from './call.ts';
import type { Known } from './known.ts';

/** When a case is given to somebody, and to whom. */
export interface ForeseenAssignment {
  role: string;
  /** It is given once an operator, or the caller alone, has registered it; else as soon as it is opened. */
  onceRegistered: boolean;
  /** Undefined: the office does not open within a year. */
  at: Date | undefined;
  /** Undefined: nobody can be given it then, or it is not known who is on duty. */
  to: { key: string; name: string } | undefined;
  /** On duty then, and by no way to be told. */
  unreachable: string[];
  /** By when they are to be in contact with the customer; undefined where the script sets no time. */
  dueAt: Date | undefined;
}

const hourMs = 3_600_000;

/**
 * Who is given the case of a call, if the script has its cases given: at once in office hours, at the next opening otherwise.
 * Undefined for one that people are paged for: whoever accepts has it.
 */
export function foreseeAssignment(
  { assign, plans }: Script,
  { case: opened, plans: begun }: PlayedCall,
  { at, hours, known }: { at: Date; hours: CoverageHours; known: Known },
): ForeseenAssignment | undefined {
  if (assign === undefined || opened === undefined) return undefined;
  if (begun.some((name) => plans[name]?.takes === 'case')) return undefined;
  const { role, responseHours } = assign;
  const given = assignmentDue(hours, at);
  const onDuty = (given && known.roster && rosterAt(known.roster, given).duty[role]) ?? [];
  const { person, unreachable } = whomToAssign(onDuty, known.mails);
  return {
    role,
    onceRegistered: begun.length > 0,
    at: given,
    to: person && { key: person.key, name: person.name },
    unreachable,
    dueAt:
      given === undefined || responseHours === undefined
        ? undefined
        : addOpenTime(hours, given, responseHours * hourMs),
  };
}
