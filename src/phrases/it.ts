import { italianCase } from './it-case.ts';
import { toCardinal } from 'n2words/it-IT';
import { italianAcceptPage } from './it-accept-page.ts';
import { italianAlarms } from './it-alarms.ts';
import { italianBar } from './it-bar.ts';
import { italianCalendar } from './it-calendar.ts';
import { italianCustomer } from './it-customer.ts';
import { italianDigits } from './it-digits.ts';
import { italianDuty } from './it-duty.ts';
import { italianFailOpen } from './it-fail-open.ts';
import { italianOperator } from './it-operator.ts';
import { italianRedirect } from './it-redirect.ts';
import { italianRegister } from './it-register.ts';
import { italianTechnician } from './it-technician.ts';
import { italianTime } from './it-time.ts';
import { italianWhatIf } from './it-what-if.ts';
import { italianVoices } from './it-voices.ts';
import { italianDutyPage } from './it-duty-page.ts';
import { italianDutyChanges } from './it-duty-changes.ts';
import { italianLeaveFile } from './it-leave-file.ts';
import { italianPeople } from './it-people.ts';
import { italianHours } from './it-hours.ts';
import { italianRefused } from './it-refused.ts';
import type { CaseForPage, HoldFacts, Phrases } from './phrases.ts';
import { capital, pluralIn } from './plural.ts';

const plural = pluralIn('it');
const count = (n: number): string => (n <= 10 ? toCardinal(n) : String(n));
/** The library counts in "uno", which stands alone; before a noun it is shorter, and has its gender. */
const phones = (n: number): string => plural(n, { one: 'un telefono', other: `${count(n)} telefoni` });
const people = (n: number): string => plural(n, { one: 'una persona', other: `${count(n)} persone` });

/** "tra 40 secondi", "tra 2 minuti": rounded so that it is true when it is heard. */
function inTime(seconds: number): string {
  if (seconds <= 5) return 'tra pochi istanti';
  if (seconds < 90) return `tra ${Math.ceil(seconds / 5) * 5} secondi`;
  return `tra ${Math.ceil(seconds / 60)} minuti`;
}

/** Picked up may be a voicemail box: nothing is said of who listens. */
function pickedUp({ listening, ringing }: HoldFacts): string {
  const picked = `${capital(phones(listening))} ${plural(listening, { one: 'ha', other: 'hanno' })} risposto`;
  return ringing === 0
    ? `${picked}. Nessuno ha ancora accettato.`
    : `${picked}, e ${count(ringing)} ${plural(ringing, { one: 'squilla', other: 'squillano' })}.`;
}

function hold(facts: HoldFacts): string {
  const { acceptedBy } = facts;
  if (acceptedBy && facts.talksElsewhere)
    return `${acceptedBy} si occupa del Suo caso e sta parlando con un altro cliente. Resti in linea per parlarci subito dopo, oppure riagganci: ${acceptedBy} La richiamerà.`;
  if (acceptedBy) return `${acceptedBy} si occupa del Suo caso e sta arrivando in linea.`;
  if (facts.listening > 0) return pickedUp(facts);
  if (facts.ringing > 0)
    return `${capital(phones(facts.ringing))} ${plural(facts.ringing, { one: 'sta', other: 'stanno' })} squillando.`;
  if (facts.asked > 0) return `Stiamo chiamando ${people(facts.asked)}.`;
  if (facts.nextRoundInSeconds !== undefined)
    return `Nessuno ha ancora accettato. Chiamiamo di nuovo ${inTime(facts.nextRoundInSeconds)}.`;
  return 'Siamo sempre in linea con Lei.';
}

const severity = (page: CaseForPage): string => (page.severity ? `Gravità ${page.severity}. ` : '');
const who = (page: CaseForPage): string => page.customer ?? 'Chiamante sconosciuto';

function pageText(page: CaseForPage, code: number, link: string): string {
  const sev = page.severity ? `SEV ${page.severity} ` : '';
  const phone = page.callbackNumber ?? 'numero nascosto';
  const holds = page.callerHolds ? ' In attesa in linea.' : '';
  const customer = page.customer && page.customer !== page.callbackNumber ? `${page.customer}, ` : '';
  return `A${code} accetta, N${code} rifiuta. ${sev}${page.number} ${customer}${phone}: ${page.summary}.${holds} ${link}`;
}

