import { writeSpan, type DayHours } from '../coverage/index.ts';
import type { PagedRole } from '../ivr/index.ts';
import type { Answer } from './answer.ts';
import type { Exchange } from './call.ts';
import type { OfficeAnswer } from './office.ts';
import type { ForeseenPaging } from './rounds.ts';
import { inHours, inWords, localClock, localTime } from './times.ts';

/** The answer for people, line by line. */
export function inText(answer: Answer): string[] {
  const { script, at, notes, office, call, pagings } = answer;
  const zone = script.timeZone;
  return [
    `Desk ${script.desk} (${script.name}), ${localTime(at, zone)} in ${zone}.`,
    ...notes.map((note) => `Note: ${note}`),
    '',
    ...tellOffice(office, at, zone),
    '',
    'The caller',
    ...call.exchanges.flatMap((exchange, index) =>
      tellExchange(exchange, call.exchanges[index - 1]?.language ?? script.language),
    ),
    '',
    'What follows',
    ...indent([
      ...tellCase(answer),
      ...call.texts.map(({ to, body }) => `A text goes to ${to}: "${body}"`),
      ...pagings.flatMap((paging) => tellPaging(paging, zone)),
    ]),
    '',
    'Names are left out: who has duty stands in the database. It is taken that each role has as many people on duty as',
    'the plan asks for, that nobody accepts meanwhile, and that the caller has no open case.',
  ];
}

function tellOffice(office: OfficeAnswer, at: Date, zone: string): string[] {
  const { open, because, changesAt, nextDays, added, subtracted, passed, promised } = office;
  const verb = open ? 'closes' : 'opens';
  const change =
    changesAt === undefined
      ? `It does not ${open ? 'close' : 'open'} within a year.`
      : `It ${verb} ${localTime(changesAt, zone)}, in ${inWords(Number(changesAt) - Number(at))}.`;
  const instant = (date: Date | undefined): string =>
    date === undefined ? 'never: the office is not open for so long' : localTime(date, zone);
  return [
    `The office is ${open ? 'open' : 'closed'}: ${tellReason(because)}.`,
    change,
    ...(nextDays.length === 0 ? [] : ['Open in the seven days from then on:']),
    ...indent(nextDays.map(({ from, to }) => `${localTime(from, zone)} to ${localTime(to, zone)}`)),
    ...(added
      ? [`${inHours(added.ms)} of business time from then on are over ${instant(added.until)}.`]
      : []),
    ...(subtracted
      ? [
          `The last ${inHours(subtracted.ms)} of business time before then began ${instant(subtracted.since)}.`,
        ]
      : []),
    ...(passed
      ? [`Since ${localTime(passed.since, zone)}, ${inHours(passed.ms)} of business time have passed.`]
      : []),
    ...(promised
      ? [
          `What was promised then within ${inHours(promised.withinMs)} of business time is due ${instant(promised.dueAt)}: ` +
            `${promised.isDue ? 'it is due' : 'it is not due yet'}.`,
        ]
      : []),
  ];
}

function tellReason({ date, weekday, spans, reason }: DayHours): string {
  const hours = spans.length === 0 ? 'nothing opens' : `its hours are ${spans.map(writeSpan).join(', ')}`;
  const day = `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}`;
  switch (reason.kind) {
    case 'weekday':
      return `on a ${day} ${hours}`;
    case 'holiday':
      return `${date} is ${reason.name}, and ${hours}`;
    case 'exception':
      return `${date} is an exception, and ${hours} (${reason.why})`;
  }
}

/** The language is told where it changes; `before` is the one until then. */
function tellExchange({ did, says, language, waitsFor }: Exchange, before: string): string[] {
  const change = language === before ? '' : `, and is spoken to in ${language} from then on`;
  return [`- ${did}${change}`, ...indent([...says.map((text) => `"${text}"`), `(${tellWait(waitsFor)})`])];
}

function tellWait(awaits: Exchange['waitsFor']): string {
  switch (awaits.kind) {
    case 'menu':
      return `a key${awaits.speech ? ' or a word' : ''}, for ${awaits.timeoutSeconds} s`;
    case 'number':
      return `a telephone number, then ${awaits.finishOnKey}`;
    case 'record':
      return `a message of at most ${awaits.maxSeconds} s`;
    case 'hold':
      return 'holds until somebody accepts';
    case 'end':
      return 'the call is over';
  }
}

function tellCase({ call, office, script }: Answer): string[] {
  if (call.case === undefined)
    return ['No case yet: nothing was chosen. Whoever hangs up now gets one all the same.'];
  const { caseKind, severity, summary } = call.case;
  const { changesAt, open } = office;
  const kind = severity === undefined ? `of kind ${caseKind}` : `of severity ${severity}`;
  const next =
    open || changesAt === undefined ? '' : ` The office opens ${localTime(changesAt, script.timeZone)}.`;
  return [
    `A case ${kind} is opened: "${summary}". Its number here, ${call.caseNumber}, is the script's first.`,
    ...(call.callbackNumber === undefined ? [] : [`It is called back on ${call.callbackNumber}.`]),
    ...(call.promise === undefined ? [] : [`The caller is promised an answer ${call.promise}.${next}`]),
    ...(call.plans.length === 0 ? ['Nobody is paged.'] : []),
  ];
}

function tellPaging({ plan, oneAtATime, rounds, givesUp, contact }: ForeseenPaging, zone: string): string[] {
  const how = oneAtATime ? 'one after another' : 'all at once';
  return [
    `The plan ${plan} pages, ${how}, until somebody accepts; in the first hour:`,
    ...indent(
      rounds.map(
        ({ round, at, page, by }) =>
          `${localClock(at, zone)} round ${round}: ${page.map(inPeople).join(', ')}, by ${by.join(' and ')}`,
      ),
    ),
    ...(givesUp === undefined ? [] : [givesUp]),
    ...(contact === undefined
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

function inPeople({ role, people, or }: PagedRole): string {
  return `${people} ${role}${or === undefined ? '' : ` (or ${or.join(', or ')})`}`;
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
