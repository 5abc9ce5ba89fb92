import { germanCase } from './de-case.ts';
import { toCardinal } from 'n2words/de-DE';
import { germanAcceptPage } from './de-accept-page.ts';
import { germanAlarms } from './de-alarms.ts';
import { germanBar } from './de-bar.ts';
import { germanCalendar } from './de-calendar.ts';
import { germanCustomer } from './de-customer.ts';
import { germanDigits } from './de-digits.ts';
import { germanDuty } from './de-duty.ts';
import { germanFailOpen } from './de-fail-open.ts';
import { germanOperator } from './de-operator.ts';
import { germanRedirect } from './de-redirect.ts';
import { germanRegister } from './de-register.ts';
import { germanTechnician } from './de-technician.ts';
import { germanTime } from './de-time.ts';
import { germanWhatIf } from './de-what-if.ts';
import { germanVoices } from './de-voices.ts';
import { germanDutyPage } from './de-duty-page.ts';
import { germanDutyChanges } from './de-duty-changes.ts';
import { germanLeaveFile } from './de-leave-file.ts';
import { germanPeople } from './de-people.ts';
import { germanHours } from './de-hours.ts';
import { germanRefused } from './de-refused.ts';
import type { CaseForPage, HoldFacts, Phrases } from './phrases.ts';
import { capital, pluralIn } from './plural.ts';

const plural = pluralIn('de');
const count = (n: number): string => (n <= 12 ? toCardinal(n) : String(n));
/** The library counts in "eins", which stands alone; before a noun it is shorter, and has its gender. */
const phones = (n: number): string => plural(n, { one: 'ein Telefon', other: `${count(n)} Telefone` });
const people = (n: number): string =>
  plural(n, { one: 'Eine Person wird', other: `${capital(count(n))} Personen werden` });

/** "in 40 Sekunden", "in 2 Minuten": rounded so that it is true when it is heard. */
function inTime(seconds: number): string {
  if (seconds <= 5) return 'gleich';
  if (seconds < 90) return `in ${Math.ceil(seconds / 5) * 5} Sekunden`;
  return `in ${Math.ceil(seconds / 60)} Minuten`;
}

/** Picked up may be a voicemail box: nothing is said of who listens. */
function pickedUp({ listening, ringing }: HoldFacts): string {
  const picked = `${capital(phones(listening))} ${plural(listening, { one: 'wurde', other: 'wurden' })} abgehoben`;
  const rings = plural(ringing, { one: 'eines klingelt', other: `${count(ringing)} klingeln` });
  return ringing === 0 ? `${picked}. Noch hat niemand übernommen.` : `${picked}, und ${rings}.`;
}

function hold(facts: HoldFacts): string {
  const { acceptedBy } = facts;
  if (acceptedBy && facts.talksElsewhere)
    return `${acceptedBy} hat Ihren Fall übernommen und spricht noch mit einem anderen Kunden. Bleiben Sie in der Leitung, dann werden Sie danach verbunden, oder legen Sie auf, dann ruft ${acceptedBy} Sie zurück.`;
  if (acceptedBy) return `${acceptedBy} hat Ihren Fall übernommen und kommt gleich in die Leitung.`;
  if (facts.listening > 0) return pickedUp(facts);
  if (facts.ringing > 0)
    return `${capital(phones(facts.ringing))} ${plural(facts.ringing, { one: 'klingelt', other: 'klingeln' })}.`;
  if (facts.asked > 0) return `${people(facts.asked)} angerufen.`;
  if (facts.nextRoundInSeconds !== undefined)
    return `Noch hat niemand übernommen. Wir rufen ${inTime(facts.nextRoundInSeconds)} wieder an.`;
  return 'Wir sind weiter für Sie da.';
}

const severity = (page: CaseForPage): string => (page.severity ? `Schweregrad ${page.severity}. ` : '');
const who = (page: CaseForPage): string => page.customer ?? 'Unbekannter Anrufer';

function pageText(page: CaseForPage, code: number, link: string): string {
  const sev = page.severity ? `SEV ${page.severity} ` : '';
  const phone = page.callbackNumber ?? 'Nummer unterdrückt';
  const holds = page.callerHolds ? ' Wartet in der Leitung.' : '';
  const customer = page.customer && page.customer !== page.callbackNumber ? `${page.customer}, ` : '';
  return `A${code} übernimmt, N${code} lehnt ab. ${sev}${page.number} ${customer}${phone}: ${page.summary}.${holds} ${link}`;
}

