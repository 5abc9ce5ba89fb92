import { readAloud } from './case-number.ts';
import { listIn } from './list.ts';
import { pluralIn } from './plural.ts';
import { nameIn, type FieldNames, type RegisterWords, type StatusNames } from './register-words.ts';
import { swedishCallEvents } from './sv-call-events.ts';
import { swedishDigits } from './sv-digits.ts';
import { swedishStrip } from './sv-strip.ts';
import { dateIn } from './time-to-say.ts';

const language = 'sv-SE';
const plural = pluralIn(language);
const all = listIn(language, 'conjunction');
const any = listIn(language, 'disjunction');
const statuses: StatusNames = {
  open: 'öppet',
  paging: 'söker någon',
  acknowledged: 'taget',
  'in-contact': 'i kontakt',
  resolved: 'löst',
  closed: 'avslutat',
  cancelled: 'makulerat',
};
const fields: FieldNames = {
  customer: 'Kund',
  name: 'Namn',
  phone: 'Telefon',
  mail: 'Mejl, får ärendenumret',
  serial: 'Serienummer',
  mac: 'MAC-adress',
  units: 'Antal berörda enheter',
  symptoms: 'Symptom, så noga som möjligt',
  tried: 'Vad har provats',
  priority: 'Hur bråttom är det',
};
const label = (field: string): string => {
  const office = /^office(\d+)$/.exec(field);
  if (office !== null) return `Kontor ${office[1]}`;
  return field.startsWith('address') ? 'Adress' : nameIn(fields, field);
};
const group = (at: number, of: number): string => {
  const word = of === 3 ? 'gruppen' : 'paret';
  if (of === 1) return 'Adressen';
  return at === of ? `Sista ${word}` : `${word === 'paret' ? 'Par' : 'Grupp'} ${at}`;
};
const date = (iso: string): string => dateIn(language, new Date(iso), { dateStyle: 'long' });

