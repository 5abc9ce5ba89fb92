import { listIn } from './list.ts';
import { whyClosed, type StripWords } from './strip-words.ts';

const all = listIn('en-GB', 'conjunction');

/** What rings, and the buttons beside it, in English. */
export const englishStrip: StripWords = {
  label: 'Calls now',
  ringing: 'Ringing',
  speaking: 'Speaking',
  onTheWay: 'Being connected',
  transferring: 'Being handed on',
  aside: 'Waits for a moment',
  holding: 'On hold',
  alone: 'On the line alone',
  hungUp: 'Hung up',
  withheld: 'number withheld',
  unknown: 'Unknown caller',
  approved: 'approved contact',
  notApproved: 'not an approved contact',
  approvedOnes: (names) => (names.length === 0 ? 'Nobody is approved.' : `Approved: ${all(names)}`),
  ringsAt: (names) => `rings at ${all(names)}`,
  yours: 'your telephone',
  nextIn: 'goes on in',
  since: (time) => `since ${time}`,
  with: (name) => `with ${name}`,
  lasted: (length) => `after ${length}`,
  ago: 'ago',
  openCases: 'Open cases:',
  noOpenCases: 'No open cases',
  about: (number) => `About ${number}`,
  putOn: 'Put on',
  willBePutOn: 'put on it after the call',
  answer: 'Answer',
  answerAndPark: (names) => `Answer, park ${all(names)}`,
  openForm: 'Open the form',
  faults: {
    gone: 'The caller has hung up.',
    taken: 'Somebody else has taken the call.',
    'not-ringing': 'Nobody’s telephone rings for this call any more.',
    'in-talk': 'You are in a talk that nobody else would go on with: end it first, then answer.',
    'no-phone': 'Your account is nobody in the roster who has a telephone: take the call by telephone.',
    'not-handed-on': 'Not handed on: the office is closed, somebody has the call, or the caller has hung up.',
  },
  transfer: (to) => `Hand on to ${to}`,
  transferWarm: (to) => `Call ${to}, and stay`,
  openUntil: (time) => `Open until ${time}`,
  closed: (reason, opens) =>
    `Closed${whyClosed(reason, (name) => name)}: nobody can be handed on.${opens === undefined ? '' : ` Opens ${opens}.`}`,
  shift: 'Shift',
};
