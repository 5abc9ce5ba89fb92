import type { CalendarFault } from '../calendars/index.ts';
import type { LeaveFileWords } from './leave-file-words.ts';

const again = 'Exportieren Sie den Kalender noch einmal als iCalendar (.ics), ganz und unverändert.';
const leaveAlone = 'Exportieren Sie einen Kalender, der nur Abwesenheiten enthält.';
const rule =
  'Berichtigen Sie sie, zum Beispiel RRULE:FREQ=WEEKLY;UNTIL=20270331T000000Z, oder nehmen Sie den Termin aus der Datei.';

function wrong(fault: CalendarFault): string {
  switch (fault.kind) {
    case 'no-calendar':
      return `Das ist kein Kalender: Die Datei beginnt nicht mit BEGIN:VCALENDAR. ${again}`;
    case 'no-line':
      return `„${fault.text}“ ist keine Zeile eines Kalenders. ${again}`;
    case 'ends-nothing':
      return `END:${fault.part} beendet nichts, was vorher begonnen wurde. ${again}`;
    case 'outside':
      return `„${fault.text}“ steht außerhalb des Kalenders. ${again}`;
    case 'not-ended':
      return `BEGIN:${fault.part} wird nicht beendet: Die Datei ist nicht vollständig. ${again}`;
    case 'no-property': {
      const what =
        fault.property === 'UID'
          ? 'keinen eigenen Namen (UID), an dem er wiederzuerkennen wäre'
          : 'keinen Anfang (DTSTART)';
      return `Der Termin hat ${what}. Ergänzen Sie darin eine Zeile ${fault.property}: mit ihrem Wert.`;
    }
    case 'repeats-too-often':
      return `RRULE wiederholt sich für eine Abwesenheit zu oft: ${fault.frequency}. ${rule}`;
    case 'no-rule':
      return `RRULE „${fault.rule}“ ist keine Regel: ${fault.why}. ${rule}`;
    case 'no-time':
      return `${fault.property} „${fault.value}“ ist keine Zeit. Schreiben Sie eine Zeit wie ${fault.property}:20261224T170000 oder einen Tag wie ${fault.property};VALUE=DATE:20261224.`;
    case 'no-hour':
      return `${fault.property} „${fault.value}“ hat keine Uhrzeit. Schreiben Sie ${fault.property};VALUE=DATE:${fault.day}, wenn ein ganzer Tag gemeint ist.`;
    case 'ends-before':
      return 'Der Termin endet, wenn er beginnt, oder vorher. Schreiben Sie ein späteres DTEND.';
    case 'endless':
      return 'Der Termin wiederholt sich zu oft, oder nach einer Regel, die nie eintritt. Berichtigen Sie seine RRULE, oder geben Sie ihm ein Ende (UNTIL).';
    case 'unreadable-event':
      return `Der Termin ist nicht lesbar: ${fault.why}. Berichtigen Sie ihn, oder nehmen Sie ihn aus der Datei.`;
    case 'unreadable-line':
      return `„${fault.text}“ ist nicht lesbar: ${fault.why} Berichtigen Sie die Zeile, oder exportieren Sie den Kalender noch einmal.`;
    case 'no-zone':
      return `Die Zeitzone „${fault.zone}“ ist weder in der Datei beschrieben noch bekannt. Exportieren Sie den Kalender mit seinen Zeitzonen, oder schreiben Sie einen Namen wie Europe/Stockholm.`;
    case 'too-many-events':
      return `Die Datei hat ${fault.found} Termine, mehr als ${fault.most}. ${leaveAlone}`;
    case 'too-much-leave':
      return `Das sind ${fault.found} Abwesenheiten in ${fault.days} Tagen, mehr als ${fault.most}. ${leaveAlone}`;
  }
}

/** Calendar files of leave, in German. */
export const germanLeaveFile: LeaveFileWords = {
  imported: ({ added, changed, gone, asBefore }) =>
    `Abwesenheiten aus dem Kalender: ${added} neu, ${changed} geändert, ${gone} weggefallen, ${asBefore} wie bisher.`,
  fault: (fault) => {
    if (fault.kind === 'too-large')
      return `Die Datei ist größer als ${fault.mostMegabytes} MB: Exportieren Sie einen Kalender, der nur Abwesenheiten enthält.`;
    if (fault.kind === 'unknown-person')
      return `Niemand hat den Schlüssel „${fault.person}“: Importieren Sie diese Person zuerst.`;
    return `Zeile ${fault.line}: ${wrong(fault)}`;
  },
};
