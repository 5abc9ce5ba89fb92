import type { PagedRole } from '../ivr/index.ts';
import type { ForeseenAcceptance, ForeseenContact, StoodDown } from './accepted.ts';
import type { Answer } from './answer.ts';
import type { AskedInRound, ForeseenPerson } from './asked.ts';
import type { ForeseenPaging, ForeseenRound } from './rounds.ts';
import { spellsOf, type Spell } from './spells.ts';
import { inWords, localClock, localTime } from './times.ts';
import { holeInWords, notAskedInWords, seatInWords, withoutInWords } from './words.ts';

/** The pagings that begin, and to whom a call can be handed on. */
export function tellPagings({ pagings, accepted, call, handsOn, script }: Answer): string[] {
  const zone = script.timeZone;
  const isRung = call.plans.some((name) => script.plans[name]?.takes === 'call');
  return [
    ...(call.hasHungUp && isRung
      ? ['Nobody is rung any more: the caller has hung up, and the case waits to be registered.']
      : []),
    ...pagings.flatMap((paging, index) =>
      tellPaging(paging, zone, index === pagings.length - 1 ? accepted : undefined),
    ),
    ...handsOn.flatMap(({ name, paging }) =>
      paging === undefined
        ? [`Whoever answers cannot hand the caller on to ${name}: the office is closed.`]
        : [`Whoever answers can hand the caller on to ${name}.`, ...indent(tellPaging(paging, zone))],
    ),
  ];
}

function tellPaging(paging: ForeseenPaging, zone: string, accepted?: ForeseenAcceptance): string[] {
  const { plan, oneAtATime, rounds, givesUp, givenUp, goesOnWith, contact, takes } = paging;
  const how = oneAtATime ? 'one after another' : 'all at once';
  const does = takes === 'call' ? 'rings' : 'pages';
  return [
    `The plan ${plan} ${does}, ${how}, until somebody accepts; in the first hour:`,
    ...indent(spellsOf(rounds).flatMap((spell) => tellSpell(spell, zone, takes === 'call'))),
    ...(givenUp === undefined
      ? givesUp === undefined
        ? []
        : [givesUp]
      : [
          `${localClock(givenUp.at, zone)}: ${givenUp.why}, and the caller goes on with ${goesOnWith ?? 'nothing'}.`,
        ]),
    ...(accepted === undefined ? [] : tellAccepted(accepted, zone)),
    ...(contact === undefined || accepted !== undefined
      ? []
      : [
          `Accepted, but no contact with the customer: paged again after ${contact.pagedAgainAfterMinutes} minutes, ` +
            `the supervisor too from ${localTime(contact.supervisorFrom, zone)}.`,
        ]),
    ...(contact?.dueAt
      ? [
          `Somebody must be in contact with the customer by ${localTime(contact.dueAt, zone)}, office open or not.`,
        ]
      : []),
  ];
}

/** What follows when somebody accepts. */
function tellAccepted(accepted: ForeseenAcceptance, zone: string): string[] {
  const { round, at, takes, by, hears, connects, callerHears, stoodDown, contact, mails } = accepted;
  const does = by?.via === 'sms' ? 'reads' : 'hears';
  const said = hears === undefined ? '' : `, and ${does}: "${hears}"`;
  const what = takes === 'call' ? 'takes the call' : 'accepts';
  const caller = connects
    ? [`The caller hears: "${callerHears ?? 'that they are being connected'}"`]
    : ['The caller has hung up, and hears nothing.'];
  return [
    `${localClock(at, zone)}: ${by?.name ?? 'somebody'} ${what} in round ${round}${said}`,
    ...indent([
      ...caller,
      ...stoodDown.map(tellStoodDown),
      ...mails.map(({ to, subject }) => `A mail goes to ${to}: "${subject}"`),
      ...(contact === undefined ? [] : tellContact(contact, zone)),
    ]),
  ];
}

function tellStoodDown({ name, rings, hears, text }: StoodDown): string {
  const phone = rings ? ` phone stops ringing; whoever has picked it up hears: "${hears ?? ''}"` : '';
  if (text === undefined) return rings ? `${name}:${phone}` : `${name} is asked no more, and needs no text`;
  return `${name}:${phone === '' ? '' : `${phone};`} a text says: "${text}"`;
}

function tellContact({ isMade, pagedAgain }: ForeseenContact, zone: string): string[] {
  const [first] = pagedAgain;
  const again = indent(spellsOf(pagedAgain).flatMap((spell) => tellSpell(spell, zone, false)));
  return [
    isMade
      ? 'They meet on the line: that is the contact, and nobody is paged again. If they did not:'
      : 'Nobody has spoken with the customer yet. Unless somebody does:',
    ...(first === undefined ? ['  nothing more within the hour'] : again),
  ];
}

function tellSpell({ first, last, everyMs, isSame }: Spell, zone: string, takesCalls: boolean): string[] {
  if (first.asked === undefined || !isSame) return tellRound(first, zone, takesCalls);
  if (everyMs === undefined) return [`${localClock(first.at, zone)} round ${first.round}: the same`];
  const times = `${localClock(first.at, zone)} to ${localClock(last.at, zone)}`;
  return [`${times} rounds ${first.round} to ${last.round}, every ${inWords(everyMs)}: the same`];
}

function tellRound(
  { round, at, page, by, asked }: ForeseenRound,
  zone: string,
  takesCalls: boolean,
): string[] {
  const start = `${localClock(at, zone)} round ${round}:`;
  if (asked === undefined) return [`${start} ${page.map(inPeople).join(', ')}, by ${by.join(' and ')}`];
  const [only = 'nobody', ...more] = asked.people.map(tellPerson);
  const missing = indent(tellMissing(asked, zone, takesCalls));
  return more.length === 0
    ? [`${start} ${only}`, ...missing]
    : [start, ...indent([only, ...more]), ...missing];
}

function tellMissing({ holes, notAsked }: AskedInRound, zone: string, takesCalls: boolean): string[] {
  return [
    ...holes.map((hole) => holeInWords(hole, takesCalls)),
    ...notAsked.map((of) => `not ${of.name}, ${of.role}: ${notAskedInWords(of, zone)}`),
  ];
}

function tellPerson(person: ForeseenPerson): string {
  const { name, role, channels, without } = person;
  const by = channels.length === 0 ? 'by nothing' : `by ${channels.join(' and ')}`;
  const why = [seatInWords(person), ...without.map(withoutInWords)].join(', ');
  return `${name}, ${role}, ${by} (${why})`;
}

/** Who is given the case, and when. */
export function tellAssignment({ assignment, script, known }: Answer): string[] {
  if (assignment === undefined) return [];
  const { role, onceRegistered, at, to, unreachable, dueAt } = assignment;
  const zone = script.timeZone;
  if (at === undefined) return ['The case is given to nobody: the office does not open within a year.'];
  const whom =
    to?.name ??
    (known.roster === undefined
      ? `the ${role} who is on duty then`
      : `nobody: no ${role} is on duty then who can be told${unreachable.length > 0 ? ` (${unreachable.join(', ')})` : ''}`);
  const when = onceRegistered ? 'Once it is registered, the case is given' : 'The case is given';
  const due = dueAt === undefined ? '' : ` Contact is due ${localTime(dueAt, zone)}.`;
  return [`${when} to ${whom}, ${localTime(at, zone)} at the earliest.${due}`];
}

function inPeople({ role, people, or }: PagedRole): string {
  return `${people} ${role}${or === undefined ? '' : ` (or ${or.join(', or ')})`}`;
}

export function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
