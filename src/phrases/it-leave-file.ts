import type { CalendarFault } from '../calendars/index.ts';
import type { LeaveFileWords } from './leave-file-words.ts';

const again = 'Esporti di nuovo il calendario come iCalendar (.ics), intero e così com’è.';
const leaveAlone = 'Esporti un calendario che contenga soltanto assenze.';
const rule = 'La corregga, per esempio RRULE:FREQ=WEEKLY;UNTIL=20270331T000000Z, o tolga l’evento dal file.';

function wrong(fault: CalendarFault): string {
  switch (fault.kind) {
    case 'no-calendar':
      return `Questo non è un calendario: non comincia con BEGIN:VCALENDAR. ${again}`;
    case 'no-line':
      return `«${fault.text}» non è una riga di un calendario. ${again}`;
    case 'ends-nothing':
      return `END:${fault.part} non chiude nulla di quanto è stato aperto prima. ${again}`;
    case 'outside':
      return `«${fault.text}» si trova fuori dal calendario. ${again}`;
    case 'not-ended':
      return `BEGIN:${fault.part} non viene chiuso: il file non è intero. ${again}`;
    case 'no-property': {
      const what =
        fault.property === 'UID'
          ? 'non ha un nome proprio (UID), con cui riconoscerlo'
          : 'non ha un inizio (DTSTART)';
      return `L’evento ${what}. Vi aggiunga una riga ${fault.property}: con il suo valore.`;
    }
    case 'repeats-too-often':
      return `RRULE si ripete troppo spesso per un’assenza: ${fault.frequency}. ${rule}`;
    case 'no-rule':
      return `RRULE «${fault.rule}» non è una regola: ${fault.why}. ${rule}`;
    case 'no-time':
      return `${fault.property} «${fault.value}» non è un orario. Scriva un orario come ${fault.property}:20261224T170000, o un giorno come ${fault.property};VALUE=DATE:20261224.`;
    case 'no-hour':
      return `${fault.property} «${fault.value}» è senza ora. Scriva ${fault.property};VALUE=DATE:${fault.day} se intende un giorno intero.`;
    case 'ends-before':
      return 'L’evento finisce quando comincia, o prima. Scriva un DTEND successivo.';
    case 'endless':
      return 'L’evento si ripete troppo spesso, o con una regola che non si avvera mai. Corregga la sua RRULE, o gli dia una fine (UNTIL).';
    case 'unreadable-event':
      return `L’evento non è leggibile: ${fault.why}. Lo corregga, o lo tolga dal file.`;
    case 'unreadable-line':
      return `«${fault.text}» non è leggibile: ${fault.why} Corregga la riga, o esporti di nuovo il calendario.`;
    case 'no-zone':
      return `Il fuso orario «${fault.zone}» non è descritto nel file, e non è noto. Esporti il calendario con i suoi fusi orari, o scriva un nome come Europe/Stockholm.`;
    case 'too-many-events':
      return `Il file ha ${fault.found} eventi, più di ${fault.most}. ${leaveAlone}`;
    case 'too-much-leave':
      return `Sono ${fault.found} assenze in ${fault.days} giorni, più di ${fault.most}. ${leaveAlone}`;
  }
}

/** Calendar files of leave, in Italian. */
export const italianLeaveFile: LeaveFileWords = {
  imported: ({ added, changed, gone, asBefore }) =>
    `Assenze dal calendario: ${added} nuove, ${changed} cambiate, ${gone} annullate, ${asBefore} come prima.`,
  fault: (fault) => {
    if (fault.kind === 'too-large')
      return `Il file supera ${fault.mostMegabytes} MB: esporti un calendario che contenga soltanto assenze.`;
    if (fault.kind === 'unknown-person')
      return `Nessuno ha la chiave «${fault.person}»: prima importi la persona.`;
    return `Riga ${fault.line}: ${wrong(fault)}`;
  },
};
