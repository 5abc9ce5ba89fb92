import { listIn } from './list.ts';
import { whyClosed, type StripWords } from './strip-words.ts';

const all = listIn('sv-SE', 'conjunction');

/** What rings, and the buttons beside it, in Swedish. */
export const swedishStrip: StripWords = {
  label: 'Samtal nu',
  ringing: 'Ringer',
  speaking: 'I samtal',
  onTheWay: 'Kopplas upp',
  transferring: 'Kopplas vidare',
  aside: 'Väntar ett ögonblick',
  holding: 'Parkerat',
  alone: 'Ensam på linjen',
  hungUp: 'Har lagt på',
  withheld: 'hemligt nummer',
  unknown: 'Okänd uppringare',
  approved: 'godkänd kontakt',
  notApproved: 'inte godkänd kontakt',
  approvedOnes: (names) => (names.length === 0 ? 'Ingen är godkänd.' : `Godkända: ${all(names)}`),
  ringsAt: (names) => `ringer hos ${all(names)}`,
  yours: 'dig',
  nextIn: 'går vidare om',
  since: (time) => `sedan ${time}`,
  with: (name) => `med ${name}`,
  lasted: (length) => `efter ${length}`,
  ago: 'sedan',
  openCases: 'Öppna ärenden:',
  noOpenCases: 'Inga öppna ärenden',
  about: (number) => `Gäller ${number}`,
  putOn: 'Lägg samtalet här',
  willBePutOn: 'läggs på det efter samtalet',
  answer: 'Svara',
  answerAndPark: (names) => `Svara, parkera ${all(names)}`,
  openForm: 'Öppna formuläret',
  faults: {
    gone: 'Den som ringde har lagt på.',
    taken: 'Någon annan har tagit samtalet.',
    'not-ringing': 'Det ringer inte hos någon för det här samtalet längre.',
    'in-talk': 'Du är i ett samtal som ingen annan fortsätter: avsluta det först och svara sedan.',
    'no-phone': 'Ditt konto hör inte till någon med telefon i personlistan: ta samtalet med telefonen.',
    'not-handed-on':
      'Inte kopplat: kontoret är stängt, någon har redan samtalet, eller den som ringde har lagt på.',
  },
  transfer: (to) => `Koppla till ${to}`,
  transferWarm: (to) => `Ring ${to} och stanna kvar`,
  openUntil: (time) => `Öppet till ${time}`,
  closed: (reason, opens) =>
    `Stängt${whyClosed(reason, () => 'helgdag')}: ingen kan kopplas vidare.${opens === undefined ? '' : ` Öppnar ${opens}.`}`,
  shift: 'Skift',
};
