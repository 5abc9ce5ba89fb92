import { swedishCase } from './sv-case.ts';
import { toCardinal } from 'n2words/sv-SE';
import { swedishOperator } from './sv-operator.ts';
import { swedishRedirect } from './sv-redirect.ts';
import { swedishDutyPage } from './sv-duty-page.ts';
import { swedishDutyChanges } from './sv-duty-changes.ts';
import { swedishLeaveFile } from './sv-leave-file.ts';
import { swedishPeople } from './sv-people.ts';
import { swedishHours } from './sv-hours.ts';
import { swedishRefused } from './sv-refused.ts';
import type { CaseForPage, HoldFacts, Phrases } from './phrases.ts';
import { capital, pluralIn } from './plural.ts';
import { swedishAlarms } from './sv-alarms.ts';
import { swedishAcceptPage } from './sv-accept-page.ts';
import { swedishBar } from './sv-bar.ts';
import { swedishCustomer } from './sv-customer.ts';
import { swedishDigits } from './sv-digits.ts';
import { swedishCalendar } from './sv-calendar.ts';
import { swedishDuty } from './sv-duty.ts';
import { swedishFailOpen } from './sv-fail-open.ts';
import { swedishRegister } from './sv-register.ts';
import { swedishTechnician } from './sv-technician.ts';
import { swedishTime } from './sv-time.ts';
import { swedishWhatIf } from './sv-what-if.ts';
import { swedishVoices } from './sv-voices.ts';

const plural = pluralIn('sv');
/** Of telephones and people, which are "en": the library counts in "ett". */
const count = (n: number): string => plural(n, { one: 'en', other: n <= 12 ? toCardinal(n) : String(n) });
const phones = (n: number): string => `${count(n)} ${plural(n, { one: 'telefon', other: 'telefoner' })}`;

/** "om 40 sekunder", "om 2 minuter": rounded so that it is true when it is heard. */
function inTime(seconds: number): string {
  if (seconds <= 5) return 'alldeles strax';
  if (seconds < 90) return `om ${Math.ceil(seconds / 5) * 5} sekunder`;
  return `om ${Math.ceil(seconds / 60)} minuter`;
}

/** Picked up may be a voicemail box: nothing is said of who listens. */
function pickedUp({ listening, ringing }: HoldFacts): string {
  const picked = `${capital(phones(listening))} har besvarats`;
  return ringing === 0
    ? `${picked}. Ingen har tagit ärendet än.`
    : `${picked}, och ${count(ringing)} ringer.`;
}

function hold(facts: HoldFacts): string {
  if (facts.acceptedBy && facts.talksElsewhere)
    return `${facts.acceptedBy} har tagit ditt ärende och talar med en annan kund. Vänta kvar, så kopplas du efter det, eller lägg på, så ringer ${facts.acceptedBy} upp dig.`;
  if (facts.acceptedBy) return `${facts.acceptedBy} har tagit ditt ärende och är på väg till linjen.`;
  if (facts.listening > 0) return pickedUp(facts);
  if (facts.ringing > 0) return `${capital(phones(facts.ringing))} ringer.`;
  if (facts.asked > 0)
    return `${capital(count(facts.asked))} ${plural(facts.asked, { one: 'person', other: 'personer' })} rings upp.`;
  if (facts.nextRoundInSeconds !== undefined)
    return `Ingen har tagit ärendet än. Vi ringer igen ${inTime(facts.nextRoundInSeconds)}.`;
  return 'Vi har dig kvar på linjen.';
}

const severity = (page: CaseForPage): string => (page.severity ? `Allvarlighetsgrad ${page.severity}. ` : '');
const who = (page: CaseForPage): string => page.customer ?? 'Okänd uppringare';

function pageText(page: CaseForPage, code: number, link: string): string {
  const sev = page.severity ? `SEV ${page.severity} ` : '';
  const phone = page.callbackNumber ?? 'hemligt nummer';
  const holds = page.callerHolds ? ' Väntar på linjen.' : '';
  const customer = page.customer && page.customer !== page.callbackNumber ? `${page.customer}, ` : '';
  return `A${code} tar ärendet, N${code} avböjer. ${sev}${page.number} ${customer}${phone}: ${page.summary}.${holds} ${link}`;
}

