import type { DutyFault } from './duty-fault.ts';

/** Why a change of duty cannot be made and how to mend it, for the command line: by the keys that were typed there. */
export function dutyFaultInText(fault: DutyFault): string {
  switch (fault.kind) {
    case 'ends-before':
      return 'It ends before it begins: write a later end.';
    case 'no-place':
      return 'It says neither in whose place nor in which seat: name one of the two.';
    case 'unknown-person':
      return `Nobody has the key "${fault.person}": import the person first.`;
    case 'without-role':
      return `${fault.person} has not the role ${fault.role}: add it to the roles of ${fault.person} and import, or name another.`;
    case 'self':
      return `${fault.person} cannot stand in for ${fault.person}: name somebody else.`;
    case 'away':
      return `${fault.person} is on leave from ${fault.from.toISOString()} to ${fault.to.toISOString()}: take the leave back first, or name another.`;
    case 'no-seat':
      return `${fault.role} has no seat "${fault.seat}": there are ${fault.seats.join(', ') || 'none'}.`;
    case 'no-shift':
      return `${fault.person} has no shift as ${fault.role} then: look at the schedule, or name a seat.`;
    case 'no-swap':
      return `No swap ${fault.id} waits for an answer: it was answered or taken back meanwhile.`;
    case 'no-id':
      return `"${fault.id}" is no id: npm run duty -- shows them.`;
    case 'not-there':
      return `There is no ${fault.id} that could be taken back.`;
  }
}
