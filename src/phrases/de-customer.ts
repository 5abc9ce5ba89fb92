import type { CustomerEvent, MailFacts } from '../customer-mail/index.ts';
import type { CustomerWords, Told } from './customer-words.ts';
import { momentWords } from './moment.ts';
import { pluralIn } from './plural.ts';

const LANGUAGE = 'de-DE';
const plural = pluralIn(LANGUAGE);

function told(event: CustomerEvent, { number, timeZone, returnAddress }: MailFacts): Told {
  switch (event.kind) {
    case 'registered':
      return {
        title: 'Erfasst',
        paragraphs: [
          `Ihr Fall ist erfasst. Er hat die Nummer ${number}.`,
          'Bei jedem Schritt erhalten Sie eine E-Mail.',
        ],
      };
    case 'assigned':
      return {
        title: `Zugewiesen an ${event.to}`,
        paragraphs: [`${event.to} hat Ihren Fall übernommen und wird sich bei Ihnen melden.`],
      };
    case 'contacted':
      return { title: 'Kontakt aufgenommen', paragraphs: [`${event.by} hat mit Ihnen gesprochen.`] };
    case 'work-started':
      return { title: 'Arbeit begonnen', paragraphs: [`${event.by} arbeitet an Ihrem Fall.`] };
    case 'waiting':
      return {
        title: 'Wartet',
        paragraphs: [
          `Ihr Fall wartet auf Folgendes: ${event.what}`,
          ...(event.until === undefined
            ? []
            : [`Spätestens dann sehen wir ihn wieder an: ${momentWords(event.until, LANGUAGE, timeZone)}.`]),
        ],
      };
    case 'shipped':
      return {
        title: 'Ersatzgerät versandt',
        paragraphs: [
          `Ein Ersatzgerät ist unterwegs: ${event.what}. Es geht an diese Adresse: ${event.where}.`,
          ...(event.tracking === undefined ? [] : [`Sendungsnummer: ${event.tracking}`]),
          ...sendBack(returnAddress),
        ],
      };
    case 'received':
      return {
        title: 'Ersatzgerät angekommen',
        paragraphs: ['Das Ersatzgerät ist angekommen.', ...sendBack(returnAddress)],
      };
    case 'returned':
      return {
        title: 'Altes Gerät zurück',
        paragraphs: ['Das alte Gerät ist wieder bei uns. Vielen Dank.'],
      };
    case 'return-awaited':
      return {
        title: 'Bitte senden Sie das alte Gerät zurück',
        paragraphs: ['Das alte Gerät ist noch nicht bei uns angekommen.', ...sendBack(returnAddress)],
      };
    case 'out-of-scope':
      return {
        title: 'Außerhalb unseres Supports',
        paragraphs: [`Bei diesem Fall können wir Ihnen aus folgendem Grund nicht helfen: ${event.why}`],
      };
    case 'resolved':
      return {
        title: 'Gelöst',
        paragraphs: [
          event.build === undefined
            ? 'Ihr Fall ist gelöst.'
            : `Ihr Fall ist mit der Programmversion ${event.build} gelöst.`,
        ],
      };
    case 'closed':
      return {
        title: 'Abgeschlossen',
        paragraphs: [
          event.why === undefined
            ? 'Ihr Fall ist abgeschlossen.'
            : `Ihr Fall ist abgeschlossen: ${event.why}`,
          'Wenn das Problem noch besteht, antworten Sie auf diese E-Mail oder rufen Sie uns an.',
        ],
      };
    case 'reopened':
      return { title: 'Wieder geöffnet', paragraphs: ['Ihr Fall ist wieder offen.'] };
    case 'note':
      return { title: 'Nachricht', paragraphs: [event.text] };
    case 'new-pin':
      return {
        title: 'Neue PIN',
        paragraphs: ['Ihr Fall hat eine neue PIN. Die alte gilt nicht mehr.'],
      };
  }
}

function sendBack(address: readonly string[]): string[] {
  return address.length === 0 ? [] : [`Bitte senden Sie das alte Gerät an:\n${address.join('\n')}`];
}

/** The words for customers in German. */
export const germanCustomer: CustomerWords = {
  language: LANGUAGE,
  told,
  greeting: (name) => (name === undefined ? 'Guten Tag,' : `Guten Tag ${name},`),
  statusLink: 'Sehen Sie, wie es um Ihren Fall steht:',
  pin: (pin) =>
    `Ihre PIN für diese Seite ist ${pin}. Sie steht nur in dieser E-Mail; bewahren Sie sie bitte auf.`,
  pinBefore: 'Die PIN für diese Seite steht in unserer ersten E-Mail zu diesem Fall.',
  answerThis:
    'Wenn Sie etwas ergänzen möchten, antworten Sie auf diese E-Mail und lassen Sie die Fallnummer im Betreff stehen.',
  signature: (deskName) => `${deskName}, Support`,
  page: {
    title: 'Ihr Fall',
    lead: 'Wie es um einen Fall steht und was getan wurde.',
    number: 'Fallnummer',
    pin: 'PIN',
    pinHint: 'sechs Ziffern, in unserer ersten E-Mail zum Fall',
    show: 'Fall anzeigen',
    wrong:
      'Diese Nummer und diese PIN gehören nicht zusammen. Beide stehen in unserer ersten E-Mail zum Fall.',
    wait: (minutes) =>
      `Zu viele falsche Versuche. Versuchen Sie es in ${plural(minutes, { one: 'einer Minute', other: `${minutes} Minuten` })} wieder.`,
    inThisLanguage: 'Auf Deutsch',
    status: {
      open: 'Erfasst',
      assigned: 'Zugewiesen',
      'in-contact': 'In Kontakt mit Ihnen',
      working: 'In Arbeit',
      waiting: 'Wartet',
      resolved: 'Gelöst',
      closed: 'Abgeschlossen',
    },
    registeredAt: 'Erfasst',
    assignedTo: 'Wer ihn hat',
    nobodyYet: 'Noch niemand',
    happened: 'Was geschehen ist',
    desk: 'Support',
    another: 'Ein anderer Fall',
    event: {
      registered: 'Erfasst',
      assigned: 'Zugewiesen',
      contacted: 'Kontakt aufgenommen',
      'work-started': 'Arbeit begonnen',
      waiting: 'Wartet',
      shipped: 'Ersatzgerät versandt',
      received: 'Ersatzgerät angekommen',
      returned: 'Altes Gerät zurück',
      'out-of-scope': 'Außerhalb unseres Supports',
      resolved: 'Gelöst',
      closed: 'Abgeschlossen',
      reopened: 'Wieder geöffnet',
    },
  },
};
