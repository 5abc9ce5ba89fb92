import type { RedirectPhrases } from './redirect-phrases.ts';

const theNumber = (number: string | undefined): string => number ?? 'Numret';

/** The same in Swedish. */
export const swedishRedirect: RedirectPhrases = {
  keyword: 'VIDARE',
  toCustomer: ({ deskName, deskNumber, by }) =>
    `Ring supporten hos ${deskName} på ${deskNumber}, dygnet runt. Där får felanmälan ett ärendenummer och någon som tar hand om den. Hälsningar, ${by}`,
  sent: ({ deskName, number }, caseNumber) =>
    `${theNumber(number)} ombeds per sms att ringa supporten hos ${deskName}.${caseNumber === undefined ? '' : ` Noterat på ${caseNumber}.`}`,
  notSent: ({ deskNumber, number }, why) => {
    switch (why) {
      case 'unreadable':
        return `Inget nummer gick att läsa, så inget sms skickades. Skriv ${swedishRedirect.keyword} och kundens nummer, till exempel ${swedishRedirect.keyword} 070-123 45 67.`;
      case 'landline':
        return `${theNumber(number)} är en fast telefon och tar inte emot sms. Inget skickades: be kunden ringa ${deskNumber}.`;
      case 'opted-out':
        return `${theNumber(number)} har bett att slippa sms från oss. Inget skickades: be kunden ringa ${deskNumber}.`;
      case 'ours':
        return `${theNumber(number)} är vårt eget eller ditt, så inget sms skickades. Skriv kundens nummer.`;
      case 'just-told':
        return `${theNumber(number)} fick samma sms alldeles nyss. Inget nytt skickades.`;
      case 'too-many':
        return `Du har skickat så många som går på en timme. Inget skickades: be kunden ringa ${deskNumber}.`;
      case 'which-desk':
        return 'Vilken support gäller det? Skicka till det nummer som kunderna ringer. Inget skickades.';
    }
  },
  notDelivered: ({ deskNumber, number }) =>
    `Sms:et till ${theNumber(number)} kom inte fram. Be kunden själv ringa ${deskNumber}.`,
  page: {
    title: 'Hänvisa till supporten',
    intro: 'En kund ringde dig i stället för supporten: hänvisa dit med ett sms, i ett steg.',
    byPhone: (keyword) =>
      `Från din egen telefon: skicka ${keyword} och kundens nummer som sms till supportens nummer.`,
    number: 'Kundens nummer',
    desk: 'Linje',
    send: 'Skicka sms',
    hint: 'kunden får supportens nummer, på linjens språk',
    listed: 'Skickat',
    nothing: 'Ingen har hänvisats än.',
    columns: { at: 'Skickat', number: 'Kund', desk: 'Linje', by: 'Av', case: 'Ärende', text: 'Sms' },
    via: { sms: 'per sms', console: 'i konsolen' },
    status: (status, code) => {
      switch (status) {
        case 'delivered':
          return 'framme';
        case 'sent':
          return 'skickat';
        case 'failed':
        case 'undelivered':
          return code === undefined ? 'kom inte fram' : `kom inte fram, ${code}`;
        default:
          return 'på väg';
      }
    },
    blanked: 'sparas inte längre',
    noDesk: 'Det finns ingen sådan linje eller sådant ärende. Inget sms skickades.',
  },
};