function acceptedText(page: CaseForPage, ringsNow: boolean): string {
  const yours = `Il caso ${page.number} è Suo.`;
  if (ringsNow) return `${yours} Ora squilla il Suo telefono: prema 1 per parlare con chi è in attesa.`;
  const where = page.callerHolds
    ? 'Il cliente è in attesa in linea, e non abbiamo un numero funzionante a cui chiamarLa.'
    : 'Chi ha chiamato ha riagganciato.';
  return `${yours} ${where} ${page.callbackNumber ? `Chiami ${page.callbackNumber}.` : 'Non abbiamo un numero del cliente.'}`;
}

/** Case numbers are long to hear: three of them, and the rest are in the texts. */
function acceptedSeveral(numbers: string[]): string {
  const rest = numbers.length - 3;
  const more = rest > 0 ? `; e ${plural(rest, { one: 'un altro', other: `altri ${count(rest)}` })}` : '';
  return `Ha preso in carico ${count(numbers.length)} casi: ${numbers.slice(0, 3).join('; ')}${more}.`;
}

/** Italian, to callers and colleagues alike with "Lei". Nothing agrees with a person whose gender is not known. */
export const italian: Phrases = {
  language: 'it-IT',
  voices: italianVoices,
  time: italianTime,
  digits: italianDigits,
  hungUpBeforeChoosing: 'Ha riagganciato prima di scegliere',
  nothingChosen: 'Una chiamata senza alcuna scelta',
  pageIntroduction: (deskName) => `Assistenza ${deskName}.`,
  pageOf: (page) => `${severity(page)}${who(page)}, caso ${page.spokenNumber}: ${page.summary}.`,
  pageKeys: 'Prema 1 per accettare, 2 per rifiutare, 9 per riascoltare.',
  numberEnding: (digits) => `un numero che finisce con ${digits}`,
  severalPages: (n) =>
    plural(n, { one: 'Un caso è in attesa.', other: `${capital(count(n))} casi sono in attesa.` }),
  severalKeys:
    'Prema 1 per accettarli tutti, 2 per rifiutarli tutti, 3 per sentirli uno alla volta, 9 per riascoltare.',
  notAKey: 'Qui quel tasto non fa nulla.',
  noKey: 'Non ha premuto nessun tasto, quindi nulla è stato accettato. Arrivederci.',
  acceptedConnecting: 'Il caso è Suo. La metto in comunicazione con chi è in attesa.',
  acceptedSeveral,
  acceptedCallerGone: (number) =>
    `Il caso ${number} è Suo. Chi ha chiamato ha riagganciato. Prema 1 per chiamare ora il cliente.`,
  acceptedNoNumber: (number) =>
    `Il caso ${number} è Suo. Chi ha chiamato ha riagganciato e non ha lasciato un numero. Quello che sappiamo è nell'SMS che ha ricevuto.`,
  declined: 'Ha rifiutato. Chiediamo agli altri. Arrivederci.',
  takenBy: (name, number) => `${name} si occupa del caso ${number}.`,
  joinOffer: 'Prema 1 per partecipare alla chiamata, oppure riagganci.',
  callingYouAgain:
    "Chi chiama è su un'altra linea. Riagganci: La richiamiamo tra pochi secondi e vi mettiamo in comunicazione.",
  callerToHangUp:
    'Il caso è Suo. Il cliente è su una linea che non possiamo collegare. Gli chiediamo di riagganciare, e poi Lei lo chiama con un tasto. Resti in linea.',
  joining: 'Ora partecipa alla chiamata.',
  callIsOver: 'Quella chiamata è finita. Non deve fare nulla. Arrivederci.',
  takenByYou: (number) => `Ha preso in carico il caso ${number}.`,
  pressToTalk: 'Prema 1 per parlare con chi è in attesa.',
  noLongerNeeded: (number) => `Il caso ${number} non ha più bisogno di Lei. Arrivederci.`,
  callingCustomer: 'Chiamiamo il cliente. Se risponde una segreteria telefonica, prema asterisco.',
  reachedThem:
    'Ha parlato con il cliente? Prema 1 per sì, e torna alla chiamata. Prema 2 per no, e riagganciamo quel telefono.',
  talkedToThem: 'Quel telefono ha riagganciato. Ha parlato con il cliente? Prema 1 per sì, 2 per no.',
  talkedNoted:
    'Abbiamo annotato che ha parlato con il cliente. Prema 1 per chiamare ancora, oppure riagganci.',
  notReachedNoted:
    'Abbiamo annotato che il cliente non ha risposto, e il caso resta Suo. Prema 1 per chiamare ancora, oppure riagganci.',
  callerLeft: 'Chi ha chiamato ha riagganciato. Prema 1 per chiamare il cliente, oppure riagganci.',
  nextCaller: (number) =>
    `Un altro cliente è in attesa, caso ${number}. Resti in linea: La mettiamo in comunicazione.`,
  customerNotReached: 'Il cliente non ha risposto. Prema 1 per chiamare ancora, oppure riagganci.',
  goodbye: 'Arrivederci.',
  hold,
  yourCase: (number) => `Il Suo numero di caso è ${number}.`,
  nobodyComing: (number) =>
    `Nessuno lavora più al caso ${number}. Se ha ancora bisogno di qualcuno, prema 1. Se è tutto a posto, riagganci.`,
  connectedTo: (name) => `${name} si occupa del Suo caso. La mettiamo in comunicazione.`,
  pleaseHangUp: (name) => `${name} si occupa del Suo caso e La richiama tra un momento. Ora riagganci.`,
  callBack: (deskName, name) => `L'assistenza ${deskName} La richiama. ${name} è in linea.`,
  responderLeft: (name) =>
    `${name} ha lasciato la chiamata. Per parlare di nuovo con qualcuno, prema 1. Se è tutto a posto, riagganci.`,
  leftBeforeMeeting: (name) =>
    `${name} era in linea, ma non c'è più. Chiamiamo di nuovo ${name}. Resti in linea.`,
  backOnHold: 'Chiamiamo di nuovo i nostri colleghi. Resti in linea, oppure riagganci e La richiamiamo.',
  farewell: (number) =>
    `Il Suo numero di caso è ${number}. Se ha bisogno di noi, chiami di nuovo. Arrivederci.`,
  apology: 'Ci scusi, abbiamo un guasto. Resti in linea.',
  pageText,
  standDownText: (number, name) => `${name} si occupa di ${number}. Lei non deve fare nulla.`,
  acceptedText,
  acceptedSecondText: (number, name, joinCode) =>
    `${name} si occupa di ${number}. ${joinCode === undefined ? 'Lei non deve fare nulla.' : `Risponda J${joinCode} per partecipare alla chiamata.`}`,
  declinedText: (number) => `Ha rifiutato ${number}. Chiediamo agli altri.`,
  directText: (number) =>
    `Annotato: il cliente di ${number} ha raggiunto Lei. Il caso è Suo, e non cerchiamo più nessuno.`,
  talkedText: (number, code) =>
    `Ha parlato con il cliente di ${number}? In tal caso risponda D${code}. Altrimenti lo chiami: presto La cercheremo di nuovo.`,
  codeNotKnown: (code) => `${code} non è un codice di un Suo caso aperto. Nulla è stato accettato.`,
  overText: (number) => `${number} non è più aperto. Nulla è stato accettato.`,
  howToAnswer: (codes) =>
    `Nulla è stato accettato. Risponda con il codice: ${codes.map((c) => `A${c.code} per ${c.number}`).join(', ')}.`,
  nothingOpen: 'Nessun Suo caso aspetta una risposta.',
  strangerText: (deskName, number) =>
    `L'assistenza ${deskName} risponde al telefono: chiami ${number}. Gli SMS qui non vengono letti.`,
  caseNumberText: ({ deskName, deskNumber, caseNumber }) =>
    `Il Suo caso presso l'assistenza ${deskName} ha il numero ${caseNumber}. Se ci chiama al ${deskNumber}, lo indichi.`,
  acceptPage: italianAcceptPage,
  failOpen: italianFailOpen,
  operator: italianOperator,
  redirect: italianRedirect,
  technician: italianTechnician,
  customer: italianCustomer,
  bar: italianBar,
  calendar: italianCalendar,
  duty: italianDuty,
  register: italianRegister,
  dutyPage: italianDutyPage,
  dutyChanges: italianDutyChanges,
  leaveFile: italianLeaveFile,
  people: italianPeople,
  hours: italianHours,
  refused: italianRefused,
  whatIf: italianWhatIf,
  cases: italianCase,
  ...italianAlarms,
};
