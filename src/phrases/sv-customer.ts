import type { CustomerEvent, MailFacts } from '../customer-mail/index.ts';
import type { CustomerWords, Told } from './customer-words.ts';
import { momentWords } from './moment.ts';

const LANGUAGE = 'sv-SE';

function told(event: CustomerEvent, { number, timeZone, returnAddress }: MailFacts): Told {
  switch (event.kind) {
    case 'registered':
      return {
        title: 'Registrerat',
        paragraphs: [
          `Ditt ärende är registrerat. Det har nummer ${number}.`,
          'Du får ett mejl vid varje steg.',
        ],
      };
    case 'assigned':
      return {
        title: `Tilldelat ${event.to}`,
        paragraphs: [`${event.to} har tagit över ditt ärende och kontaktar dig.`],
      };
    case 'contacted':
      return { title: 'Kontakt tagen', paragraphs: [`${event.by} har varit i kontakt med dig.`] };
    case 'work-started':
      return { title: 'Arbetet har börjat', paragraphs: [`${event.by} arbetar med ditt ärende.`] };
    case 'waiting':
      return {
        title: 'Väntar',
        paragraphs: [
          `Ditt ärende väntar på följande: ${event.what}`,
          ...(event.until === undefined
            ? []
            : [`Vi tittar på det igen senast ${momentWords(event.until, LANGUAGE, timeZone)}.`]),
        ],
      };
    case 'shipped':
      return {
        title: 'Ersättningsenhet skickad',
        paragraphs: [
          `En ersättningsenhet är på väg: ${event.what}. Den skickas till ${event.where}.`,
          ...(event.tracking === undefined ? [] : [`Kollinummer: ${event.tracking}`]),
          ...sendBack(returnAddress),
        ],
      };
    case 'received':
      return {
        title: 'Ersättningsenhet mottagen',
        paragraphs: ['Ersättningsenheten har kommit fram.', ...sendBack(returnAddress)],
      };
    case 'returned':
      return {
        title: 'Gammal enhet tillbaka',
        paragraphs: ['Den gamla enheten har kommit tillbaka till oss. Tack.'],
      };
    case 'return-awaited':
      return {
        title: 'Skicka tillbaka den gamla enheten',
        paragraphs: ['Vi har ännu inte fått tillbaka den gamla enheten.', ...sendBack(returnAddress)],
      };
    case 'out-of-scope':
      return {
        title: 'Utanför vår support',
        paragraphs: [`Vi kan inte hjälpa dig med det här ärendet av följande skäl: ${event.why}`],
      };
    case 'resolved':
      return {
        title: 'Löst',
        paragraphs: [
          event.build === undefined
            ? 'Ditt ärende är löst.'
            : `Ditt ärende är löst med programversion ${event.build}.`,
        ],
      };
    case 'closed':
      return {
        title: 'Avslutat',
        paragraphs: [
          event.why === undefined ? 'Ditt ärende är avslutat.' : `Ditt ärende är avslutat: ${event.why}`,
          'Om problemet finns kvar kan du svara på det här mejlet eller ringa oss.',
        ],
      };
    case 'reopened':
      return { title: 'Öppnat igen', paragraphs: ['Ditt ärende är öppet igen.'] };
    case 'note':
      return { title: 'Meddelande', paragraphs: [event.text] };
    case 'new-pin':
      return {
        title: 'Ny pinkod',
        paragraphs: ['Ditt ärende har fått en ny pinkod. Den gamla gäller inte längre.'],
      };
  }
}

function sendBack(address: readonly string[]): string[] {
  return address.length === 0 ? [] : [`Skicka den gamla enheten till:\n${address.join('\n')}`];
}

/** The words for customers in Swedish. */
export const swedishCustomer: CustomerWords = {
  language: LANGUAGE,
  told,
  greeting: (name) => (name === undefined ? 'Hej!' : `Hej ${name}!`),
  statusLink: 'Se hur det går för ditt ärende:',
  pin: (pin) => `Din pinkod till sidan är ${pin}. Den står bara i det här mejlet, så spara det.`,
  pinBefore: 'Pinkoden till sidan står i vårt första mejl om ärendet.',
  answerThis: 'Svara på det här mejlet om du vill lägga till något; låt ärendenumret stå kvar i ämnesraden.',
  signature: (deskName) => `${deskName}, support`,
  page: {
    title: 'Ditt ärende',
    lead: 'Hur det går för ett ärende och vad som har hänt.',
    number: 'Ärendenummer',
    pin: 'Pinkod',
    pinHint: 'sex siffror, i vårt första mejl om ärendet',
    show: 'Visa ärendet',
    wrong: 'Numret och pinkoden hör inte ihop. Båda står i vårt första mejl om ärendet.',
    wait: (minutes) =>
      `För många felaktiga försök. Försök igen om ${minutes === 1 ? 'en minut' : `${minutes} minuter`}.`,
    inThisLanguage: 'På svenska',
    status: {
      open: 'Registrerat',
      assigned: 'Tilldelat',
      'in-contact': 'I kontakt med dig',
      working: 'Arbete pågår',
      waiting: 'Väntar',
      resolved: 'Löst',
      closed: 'Avslutat',
    },
    registeredAt: 'Registrerat',
    assignedTo: 'Handläggare',
    nobodyYet: 'Ingen ännu',
    happened: 'Vad som har hänt',
    desk: 'Support',
    another: 'Ett annat ärende',
    event: {
      registered: 'Registrerat',
      assigned: 'Tilldelat',
      contacted: 'Kontakt tagen',
      'work-started': 'Arbetet har börjat',
      waiting: 'Väntar',
      shipped: 'Ersättningsenhet skickad',
      received: 'Ersättningsenhet mottagen',
      returned: 'Gammal enhet tillbaka',
      'out-of-scope': 'Utanför vår support',
      resolved: 'Löst',
      closed: 'Avslutat',
      reopened: 'Öppnat igen',
    },
  },
};
