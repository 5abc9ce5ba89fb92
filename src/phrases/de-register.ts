import { readAloud } from './case-number.ts';
import { germanCallEvents } from './de-call-events.ts';
import { germanDigits } from './de-digits.ts';
import { germanStrip } from './de-strip.ts';
import { listIn } from './list.ts';
import { pluralIn } from './plural.ts';
import { nameIn, type FieldNames, type RegisterWords, type StatusNames } from './register-words.ts';
import { dateIn } from './time-to-say.ts';

const language = 'de-DE';
const plural = pluralIn(language);
const all = listIn(language, 'conjunction');
const any = listIn(language, 'disjunction');
const statuses: StatusNames = {
  open: 'offen',
  paging: 'sucht jemanden',
  acknowledged: 'übernommen',
  'in-contact': 'in Kontakt',
  resolved: 'gelöst',
  closed: 'abgeschlossen',
  cancelled: 'storniert',
};
const fields: FieldNames = {
  customer: 'Kunde',
  name: 'Vor- und Nachname',
  phone: 'Telefon',
  mail: 'E-Mail, erhält die Fallnummer',
  serial: 'Seriennummer',
  mac: 'MAC-Adresse',
  units: 'Betroffene Geräte',
  symptoms: 'Symptome, so genau wie möglich',
  tried: 'Was versucht wurde',
  priority: 'Wie dringend ist es',
  why: 'Warum',
};
const label = (field: string): string => {
  const office = /^office(\d+)$/.exec(field);
  if (office !== null) return `Standort ${office[1]}`;
  return field.startsWith('address') ? 'Adresse' : nameIn(fields, field);
};
const group = (at: number, of: number): string => {
  if (of === 1) return 'Die Adresse';
  const isPair = of !== 3;
  if (at === of) return isPair ? 'Das letzte Paar' : 'Die letzte Gruppe';
  return `${isPair ? 'Paar' : 'Gruppe'} ${at}`;
};
const date = (iso: string): string => dateIn(language, new Date(iso), { dateStyle: 'long' });

