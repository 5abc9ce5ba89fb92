import type { RedirectPhrases } from './redirect-phrases.ts';

const numbered = (article: string, number: string | undefined): string =>
  number === undefined ? `${article} numero` : `${article} numero ${number}`;
const tellThem = (deskNumber: string): string =>
  `Nessun SMS è stato inviato: dica al cliente di chiamare ${deskNumber}.`;

/** The same in Italian. */
export const italianRedirect: RedirectPhrases = {
  keyword: 'INOLTRA',
  toCustomer: ({ deskName, deskNumber, by }) =>
    `Chiami l'assistenza ${deskName} al ${deskNumber}, a qualsiasi ora. La Sua segnalazione riceve un numero di caso, e qualcuno se ne occupa. Cordiali saluti, ${by}`,
  sent: ({ deskName, number }, caseNumber) =>
    `${numbered('Al', number)} abbiamo chiesto per SMS di chiamare l'assistenza ${deskName}.${caseNumber === undefined ? '' : ` Annotato nel caso ${caseNumber}.`}`,
  notSent: ({ deskNumber, number }, why) => {
    switch (why) {
      case 'unreadable':
        return `Nessun numero leggibile, quindi nessun SMS è stato inviato. Scriva ${italianRedirect.keyword} e il numero del cliente, per esempio ${italianRedirect.keyword} 312 345 6789.`;
      case 'landline':
        return `${numbered('Il', number)} è fisso e non riceve SMS. ${tellThem(deskNumber)}`;
      case 'opted-out':
        return `Chi usa ${numbered('il', number)} non vuole più nostri SMS. ${tellThem(deskNumber)}`;
      case 'ours':
        return `${numbered('Il', number)} è nostro oppure Suo, quindi nessun SMS è stato inviato. Scriva il numero del cliente.`;
      case 'just-told':
        return `${numbered('Il', number)} ha ricevuto lo stesso SMS poco fa. Non ne abbiamo inviato un altro.`;
      case 'too-many':
        return `In un'ora non può inviarne altri. ${tellThem(deskNumber)}`;
      case 'which-desk':
        return 'Di quale assistenza si tratta? Scriva al numero che i clienti chiamano. Nessun SMS è stato inviato.';
    }
  },
  notDelivered: ({ deskNumber, number }) =>
    `L'SMS ${numbered('al', number)} non è arrivato. Dica Lei al cliente di chiamare ${deskNumber}.`,
  page: {
    title: "Indirizza all'assistenza",
    intro: "Un cliente ha chiamato Lei invece dell'assistenza: lo indirizzi lì con un SMS, in un solo passo.",
    byPhone: (keyword) =>
      `Dal Suo telefono: scriva ${keyword} e il numero del cliente in un SMS al numero dell'assistenza.`,
    number: 'Numero del cliente',
    desk: 'Linea',
    send: "Invia l'SMS",
    hint: "il cliente riceve il numero dell'assistenza, nella lingua della linea",
    listed: 'Inviati',
    nothing: "Nessun cliente è stato ancora indirizzato all'assistenza.",
    columns: { at: 'Inviato', number: 'Cliente', desk: 'Linea', by: 'Da', case: 'Caso', text: 'SMS' },
    via: { sms: 'per SMS', console: 'dalla console' },
    status: (status, code) => {
      switch (status) {
        case 'delivered':
          return 'consegnato';
        case 'sent':
          return 'inviato';
        case 'failed':
        case 'undelivered':
          return code === undefined ? 'non consegnato' : `non consegnato, ${code}`;
        default:
          return 'in invio';
      }
    },
    blanked: 'non più conservato',
    noDesk: 'Questa linea o questo caso non esiste. Nessun SMS è stato inviato.',
  },
};
