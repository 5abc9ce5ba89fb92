import type { FailOpenPhrases } from './fail-open-phrases.ts';

export const italianFailOpen: FailOpenPhrases = {
  greeting: (deskName) => `Assistenza ${deskName}. Il nostro sistema automatico è fuori servizio.`,
  greetingWithoutPeople: (deskName) =>
    `Assistenza ${deskName}. Il nostro sistema automatico è fuori servizio, e da qui non possiamo chiamare nessuno.`,
  orWrite: (spokenMail) => `Può anche scrivere a ${spokenMail}.`,
  calling:
    'Se può aspettare, La preghiamo di richiamare più tardi. Ora chiamo per Lei i colleghi di turno: resti in linea.',
  helpedOrAgain:
    'Se qualcuno ha già risposto alla Sua richiesta, può riagganciare. Altrimenti resti in linea: chiamo di nuovo.',
  helpedOrNobody:
    'Se qualcuno ha già risposto alla Sua richiesta, può riagganciare. Altrimenti ci scusi: nessuno ha potuto prendere la Sua chiamata.',
  leaveMessage:
    "Dopo il segnale lasci il Suo nome, l'azienda, il numero di telefono e che cosa è successo. Il messaggio viene registrato. Alla fine prema cancelletto.",
  noMessage: 'Non ho sentito alcun messaggio. Provi di nuovo.',
  noMessageGoodbye: 'Non ho sentito alcun messaggio. La preghiamo di richiamare. Arrivederci.',
  messageGoodbye:
    'Grazie. Se ha lasciato un messaggio, è registrato. Se è urgente, richiami tra qualche minuto. Arrivederci.',
  whisper: (deskName) =>
    `Assistenza ${deskName}. Una persona è in attesa in linea, e il nostro sistema automatico è fuori servizio.`,
  whisperKeys: 'Prema 1 per prendere la chiamata, 2 per rifiutare.',
  notTaken: 'Nulla è stato accettato. Arrivederci.',
  taken: 'La chiamata è Sua. Il sistema non annota nulla: scriva chi chiama e qual è il problema.',
};
