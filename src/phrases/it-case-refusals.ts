import { isPlain, type PlainRefusals } from './case-refusal-words.ts';
import type { CaseWords } from './case-words.ts';
import { italianRegister } from './it-register.ts';

const plain: PlainRefusals = {
  'not-closed': 'Il caso non è chiuso.',
  closed: 'Il caso è chiuso. Prima lo riapra.',
  'work-begun': 'Il lavoro è iniziato, e il caso non aspetta nulla.',
  'assessment-stands': 'Un dispositivo sostitutivo è già stato spedito: la valutazione resta questa.',
  'old-unit-out': 'Un dispositivo sostitutivo è stato spedito, e il vecchio non è ancora tornato.',
  'not-assessed':
    "Registri prima la valutazione: è davvero l'hardware? Senza, non si spedisce alcun dispositivo sostitutivo.",
  'not-hardware': "Secondo la valutazione non è l'hardware. Prima la cambi, se era sbagliata.",
  'nothing-sent': 'Non è stato spedito alcun dispositivo sostitutivo.',
  'arrived-already': "L'arrivo è già registrato.",
  'no-return-awaited':
    'Non è stato spedito alcun dispositivo sostitutivo, quindi non se ne aspetta uno vecchio.',
  'return-over': 'Il vecchio dispositivo non si aspetta più.',
  'not-arrived': 'Registri prima che il dispositivo sostitutivo è arrivato.',
  'no-old-unit': 'Non si aspetta alcun vecchio dispositivo.',
  'out-of-scope-already': "Il caso è già segnato come fuori dall'assistenza.",
  'old-unit-not-back':
    'Il vecchio dispositivo non è tornato. Registri prima la restituzione, o che non tornerà.',
  'office-closed': "Ora oltre all'operatore non si può raggiungere nessuno: l'ufficio è chiuso.",
  'code-missing': 'Scelga uno dei motivi di chiusura.',
  'build-or-reason-missing':
    'Inserisca prima la versione che corregge il problema, o scriva perché non esiste.',
  'time-past': 'Scelga un momento futuro.',
  erased: 'I dati personali sono stati eliminati: registri un nuovo caso.',
  'note-empty': 'La nota è vuota, o più lunga di 4000 caratteri.',
  'nobody-in-contact': 'Scelga chi è in contatto con il cliente.',
  'build-malformed': 'Una versione ha lettere, cifre, punti e trattini, come 7.2.118.',
  'no-assignee': 'Scelga a chi va il caso.',
  'no-wait': 'Scriva che cosa aspetta il caso.',
  'wait-time-malformed': "Scriva l'ora con la data, come 2026-11-05T14:00.",
  'no-assessment': "Scelga se è l'hardware.",
  'no-shipment': 'Scriva che cosa si spedisce, e dove.',
  'no-write-off-reason': 'Scriva perché non tornerà.',
  'no-scope-reason': 'Scriva perché: il cliente viene informato.',
  'mail-empty': 'Il messaggio è vuoto.',
  'no-reopening-reason': 'Scriva perché il caso viene riaperto.',
};

/** Why something is not done to a case, in Italian. */
export const italianCaseRefusals: CaseWords['refusal'] = (why) => {
  if (isPlain(why, plain)) return plain[why.kind];
  switch (why.kind) {
    case 'no-such-case':
      return `Non esiste alcun caso ${why.number}.`;
    case 'has-status':
      return `${why.number} è già ${italianRegister.status(why.status)}.`;
    case 'contact-known':
      return `${why.number} è in contatto: è già stato registrato.`;
    case 'nobody-paged':
      return `Per ${why.number} non si cerca nessuno.`;
    case 'no-such-person':
      return `Nell'elenco delle persone nessuno ha la chiave ${why.person}.`;
    case 'no-such-desk':
      return `La linea ${why.desk} non esiste più.`;
    case 'theirs-already':
      return `${why.name} ha già questo caso.`;
    case 'cannot-be-told':
      return `${why.name} non si può raggiungere né per SMS né via e-mail. Inserisca prima un numero o un indirizzo.`;
    case 'caller-gone':
      return `Chi ha chiamato per ${why.number} non è più in linea.`;
    case 'not-callable':
      return `Ora non si può chiamare ${why.name} per ${why.number}.`;
  }
};
