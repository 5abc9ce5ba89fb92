import { englishCase } from './en-case.ts';
import { toCardinal } from 'n2words/en-US';
import { alarmPhrases } from './en-alarms.ts';
import { englishAcceptPage } from './en-accept-page.ts';
import { englishBar } from './en-bar.ts';
import { englishCustomer } from './en-customer.ts';
import { englishDigits } from './en-digits.ts';
import { englishCalendar } from './en-calendar.ts';
import { englishDuty } from './en-duty.ts';
import { englishFailOpen } from './en-fail-open.ts';
import { englishRegister } from './en-register.ts';
import { englishTechnician } from './en-technician.ts';
import { englishTime } from './en-time.ts';
import { englishWhatIf } from './en-what-if.ts';
import { englishVoices } from './en-voices.ts';
import { englishOperator } from './en-operator.ts';
import { englishRedirect } from './en-redirect.ts';
import { englishDutyPage } from './en-duty-page.ts';
import { englishDutyChanges } from './en-duty-changes.ts';
import { englishLeaveFile } from './en-leave-file.ts';
import { englishPeople } from './en-people.ts';
import { englishHours } from './en-hours.ts';
import { englishRefused } from './en-refused.ts';
import type { CaseForPage, HoldFacts, Phrases } from './phrases.ts';
import { capital, pluralIn } from './plural.ts';

const plural = pluralIn('en');
const count = (n: number): string => (n <= 10 ? toCardinal(n) : String(n));
const phones = (n: number): string =>
  `${capital(count(n))} ${plural(n, { one: 'phone is', other: 'phones are' })} ringing.`;

/** "in 40 seconds", "in 2 minutes": rounded so that it is true when it is heard. */
function inTime(seconds: number): string {
  if (seconds <= 5) return 'in a moment';
  if (seconds < 90) return `in ${Math.ceil(seconds / 5) * 5} seconds`;
  return `in ${Math.ceil(seconds / 60)} minutes`;
}

/** Picked up may be a voicemail box: nothing is said of who listens. */
function pickedUp({ listening, ringing }: HoldFacts): string {
  const picked = `${capital(count(listening))} ${plural(listening, { one: 'phone has', other: 'phones have' })} been picked up`;
  if (ringing === 0) return `${picked}. Nobody has accepted yet.`;
  return `${picked}, and ${count(ringing)} ${plural(ringing, { one: 'is', other: 'are' })} ringing.`;
}

function hold(facts: HoldFacts): string {
  if (facts.acceptedBy && facts.talksElsewhere)
    return `${facts.acceptedBy} has your case and is talking to another customer. Please hold to be connected after that, or hang up, and ${facts.acceptedBy} calls you back.`;
  if (facts.acceptedBy) return `${facts.acceptedBy} has accepted, and is coming to the line.`;
  if (facts.listening > 0) return pickedUp(facts);
  if (facts.ringing > 0) return phones(facts.ringing);
  if (facts.asked > 0)
    return `${capital(count(facts.asked))} ${plural(facts.asked, { one: 'person is', other: 'people are' })} being called.`;
  if (facts.nextRoundInSeconds !== undefined)
    return `Nobody has accepted yet. We call again ${inTime(facts.nextRoundInSeconds)}.`;
  return 'We are still with you.';
}

const severity = (page: CaseForPage): string => (page.severity ? `Severity ${page.severity}. ` : '');
const who = (page: CaseForPage): string => page.customer ?? 'Caller unknown';

function pageText(page: CaseForPage, code: number, link: string): string {
  const sev = page.severity ? `SEV ${page.severity} ` : '';
  const phone = page.callbackNumber ?? 'number withheld';
  const hold = page.callerHolds ? ' Caller holds.' : '';
  const customer = page.customer && page.customer !== page.callbackNumber ? `${page.customer}, ` : '';
  return `A${code} accepts, N${code} declines. ${sev}${page.number} ${customer}${phone}: ${page.summary}.${hold} ${link}`;
}

function acceptedText(page: CaseForPage, ringsNow: boolean): string {
  const yours = `You have ${page.number}.`;
  if (ringsNow) return `${yours} Your phone rings now: press 1 and you are with the caller.`;
  const where = page.callerHolds
    ? 'The caller is on hold, and we have no working number to call you on.'
    : 'The caller has hung up.';
  return `${yours} ${where} ${page.callbackNumber ? `Call ${page.callbackNumber}.` : 'No number of theirs is known.'}`;
}

/** Case numbers are long to hear: three of them, and the rest are in the texts. */
function acceptedSeveral(numbers: string[]): string {
  const rest = numbers.length - 3;
  const more = rest > 0 ? `; and ${count(rest)} more` : '';
  return `You have ${count(numbers.length)} cases: ${numbers.slice(0, 3).join('; ')}${more}.`;
}

