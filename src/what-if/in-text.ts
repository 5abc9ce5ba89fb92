import type { Answer } from './answer.ts';
import type { Exchange } from './call.ts';
import type { OfficeAnswer } from './office.ts';
import { indent, tellAssignment, tellPagings } from './pagings-in-text.ts';
import { inHours, inWords, localTime } from './times.ts';
import { assumptions, callerInWords, deedInWords, noteInWords, reasonInWords } from './words.ts';

/** The answer for people, line by line. */
export function inText(answer: Answer): string[] {
  const { script, at, notes, office, call, known, onHold } = answer;
  const zone = script.timeZone;
  const languageBefore = (index: number) => call.exchanges[index - 1]?.language ?? script.language;
  const last = call.exchanges.at(-1)?.language ?? script.language;
  return [
    `Desk ${script.desk} (${script.name}), ${localTime(at, zone)} in ${zone}.`,
    ...notes.map((note) => `Note: ${noteInWords(note, zone)}`),
    '',
    ...tellOffice(office, at, zone),
    '',
    known.roster === undefined ? 'The caller' : `The caller: ${callerInWords(answer)}`,
    ...call.exchanges.flatMap((exchange, index) => tellExchange(exchange, languageBefore(index))),
    ...(onHold === undefined
      ? []
      : indent([`then, and again at least every 20 s, what is true: "${onHold}"`])),
    ...(call.whenNobodyComes === undefined ? [] : tellExchange(call.whenNobodyComes, last)),
    '',
    'What follows',
    ...indent([
      ...tellCase(answer),
      ...call.texts.map(({ to, body }) => `A text goes to ${to}: "${body}"`),
      ...tellPagings(answer),
      ...tellAssignment(answer),
    ]),
    '',
    ...assumptions(answer),
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
    `The office is ${open ? 'open' : 'closed'}: ${reasonInWords(because)}.`,
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

/** The language is told where it changes; `before` is the one until then. */
function tellExchange({ did, says, language, waitsFor }: Exchange, before: string): string[] {
  const change = language === before ? '' : `, and is spoken to in ${language} from then on`;
  return [
    `- ${deedInWords(did)}${change}`,
    ...indent([...says.map((text) => `"${text}"`), `(${tellWait(waitsFor)})`]),
  ];
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

function tellCase(answer: Answer): string[] {
  const { call, office, script } = answer;
  if (call.case === undefined)
    return ['No case yet: nothing was chosen. Whoever hangs up now gets one all the same.'];
  const { caseKind, severity, summary } = call.case;
  const { changesAt, open } = office;
  const kind = severity === undefined ? `of kind ${caseKind}` : `of severity ${severity}`;
  const next =
    open || changesAt === undefined ? '' : ` The office opens ${localTime(changesAt, script.timeZone)}.`;
  return [
    `A case ${kind} is opened: "${summary}". ${numberInWords(answer)}`,
    ...(call.callbackNumber === undefined ? [] : [`It is called back on ${call.callbackNumber}.`]),
    ...(call.promise === undefined ? [] : [`The caller is promised an answer ${call.promise}.${next}`]),
    ...(call.plans.length === 0 ? ['Nobody is paged.'] : []),
  ];
}

function numberInWords({ call, known }: Answer): string {
  if (known.nextNumber === undefined) return `Its number here, ${call.caseNumber}, is the script's first.`;
  return `${call.caseNumber} is the next number today, and is not used up.`;
}
