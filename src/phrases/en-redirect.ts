import type { RedirectPhrases } from './redirect-phrases.ts';

const theNumber = (number: string | undefined): string => number ?? 'The number';

export const englishRedirect: RedirectPhrases = {
  keyword: 'DESK',
  toCustomer: ({ deskName, deskNumber, by }) =>
    `Please call ${deskName} support on ${deskNumber}, round the clock. There your report gets a case number, and somebody who sees to it. Regards, ${by}`,
  sent: ({ deskName, number }, caseNumber) =>
    `${theNumber(number)} is asked by SMS to call ${deskName} support.${caseNumber === undefined ? '' : ` Noted on ${caseNumber}.`}`,
  notSent: ({ deskNumber, number }, why) => {
    switch (why) {
      case 'unreadable':
        return `No number could be read, so nobody was texted. Write ${englishRedirect.keyword} and the customer's number, such as ${englishRedirect.keyword} +1 202 555 0100.`;
      case 'landline':
        return `${theNumber(number)} is a landline and takes no SMS. Nobody was texted: ask them to call ${deskNumber}.`;
      case 'opted-out':
        return `${theNumber(number)} has asked for no more SMS from us. Nobody was texted: ask them to call ${deskNumber}.`;
      case 'ours':
        return `${theNumber(number)} is our own or yours, so nobody was texted. Write the customer's number.`;
      case 'just-told':
        return `${theNumber(number)} was asked to call the desk a moment ago. No second SMS was sent.`;
      case 'too-many':
        return `You have sent as many of these as one may within an hour. Nobody was texted: ask them to call ${deskNumber}.`;
      case 'which-desk':
        return 'Which desk is it for? Text it to the number that customers of the desk call. Nobody was texted.';
    }
  },
  notDelivered: ({ deskNumber, number }) =>
    `The SMS to ${theNumber(number)} could not be delivered. Ask them yourself to call ${deskNumber}.`,
  page: {
    title: 'Redirect to the desk',
    intro: 'A customer called you instead of the desk: send them there by SMS, in one step.',
    byPhone: (keyword) =>
      `From your own telephone: text ${keyword} and the customer’s number to the desk’s number.`,
    number: 'The customer’s number',
    desk: 'Desk',
    send: 'Send the SMS',
    hint: 'they get the desk’s number, in the desk’s language',
    listed: 'Sent',
    nothing: 'Nobody has been sent to a desk yet.',
    columns: { at: 'Sent', number: 'Customer', desk: 'Desk', by: 'By', case: 'Case', text: 'SMS' },
    via: { sms: 'by SMS', console: 'in the console' },
    status: (status, code) => {
      switch (status) {
        case 'delivered':
          return 'delivered';
        case 'sent':
          return 'sent';
        case 'failed':
        case 'undelivered':
          return code === undefined ? 'not delivered' : `not delivered, ${code}`;
        default:
          return 'on its way';
      }
    },
    blanked: 'no longer kept',
    noDesk: 'There is no such desk or case. Nobody was texted.',
  },
};