export const english: Phrases = {
  language: 'en-US',
  voices: englishVoices,
  time: englishTime,
  digits: englishDigits,
  hungUpBeforeChoosing: 'Hung up before choosing',
  nothingChosen: 'A call that nothing was chosen in',
  pageIntroduction: (deskName) => `${deskName} support.`,
  pageOf: (page) => `${severity(page)}${who(page)}, case ${page.spokenNumber}: ${page.summary}.`,
  pageKeys: 'Press 1 to accept, 2 to decline, 9 to repeat.',
  numberEnding: (digits) => `a number ending in ${digits}`,
  severalPages: (n) => `${capital(count(n))} cases wait.`,
  severalKeys: 'Press 1 to accept all, 2 to decline all, 3 to hear them one by one, 9 to repeat.',
  notAKey: 'That key does nothing here.',
  noKey: 'No key was pressed, so nothing was accepted. Goodbye.',
  acceptedConnecting: 'You have it. Connecting you with the caller.',
  acceptedSeveral,
  acceptedCallerGone: (number) =>
    `You have case ${number}. The caller has hung up. Press 1 to call the customer now.`,
  acceptedNoNumber: (number) =>
    `You have case ${number}. The caller has hung up and left no number. What is known is in your text message.`,
  declined: 'Declined. The others are being asked. Goodbye.',
  takenBy: (name, number) => `Case ${number} is taken by ${name}.`,
  joinOffer: 'Press 1 to join the call, or hang up.',
  callingYouAgain:
    'The caller is on another line. Please hang up: we call you again in a few seconds and connect you.',
  callerToHangUp:
    'You have the case. The caller is on a line that we cannot connect. We ask them to hang up, and then you call them with one key. Please stay on the line.',
  joining: 'You are joining the call.',
  callIsOver: 'That call is over. You need do nothing. Goodbye.',
  takenByYou: (number) => `You have taken case ${number}.`,
  pressToTalk: 'Press 1 to talk to the caller.',
  noLongerNeeded: (number) => `Case ${number} no longer needs you. Goodbye.`,
  callingCustomer: 'Calling the customer. If a voicemail box answers, press star.',
  reachedThem:
    'Did you reach the customer? Press 1 for yes, and you go back to the call. Press 2 for no, and we hang up on that phone.',
  talkedToThem: 'That phone has hung up. Did you talk to the customer? Press 1 for yes, 2 for no.',
  talkedNoted: 'Noted, you have talked to the customer. Press 1 to call again, or hang up.',
  notReachedNoted:
    'Noted, the customer was not reached, and the case is still yours. Press 1 to call again, or hang up.',
  callerLeft: 'The caller has left. Press 1 to call the customer, or hang up.',
  nextCaller: (number) => `Your next caller holds, case ${number}. Stay on the line to be connected.`,
  customerNotReached: 'The customer did not answer. Press 1 to call again, or hang up.',
  goodbye: 'Goodbye.',
  hold,
  yourCase: (number) => `Your case is ${number}.`,
  nobodyComing: (number) =>
    `Case ${number} is no longer being worked on. If you still need somebody, press 1. If all is well, hang up.`,
  connectedTo: (name) => `${name} has your case. You are being connected.`,
  pleaseHangUp: (name) => `${name} has your case and calls you back in a moment. Please hang up now.`,
  callBack: (deskName, name) => `${deskName} support calls you back. ${name} is on the line.`,
  responderLeft: (name) =>
    `${name} has left the call. To get somebody back, press 1. If all is well, hang up.`,
  leftBeforeMeeting: (name) =>
    `${name} was on the line and is not any more. We are calling ${name} again. Please hold.`,
  backOnHold: 'We are calling our people again. Please hold, or hang up and we will call you back.',
  farewell: (number) => `Your case is ${number}. If you need us, call again. Goodbye.`,
  apology: 'Sorry, we have a fault on our side. Please stay on the line.',
  pageText,
  standDownText: (number, name) => `${number} taken by ${name}. You need do nothing.`,
  acceptedText,
  acceptedSecondText: (number, name, joinCode) =>
    `${number} is taken by ${name}. ${joinCode === undefined ? 'You need do nothing.' : `Answer J${joinCode} to join the call.`}`,
  declinedText: (number) => `You declined ${number}. The others are being asked.`,
  directText: (number) =>
    `Noted: the customer of ${number} reached you. It is yours, and the paging has stopped.`,
  talkedText: (number, code) =>
    `Did you talk to the customer of ${number}? Answer D${code} if you did. If not, call them: you are paged again soon.`,
  codeNotKnown: (code) => `${code} is not a code of an open case of yours. Nothing was accepted.`,
  overText: (number) => `${number} is no longer open. Nothing was accepted.`,
  howToAnswer: (codes) =>
    `Nothing was accepted. Answer with the code: ${codes.map((c) => `A${c.code} for ${c.number}`).join(', ')}.`,
  nothingOpen: 'No case of yours waits for an answer.',
  strangerText: (deskName, number) =>
    `${deskName} support answers by telephone: call ${number}. Texts are not read here.`,
  caseNumberText: ({ deskName, deskNumber, caseNumber }) =>
    `Your case with ${deskName} support is ${caseNumber}. If you call us about it on ${deskNumber}, give that number.`,
  acceptPage: englishAcceptPage,
  failOpen: englishFailOpen,
  operator: englishOperator,
  technician: englishTechnician,
  customer: englishCustomer,
  bar: englishBar,
  register: englishRegister,
  dutyPage: englishDutyPage,
  dutyChanges: englishDutyChanges,
  leaveFile: englishLeaveFile,
  people: englishPeople,
  hours: englishHours,
  refused: englishRefused,
  whatIf: englishWhatIf,
  cases: englishCase,
  calendar: englishCalendar,
  duty: englishDuty,
  redirect: englishRedirect,
  ...alarmPhrases,
};
