import type { RedirectPhrases } from './redirect-phrases.ts';

const theNumber = (number: string | undefined): string =>
  number === undefined ? 'Die Nummer' : `Die Nummer ${number}`;
const tellThem = (deskNumber: string): string =>
  `Es wurde keine SMS gesendet: Bitten Sie den Kunden, ${deskNumber} anzurufen.`;

/** The same in German. */
export const germanRedirect: RedirectPhrases = {
  keyword: 'WEITER',
  toCustomer: ({ deskName, deskNumber, by }) =>
    `Bitte rufen Sie den Support von ${deskName} unter ${deskNumber} an, rund um die Uhr. Ihre Meldung erhält dort eine Fallnummer, und jemand kümmert sich darum. Viele Grüße, ${by}`,
  sent: ({ deskName, number }, caseNumber) =>
    `${theNumber(number)} wird per SMS gebeten, den Support von ${deskName} anzurufen.${caseNumber === undefined ? '' : ` Notiert am Fall ${caseNumber}.`}`,
  notSent: ({ deskNumber, number }, why) => {
    switch (why) {
      case 'unreadable':
        return `Es war keine Nummer zu lesen, also wurde keine SMS gesendet. Schreiben Sie ${germanRedirect.keyword} und die Nummer des Kunden, zum Beispiel ${germanRedirect.keyword} 01512 3456789.`;
      case 'landline':
        return `${theNumber(number)} ist ein Festnetzanschluss und empfängt keine SMS. ${tellThem(deskNumber)}`;
      case 'opted-out':
        return `Von ${number ?? 'dieser Nummer'} wurden unsere SMS abbestellt. ${tellThem(deskNumber)}`;
      case 'ours':
        return `${theNumber(number)} ist unsere eigene oder Ihre, also wurde keine SMS gesendet. Schreiben Sie die Nummer des Kunden.`;
      case 'just-told':
        return `${theNumber(number)} hat dieselbe SMS gerade erst erhalten. Es wurde keine zweite gesendet.`;
      case 'too-many':
        return `Mehr davon können Sie in einer Stunde nicht senden. ${tellThem(deskNumber)}`;
      case 'which-desk':
        return 'Um welchen Support geht es? Senden Sie die SMS an die Nummer, die die Kunden anrufen. Es wurde nichts gesendet.';
    }
  },
  notDelivered: ({ deskNumber, number }) =>
    `Die SMS an ${number ?? 'die Nummer'} kam nicht an. Bitten Sie den Kunden selbst, ${deskNumber} anzurufen.`,
  page: {
    title: 'An den Support verweisen',
    intro: 'Ein Kunde hat Sie statt des Supports angerufen: Verweisen Sie ihn mit einer SMS dorthin.',
    byPhone: (keyword) =>
      `Von Ihrem Telefon: Senden Sie ${keyword} und die Nummer des Kunden als SMS an die Nummer des Supports.`,
    number: 'Nummer des Kunden',
    desk: 'Linie',
    send: 'SMS senden',
    hint: 'der Kunde erhält die Nummer des Supports, in der Sprache der Linie',
    listed: 'Gesendet',
    nothing: 'Noch wurde niemand an den Support verwiesen.',
    columns: { at: 'Gesendet', number: 'Kunde', desk: 'Linie', by: 'Von', case: 'Fall', text: 'SMS' },
    via: { sms: 'per SMS', console: 'in der Konsole' },
    status: (status, code) => {
      switch (status) {
        case 'delivered':
          return 'zugestellt';
        case 'sent':
          return 'gesendet';
        case 'failed':
        case 'undelivered':
          return code === undefined ? 'nicht zugestellt' : `nicht zugestellt, ${code}`;
        default:
          return 'unterwegs';
      }
    },
    blanked: 'nicht mehr gespeichert',
    noDesk: 'Diese Linie oder diesen Fall gibt es nicht. Es wurde keine SMS gesendet.',
  },
};
