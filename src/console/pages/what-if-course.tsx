import type { DayHours, HolidayPlace } from '../../coverage/index.ts';
import { formatPhoneNumber } from '../../kernel/index.ts';
import { callerOf, type Answer } from '../../what-if/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { reasonWords } from '../words/hours-reason.ts';
import { clockTime, day } from '../words/time.ts';
import { AcceptedSteps } from './what-if-accepted.tsx';
import { AssignmentStep } from './what-if-assignment.tsx';
import { CaseStep } from './what-if-case.tsx';
import { momentIn, sentence, type Reader } from './what-if-reader.ts';
import { HandsOn, PagingSteps } from './what-if-rounds.tsx';
import { Step } from './what-if-step.tsx';

type Exchange = Answer['call']['exchanges'][number];

/** What would happen, in its order. */
export function Course({ answer, catalogue }: { answer: Answer; catalogue: Catalogue }) {
  const { script, at, notes, call, pagings, accepted, onHold } = answer;
  const reader: Reader = { catalogue, zone: script.timeZone };
  const { zone } = reader;
  const words = catalogue.whatIf;
  const [first, ...later] = call.exchanges;
  return (
    <>
      {notes.map((note) => (
        <p key={note.kind} class="alarm live" role="status">
          <span>{words.note(note, (when) => momentIn(reader, when, 'year'))}</span>
        </p>
      ))}
      {call.case && <p class="soft">{words.form.taken(accepted?.round)}</p>}
      <Findings answer={answer} catalogue={catalogue} />
      <ol class="steps course">
        <Step
          time={<time dateTime={at.toISOString()}>{clockTime(at, zone)}</time>}
          small={day(at, zone, 'year', catalogue.bar.locale)}
        >
          <h3>{words.call.comesIn(script.numbers[0] && formatPhoneNumber(script.numbers[0]))}</h3>
          <p class="soft">{words.call.from(callerOf(answer))}</p>
          <Office answer={answer} reader={reader} />
        </Step>
        {first && <Spoken exchange={first} small={words.call.spoken} catalogue={catalogue} />}
        {later.map((exchange, index) => (
          <Spoken
            key={index}
            exchange={exchange}
            small={words.call.did(exchange.did)}
            catalogue={catalogue}
          />
        ))}
        <CaseStep answer={answer} catalogue={catalogue} />
        {onHold !== undefined && (
          <Step small={words.call.onHold}>
            <p class="say" lang={call.exchanges.at(-1)?.language}>
              {onHold}
            </p>
            <p class="dim small">{words.call.again}</p>
          </Step>
        )}
        {pagings.map((paging, index) => (
          <PagingSteps
            key={paging.plan}
            {...{ paging, reader, began: at }}
            isAccepted={accepted !== undefined && index === pagings.length - 1}
          />
        ))}
        <AcceptedSteps answer={answer} reader={reader} />
        {call.whenNobodyComes && (
          <Spoken exchange={call.whenNobodyComes} small={words.call.nobodyCame} catalogue={catalogue} />
        )}
        <HandsOn answer={answer} reader={reader} />
        <AssignmentStep answer={answer} reader={reader} />
      </ol>
    </>
  );
}

/** What the first rounds lack: somebody must mend it before that night. */
function Findings({ answer: { pagings }, catalogue }: { answer: Answer; catalogue: Catalogue }) {
  const { whatIf: words, calendar } = catalogue;
  const holes = pagings.flatMap(({ rounds, takes }) =>
    (rounds[0]?.asked?.holes ?? []).map((hole) =>
      words.rounds.hole(hole, calendar.role(hole.role), takes === 'call'),
    ),
  );
  if (holes.length === 0) return null;
  return (
    <p class="alarm" role="status">
      <b>
        <span class="state fail">{words.call.findings(holes.length)}</span>
      </b>{' '}
      <span>{holes.map((hole) => `${sentence(hole)}.`).join(' ')}</span>
      <a href="/people">{words.call.whoIsOnDuty}</a>
    </p>
  );
}

function Office({ answer: { office, script }, reader }: { answer: Answer; reader: Reader }) {
  const { open, because, changesAt } = office;
  const { call: words } = reader.catalogue.whatIf;
  return (
    <p class="soft">
      <b>{words.office(open)}</b>: {words.because(becauseIn(reader, script, because))}.{' '}
      {words.changes(open, changesAt && momentIn(reader, changesAt, 'year'))}
    </p>
  );
}

/** The same with its day and its holiday as the reader calls them. */
function becauseIn({ catalogue }: Reader, place: HolidayPlace, of: DayHours): DayHours {
  const { language, bar } = catalogue;
  const date = day(new Date(`${of.date}T00:00:00Z`), 'UTC', 'year', bar.locale);
  if (of.reason.kind !== 'holiday') return { ...of, date };
  const name = reasonWords(place, of, language) ?? of.reason.name;
  return { ...of, date, reason: { ...of.reason, name } };
}

function Spoken(props: { exchange: Exchange; small: string; catalogue: Catalogue }) {
  const { says, language, waitsFor } = props.exchange;
  return (
    <Step small={props.small}>
      {says.length > 0 && (
        <p class="say" lang={language}>
          {says.join(' ')}
        </p>
      )}
      <p class="dim small">{waitInWords(waitsFor, props.catalogue.whatIf.call.waits)}</p>
    </Step>
  );
}

function waitInWords(awaits: Exchange['waitsFor'], words: Catalogue['whatIf']['call']['waits']): string {
  switch (awaits.kind) {
    case 'menu':
      return words.menu(awaits.timeoutSeconds, awaits.speech);
    case 'number':
      return words.number(awaits.finishOnKey);
    case 'record':
      return words.record(awaits.maxSeconds);
    case 'hold':
      return words.hold;
    case 'end':
      return words.end;
  }
}
