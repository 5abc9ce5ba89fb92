import { listIn } from './list.ts';
import type { PeopleWords } from './people-words.ts';
import type { DrillMiss } from './phrases.ts';
import { pluralIn } from './plural.ts';

const plural = pluralIn('de-DE');
const all = listIn('de-DE', 'conjunction');
const misses: Readonly<Record<DrillMiss, string>> = {
  'no-answer': 'keine Antwort',
  busy: 'besetzt',
  'no-key': 'abgehoben, keine Taste gedrückt',
  'no-reply': 'keine Antwort auf die SMS',
  failed: 'fehlgeschlagen',
  'not-asked': 'war nicht zu senden',
};

/** People and how they are reached, in German. */
export const germanPeople: PeopleWords = {
  title: 'Personen',
  heading: 'Personen im Dienst',
  intro: {
    before: 'Wer gesucht wird, in dieser Reihenfolge, und ob man die Personen erreicht. Zu ändern mit',
    after: ', und von allen selbst bei ihrem Namen.',
  },
  cardLink: 'Kontaktkarte',
  cardHint: ': alle Nummern, von denen wir jemanden suchen, damit Telefone sie auch nachts durchlassen.',
  accountsLink: 'Konten und API-Token',
  accountsHint: ': wer sich hier anmelden darf.',
  noPeople: 'Niemand kann gesucht werden: Es sind keine Personen importiert.',
  others: 'Nicht im Dienst',
  othersCaption: 'Personen, die keinen Dienst haben',
  nobodyAt: (desk) =>
    `Für ${desk} hat niemand Dienst: Ein dringender Anruf erreicht niemanden, bis jemand Dienst hat.`,
  caption: (desk) => `Im Dienst für ${desk}`,
  columns: { person: 'Person', role: 'Rolle', sms: 'SMS', voice: 'Anruf' },
  contact: {
    noNumber: 'keine Nummer',
    states: { ok: 'funktioniert', 'opted-out': 'SMS abbestellt', dead: 'Nummer funktioniert nicht' },
    since: (when) => `seit ${when}`,
    reason: (reason) => (reason === 'their own text' ? 'durch eigene SMS' : reason),
    notVerified: 'nicht bestätigt',
    testRuns: 'Test läuft',
    reachedBy: { key: 'erreicht, Taste', code: 'erreicht, Code', ok: 'erreicht, Antwort „ok“' },
    missed: (why, code) => `nicht erreicht: ${misses[why]}${code === undefined ? '' : `, ${code}`}`,
    notTested: 'nicht getestet',
    neverReached: 'nie erreicht',
  },
  person: {
    offDuty: 'Hat jetzt keinen Dienst.',
    onDuty: (seats) => `Hat jetzt Dienst: ${all(seats.map(({ desk, role }) => `${desk} (${role})`))}.`,
    all: 'Alle Personen',
    voice: {
      title: 'Anrufe',
      how: 'Der Code wird in einem Anruf vorgelesen.',
      send: 'Mit einem Code anrufen',
    },
    sms: { title: 'SMS', how: 'Der Code kommt per SMS.', send: 'Code per SMS senden' },
    number: 'Nummer',
    sameOrOther: 'Diese Nummer, oder eine andere',
    whenUsed: 'Eine andere Nummer gilt, sobald ihr Code zurückgekommen ist.',
    nobodysYet: 'nicht bestätigt: Noch ist nicht belegt, wem sie gehört',
    verified: 'bestätigt',
    code: 'Code',
    codeSent: (number, until) => `gesendet an ${number}, gilt bis ${until}`,
    codeLost: (number) =>
      `Der Code hat ${number} nicht erreicht. Prüfen Sie die Nummer, oder versuchen Sie es noch einmal`,
    sendCode: 'Das ist der Code',
    lines: {
      label: 'Anrufe zur gleichen Zeit',
      hint: '1, außer bei einer Telefonzentrale. Das gilt nur für Kunden, die an sie vermittelt werden: Alarme kommen einzeln.',
      save: 'Speichern',
      several: (n) => `${n} Anrufe zur gleichen Zeit von Kunden, die die Telefonzentrale suchen`,
    },
    quiet: {
      label: 'Ruhezeit',
      hint: 'Von und bis, nach der Uhr der Linie, die schreibt, wie 21:00-07:00; leer: keine. SMS, die warten können, kommen nach ihrem Ende. Dringende Anrufe, Alarme, Tests und Antworten kommen trotzdem sofort.',
      save: 'Speichern',
      are: (hours) => `Ruhezeit: ${hours}. SMS, die warten können, kommen nach ihrem Ende.`,
    },
    night: 'Bei Nacht',
    nightHow: {
      before: 'Ein stumm geschaltetes Telefon lässt nur durch, wen es kennt. Nehmen Sie',
      card: 'die Kontaktkarte',
      after:
        ' darin auf. Auf einem iPhone: Öffnen Sie den Kontakt, und schalten Sie ein, was ihn trotz Stummschaltung durchlässt (auf Englisch Emergency Bypass), unter Klingelton und unter Nachrichtenton. Auf Android: Geben Sie dem Kontakt einen Stern, und lassen Sie markierte Kontakte unter „Bitte nicht stören“ zu.',
    },
  },
  card: {
    name: 'Afterhours, dringende Anrufe',
    pages: 'Dringend',
    pagesBy: (carrier) => `Dringend, über ${carrier}`,
    note: 'Von diesen Nummern kommen dringende Anrufe, Tests und Alarme. Lassen Sie diesen Kontakt nachts durch: auf einem iPhone unter Klingelton und Nachrichtenton (auf Englisch Emergency Bypass), auf Android mit einem Stern, und markierte Kontakte als Ausnahme von „Bitte nicht stören“.',
  },
  fault: (fault) => {
    switch (fault.kind) {
      case 'no-lines':
        return `Schreiben Sie eine ganze Zahl von 1 bis ${fault.most}: so viele Anrufe zur gleichen Zeit`;
      case 'no-voice':
        return 'Es gibt keine Nummer für Anrufe, die mehrere Leitungen haben könnte';
      case 'no-quiet':
        return `Schreiben Sie von und bis, wie 21:00-07:00, höchstens ${fault.most} Stunden; oder lassen Sie es leer`;
      case 'no-person':
        return 'Diese Person gibt es nicht mehr';
      case 'no-number':
        return 'Das ist keine Telefonnummer: Schreiben Sie sie mit ihrem Land, wie +49302345678';
      case 'no-token':
        return 'Es kann kein Code gesendet werden: Dem Dienst fehlt der geheime Schlüssel seines Anbieters (auth token)';
      case 'anothers':
        return 'Diese Nummer hat schon jemand anderes. Jede Person braucht eine eigene: Ändern Sie zuerst die der anderen';
      case 'no-desk':
        return 'Es gibt keine Linie, die einen Code senden könnte';
      case 'too-many':
        return 'In der letzten Stunde wurden mehrere Codes gesendet. Warten Sie eine Stunde bis zum nächsten';
      case 'phone-busy':
        return 'Dieses Telefon hat gerade einen Anruf von uns. Versuchen Sie es wieder, wenn er vorbei ist';
      case 'no-code':
        return `Es gilt kein Code mehr: Ein Code gilt ${fault.minutes} Minuten. Lassen Sie einen neuen senden`;
      case 'wrong-code':
        if (fault.left === 0) return 'Das war nicht der Code, zum letzten Mal. Lassen Sie einen neuen senden';
        return `Das ist nicht der Code. ${plural(fault.left, { one: '1 Versuch bleibt', other: `${fault.left} Versuche bleiben` })}`;
    }
  },
};
