import type { CalendarFault } from '../calendars/index.ts';
import type { LeaveFileWords } from './leave-file-words.ts';

const again = 'Exportera kalendern igen som iCalendar (.ics), hel och oförändrad.';
const leaveAlone = 'Exportera en kalender med bara frånvaro.';
const rule =
  'Rätta den, till exempel RRULE:FREQ=WEEKLY;UNTIL=20270331T000000Z, eller ta bort händelsen ur filen.';

function wrong(fault: CalendarFault): string {
  switch (fault.kind) {
    case 'no-calendar':
      return `Det här är ingen kalender: den börjar inte med BEGIN:VCALENDAR. ${again}`;
    case 'no-line':
      return `”${fault.text}” är ingen rad i en kalender. ${again}`;
    case 'ends-nothing':
      return `END:${fault.part} avslutar inget som har påbörjats tidigare. ${again}`;
    case 'outside':
      return `”${fault.text}” står utanför kalendern. ${again}`;
    case 'not-ended':
      return `BEGIN:${fault.part} avslutas inte: filen är inte hel. ${again}`;
    case 'no-property': {
      const what =
        fault.property === 'UID'
          ? 'saknar eget namn (UID), som den skulle kännas igen på'
          : 'saknar början (DTSTART)';
      return `Händelsen ${what}. Lägg in en rad ${fault.property}: i den.`;
    }
    case 'repeats-too-often':
      return `RRULE upprepas för ofta för frånvaro: ${fault.frequency}. ${rule}`;
    case 'no-rule':
      return `RRULE ”${fault.rule}” är ingen regel: ${fault.why}. ${rule}`;
    case 'no-time':
      return `${fault.property} ”${fault.value}” är ingen tid. Skriv en tid som ${fault.property}:20261224T170000, eller en dag som ${fault.property};VALUE=DATE:20261224.`;
    case 'no-hour':
      return `${fault.property} ”${fault.value}” saknar klockslag. Skriv ${fault.property};VALUE=DATE:${fault.day} om en hel dag avses.`;
    case 'ends-before':
      return 'Händelsen slutar när den börjar, eller tidigare. Skriv ett senare DTEND.';
    case 'endless':
      return 'Händelsen upprepas för ofta, eller enligt en regel som aldrig inträffar. Rätta dess RRULE, eller ge den ett slut (UNTIL).';
    case 'unreadable-event':
      return `Händelsen går inte att läsa: ${fault.why}. Rätta den, eller ta bort den ur filen.`;
    case 'unreadable-line':
      return `”${fault.text}” går inte att läsa: ${fault.why} Rätta raden, eller exportera kalendern igen.`;
    case 'no-zone':
      return `Tidszonen ”${fault.zone}” är varken beskriven i filen eller känd. Exportera kalendern med sina tidszoner, eller skriv ett namn som Europe/Stockholm.`;
    case 'too-many-events':
      return `Filen har ${fault.found} händelser, fler än ${fault.most}. ${leaveAlone}`;
    case 'too-much-leave':
      return `Det blir ${fault.found} frånvarotider på ${fault.days} dagar, fler än ${fault.most}. ${leaveAlone}`;
  }
}

/** Calendar files of leave, in Swedish. */
export const swedishLeaveFile: LeaveFileWords = {
  imported: ({ added, changed, gone, asBefore }) =>
    `Frånvaro ur kalendern: ${added} nya, ${changed} ändrade, ${gone} borttagna, ${asBefore} som förut.`,
  fault: (fault) => {
    if (fault.kind === 'too-large')
      return `Filen är större än ${fault.mostMegabytes} MB: exportera en kalender med bara frånvaro.`;
    if (fault.kind === 'unknown-person')
      return `Ingen har nyckeln ”${fault.person}”: importera personen först.`;
    return `Rad ${fault.line}: ${wrong(fault)}`;
  },
};
