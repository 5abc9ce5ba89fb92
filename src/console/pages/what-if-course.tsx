import { formatPhoneNumber } from '../../kernel/index.ts';
import { assumptions, callerInWords, holeInWords, reasonInWords, type Answer } from '../../what-if/index.ts';
import { Severity } from '../components/marks.tsx';
import { roleWord } from '../words/states.ts';
import { clockTime, day, minuteTime } from '../words/time.ts';
import { AcceptedSteps } from './what-if-accepted.tsx';
import { HandsOn, PagingSteps } from './what-if-rounds.tsx';
import { Step } from './what-if-step.tsx';

type Exchange = Answer['call']['exchanges'][number];

/** What would happen, in its order. */
export function Course({ answer }: { answer: Answer }) {
  const { script, at, notes, call, pagings, accepted, onHold } = answer;
  const zone = script.timeZone;
  const [first, ...later] = call.exchanges;
  return (
    <>
      {notes.map((note) => (
        <p key={note} class="alarm live" role="status">
          <span>{note}</span>
        </p>
      ))}
      {call.case && <p class="soft">{assumptions(answer).join(' ')}</p>}
      <Findings answer={answer} />
      <ol class="steps course">
        <Step
          time={<time dateTime={at.toISOString()}>{clockTime(at, zone)}</time>}
          small={day(at, zone, 'year')}
        >
          <h3>
            The call comes in
            {script.numbers[0] === undefined ? '' : ` to ${formatPhoneNumber(script.numbers[0])}`}
          </h3>
          <p class="soft">From {callerInWords(answer)}.</p>
          <Office answer={answer} />
        </Step>
        {first && <Spoken exchange={first} small="spoken" />}
        {later.map((exchange, index) => (
          <Spoken key={index} exchange={exchange} small={exchange.did} />
        ))}
        <CaseStep answer={answer} />
        {onHold !== undefined && (
          <Step small="on hold">
            <p class="say" lang={call.exchanges.at(-1)?.language}>
              {onHold}
            </p>
            <p class="dim small">again at least every 20 s, with what is true then; music between</p>
          </Step>
        )}
        {pagings.map((paging, index) => {
          const isAccepted = accepted !== undefined && index === pagings.length - 1;
          return (
            <PagingSteps
              key={paging.plan}
              paging={paging}
              zone={zone}
              began={at}
              isAccepted={isAccepted}
            />
          );
        })}
        <AcceptedSteps answer={answer} />
        {call.whenNobodyComes && <Spoken exchange={call.whenNobodyComes} small="nobody came" />}
        <HandsOn answer={answer} />
        <AssignmentStep answer={answer} />
      </ol>
    </>
  );
}

/** What the first rounds lack: somebody must mend it before that night. */
function Findings({ answer: { pagings } }: { answer: Answer }) {
  const holes = pagings.flatMap(({ rounds, takes }) =>
    (rounds[0]?.asked?.holes ?? []).map((hole) => holeInWords(hole, takes === 'call')),
  );
  if (holes.length === 0) return null;
  return (
    <p class="alarm" role="status">
      <b>
        <span class="state fail">{holes.length === 1 ? '1 finding' : `${holes.length} findings`}</span>
      </b>{' '}
      <span>{holes.map((words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`).join(' ')}</span>
      <a href="/people">Who is on duty</a>
    </p>
  );
}

function Office({ answer: { office, script } }: { answer: Answer }) {
  const { open, because, changesAt } = office;
  const zone = script.timeZone;
  const change =
    changesAt === undefined
      ? `It does not ${open ? 'close' : 'open'} within a year.`
      : `It ${open ? 'closes' : 'opens'} ${day(changesAt, zone, 'year')} ${minuteTime(changesAt, zone)}.`;
  return (
    <p class="soft">
      The office is <b>{open ? 'open' : 'closed'}</b>: {reasonInWords(because)}. {change}
    </p>
  );
}

function Spoken({ exchange, small }: { exchange: Exchange; small: string }) {
  const { says, language, waitsFor } = exchange;
  return (
    <Step small={small}>
      {says.length > 0 && (
        <p class="say" lang={language}>
          {says.join(' ')}
        </p>
      )}
      <p class="dim small">{waitInWords(waitsFor)}</p>
    </Step>
  );
}

function waitInWords(awaits: Exchange['waitsFor']): string {
  switch (awaits.kind) {
    case 'menu':
      return `waits ${awaits.timeoutSeconds} s for a key${awaits.speech ? ' or a word' : ''}`;
    case 'number':
      return `waits for a number, then ${awaits.finishOnKey}`;
    case 'record':
      return `records at most ${awaits.maxSeconds} s`;
    case 'hold':
      return 'then the caller holds, or hangs up and is called back';
    case 'end':
      return 'the call is over';
  }
}

function CaseStep({ answer: { call, known } }: { answer: Answer }) {
  if (call.case === undefined)
    return (
      <Step small="case">
        <h3>No case yet</h3>
        <p class="soft">Nothing was chosen. Whoever hangs up now gets one all the same.</p>
      </Step>
    );
  const { severity, summary } = call.case;
  return (
    <Step small="case">
      <h3>
        {severity !== undefined && <Severity of={severity} />} {summary}: {call.caseNumber}
      </h3>
      <p class="dim small">
        {call.caseNumber} is{' '}
        {known.nextNumber === undefined ? 'the script’s first number' : 'the next free number today'}; it is
        not used up
      </p>
      {call.callbackNumber !== undefined && (
        <p class="soft">Called back on {formatPhoneNumber(call.callbackNumber)}.</p>
      )}
      {call.promise !== undefined && (
        <p class="soft">
          The caller is promised an answer:{' '}
          <span lang={call.exchanges.at(-1)?.language}>“{call.promise}”</span>.
        </p>
      )}
      {call.texts.map(({ to, body }) => (
        <p key={body} class="soft">
          A text goes to {formatPhoneNumber(to)}: “{body}”
        </p>
      ))}
      {call.plans.length === 0 && <p class="soft">Nobody is paged.</p>}
    </Step>
  );
}

function AssignmentStep({ answer: { assignment, script, at: asked } }: { answer: Answer }) {
  if (assignment === undefined) return null;
  const { role, onceRegistered, at, to, unreachable, dueAt } = assignment;
  const zone = script.timeZone;
  const isNow = at?.getTime() === asked.getTime();
  const when = onceRegistered ? 'Once registered, the case is given' : 'The case is given';
  const whom =
    to?.name ?? (at === undefined ? 'nobody' : `nobody: no ${roleWord(role)} on duty then can be told`);
  return (
    <Step
      bad={to === undefined}
      time={at && <time dateTime={at.toISOString()}>{minuteTime(at, zone)}</time>}
      small={at === undefined ? 'never' : day(at, zone)}
    >
      <h3>
        {when} to {whom}
      </h3>
      <p class="soft">
        {at === undefined
          ? 'The office does not open within a year.'
          : isNow
            ? 'At once: the office is open.'
            : 'At the next opening of the office.'}
        {unreachable.length > 0 &&
          ` Passed over, because no text and no mail reaches them: ${unreachable.join(', ')}.`}
        {dueAt !== undefined && ` Contact is due ${day(dueAt, zone)} ${minuteTime(dueAt, zone)}.`}
      </p>
    </Step>
  );
}
