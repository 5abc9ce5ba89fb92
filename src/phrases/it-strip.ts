import { listIn } from './list.ts';
import { whyClosed, type StripWords } from './strip-words.ts';

const all = listIn('it-IT', 'conjunction');

/** What rings, and the buttons beside it, in Italian. */
export const italianStrip: StripWords = {
  label: 'Chiamate in corso',
  ringing: 'Squilla',
  speaking: 'In chiamata',
  onTheWay: 'In collegamento',
  transferring: 'Passaggio in corso',
  aside: 'Attende un momento',
  holding: 'In attesa',
  alone: 'In linea senza nessuno',
  hungUp: 'Ha riagganciato',
  withheld: 'numero nascosto',
  unknown: 'Chiamante sconosciuto',
  approved: 'contatto autorizzato',
  notApproved: 'contatto non autorizzato',
  approvedOnes: (names) =>
    names.length === 0 ? 'Nessun contatto è autorizzato.' : `Autorizzati: ${all(names)}`,
  ringsAt: (names) => `squilla per ${all(names)}`,
  yours: 'Lei',
  nextIn: 'prosegue tra',
  since: (time) => `dalle ${time}`,
  with: (name) => `con ${name}`,
  lasted: (length) => `dopo ${length}`,
  ago: 'fa',
  openCases: 'Casi aperti:',
  noOpenCases: 'Nessun caso aperto',
  about: (number) => `Riguarda ${number}`,
  putOn: 'Unisci',
  willBePutOn: 'unita dopo la chiamata',
  answer: 'Rispondi',
  answerAndPark: (names) => `Rispondi, metti in attesa ${all(names)}`,
  openForm: 'Apri il modulo',
  faults: {
    gone: 'Chi ha chiamato ha riagganciato.',
    taken: 'Qualcun altro ha preso la chiamata.',
    'not-ringing': 'Per questa chiamata non squilla più nessun telefono.',
    'in-talk': 'È in una conversazione che nessun altro porterebbe avanti: la concluda, poi risponda.',
    'no-phone':
      "Il Suo account non è collegato a una persona dell'elenco che ha un telefono: prenda la chiamata dal telefono.",
    'not-handed-on':
      "Chiamata non passata: l'ufficio è chiuso, qualcuno ha già la chiamata, o chi ha chiamato ha riagganciato.",
  },
  transfer: (to) => `Passa a ${to}`,
  transferWarm: (to) => `Chiama ${to} e resta in linea`,
  openUntil: (time) => `Aperto fino alle ${time}`,
  closed: (reason, opens) =>
    `Chiuso${whyClosed(reason, () => 'giorno festivo')}: la chiamata non può essere passata.${opens === undefined ? '' : ` Riapre: ${opens}.`}`,
  shift: 'Maiusc',
};
