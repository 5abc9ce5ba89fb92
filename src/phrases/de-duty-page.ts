import { counted, type DutyPageWords, type FindingFacts } from './duty-page-words.ts';
import { listIn } from './list.ts';

const all = listIn('de-DE', 'conjunction');

/** The role stands by itself: "als" would need the words for a man or a woman. */
function finding({ problem, role, names, wanted, found, elsewhere }: FindingFacts): string {
  const people = all(names);
  switch (problem) {
    case 'nobody':
      return `niemand hat Dienst (${role})`;
    case 'too-few':
      return `${found} von ${wanted} im Dienst (${role}): nur ${people}`;
    case 'unreachable':
      return `${people} hat Dienst (${role}), aber keine Nummer, die funktioniert`;
    case 'doubled':
      return `${people} hat ${found} Dienste zugleich: ${all([role, ...elsewhere.map((of) => `${of.role} bei ${of.desk}`)])}`;
  }
}

/** Who is on duty, and who is missing, in German. */
export const germanDutyPage: DutyPageWords = {
  title: (desk) => `Dienst, ${desk}`,
  shown: ({ from, to, zone }) => `${from} bis ${to}. Zeiten nach ${zone}.`,
  desks: 'Linien',
  earlier: 'Früher',
  thisWeek: 'Diese Woche',
  later: 'Später',
  twoWeeks: 'Zwei Wochen',
  fourWeeks: 'Vier Wochen',
  span: (from, to) => `${from} bis ${to}`,
  seat: (seat) => counted(seat, 'Platz'),
  layer: (layer) => counted(layer, 'Ebene'),
  finding,
  fill: 'Besetzen',
  now: {
    title: 'Jetzt im Dienst',
    titleAt: (when) => `Im Dienst: ${when}`,
    inOrder: 'in der Reihenfolge, in der sie gefragt werden',
    caption: 'Wer Dienst hat, und wie jede Person erreicht wird',
    columns: { role: 'Rolle', person: 'Person', until: 'Bis', sms: 'SMS', voice: 'Anruf' },
    nobody: 'niemand',
    standsIn: 'in Vertretung',
    dutyList: 'Dienstliste',
    untilChanged: 'bis die Liste geändert wird',
    until: (when, next) => `${when}, dann ${next ?? 'niemand'}`,
    oneNeeded: 'die Linie braucht jemanden',
    askAt: 'Wer hat Dienst zu dieser Zeit',
    show: 'Anzeigen',
    now: 'Jetzt',
  },
  week: {
    title: (day) => `Woche ab ${day}`,
    noSeat: 'kein Platz',
    today: (time) => `heute, ${time}`,
    marks: {
      missing: 'niemand',
      unreachable: 'keine Nummer, die funktioniert',
      doubled: 'zwei Dienste zugleich',
      'partly-doubled': 'teilweise zwei Dienste zugleich',
    },
    nobody: 'Niemand',
    notNeeded: 'nicht nötig',
    byList: 'nach der Dienstliste',
    legend: {
      on: 'jetzt im Dienst',
      planned: 'geplant',
      standsIn: 'in Vertretung',
      nobody: 'niemand, oder niemand, der erreichbar ist',
      twice: 'eine Person zweimal zugleich',
    },
  },
  ahead: {
    title: (days) => `Die nächsten ${days} Tage`,
    nothing: 'nichts fehlt',
    allThere: 'Für jede Rolle, die die Linie braucht, ist jemand da und erreichbar.',
    leftOpen: (reason) => `Offen gelassen: „${reason}“`,
    more: (count) => `und ${count} weitere: npm run sweep zeigt alle.`,
  },
  lists: {
    title: 'Änderungen der Dienstlisten',
    newestFirst: 'die neuesten zuerst',
    caption: 'Änderungen der Dienstlisten, und von wem sie sind',
    columns: { when: 'Wann', role: 'Rolle', was: 'Vorher', is: 'Jetzt', by: 'Von' },
    nobody: 'niemand',
  },
  calendars: {
    title: 'Kalender',
    lead: 'für ein Kalenderprogramm, das ihnen von selbst folgt',
    mine: 'Ihre Schichten, auf allen Linien',
    everybodys: (desk) => `Alle Schichten, ${desk}`,
    secret:
      'Wer die Adresse hat, sieht die Schichten: Erneuern Sie sie, wenn sie in fremde Hände geraten ist, dann gilt die alte nicht mehr. Plätze, die aus einer Dienstliste folgen, haben keine Schichten und stehen in keinem Kalender.',
    none: 'noch keine',
    unread: 'noch kann kein Programm sie lesen',
    made: (at, by, read) =>
      `erstellt ${at} von ${by}; ${read === undefined ? 'noch nicht gelesen' : `zuletzt gelesen ${read}`}`,
    make: 'Adresse erstellen',
    renew: 'Erneuern',
    end: 'Beenden',
  },
};
