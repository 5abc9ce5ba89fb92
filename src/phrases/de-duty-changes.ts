import { germanDutyPage } from './de-duty-page.ts';
import type { DutyChangeWords, DutyFormFault, FaultReader } from './duty-change-words.ts';
import { nameIn } from './register-words.ts';

const changes = {
  override: 'eine Vertretung',
  leave: 'eine Abwesenheit',
  swap: 'einen Tausch',
  'taken-back': 'eine Zurücknahme',
  calendar: 'einen importierten Kalender',
};

function fault(of: DutyFormFault, { person, role, span }: FaultReader): string {
  switch (of.kind) {
    case 'ends-before':
      return 'Das Ende liegt vor dem Anfang: Geben Sie ein späteres Ende an.';
    case 'no-place':
      return 'Es fehlt, wer vertreten wird oder auf welchem Platz: Geben Sie eines von beiden an.';
    case 'unknown-person':
      return `Niemand hat den Schlüssel „${of.person}“: Importieren Sie diese Person zuerst.`;
    case 'without-role':
      return `${person(of.person)} hat nicht die Rolle ${role(of.role)}: Ergänzen Sie sie bei ${of.person} in der Personendatei und importieren Sie diese, oder wählen Sie jemand anderen.`;
    case 'self':
      return `${person(of.person)} kann nicht sich selbst vertreten: Wählen Sie jemand anderen.`;
    case 'away':
      return `${person(of.person)} ist abwesend, ${span(of)}: Nehmen Sie zuerst die Abwesenheit zurück, oder wählen Sie jemand anderen.`;
    case 'no-seat':
      return `Für die Rolle ${role(of.role)} gibt es keinen Platz „${of.seat}“. Es gibt: ${of.seats.map(germanDutyPage.seat).join(', ') || 'keinen'}.`;
    case 'no-shift':
      return `${person(of.person)} hat zu dieser Zeit keine Schicht (${role(of.role)}): Sehen Sie im Dienstplan nach, oder wählen Sie einen Platz.`;
    case 'no-swap':
      return 'Dieser Tausch wartet auf keine Antwort: Er wurde inzwischen beantwortet oder zurückgenommen, oder jemand anderes ist gefragt.';
    case 'no-id':
    case 'not-there':
      return 'Es gibt nichts zurückzunehmen: Es wurde schon zurückgenommen oder beantwortet, ist vorbei, oder gehört jemand anderem.';
    case 'no-from':
      return 'Geben Sie an, ab wann: ein Datum, und eine Uhrzeit, wenn es darauf ankommt.';
    case 'no-to':
      return 'Geben Sie an, bis wann: ein Datum, und eine Uhrzeit, wenn es darauf ankommt.';
    case 'no-why':
      return 'Geben Sie den Grund an, für alle, die später fragen.';
    case 'no-why-of-swap':
      return 'Geben Sie den Grund an, für die gefragte Person.';
    case 'shift-gone':
      return 'Diese Schicht gibt es nicht mehr: Wählen Sie eine andere.';
    case 'two-roles':
      return 'Schichten zweier Rollen lassen sich nicht tauschen: Wählen Sie eine derselben Rolle.';
    case 'no-file':
      return 'Wählen Sie eine Datei, oder fügen Sie ihren Text ein.';
  }
}

/** Changes of duty and the forms that make them, in German. */
export const germanDutyChanges: DutyChangeWords = {
  title: 'Vertretungen, Tausch und Abwesenheit',
  lead: 'die nicht vorbei sind',
  nothing: 'Nichts ist geändert: Der Dienst ist wie geplant.',
  caption: 'Änderungen am Dienstplan: wer sie gemacht hat, und warum',
  columns: { when: 'Wann', what: 'Was', why: 'Grund', by: 'Von', change: 'Ändern' },
  override: ({ person, insteadOf, seat, role, isSwap }) =>
    `${person} ${insteadOf === undefined ? `auf ${germanDutyPage.seat(seat)}` : `für ${insteadOf}`}, ${role}${isSwap ? ', durch einen Tausch' : ''}`,
  onLeave: (person) => `${person} ist abwesend`,
  fromCalendar: 'laut eigenem Kalender',
  madeBy: ({ by, at, isImported }) => `${isImported ? 'aus dem Kalender, ' : ''}${by}, ${at}`,
  swap: ({ by, of, back, role }) =>
    `${by} fragt ${of}: diese Schicht übernehmen${back === undefined ? '' : `, dafür ${back} abgeben`}, ${role}`,
  askedAt: (at) => `gefragt ${at}`,
  grant: 'Zustimmen',
  refuse: 'Ablehnen',
  takeBack: 'Zurücknehmen',
  leftOpen: 'Bewusst offen gelassen',
  quoted: (reason) => `„${reason}“`,
  keptBy: ({ by, at, change }) => `${by}, ${at}, durch ${nameIn(changes, change)}`,
  forms: {
    title: 'Ändern',
    clock: 'Zeiten nach der Uhr der Linie',
    readsOnly:
      'Ihr Konto gehört zu niemandem, der Dienst hat: Sie können hier nur lesen. Ein Supervisor kann Sie für eine Person einladen.',
    person: 'Person',
    from: 'Ab',
    to: 'Bis',
    why: 'Grund',
    override: { title: 'Jemanden auf einen Platz setzen', seat: 'Platz', send: 'Einsetzen' },
    leave: {
      title: 'Abwesenheit eintragen',
      own: 'Ihre Abwesenheit eintragen',
      from: 'Abwesend ab',
      fromHint: 'ohne Uhrzeit ab der ersten Minute des Tages',
      toHint: 'ohne Uhrzeit bis zur letzten Minute des Tages',
      time: 'Uhrzeit, wenn nicht der ganze Tag',
      send: 'Eintragen',
    },
    swap: {
      title: 'Um einen Tausch bitten',
      shift: 'Schicht',
      own: 'Ihre Schicht',
      askedOf: 'Gefragte Person',
      takes: 'Gegen eine Schicht dieser Person',
      none: 'keine',
      send: 'Fragen',
    },
    file: {
      title: 'Abwesenheit aus einem Kalender importieren',
      file: 'Datei (.ics)',
      hint: 'Jeder Termin darin zählt als Abwesenheit. Was eine frühere Datei hatte und diese nicht hat, wird zurückgenommen.',
      text: 'Oder ihr Text',
      send: 'Importieren',
    },
    open: {
      title: 'Noch ist nichts geändert: Diese Stunden blieben unbesetzt',
      reason: 'Warum es trotzdem richtig ist',
      hint: 'bleibt bei diesen Stunden stehen',
      send: 'Offen lassen',
    },
  },
  fault,
};
