import type { CalendarFault } from '../calendars/index.ts';
import type { LeaveFileWords } from './leave-file-words.ts';

const again = 'Export the calendar again as iCalendar (.ics), whole and as it is.';
const leaveAlone = 'Export a calendar that holds leave alone.';
const rule = 'Mend it, such as RRULE:FREQ=WEEKLY;UNTIL=20270331T000000Z, or take the event out of the file.';

function wrong(fault: CalendarFault): string {
  switch (fault.kind) {
    case 'no-calendar':
      return `This is no calendar: it does not begin with BEGIN:VCALENDAR. ${again}`;
    case 'no-line':
      return `"${fault.text}" is no line of a calendar. ${again}`;
    case 'ends-nothing':
      return `END:${fault.part} ends nothing that was begun before it. ${again}`;
    case 'outside':
      return `"${fault.text}" stands outside of the calendar. ${again}`;
    case 'not-ended':
      return `BEGIN:${fault.part} is not ended: the file is not whole. ${again}`;
    case 'no-property': {
      const what =
        fault.property === 'UID'
          ? 'no name of its own (UID), by which it would be known again'
          : 'no beginning (DTSTART)';
      return `The event has ${what}. Write a line ${fault.property}: into it.`;
    }
    case 'repeats-too-often':
      return `RRULE repeats too often for leave: ${fault.frequency}. ${rule}`;
    case 'no-rule':
      return `RRULE "${fault.rule}" is no rule: ${fault.why}. ${rule}`;
    case 'no-time':
      return `${fault.property} "${fault.value}" is no time. Write a time such as ${fault.property}:20261224T170000, or a day such as ${fault.property};VALUE=DATE:20261224.`;
    case 'no-hour':
      return `${fault.property} "${fault.value}" has no hour. Write ${fault.property};VALUE=DATE:${fault.day} if a whole day is meant.`;
    case 'ends-before':
      return 'The event ends when it begins, or before. Write a later DTEND.';
    case 'endless':
      return 'The event repeats too often, or by a rule that never comes true. Mend its RRULE, or give it an end (UNTIL).';
    case 'unreadable-event':
      return `The event cannot be read: ${fault.why}. Mend it, or take it out of the file.`;
    case 'unreadable-line':
      return `"${fault.text}" cannot be read: ${fault.why} Mend that line, or export the calendar again.`;
    case 'no-zone':
      return `The time zone "${fault.zone}" is neither described in the file nor known. Export the calendar with its time zones, or write a name such as Europe/Stockholm.`;
    case 'too-many-events':
      return `The file has ${fault.found} events, more than ${fault.most}. ${leaveAlone}`;
    case 'too-much-leave':
      return `These are ${fault.found} times of leave in ${fault.days} days, more than ${fault.most}. ${leaveAlone}`;
  }
}

/** Calendar files of leave, in English. */
export const englishLeaveFile: LeaveFileWords = {
  imported: ({ added, changed, gone, asBefore }) =>
    `Leave from the calendar: ${added} new, ${changed} changed, ${gone} gone, ${asBefore} as before.`,
  fault: (fault) => {
    if (fault.kind === 'too-large')
      return `The file is larger than ${fault.mostMegabytes} MB: export a calendar that holds leave alone.`;
    if (fault.kind === 'unknown-person')
      return `Nobody has the key "${fault.person}": import the person first.`;
    return `Line ${fault.line}: ${wrong(fault)}`;
  },
};