function acceptedText(page: CaseForPage, ringsNow: boolean): string {
  const yours = `${page.number} är ditt ärende.`;
  if (ringsNow) return `${yours} Din telefon ringer nu: tryck 1, så kopplas du till den som väntar.`;
  const where = page.callerHolds
    ? 'Kunden väntar på linjen, och vi har inget fungerande nummer att ringa dig på.'
    : 'Den som ringde har lagt på.';
  return `${yours} ${where} ${page.callbackNumber ? `Ring ${page.callbackNumber}.` : 'Vi har inget nummer till kunden.'}`;
}

/** Case numbers are long to hear: three of them, and the rest are in the texts. */
function acceptedSeveral(numbers: string[]): string {
  const rest = numbers.length - 3;
  const more = rest > 0 ? `; och ${rest === 1 ? 'ett' : count(rest)} till` : '';
  return `Du har tagit ${count(numbers.length)} ärenden: ${numbers.slice(0, 3).join('; ')}${more}.`;
}

/** Swedish, to callers and colleagues alike with "du". */
export const swedish: Phrases = {
  language: 'sv-SE',
  voices: swedishVoices,
  time: swedishTime,
  digits: swedishDigits,
  hungUpBeforeChoosing: 'Lade på före något val',
  nothingChosen: 'Ett samtal utan något val',
  pageIntroduction: (deskName) => `Supporten hos ${deskName}.`,
  pageOf: (page) => `${severity(page)}${who(page)}, ärende ${page.spokenNumber}: ${page.summary}.`,
  pageKeys: 'Tryck 1 för att ta ärendet, 2 för att avböja, 9 för att höra igen.',
  numberEnding: (digits) => `ett nummer som slutar på ${digits}`,
  severalPages: (n) =>
    plural(n, { one: 'Ett ärende väntar.', other: `${capital(count(n))} ärenden väntar.` }),
  severalKeys:
    'Tryck 1 för att ta alla, 2 för att avböja alla, 3 för att höra dem ett i taget, 9 för att höra igen.',
  notAKey: 'Den knappen gör ingenting här.',
  noKey: 'Ingen knapp trycktes, så inget ärende har tagits. Hej då.',
  acceptedConnecting: 'Ärendet är ditt. Du kopplas nu till den som väntar.',
  acceptedSeveral,
  acceptedCallerGone: (number) =>
    `Ärende ${number} är ditt. Den som ringde har lagt på. Tryck 1 för att ringa upp kunden nu.`,
  acceptedNoNumber: (number) =>
    `Ärende ${number} är ditt. Den som ringde har lagt på och lämnade inget nummer. Det vi vet står i ditt sms.`,
  declined: 'Du har avböjt. De andra tillfrågas. Hej då.',
  takenBy: (name, number) => `Ärende ${number} har tagits av ${name}.`,
  joinOffer: 'Tryck 1 för att vara med i samtalet, eller lägg på.',
  callingYouAgain:
    'Den som ringer är på en annan linje. Lägg på: vi ringer dig igen om några sekunder och kopplar ihop er.',
  callerToHangUp:
    'Ärendet är ditt. Kunden är på en linje som vi inte kan koppla. Vi ber kunden lägga på, och sedan ringer du upp med en knapp. Stanna kvar på linjen.',
  joining: 'Du kopplas in i samtalet.',
  callIsOver: 'Det samtalet är slut. Du behöver inte göra något. Hej då.',
  takenByYou: (number) => `Du har tagit ärende ${number}.`,
  pressToTalk: 'Tryck 1 för att tala med den som väntar.',
  noLongerNeeded: (number) => `Du behövs inte längre för ärende ${number}. Hej då.`,
  callingCustomer: 'Vi ringer upp kunden. Om en röstbrevlåda svarar, tryck stjärna.',
  reachedThem:
    'Fick du tag på kunden? Tryck 1 för ja, så kommer du tillbaka till samtalet. Tryck 2 för nej, så lägger vi på den telefonen.',
  talkedToThem: 'Den telefonen har lagt på. Talade du med kunden? Tryck 1 för ja, 2 för nej.',
  talkedNoted: 'Noterat, du har talat med kunden. Tryck 1 för att ringa igen, eller lägg på.',
  notReachedNoted:
    'Noterat, du fick inte tag på kunden, och ärendet är fortfarande ditt. Tryck 1 för att ringa igen, eller lägg på.',
  callerLeft: 'Den som ringde har lagt på. Tryck 1 för att ringa upp kunden, eller lägg på.',
  nextCaller: (number) => `Nästa kund väntar, ärende ${number}. Stanna kvar på linjen, så kopplas du.`,
  customerNotReached: 'Kunden svarade inte. Tryck 1 för att ringa igen, eller lägg på.',
  goodbye: 'Hej då.',
  hold,
  yourCase: (number) => `Ditt ärendenummer är ${number}.`,
  nobodyComing: (number) =>
    `Ingen arbetar längre med ärende ${number}. Om du fortfarande behöver hjälp, tryck 1. Om allt är bra, lägg på.`,
  connectedTo: (name) => `${name} har tagit ditt ärende. Du kopplas nu.`,
  pleaseHangUp: (name) => `${name} har tagit ditt ärende och ringer upp dig om en liten stund. Lägg på nu.`,
  callBack: (deskName, name) => `Supporten hos ${deskName} ringer upp dig. ${name} är på linjen.`,
  responderLeft: (name) =>
    `${name} har lämnat samtalet. Tryck 1 för att få tag på någon igen. Om allt är bra, lägg på.`,
  leftBeforeMeeting: (name) =>
    `${name} var på linjen men är inte kvar. Vi ringer ${name} igen. Stanna kvar på linjen.`,
  backOnHold: 'Vi ringer våra medarbetare igen. Stanna kvar på linjen, eller lägg på, så ringer vi upp dig.',
  farewell: (number) => `Ditt ärendenummer är ${number}. Ring igen om du behöver oss. Hej då.`,
  apology: 'Ursäkta, vi har ett fel hos oss. Stanna kvar på linjen.',
  pageText,
  standDownText: (number, name) => `${number} har tagits av ${name}. Du behöver inte göra något.`,
  acceptedText,
  acceptedSecondText: (number, name, joinCode) =>
    `${number} har tagits av ${name}. ${joinCode === undefined ? 'Du behöver inte göra något.' : `Svara J${joinCode} för att vara med i samtalet.`}`,
  declinedText: (number) => `Du har avböjt ${number}. De andra tillfrågas.`,
  directText: (number) =>
    `Noterat: kunden i ${number} fick tag på dig. Ärendet är ditt, och ingen annan söks längre.`,
  talkedText: (number, code) =>
    `Talade du med kunden i ${number}? Svara D${code} om du gjorde det. Ring annars upp kunden: du söks snart igen.`,
  codeNotKnown: (code) => `${code} är ingen kod för ett öppet ärende som är ditt. Inget ärende har tagits.`,
  overText: (number) => `${number} är inte öppet längre. Inget ärende har tagits.`,
  howToAnswer: (codes) =>
    `Inget ärende har tagits. Svara med koden: ${codes.map((c) => `A${c.code} för ${c.number}`).join(', ')}.`,
  nothingOpen: 'Inget ärende väntar på svar från dig.',
  strangerText: (deskName, number) =>
    `Supporten hos ${deskName} svarar på telefon: ring ${number}. Sms läses inte här.`,
  caseNumberText: ({ deskName, deskNumber, caseNumber }) =>
    `Ditt ärende hos ${deskName} har nummer ${caseNumber}. Ring ${deskNumber} om du har frågor, och säg numret.`,
  acceptPage: swedishAcceptPage,
  failOpen: swedishFailOpen,
  operator: swedishOperator,
  technician: swedishTechnician,
  customer: swedishCustomer,
  bar: swedishBar,
  register: swedishRegister,
  dutyPage: swedishDutyPage,
  dutyChanges: swedishDutyChanges,
  leaveFile: swedishLeaveFile,
  people: swedishPeople,
  hours: swedishHours,
  refused: swedishRefused,
  whatIf: swedishWhatIf,
  cases: swedishCase,
  calendar: swedishCalendar,
  duty: swedishDuty,
  redirect: swedishRedirect,
  ...swedishAlarms,
};
