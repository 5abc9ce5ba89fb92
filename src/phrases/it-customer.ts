import type { CustomerEvent, MailFacts } from '../customer-mail/index.ts';
import type { CustomerWords, Told } from './customer-words.ts';
import { momentWords } from './moment.ts';
import { pluralIn } from './plural.ts';

const LANGUAGE = 'it-IT';
const plural = pluralIn(LANGUAGE);

function told(event: CustomerEvent, { number, timeZone, returnAddress }: MailFacts): Told {
  switch (event.kind) {
    case 'registered':
      return {
        title: 'Registrato',
        paragraphs: [
          `Abbiamo registrato il Suo caso con il numero ${number}.`,
          "A ogni passo riceverà un'e-mail.",
        ],
      };
    case 'assigned':
      return {
        title: `Assegnato a ${event.to}`,
        paragraphs: [`Ora ${event.to} si occupa del Suo caso e La contatterà.`],
      };
    case 'contacted':
      return { title: 'Contatto avvenuto', paragraphs: [`${event.by} ha parlato con Lei.`] };
    case 'work-started':
      return { title: 'Lavoro iniziato', paragraphs: [`${event.by} lavora al Suo caso.`] };
    case 'waiting':
      return {
        title: 'In attesa',
        paragraphs: [
          `Il Suo caso aspetta quanto segue: ${event.what}`,
          ...(event.until === undefined
            ? []
            : [`Lo riprenderemo entro questo termine: ${momentWords(event.until, LANGUAGE, timeZone)}.`]),
        ],
      };
    case 'shipped':
      return {
        title: 'Dispositivo sostitutivo spedito',
        paragraphs: [
          `Un dispositivo sostitutivo è in viaggio: ${event.what}. Indirizzo: ${event.where}.`,
          ...(event.tracking === undefined ? [] : [`Numero di spedizione: ${event.tracking}`]),
          ...sendBack(returnAddress),
        ],
      };
    case 'received':
      return {
        title: 'Dispositivo sostitutivo ricevuto',
        paragraphs: ['Il dispositivo sostitutivo è arrivato.', ...sendBack(returnAddress)],
      };
    case 'returned':
      return {
        title: 'Vecchio dispositivo restituito',
        paragraphs: ['Il vecchio dispositivo è tornato da noi. Grazie.'],
      };
    case 'return-awaited':
      return {
        title: 'Restituzione del vecchio dispositivo',
        paragraphs: ['Non abbiamo ancora ricevuto il vecchio dispositivo.', ...sendBack(returnAddress)],
      };
    case 'out-of-scope':
      return {
        title: 'Fuori dalla nostra assistenza',
        paragraphs: [`Non possiamo aiutarLa in questo caso per il seguente motivo: ${event.why}`],
      };
    case 'resolved':
      return {
        title: 'Risolto',
        paragraphs: [
          event.build === undefined
            ? 'Il Suo caso è risolto.'
            : `Il Suo caso è risolto con la versione ${event.build} del programma.`,
        ],
      };
    case 'closed':
      return {
        title: 'Chiuso',
        paragraphs: [
          event.why === undefined ? 'Il Suo caso è chiuso.' : `Il Suo caso è chiuso: ${event.why}`,
          'Se il problema persiste, risponda a questa e-mail oppure ci chiami.',
        ],
      };
    case 'reopened':
      return { title: 'Riaperto', paragraphs: ['Il Suo caso è di nuovo aperto.'] };
    case 'note':
      return { title: 'Messaggio', paragraphs: [event.text] };
    case 'new-pin':
      return {
        title: 'Nuovo PIN',
        paragraphs: ['Il Suo caso ha un nuovo PIN. Quello precedente non vale più.'],
      };
  }
}

function sendBack(address: readonly string[]): string[] {
  return address.length === 0
    ? []
    : [`La preghiamo di spedire il vecchio dispositivo a:\n${address.join('\n')}`];
}

/** The words for customers in Italian. */
export const italianCustomer: CustomerWords = {
  language: LANGUAGE,
  told,
  greeting: (name) => (name === undefined ? 'Buongiorno,' : `Buongiorno ${name},`),
  statusLink: 'Veda a che punto è il Suo caso:',
  pin: (pin) => `Il Suo PIN per la pagina è ${pin}. È scritto solo in questa e-mail: la conservi.`,
  pinBefore: 'Il PIN per la pagina è nella nostra prima e-mail su questo caso.',
  answerThis:
    "Se ha qualcosa da aggiungere, risponda a questa e-mail e lasci il numero del caso nell'oggetto.",
  signature: (deskName) => `${deskName}, assistenza`,
  page: {
    title: 'Il Suo caso',
    lead: 'A che punto è un caso e che cosa è stato fatto.',
    number: 'Numero del caso',
    pin: 'PIN',
    pinHint: 'sei cifre, nella nostra prima e-mail sul caso',
    show: 'Mostra il caso',
    wrong: 'Questo numero e questo PIN non vanno insieme. Li trova nella nostra prima e-mail sul caso.',
    wait: (minutes) =>
      `Troppi tentativi errati. Riprovi tra ${plural(minutes, { one: 'un minuto', other: `${minutes} minuti` })}.`,
    inThisLanguage: 'In italiano',
    status: {
      open: 'Registrato',
      assigned: 'Assegnato',
      'in-contact': 'In contatto con Lei',
      working: 'In lavorazione',
      waiting: 'In attesa',
      resolved: 'Risolto',
      closed: 'Chiuso',
    },
    registeredAt: 'Registrato',
    assignedTo: 'Se ne occupa',
    nobodyYet: 'Ancora nessuno',
    happened: 'Che cosa è successo',
    desk: 'Assistenza',
    another: 'Un altro caso',
    event: {
      registered: 'Registrato',
      assigned: 'Assegnato',
      contacted: 'Contatto avvenuto',
      'work-started': 'Lavoro iniziato',
      waiting: 'In attesa',
      shipped: 'Dispositivo sostitutivo spedito',
      received: 'Dispositivo sostitutivo ricevuto',
      returned: 'Vecchio dispositivo restituito',
      'out-of-scope': 'Fuori dalla nostra assistenza',
      resolved: 'Risolto',
      closed: 'Chiuso',
      reopened: 'Riaperto',
    },
  },
};