/** The forms of registration in German. */
export const germanRegister: RegisterWords = {
  status: (status) => nameIn(statuses, status),
  list: {
    title: 'Erfassen',
    intro: 'Anrufe, die noch zu erfassen sind, und was von Hand begonnen wurde.',
    live: 'Anrufe jetzt',
    noLive: 'Niemand ist in der Leitung.',
    calls: 'Nicht erfasste Anrufe',
    oldestFirst: 'die ältesten zuerst',
    noCalls: 'Alle Anrufe sind erfasst.',
    drafts: 'Von Hand begonnen',
    noDrafts: 'Nichts ist begonnen.',
    callBacks: 'Zurückzurufen',
    noCallBacks: 'Niemand ist zurückzurufen.',
    add: 'Neue Erfassung',
    addHint: 'für das, was per E-Mail kam oder im Vorbeigehen gesagt wurde',
    desk: 'Linie',
    columns: {
      case: 'Fall',
      caller: 'Wer anrief',
      desk: 'Linie',
      opened: 'Eingang',
      waits: 'Wartet',
      draft: 'Entwurf',
      reach: 'Erreichbar unter',
      why: 'Warum',
    },
    register: 'Erfassen',
    noCase: 'noch kein Fall',
    waitsForSupervisor: 'wartet auf einen Supervisor',
    notBegun: 'nicht begonnen',
    savedBy: (name) => `von ${name} begonnen`,
    withheld: 'Nummer unterdrückt',
  },
  strip: germanStrip,
  form: {
    title: (number) => `${number} erfassen`,
    lead: (desk) => `Linie ${desk}`,
    saved: 'Entwurf gespeichert',
    notSaved: 'Noch nichts gespeichert',
    contact: 'Kontakt',
    office: 'Standorte',
    officeHint: 'einer oder mehrere; die Adresse wird gebraucht, wenn ein Gerät zu ersetzen ist',
    unit: 'Gerät',
    unitHint: 'auszufüllen, wenn ein Gerät defekt ist',
    fault: 'Was nicht stimmt',
    moreOffices: 'Noch ein Standort',
    register: 'Erfassen',
    save: 'Entwurf speichern',
    discard: 'Entwurf verwerfen',
    callBack: 'Später zurückrufen',
    outOfScope: 'Nicht abgedeckt',
    otherwise: 'Grund',
    otherwiseHint: 'für „Später zurückrufen“ oder für „Nicht abgedeckt“; das erfährt dann der Kunde',
    willBePutOn: (number) => `Der Anruf wird zu ${number} gelegt, sobald er beendet ist.`,
    chosenBy: (name) => `Das hat ${name} so gewählt.`,
    takeBack: 'Zurücknehmen',
    toCallBack: (why) => `Zurückzurufen: ${why}`,
    toldByMail: (mail) => `Die Fallnummer geht an ${mail}.`,
    notTold: 'Ohne Adresse erhält der Kunde keine E-Mail.',
    others: (names) =>
      names
        .map(({ name, field }) =>
          field === undefined
            ? `Auch ${name} hat das Formular offen.`
            : `${name} schreibt im Feld ${label(field)}.`,
        )
        .join(' '),
    faultsFound: (count) =>
      plural(count, { one: 'Ein Feld fehlt noch.', other: `${count} Felder fehlen noch.` }),
    over: (by) => (by === undefined ? 'Der Fall ist nicht mehr offen.' : `${by} hat ihn schon erfasst.`),
    elsewhere: (status) =>
      `Der Status des Falls ist „${nameIn(statuses, status)}“: Er kann nicht erfasst werden.`,
  },
  fields: {
    label,
    chooseCustomer: 'Kunden auswählen',
    priority: { low: 'Niedrig', normal: 'Mittel', high: 'Hoch', standstill: 'Der Betrieb steht still' },
    fault: (fault) => {
      switch (fault.kind) {
        case 'missing':
          return 'Bitte ausfüllen.';
        case 'why-missing':
          return 'Schreiben Sie, warum.';
        case 'office-missing':
          return 'Zu welchem Standort gehört diese Adresse?';
        case 'address-missing':
          return 'Die Adresse wird gebraucht: Vielleicht ist das Gerät zu ersetzen.';
        case 'phone':
          return 'Keine Telefonnummer. Schreiben Sie zum Beispiel 030 2345678.';
        case 'mail':
          return 'Keine E-Mail-Adresse. Schreiben Sie zum Beispiel dana.richter@example.com.';
        case 'serial':
          return 'Hier sind nur Buchstaben, Ziffern und - . / _ möglich.';
        case 'mac':
          return germanRegister.fields.mac(fault.fault);
        case 'units':
          return 'Schreiben Sie eine Zahl in Ziffern, mindestens 1.';
        case 'priority':
          return 'Wählen Sie eine der vier.';
      }
    },
    mac: (fault) =>
      fault.kind === 'digits'
        ? `${group(fault.group, fault.of)} ist ${fault.text}. Dort sind nur 0–9 und A–F möglich.`
        : `${plural(fault.digits, { one: '1 Stelle', other: `${fault.digits} Stellen` })}. Eine MAC-Adresse hat 12, wie 00:1C:42:0B:7F:3A.`,
    warranty: (model, until, isOver) => {
      const unit = model ?? 'Bekanntes Gerät';
      if (until === undefined) return `${unit}, keine Garantie`;
      return `${unit}, ${isOver ? 'Garantie endete am' : 'Garantie bis'} ${date(until)}`;
    },
    ofCustomer: (name) => `gehört zu ${name}`,
    hasOpenCase: (number) => `Hat schon einen offenen Fall: ${number}`,
    overwroteOther: (by, value) => `Sie haben ersetzt, was ${by} schrieb: „${value}“`,
    overwrittenBy: (by, value) => `${by} hat ersetzt, was Sie schrieben: „${value}“`,
    noMail: 'ohne Adresse erhält der Kunde keine E-Mail',
  },
  known: {
    title: 'Was wir wissen',
    unknownCustomer: 'Unbekannter Kunde',
    chooseHint: 'wählen Sie den Kunden im Formular',
    approved: 'Berechtigt',
    nobodyApproved: 'niemand',
    others: 'Nicht berechtigt',
    contract: 'Vertrag',
    units: 'Geräte',
    unitCount: (all, without) => (without === 0 ? String(all) : `${all}, davon ${without} ohne Garantie`),
    openCases: 'Offene Fälle',
    none: 'keine',
    sameUnit: 'dasselbe Gerät',
    putOn: (number) => `Diesen Anruf zu ${number} legen`,
    putOnNoSuch: 'Dieser Fall ist nicht mehr offen. Nichts wurde geändert.',
    call: 'Der Anruf',
    noCall: 'Niemand hat deswegen angerufen.',
    events: germanCallEvents,
    toSay: 'Was zu sagen ist',
    say: ({ number, phone }) =>
      `„Ihr Fall ist ${readAloud(number, germanDigits)}. ${phone === undefined ? 'Wir melden uns bei Ihnen.' : `Wir rufen Sie unter ${phone} zurück.`} Bei jeder Neuigkeit erhalten Sie eine E-Mail.“`,
    sayRefused: ({ customer, approved }) =>
      `„Danke für Ihren Anruf, ich habe ihn notiert. Einen Fall erfassen lassen können nur Personen, die ${customer ?? 'Ihre Firma'} uns genannt hat, und leider finde ich Sie nicht auf der Liste. ${approved.length === 0 ? 'Bitten Sie eine Ihrer Kontaktpersonen, uns anzurufen.' : `Bitten Sie ${any(approved)}, anzurufen, dann kümmern wir uns sofort darum.`}“`,
  },
  approval: {
    standing: (standing, at) => {
      switch (standing.kind) {
        case 'unnamed':
          return '';
        case 'approved':
          return at === undefined
            ? 'berechtigt'
            : `berechtigt von ${standing.contact.approvedBy ?? ''} ${at}`;
        case 'excepted':
          return `von ${standing.exception.by} für diesen Fall berechtigt`;
        case 'unapproved':
        case 'unknown':
          return 'kein berechtigter Kontakt';
        case 'no-customer':
          return 'kein Kunde gewählt';
      }
    },
    needed: (name, customer) =>
      customer === undefined
        ? `Zu welchem Kunden ${name} gehört, ist nicht bekannt. Nur berechtigte Kontakte können erfassen lassen.`
        : `${name} ist kein berechtigter Kontakt von ${customer}.`,
    approvedOnes: (names) => (names.length === 0 ? 'Niemand ist berechtigt.' : `Berechtigt: ${all(names)}.`),
    askSupervisor: 'Ein Supervisor kann auf dieser Seite zustimmen; sie ändert sich dann von selbst.',
    logged: 'Der Versuch ist am Fall notiert.',
    reason: 'Warum es trotzdem richtig ist',
    once: 'Für diesen Fall zustimmen',
    always: 'Von jetzt an zustimmen',
    faults: {
      'reason-missing': 'Schreiben Sie, warum.',
      'name-missing': 'Schreiben Sie zuerst den Namen des Kontakts.',
      'customer-missing': 'Wählen Sie zuerst den Kunden.',
      'phone-missing': 'Schreiben Sie zuerst das Telefon des Kontakts.',
      over: 'Der Fall ist nicht mehr offen.',
    },
    phoneOf: (name) => `Das ist die Nummer von ${name}. Schreiben Sie die des Kontakts.`,
  },
  done: {
    title: 'Erfasst',
    by: (name) => `von ${name}`,
    byException: (by) => `kein berechtigter Kontakt; ${by} hat zugestimmt`,
    joined: (number) => `Der Anruf liegt jetzt bei ${number}.`,
    openCase: 'Zum Fall',
    next: 'Zur Liste',
    affected: 'Betroffene Geräte',
    nothing: 'nichts',
  },
  keys: {
    next: 'nächstes Feld',
    register: 'erfassen',
    office: 'noch ein Standort',
    answer: 'annehmen, oder das Formular Ihres Anrufs öffnen',
    transfer: 'Anruf weitergeben',
    transferWarm: 'weitergeben und dabeibleiben',
    putOn: 'Anruf zu einem offenen Fall legen',
    callBack: 'später zurückrufen',
    outOfScope: 'als nicht abgedeckt erfassen',
    all: 'alle Tasten',
    close: 'Schließen',
  },
  script: {
    saved: 'Entwurf gespeichert',
    saving: 'Wird gespeichert …',
    offline:
      'Keine Verbindung. Was Sie schreiben, bleibt in diesem Browser und wird gesendet, wenn die Verbindung wieder da ist.',
    signedOut:
      'Sie sind abgemeldet. Melden Sie sich in einem anderen Tab wieder an: Was Sie schreiben, bleibt in diesem Browser und wird dann gesendet.',
    notRegistered: 'Noch nicht erfasst: keine Verbindung. Versuchen Sie es wieder, wenn sie da ist.',
    over: 'Der Fall ist nicht mehr offen. Dies kam zu spät:',
  },
};
