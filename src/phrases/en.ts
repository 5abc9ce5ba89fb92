import type { CaseForPage, HoldFacts, Phrases } from './phrases.ts';

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const count = (n: number): string => COUNTS[n] ?? String(n);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const phones = (n: number): string => `${capital(count(n))} ${n === 1 ? 'phone is' : 'phones are'} ringing.`;

/** "in 40 seconds", "in 2 minutes": rounded so that it is true when it is heard. */
function inTime(seconds: number): string {
  if (seconds <= 5) return 'in a moment';
  if (seconds < 90) return `in ${Math.ceil(seconds / 5) * 5} seconds`;
  return `in ${Math.ceil(seconds / 60)} minutes`;
}

function hold(facts: HoldFacts): string {
  if (facts.acceptedBy) return `${facts.acceptedBy} has accepted and is being put through to you.`;
  if (facts.listening > 0)
    return `${capital(count(facts.listening))} of us ${facts.listening === 1 ? 'is' : 'are'} on the phone about your case now.`;
  if (facts.ringing > 0) return phones(facts.ringing);
  if (facts.asked > 0)
    return `${capital(count(facts.asked))} ${facts.asked === 1 ? 'person is' : 'people are'} being called.`;
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

export const english: Phrases = {
  pageIntroduction: (deskName) => `${deskName} support.`,
  pageOf: (page) => `${severity(page)}${who(page)}, case ${page.spokenNumber}: ${page.summary}.`,
  pageKeys: 'Press 1 to accept, 2 to decline, 9 to repeat.',
  severalPages: (n) => `${capital(count(n))} cases wait.`,
  severalKeys: 'Press 1 to accept all, 2 to decline all, 3 to hear them one by one, 9 to repeat.',
  notAKey: 'That key does nothing here.',
  noKey: 'No key was pressed, so nothing was accepted. Goodbye.',
  acceptedConnecting: 'You have it. Connecting you with the caller.',
  acceptedSeveral: (numbers) => `You have ${count(numbers.length)} cases: ${numbers.join('; ')}.`,
  acceptedCallerGone: (number) =>
    `You have case ${number}. The caller has hung up. Press 1 to call the customer now.`,
  acceptedNoNumber: (number) =>
    `You have case ${number}. The caller has hung up and left no number. What is known is in your text message.`,
  declined: 'Declined. The others are being asked. Goodbye.',
  takenBy: (name, number) => `Case ${number} is taken by ${name}.`,
  joinOffer: 'Press 1 to join the call, or hang up.',
  takenByYou: (number) => `You have taken case ${number}.`,
  pressToTalk: 'Press 1 to talk to the caller.',
  noLongerNeeded: (number) => `Case ${number} no longer needs you. Goodbye.`,
  callingCustomer: 'Calling the customer.',
  callerLeft: 'The caller has left. Press 1 to call the customer, or hang up.',
  customerNotReached: 'The customer did not answer. Press 1 to call again, or hang up.',
  goodbye: 'Goodbye.',
  hold,
  connectedTo: (name) => `${name} is here. You are being connected.`,
  callBack: (deskName, name) => `${deskName} support calls you back. ${name} is on the line.`,
  responderLeft: (name) =>
    `${name} has left the call. To get somebody back, press 1. If all is well, hang up.`,
  backOnHold: 'We call our people again. Hold, or hang up and we call you.',
  apology: 'We had a fault. You are being put back.',
  apologyWithCase: (number) => `We had a fault, but your case ${number} is safe and we go on with it.`,
  pageText,
  standDownText: (number, name) => `${number} taken by ${name}. You need do nothing.`,
  acceptedText,
  acceptedSecondText: (number, name, joinCode) =>
    `${number} is taken by ${name}. ${joinCode === undefined ? 'You need do nothing.' : `Answer J${joinCode} to join the call.`}`,
  declinedText: (number) => `You declined ${number}. The others are being asked.`,
  directText: (number) =>
    `Noted: the customer of ${number} reached you. It is yours, and the paging has stopped.`,
  codeNotKnown: (code) => `${code} is not a code of an open case of yours. Nothing was accepted.`,
  overText: (number) => `${number} is no longer open. Nothing was accepted.`,
  howToAnswer: (codes) =>
    `Nothing was accepted. Answer with the code: ${codes.map((c) => `A${c.code} for ${c.number}`).join(', ')}.`,
  nothingOpen: 'No case of yours waits for an answer.',
  strangerText: (deskName, number) =>
    `${deskName} support answers by telephone: call ${number}. Texts are not read here.`,
  alarmText: (message) => `ALARM ${message}`,
};
