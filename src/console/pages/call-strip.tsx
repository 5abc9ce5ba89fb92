import { may } from '../../accounts/index.ts';
import { formatPhoneNumber, toPhoneNumber } from '../../kernel/index.ts';
import type { StripWords } from '../../phrases/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { Elapsed, Remaining } from '../components/clock.tsx';
import { CsrfField } from '../components/form.tsx';
import { Icon } from '../components/icons.tsx';
import type { Frame } from '../components/layout.tsx';
import { Key, Moment, Telephone } from '../components/marks.tsx';
import type { CallPhase, OperatorCall } from '../queries/operator-calls.store.ts';
import { duration } from '../words/time.ts';

interface StripProps {
  readonly catalogue: Catalogue;
  readonly calls: readonly OperatorCall[];
  readonly frame: Frame;
  /** The case whose form this page is; undefined on the list. */
  readonly formOf?: string | undefined;
}

const mostStrips = 3;

/** What rings now, and the reader's own call where this page is not its form; those at their own telephone first. */
export function CallStrips(props: StripProps) {
  const { catalogue, frame, formOf } = props;
  const me = frame.signedIn.person;
  const shown = callsToShow(props.calls, me, formOf);
  const talks = props.calls.filter((call) => isMine(call, me) && call.phase === 'speaking');
  return (
    // There from the first, so that what comes into it is read out; clocks that change in it are not.
    <div
      id="strips"
      aria-live="assertive"
      aria-relevant="additions"
      aria-label={catalogue.register.strip.label}
      role="region"
    >
      {shown.map((call, index) => (
        <Strip key={call.id} {...props} call={call} talks={talks} isFirst={index === 0} />
      ))}
    </div>
  );
}

/** Which calls are shown, in which order. */
function callsToShow(
  calls: readonly OperatorCall[],
  me: string | undefined,
  formOf: string | undefined,
): OperatorCall[] {
  const rank = (call: OperatorCall): number =>
    isMine(call, me) ? 0 : call.ringsAt.some(({ key }) => key === me) ? 1 : 2;
  // Whoever is nobody in the roster may be the one who talks: every call that is being talked in is shown to them.
  const mayBeMine = (call: OperatorCall): boolean =>
    isMine(call, me) || (me === undefined && call.phase === 'speaking' && !call.isRegistered);
  return calls
    .filter(
      (call) => call.phase === 'ringing' || (mayBeMine(call) && isOnLine(call) && call.caseNumber !== formOf),
    )
    .sort((a, b) => rank(a) - rank(b) || a.at.getTime() - b.at.getTime())
    .slice(0, mostStrips);
}

function isMine(call: OperatorCall, me: string | undefined): boolean {
  return me !== undefined && call.with?.key === me;
}

const isOnLine = ({ phase }: OperatorCall): boolean =>
  phase === 'speaking' || phase === 'on-the-way' || phase === 'holding';

interface OneProps extends StripProps {
  readonly call: OperatorCall;
  /** The calls that the reader is in: several callers of one case are in one room. */
  readonly talks: readonly OperatorCall[];
  readonly isFirst: boolean;
}

function Strip(props: OneProps) {
  const { catalogue, call, frame, formOf } = props;
  const words = catalogue.register.strip;
  const mine = isMine(call, frame.signedIn.person);
  // Taken by telephone, its form is opened by the page's script, unless somebody is writing in another.
  const opensItself = mine && call.phase !== 'holding' && !call.isRegistered && call.caseNumber !== formOf;
  return (
    <section
      class={mine ? 'alarm taken callstrip' : 'alarm live callstrip'}
      id={`call-${call.id}`}
      data-call={call.id}
      data-open={opensItself && call.caseNumber !== undefined ? formAddress(call.caseNumber) : undefined}
    >
      <p>
        <Phase call={call} words={words} frame={frame} />
      </p>
      <p>
        <b>{call.callerName ?? words.unknown}</b>
        {call.company !== undefined && `, ${call.company}`}, <Number call={call} words={words} />
      </p>
      <Approved call={call} words={words} />
      <p>
        <CallersCases {...props} words={words} />
      </p>
      <div class="acts">
        <span class="soft">
          <RingsAt call={call} words={words} frame={frame} />
        </span>
        <Act {...props} words={words} />
      </div>
    </section>
  );
}

const shapes: Readonly<Record<CallPhase, string>> = {
  ringing: 'live ringing',
  'on-the-way': 'live',
  speaking: 'talk',
  aside: 'live',
  transferring: 'live ringing',
  holding: 'live',
  alone: 'live',
  'hung-up': 'none',
};

/** How a call stands, since when, and for how long by the clock. */
export function Phase({ call, words, frame }: { call: OperatorCall; words: StripWords; frame: Frame }) {
  const names: Record<CallPhase, string> = {
    ringing: words.ringing,
    'on-the-way': words.onTheWay,
    speaking: words.speaking,
    aside: words.aside,
    transferring: words.transferring,
    holding: words.holding,
    alone: words.alone,
    'hung-up': words.hungUp,
  };
  const isOver = call.phase === 'hung-up';
  const talksTo = call.phase === 'speaking' || call.phase === 'holding' ? call.with : undefined;
  return (
    <>
      <span class={`state ${shapes[call.phase]}`}>{names[call.phase]}</span>{' '}
      {talksTo !== undefined && `${words.with(talksTo.name)} `}
      {isOver && `${words.lasted(duration(call.phaseSince.getTime() - call.at.getTime()))}, `}
      <Elapsed since={call.phaseSince} now={frame.now} />
      {isOver ? (
        ` ${words.ago}`
      ) : (
        <span class="dim">
          {' '}
          {words.since('')}
          <Moment at={call.phaseSince} zone={frame.zone} />
        </span>
      )}
    </>
  );
}

