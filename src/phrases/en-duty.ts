import { dayAndTime } from './day-and-time.ts';
import { englishCalendar } from './en-calendar.ts';
import type { DutyPhrases, HandoffFacts, SwapFacts } from './duty-phrases.ts';

function what({ role, seat }: { role: string; seat: string | undefined }): string {
  return `${englishCalendar.role(role)}${seat === undefined ? '' : ` (${seat})`}`;
}

function whatUntil({ timeZone, now, turns }: HandoffFacts): string {
  const each = turns.map((turn) => {
    const until =
      turn.until === undefined ? 'further notice' : dayAndTime(turn.until, { timeZone, now, language: 'en' });
    return `until ${until}${turn.withPauses ? ', with breaks,' : ''} as ${what(turn)}`;
  });
  return each.join(', ');
}

function span({ from, to }: { from: Date; to: Date }, { timeZone, now }: SwapFacts): string {
  const seen = { timeZone, now, language: 'en' };
  return `${dayAndTime(from, seen)} to ${dayAndTime(to, seen)}`;
}

/** What people on duty are told about it. */
export const englishDuty: DutyPhrases = {
  onDuty: (facts) => `You are on duty for ${facts.deskName} ${whatUntil(facts)}.`,
  offDuty: ({ deskName, turns }) =>
    `You are off duty for ${deskName} ${turns.map((turn) => `as ${what(turn)}: ${turn.successor} has taken over`).join('; ')}.`,
  reminder: (facts) =>
    `You go on duty for ${facts.deskName} on ${dayAndTime(facts.from, { ...facts, language: 'en' })}, ${whatUntil(facts)}.`,
  swapAsked: (facts, link) => {
    const { askedBy, role, deskName, gives, takes } = facts;
    const back = takes === undefined ? '' : `, and takes yours, ${span(takes, facts)}`;
    return `${askedBy} asks you to take the duty as ${what({ role, seat: undefined })} for ${deskName}, ${span(gives, facts)}${back}. Say yes or no: ${link}`;
  },
  swapGranted: (facts) => {
    const { askedOf, deskName, gives, takes } = facts;
    const back = takes === undefined ? '' : ` You take over ${span(takes, facts)}.`;
    return `Granted: ${askedOf} takes your duty for ${deskName}, ${span(gives, facts)}.${back}`;
  },
  swapTaken: (facts) => {
    const { askedBy, role, deskName, gives, takes } = facts;
    const back = takes === undefined ? '' : ` ${askedBy} takes yours, ${span(takes, facts)}.`;
    return `You have taken over from ${askedBy}: ${what({ role, seat: undefined })} for ${deskName}, ${span(gives, facts)}.${back}`;
  },
  swapRefused: (facts) =>
    `Not granted: ${facts.askedOf} does not take your duty for ${facts.deskName}, ${span(facts.gives, facts)}. It stays yours.`,
  swapOver: (facts) =>
    `You need not take the duty of ${facts.askedBy} for ${facts.deskName}, ${span(facts.gives, facts)}. That is settled.`,
  swapWhy: (why) => `The reason given: ${why}`,
  subject: (deskName) => `Duty for ${deskName}`,
  drillText: ({ deskName, code, from, ...seen }) =>
    `TEST, no case. You go on duty for ${deskName} on ${dayAndTime(from, { ...seen, language: 'en' })}. Answer ${code} to show that our texts reach you.`,
  drillSpoken: (deskName) => `${deskName} support. This is a test before you go on duty. There is no case.`,
  drillKeys: 'Press 1 to show that our calls reach you, 9 to repeat.',
  drillHeard: 'Thank you. Our calls reach you. Goodbye.',
  drillGivesWay: 'This was only a test, but now a case needs you. Please hang up: we call you again at once.',
  drillPast: 'This was a test call. It is over, and you need do nothing. Goodbye.',
  drillThanks: 'Thank you: our texts reach you.',
  numberReplaced: ({ channel, before, after }, link) =>
    `Your number for our ${channel === 'sms' ? 'texts' : 'calls'} was changed by an imported list: it ends in ${after} now, and no longer in ${before}. It is not verified. Have a code sent, or change it: ${link}`,
  numberSubject: 'Your number was changed',
  codeText: (code) => `${code} is your code for Afterhours. It is good for 10 minutes. Tell it to nobody.`,
  codeSpoken: (digits) => `This is Afterhours. Your code is ${digits}. Once more: ${digits}. Goodbye.`,
};