function acceptedText(page: CaseForPage, ringsNow: boolean): string {
  const yours = `Sie haben ${page.number}.`;
  if (ringsNow)
    return `${yours} Ihr Telefon klingelt jetzt: Drücken Sie 1, dann sprechen Sie mit dem Anrufer.`;
  const where = page.callerHolds
    ? 'Der Anrufer wartet in der Leitung, und wir haben keine Nummer, unter der wir Sie erreichen.'
    : 'Der Anrufer hat aufgelegt.';
  return `${yours} ${where} ${page.callbackNumber ? `Rufen Sie ${page.callbackNumber} an.` : 'Eine Nummer des Kunden ist nicht bekannt.'}`;
}

/** Case numbers are long to hear: three of them, and the rest are in the texts. */
function acceptedSeveral(numbers: string[]): string {
  const rest = numbers.length - 3;
  const more =
    rest > 0 ? `; und ${plural(rest, { one: 'ein weiterer', other: `${count(rest)} weitere` })}` : '';
  return `Sie haben ${count(numbers.length)} Fälle übernommen: ${numbers.slice(0, 3).join('; ')}${more}.`;
}

/** German, to callers and colleagues alike with "Sie". */
export const german: Phrases = {
  language: 'de-DE',
  voices: germanVoices,
  time: germanTime,
  digits: germanDigits,
  hungUpBeforeChoosing: 'Vor einer Auswahl aufgelegt',
  nothingChosen: 'Ein Anruf ohne Auswahl',
  pageIntroduction: (deskName) => `Der Support von ${deskName}.`,
  pageOf: (page) => `${severity(page)}${who(page)}, Fall ${page.spokenNumber}: ${page.summary}.`,
  pageKeys: 'Drücken Sie 1 zum Übernehmen, 2 zum Ablehnen, 9 zum Wiederholen.',
  numberEnding: (digits) => `eine Nummer, die auf ${digits} endet`,
  severalPages: (n) => plural(n, { one: 'Ein Fall wartet.', other: `${capital(count(n))} Fälle warten.` }),
  severalKeys:
    'Drücken Sie 1, um alle zu übernehmen, 2, um alle abzulehnen, 3, um sie einzeln zu hören, 9 zum Wiederholen.',
  notAKey: 'Diese Taste bewirkt hier nichts.',
  noKey: 'Es wurde keine Taste gedrückt, also wurde nichts übernommen. Auf Wiederhören.',
  acceptedConnecting: 'Der Fall gehört Ihnen. Sie werden mit dem Anrufer verbunden.',
  acceptedSeveral,
  acceptedCallerGone: (number) =>
    `Sie haben Fall ${number}. Der Anrufer hat aufgelegt. Drücken Sie 1, um den Kunden jetzt anzurufen.`,
  acceptedNoNumber: (number) =>
    `Sie haben Fall ${number}. Der Anrufer hat aufgelegt und keine Nummer hinterlassen. Was bekannt ist, steht in Ihrer SMS.`,
  declined: 'Abgelehnt. Die anderen werden gefragt. Auf Wiederhören.',
  takenBy: (name, number) => `Fall ${number} hat ${name} übernommen.`,
  joinOffer: 'Drücken Sie 1, um am Gespräch teilzunehmen, oder legen Sie auf.',
  callingYouAgain:
    'Der Anrufer ist in einer anderen Leitung. Legen Sie bitte auf: Wir rufen Sie in wenigen Sekunden wieder an und verbinden Sie.',
  callerToHangUp:
    'Der Fall gehört Ihnen. Der Anrufer ist in einer Leitung, die wir nicht verbinden können. Wir bitten ihn aufzulegen, dann rufen Sie ihn mit einer Taste an. Bleiben Sie bitte in der Leitung.',
  joining: 'Sie nehmen jetzt am Gespräch teil.',
  callIsOver: 'Dieses Gespräch ist beendet. Sie müssen nichts tun. Auf Wiederhören.',
  takenByYou: (number) => `Sie haben Fall ${number} übernommen.`,
  pressToTalk: 'Drücken Sie 1, um mit dem Anrufer zu sprechen.',
  noLongerNeeded: (number) => `Fall ${number} braucht Sie nicht mehr. Auf Wiederhören.`,
  callingCustomer: 'Wir rufen den Kunden an. Wenn eine Mailbox antwortet, drücken Sie die Sterntaste.',
  reachedThem:
    'Haben Sie den Kunden erreicht? Drücken Sie 1 für ja, dann kommen Sie zurück ins Gespräch. Drücken Sie 2 für nein, dann beenden wir den Anruf bei diesem Telefon.',
  talkedToThem:
    'Dieses Telefon hat aufgelegt. Haben Sie mit dem Kunden gesprochen? Drücken Sie 1 für ja, 2 für nein.',
  talkedNoted:
    'Notiert, Sie haben mit dem Kunden gesprochen. Drücken Sie 1, um wieder anzurufen, oder legen Sie auf.',
  notReachedNoted:
    'Notiert, der Kunde wurde nicht erreicht, und der Fall gehört weiter Ihnen. Drücken Sie 1, um wieder anzurufen, oder legen Sie auf.',
  callerLeft: 'Der Anrufer hat aufgelegt. Drücken Sie 1, um den Kunden anzurufen, oder legen Sie auf.',
  nextCaller: (number) =>
    `Ihr nächster Anrufer wartet, Fall ${number}. Bleiben Sie in der Leitung, dann werden Sie verbunden.`,
  customerNotReached:
    'Der Kunde hat sich nicht gemeldet. Drücken Sie 1, um wieder anzurufen, oder legen Sie auf.',
  goodbye: 'Auf Wiederhören.',
  hold,
  yourCase: (number) => `Ihre Fallnummer ist ${number}.`,
  nobodyComing: (number) =>
    `An Fall ${number} arbeitet niemand mehr. Wenn Sie noch jemanden brauchen, drücken Sie 1. Wenn alles in Ordnung ist, legen Sie auf.`,
  connectedTo: (name) => `${name} hat Ihren Fall übernommen. Sie werden verbunden.`,
  pleaseHangUp: (name) =>
    `${name} hat Ihren Fall übernommen und ruft Sie gleich zurück. Legen Sie jetzt bitte auf.`,
  callBack: (deskName, name) => `Der Support von ${deskName} ruft Sie zurück. ${name} ist in der Leitung.`,
  responderLeft: (name) =>
    `${name} hat das Gespräch verlassen. Wenn Sie wieder jemanden brauchen, drücken Sie 1. Wenn alles in Ordnung ist, legen Sie auf.`,
  leftBeforeMeeting: (name) =>
    `${name} war in der Leitung und ist es nicht mehr. Wir rufen ${name} wieder an. Bleiben Sie bitte in der Leitung.`,
  backOnHold:
    'Wir rufen unsere Mitarbeiter wieder an. Bleiben Sie in der Leitung, oder legen Sie auf, dann rufen wir Sie zurück.',
  farewell: (number) =>
    `Ihre Fallnummer ist ${number}. Wenn Sie uns brauchen, rufen Sie wieder an. Auf Wiederhören.`,
  apology: 'Entschuldigung, bei uns liegt eine Störung vor. Bleiben Sie bitte in der Leitung.',
  pageText,
  standDownText: (number, name) => `${number} hat ${name} übernommen. Sie müssen nichts tun.`,
  acceptedText,
  acceptedSecondText: (number, name, joinCode) =>
    `${number} hat ${name} übernommen. ${joinCode === undefined ? 'Sie müssen nichts tun.' : `Antworten Sie J${joinCode}, um am Gespräch teilzunehmen.`}`,
  declinedText: (number) => `Sie haben ${number} abgelehnt. Die anderen werden gefragt.`,
  directText: (number) =>
    `Notiert: Der Kunde von ${number} hat Sie erreicht. Der Fall gehört Ihnen, und niemand wird mehr gesucht.`,
  talkedText: (number, code) =>
    `Haben Sie mit dem Kunden von ${number} gesprochen? Dann antworten Sie D${code}. Sonst rufen Sie an: Sie werden bald wieder gesucht.`,
  codeNotKnown: (code) =>
    `${code} ist kein Code eines offenen Falls, der Sie betrifft. Nichts wurde übernommen.`,
  overText: (number) => `${number} ist nicht mehr offen. Nichts wurde übernommen.`,
  howToAnswer: (codes) =>
    `Nichts wurde übernommen. Antworten Sie mit dem Code: ${codes.map((c) => `A${c.code} für ${c.number}`).join(', ')}.`,
  nothingOpen: 'Kein Fall wartet auf eine Antwort von Ihnen.',
  strangerText: (deskName, number) =>
    `Der Support von ${deskName} antwortet am Telefon: Rufen Sie ${number} an. SMS werden hier nicht gelesen.`,
  caseNumberText: ({ deskName, deskNumber, caseNumber }) =>
    `Ihr Fall beim Support von ${deskName} hat die Nummer ${caseNumber}. Nennen Sie sie, wenn Sie uns unter ${deskNumber} anrufen.`,
  acceptPage: germanAcceptPage,
  failOpen: germanFailOpen,
  operator: germanOperator,
  redirect: germanRedirect,
  technician: germanTechnician,
  customer: germanCustomer,
  bar: germanBar,
  calendar: germanCalendar,
  duty: germanDuty,
  register: germanRegister,
  dutyPage: germanDutyPage,
  dutyChanges: germanDutyChanges,
  leaveFile: germanLeaveFile,
  people: germanPeople,
  hours: germanHours,
  refused: germanRefused,
  whatIf: germanWhatIf,
  cases: germanCase,
  ...germanAlarms,
};