function Number({ call, words }: { call: OperatorCall; words: StripWords }) {
  return call.number === undefined ? <>{words.withheld}</> : <Telephone number={call.number} link={false} />;
}

function Approved({ call, words }: { call: OperatorCall; words: StripWords }) {
  const isKnown = call.company !== undefined || call.approved.length > 0;
  return (
    <p>
      <span class={call.isApproved === true ? 'state taken' : 'state warn'}>
        {call.isApproved === true ? words.approved : words.notApproved}
      </span>{' '}
      {isKnown && call.isApproved !== true && <span class="soft">{words.approvedOnes(call.approved)}</span>}
    </p>
  );
}

/** The caller's open cases; the call can be put on one of them while it rings, and goes there when it is over. */
function CallersCases({ call, words, frame, formOf, isFirst }: OneProps & { words: StripWords }) {
  const { caseNumber, putOn } = call;
  const about =
    caseNumber !== undefined && call.isRegistered && caseNumber !== formOf ? caseNumber : undefined;
  if (call.openCases.length === 0)
    return about === undefined ? (
      <span class="soft">{words.noOpenCases}</span>
    ) : (
      <a href={`/cases/${encodeURIComponent(about)}`}>{words.about(about)}</a>
    );
  const mayPut =
    caseNumber !== undefined &&
    caseNumber !== formOf &&
    !call.isRegistered &&
    may(frame.signedIn.role, 'register');
  return (
    <>
      <span class="soft">{words.openCases}</span>{' '}
      {call.openCases.map((of, index) => (
        <span key={of.number} class="nowrap">
          {index > 0 && (mayPut ? ' ' : ', ')}
          <a href={`/cases/${encodeURIComponent(of.number)}`} title={of.summary}>
            {of.number}
          </a>{' '}
          {putOn === of.number && <span class="state taken">{words.willBePutOn}</span>}
          {mayPut && putOn !== of.number && (
            <PutOn {...{ frame, words, caseNumber }} onto={of.number} {...keyOf(index, isFirst, formOf)} />
          )}
        </span>
      ))}
    </>
  );
}

/** Alt and a digit, as on the form, where no form has them. */
function keyOf(index: number, isFirst: boolean, formOf: string | undefined): { digit?: string } {
  return isFirst && formOf === undefined ? { digit: String(index + 1) } : {};
}

function PutOn(props: { frame: Frame; words: StripWords; caseNumber: string; onto: string; digit?: string }) {
  const { frame, words, caseNumber, onto, digit } = props;
  const key = digit && { 'data-key': `Alt+${digit}`, 'aria-keyshortcuts': `Alt+${digit}` };
  return (
    <form class="inline" method="post" action={`${formAddress(caseNumber)}/put-on`}>
      <CsrfField of={frame.signedIn} />
      <button class="btn" name="number" value={onto} aria-label={`${words.putOn} ${onto}`} {...key}>
        {words.putOn}
        {digit && <Key names={['Alt', digit]} />}
      </button>
    </form>
  );
}

function RingsAt({ call, words, frame }: { call: OperatorCall; words: StripWords; frame: Frame }) {
  if (call.phase !== 'ringing' || call.ringsAt.length === 0) return null;
  const me = frame.signedIn.person;
  const names = call.ringsAt.map(({ key, name }) => (key === me ? words.yours : name));
  return (
    <>
      {words.ringsAt(names)}
      {call.nextAt !== undefined && (
        <>
          , {words.nextIn} <Remaining until={call.nextAt} now={frame.now} />
        </>
      )}
    </>
  );
}

/** What the first key does: answers on one's own telephone, or opens the form. */
function Act({ call, talks, frame, formOf, isFirst, words }: OneProps & { words: StripWords }) {
  if (call.caseNumber === undefined || !may(frame.signedIn.role, 'register')) return null;
  const { person } = frame.signedIn;
  const key = isFirst ? { 'data-key': 'F2', 'aria-keyshortcuts': 'F2', accesskey: 'a' } : {};
  if (call.phase === 'ringing' && person !== undefined) {
    const parked = talks.filter(({ caseNumber }) => caseNumber !== call.caseNumber);
    const names = namesOf(parked, words);
    return (
      <form method="post" action={`${formAddress(call.caseNumber)}/answer`}>
        <CsrfField of={frame.signedIn} />
        <button class="btn main" {...key} autofocus={isFirst && formOf === undefined}>
          <Icon of="phone" />
          {names.length === 0 ? words.answer : words.answerAndPark(names)}
          {isFirst && <Key names={['F2']} />}
        </button>
      </form>
    );
  }
  if (call.caseNumber === formOf) return null;
  return (
    <a class="btn main" href={formAddress(call.caseNumber)} {...key}>
      {words.openForm}
      {isFirst && <Key names={['F2']} />}
    </a>
  );
}

const formAddress = (number: string): string => `/register/${encodeURIComponent(number)}`;

/** Who is on the line in these calls; two telephones of one name are said to be two. */
function namesOf(calls: readonly OperatorCall[], words: StripWords): string[] {
  const counts = new Map<string, number>();
  for (const { callerName, number } of calls) {
    const known = toPhoneNumber(number);
    const name = callerName ?? (known === undefined ? words.withheld : formatPhoneNumber(known));
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => (count === 1 ? name : `${name} (${count})`));
}
