import { listIn } from './list.ts';
import { whyClosed, type StripWords } from './strip-words.ts';

const all = listIn('de-DE', 'conjunction');

/** What rings, and the buttons beside it, in German. */
export const germanStrip: StripWords = {
  label: 'Anrufe jetzt',
  ringing: 'Klingelt',
  speaking: 'Im Gespräch',
  onTheWay: 'Wird verbunden',
  transferring: 'Wird weitergegeben',
  aside: 'Wartet einen Moment',
  holding: 'Geparkt',
  alone: 'Allein in der Leitung',
  hungUp: 'Hat aufgelegt',
  withheld: 'Nummer unterdrückt',
  unknown: 'Unbekannter Anrufer',
  approved: 'berechtigter Kontakt',
  notApproved: 'kein berechtigter Kontakt',
  approvedOnes: (names) => (names.length === 0 ? 'Niemand ist berechtigt.' : `Berechtigt: ${all(names)}`),
  ringsAt: (names) => `klingelt bei ${all(names)}`,
  yours: 'Ihnen',
  nextIn: 'geht weiter in',
  since: (time) => `seit ${time}`,
  with: (name) => `mit ${name}`,
  lasted: (length) => `nach ${length}`,
  ago: 'her',
  openCases: 'Offene Fälle:',
  noOpenCases: 'Keine offenen Fälle',
  about: (number) => `Zu ${number}`,
  putOn: 'Dazulegen',
  willBePutOn: 'nach dem Anruf dazugelegt',
  answer: 'Annehmen',
  answerAndPark: (names) => `Annehmen, ${all(names)} parken`,
  openForm: 'Formular öffnen',
  faults: {
    gone: 'Der Anrufer hat aufgelegt.',
    taken: 'Jemand anderes hat den Anruf angenommen.',
    'not-ringing': 'Für diesen Anruf klingelt kein Telefon mehr.',
    'in-talk':
      'Sie sind in einem Gespräch, das sonst niemand weiterführt: Beenden Sie es zuerst, dann antworten Sie.',
    'no-phone':
      'Ihr Konto gehört zu niemandem in der Personenliste, der ein Telefon hat: Nehmen Sie den Anruf am Telefon an.',
    'not-handed-on':
      'Nicht weitergegeben: Das Büro ist geschlossen, jemand hat den Anruf schon, oder der Anrufer hat aufgelegt.',
  },
  transfer: (to) => `An ${to} weitergeben`,
  transferWarm: (to) => `${to} anrufen und dabeibleiben`,
  openUntil: (time) => `Geöffnet bis ${time}`,
  closed: (reason, opens) =>
    `Geschlossen${whyClosed(reason, () => 'Feiertag')}: Anrufe können nicht weitergegeben werden.${opens === undefined ? '' : ` Öffnet ${opens}.`}`,
  shift: 'Umschalt',
};
