import type { CustomerEvent, MailFacts } from '../customer-mail/index.ts';
import type { CustomerWords, Told } from './customer-words.ts';
import { momentWords } from './moment.ts';

const LANGUAGE = 'en-GB';

function told(event: CustomerEvent, { number, timeZone, returnAddress }: MailFacts): Told {
  switch (event.kind) {
    case 'registered':
      return {
        title: 'Registered',
        paragraphs: [`Your case is registered. Its number is ${number}.`, 'You get a mail at every step.'],
      };
    case 'assigned':
      return {
        title: `Assigned to ${event.to}`,
        paragraphs: [`${event.to} has your case now and will contact you.`],
      };
    case 'contacted':
      return { title: 'Contact made', paragraphs: [`${event.by} has been in contact with you.`] };
    case 'work-started':
      return { title: 'Work has begun', paragraphs: [`${event.by} is working on your case.`] };
    case 'waiting':
      return {
        title: 'Waiting',
        paragraphs: [
          `Your case waits for this: ${event.what}`,
          ...(event.until === undefined
            ? []
            : [`We look at it again by ${momentWords(event.until, LANGUAGE, timeZone)}.`]),
        ],
      };
    case 'shipped':
      return {
        title: 'Replacement sent',
        paragraphs: [
          `A replacement is on its way: ${event.what}. It goes to ${event.where}.`,
          ...(event.tracking === undefined ? [] : [`Tracking number: ${event.tracking}`]),
          ...sendBack(returnAddress),
        ],
      };
    case 'received':
      return {
        title: 'Replacement received',
        paragraphs: ['The replacement has arrived.', ...sendBack(returnAddress)],
      };
    case 'returned':
      return { title: 'Old unit returned', paragraphs: ['The old unit has come back to us. Thank you.'] };
    case 'return-awaited':
      return {
        title: 'Please return the old unit',
        paragraphs: ['We have not received the old unit yet.', ...sendBack(returnAddress)],
      };
    case 'out-of-scope':
      return {
        title: 'Outside our support',
        paragraphs: [`We cannot help you with this case, for this reason: ${event.why}`],
      };
    case 'resolved':
      return {
        title: 'Resolved',
        paragraphs: [
          event.build === undefined
            ? 'Your case is resolved.'
            : `Your case is resolved by program build ${event.build}.`,
        ],
      };
    case 'closed':
      return {
        title: 'Closed',
        paragraphs: [
          event.why === undefined ? 'Your case is closed.' : `Your case is closed: ${event.why}`,
          'If the problem is still there, answer this mail or call us.',
        ],
      };
    case 'reopened':
      return { title: 'Reopened', paragraphs: ['Your case is open again.'] };
    case 'note':
      return { title: 'Message', paragraphs: [event.text] };
    case 'new-pin':
      return {
        title: 'New PIN',
        paragraphs: ['Your case has a new PIN. The old one does not work any more.'],
      };
  }
}

function sendBack(address: readonly string[]): string[] {
  return address.length === 0 ? [] : [`Please send the old unit to:\n${address.join('\n')}`];
}

/** The words for customers in English. */
export const englishCustomer: CustomerWords = {
  language: LANGUAGE,
  told,
  greeting: (name) => (name === undefined ? 'Hello,' : `Hello ${name},`),
  statusLink: 'See how your case stands:',
  pin: (pin) => `Your PIN for that page is ${pin}. It stands in this mail only, so keep it.`,
  pinBefore: 'The PIN for that page is in our first mail about this case.',
  answerThis: 'Answer this mail if you have something to add; leave the case number in the subject.',
  signature: (deskName) => `${deskName}, support`,
  page: {
    title: 'Your case',
    lead: 'How a case stands and what has been done.',
    number: 'Case number',
    pin: 'PIN',
    pinHint: 'six digits, in our first mail about the case',
    show: 'Show the case',
    wrong: 'This number and PIN do not belong together. Both stand in our first mail about the case.',
    wait: (minutes) =>
      `Too many wrong tries. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    inThisLanguage: 'In English',
    status: {
      open: 'Registered',
      assigned: 'Assigned',
      'in-contact': 'In contact with you',
      working: 'Being worked on',
      waiting: 'Waiting',
      resolved: 'Resolved',
      closed: 'Closed',
    },
    registeredAt: 'Registered',
    assignedTo: 'Who has it',
    nobodyYet: 'Nobody yet',
    happened: 'What has happened',
    desk: 'Support',
    another: 'Another case',
    event: {
      registered: 'Registered',
      assigned: 'Assigned',
      contacted: 'Contact made',
      'work-started': 'Work has begun',
      waiting: 'Waiting',
      shipped: 'Replacement sent',
      received: 'Replacement received',
      returned: 'Old unit returned',
      'out-of-scope': 'Outside our support',
      resolved: 'Resolved',
      closed: 'Closed',
      reopened: 'Reopened',
    },
  },
};