/** The forms of registration in Swedish. */
export const swedishRegister: RegisterWords = {
  status: (status) => nameIn(statuses, status),
  list: {
    title: 'Registrera',
    intro: 'Samtal som väntar på att registreras, och det som påbörjats för hand.',
    live: 'Samtal nu',
    noLive: 'Ingen är i samtal.',
    calls: 'Oregistrerade samtal',
    oldestFirst: 'äldst först',
    noCalls: 'Alla samtal är registrerade.',
    drafts: 'Påbörjat för hand',
    noDrafts: 'Inget påbörjat.',
    add: 'Ny registrering',
    addHint: 'för det som kom med mejl eller sagts i förbifarten',
    desk: 'Linje',
    columns: {
      case: 'Ärende',
      caller: 'Den som ringde',
      desk: 'Linje',
      opened: 'Kom',
      waits: 'Väntat',
      draft: 'Utkast',
    },
    register: 'Registrera',
    noCase: 'inget ärende än',
    waitsForSupervisor: 'väntar på arbetsledare',
    notBegun: 'inte påbörjat',
    savedBy: (name) => `påbörjat av ${name}`,
    withheld: 'hemligt nummer',
  },
  strip: swedishStrip,
  form: {
    title: (number) => `Registrera ${number}`,
    lead: (desk) => desk,
    saved: 'Utkast sparat',
    notSaved: 'Inget sparat än',
    contact: 'Kontaktperson',
    office: 'Kontor',
    officeHint: 'ett eller flera; adressen behövs om en enhet ska bytas',
    unit: 'Enhet',
    unitHint: 'fylls i när en enhet är trasig',
    fault: 'Felet',
    moreOffices: 'Ett kontor till',
    register: 'Registrera',
    save: 'Spara utkast',
    discard: 'Släng utkastet',
    toldByMail: (mail) => `Ärendenumret mejlas till ${mail}.`,
    notTold: 'Utan mejladress får kunden inget mejl.',
    others: (names) =>
      names
        .map(({ name, field }) =>
          field === undefined ? `${name} har också formuläret öppet.` : `${name} skriver i ${label(field)}.`,
        )
        .join(' '),
    faultsFound: (count) => plural(count, { one: 'Ett fält återstår.', other: `${count} fält återstår.` }),
    over: (by) => (by === undefined ? 'Ärendet är inte öppet längre.' : `${by} har redan registrerat det.`),
    elsewhere: (status) => `Ärendet är ${nameIn(statuses, status)} och kan inte registreras.`,
  },
  fields: {
    label,
    chooseCustomer: 'Välj kund',
    priority: { low: 'Låg', normal: 'Normal', high: 'Hög', standstill: 'Verksamheten står' },
    fault: (fault) => {
      switch (fault.kind) {
        case 'missing':
          return 'Fyll i.';
        case 'office-missing':
          return 'Vilket kontor hör adressen till?';
        case 'address-missing':
          return 'Adressen behövs: enheten kan behöva bytas.';
        case 'phone':
          return 'Inget telefonnummer. Skriv till exempel 08-465 004 12.';
        case 'mail':
          return 'Ingen mejladress. Skriv till exempel lars.holm@sundby.example.';
        case 'serial':
          return 'Bara bokstäver, siffror och - . / _ går.';
        case 'mac':
          return swedishRegister.fields.mac(fault.fault);
        case 'units':
          return 'Skriv ett antal i siffror, minst 1.';
        case 'priority':
          return 'Välj en av de fyra.';
      }
    },
    mac: (fault) =>
      fault.kind === 'digits'
        ? `${group(fault.group, fault.of)} är ${fault.text}. Bara 0–9 och A–F går.`
        : `${fault.digits} tecken. En MAC-adress har 12, som 00:1C:42:0B:7F:3A.`,
    warranty: (model, until, isOver) => {
      if (until === undefined) return `${model ?? 'Känd enhet'}, ingen garanti`;
      return `${model ?? 'Känd enhet'}, ${isOver ? 'garantin gick ut' : 'garanti till'} ${date(until)}`;
    },
    ofCustomer: (name) => `hör till ${name}`,
    hasOpenCase: (number) => `Har redan ett öppet ärende: ${number}`,
    overwroteOther: (by, value) => `Du skrev över det ${by} skrev: ”${value}”`,
    overwrittenBy: (by, value) => `${by} skrev över det du skrev: ”${value}”`,
    noMail: 'utan adress får kunden inget mejl',
  },
  known: {
    title: 'Vad vi vet',
    unknownCustomer: 'Okänd kund',
    chooseHint: 'välj kunden i formuläret',
    approved: 'Godkända',
    nobodyApproved: 'ingen',
    others: 'Ej godkända',
    contract: 'Avtal',
    units: 'Enheter',
    unitCount: (all, without) => (without === 0 ? String(all) : `${all}, varav ${without} utan garanti`),
    openCases: 'Öppna ärenden',
    none: 'inga',
    sameUnit: 'samma enhet',
    putOn: (number) => `Lägg samtalet på ${number}`,
    putOnNoSuch: 'Det ärendet är inte öppet längre. Inget ändrades.',
    putOnRings:
      'Det ringer fortfarande hos någon för det här samtalet. Svara först, lägg det sedan på ärendet.',
    call: 'Samtalet',
    noCall: 'Ingen har ringt om det.',
    events: swedishCallEvents,
    toSay: 'Att säga',
    say: ({ number, phone }) =>
      `”Ärendet har nummer ${readAloud(number, swedishDigits)}. ${phone === undefined ? 'Vi hör av oss.' : `Vi ringer upp på ${phone}.`} Ni får ett mejl vid varje ny händelse.”`,
    sayRefused: ({ customer, approved }) =>
      `”Tack för att du ringde, jag har noterat det. Bara personer som ${customer ?? 'er arbetsgivare'} har anmält till oss kan registrera ärenden, och dig hittar jag tyvärr inte på listan. ${approved.length === 0 ? 'Be en av era kontaktpersoner ringa.' : `Be ${any(approved)} ringa, så tar vi det genast.`}”`,
  },
  approval: {
    standing: (standing, at) => {
      switch (standing.kind) {
        case 'unnamed':
          return '';
        case 'approved':
          return at === undefined ? 'godkänd' : `godkänd av ${standing.contact.approvedBy ?? ''} ${at}`;
        case 'excepted':
          return `godkänd av ${standing.exception.by} för detta ärende`;
        case 'unapproved':
        case 'unknown':
          return 'inte godkänd kontakt';
        case 'no-customer':
          return 'kunden är inte vald';
      }
    },
    needed: (name, customer) =>
      customer === undefined
        ? `Vilken kund ${name} hör till är inte känt. Bara godkända kontakter kan registrera.`
        : `${name} är ingen godkänd kontakt hos ${customer}.`,
    approvedOnes: (names) => (names.length === 0 ? 'Ingen är godkänd.' : `Godkända: ${all(names)}.`),
    askSupervisor: 'En arbetsledare kan godkänna här på sidan; den ändras då av sig själv.',
    logged: 'Försöket är noterat på ärendet.',
    reason: 'Varför det är rätt ändå',
    once: 'Godkänn för detta ärende',
    always: 'Godkänn tills vidare',
    faults: {
      'reason-missing': 'Skriv varför.',
      'name-missing': 'Skriv kontaktpersonens namn först.',
      'customer-missing': 'Välj kund först.',
      'phone-missing': 'Skriv kontaktpersonens telefonnummer först.',
      over: 'Ärendet är inte öppet längre.',
    },
    phoneOf: (name) => `Numret är redan ${name}s. Skriv kontaktpersonens eget.`,
  },
  done: {
    title: 'Registrerat',
    by: (name) => `av ${name}`,
    byException: (by) => `inte godkänd kontakt; ${by} gav sitt ord`,
    openCase: 'Till ärendet',
    next: 'Till listan',
    affected: 'Berörda enheter',
    nothing: 'inget',
  },
  keys: {
    next: 'nästa fält',
    register: 'registrera',
    office: 'ett kontor till',
    answer: 'svara, eller öppna ditt samtals formulär',
    transfer: 'koppla samtalet vidare',
    transferWarm: 'koppla och stanna kvar',
    putOn: 'lägg samtalet på ett öppet ärende',
    all: 'alla tangenter',
    close: 'Stäng',
  },
  script: {
    saved: 'Utkast sparat',
    saving: 'Sparar …',
    offline:
      'Ingen förbindelse. Det du skriver ligger kvar i den här webbläsaren och skickas när förbindelsen är tillbaka.',
    signedOut:
      'Du är utloggad. Logga in i en annan flik: det du skriver ligger kvar i den här webbläsaren och skickas då.',
    notRegistered: 'Inte registrerat än: ingen förbindelse. Försök igen när den är tillbaka.',
    over: 'Ärendet är inte öppet längre. Det här hann inte med:',
  },
};
