import type { SignedIn } from '../../accounts/index.ts';
import type { KeptGap } from '../../duty/index.ts';
import type { DutyFacts } from '../queries/duty.store.ts';
import { CsrfField } from '../components/form.tsx';
import { findingWords, lengthWords, seatWord, spanWords } from '../words/duty-words.ts';
import { roleWord } from '../words/states.ts';
import { day, minuteTime } from '../words/time.ts';

interface ChangesProps {
  readonly desk: string;
  readonly zone: string;
  readonly changes: DutyFacts['changes'];
  readonly kept: readonly KeptGap[];
  readonly nameOf: (person: string) => string;
  readonly signedIn: SignedIn;
  readonly maySet: boolean;
}

interface Line {
  id: string;
  from: Date;
  to: Date;
  what: string;
  why: string;
  by: string;
  /** What the reader may do with it. */
  can: readonly ('answer' | 'take back')[];
}

/** Overrides, leave and swaps that are not over, each with who made it and why; and what was left open knowingly. */
export function DutyChanges(props: ChangesProps) {
  const { zone, kept, nameOf } = props;
  const lines = linesOf(props);
  return (
    <section class="sec" aria-labelledby="changes">
      <header>
        <h2 id="changes">Overrides, swaps and leave</h2>
        <p>that are not over</p>
      </header>
      {lines.length === 0 ? (
        <p class="soft empty">Nothing is changed: duty is as the schedules say.</p>
      ) : (
        <table class="stack gap">
          <caption class="sr">Changes to the schedules, with who made them and why</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col">Why</th>
              <th scope="col">By</th>
              <th scope="col">
                <span class="sr">Change it</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <td data-label="When" class="wide">
                  {spanWords(line, zone)}
                </td>
                <th scope="row" class="wide">
                  {line.what}
                </th>
                <td data-label="Why" class="soft">
                  {line.why}
                </td>
                <td data-label="By">{line.by}</td>
                <td>
                  <LineForm line={line} desk={props.desk} signedIn={props.signedIn} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {kept.length > 0 && (
        <>
          <h3 class="gap">Left open knowingly</h3>
          <ul class="log">
            {kept.map((gap, index) => (
              <li key={index}>
                <span>{lengthWords(gap)}</span>
                <div>
                  <p>
                    {spanWords(gap, zone)}: {findingWords(gap, nameOf)}. “{gap.reason}”
                  </p>
                  <p class="by">
                    {gap.openedBy}, {when(gap.openedAt, zone)}, by {changeWords[gap.change]}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const changeWords: Record<KeptGap['change'], string> = {
  override: 'an override',
  leave: 'leave',
  swap: 'a swap',
  'taken-back': 'taking something back',
  calendar: 'importing a calendar',
};

function LineForm({ line, desk, signedIn }: { line: Line; desk: string; signedIn: SignedIn }) {
  if (line.can.length === 0) return null;
  return (
    <form class="leave" method="post" action="/duty/answer">
      <CsrfField of={signedIn} />
      <input type="hidden" name="desk" value={desk} />
      <input type="hidden" name="id" value={line.id} />
      {line.can.includes('answer') && (
        <>
          <button class="btn" name="do" value="grant">
            Grant
          </button>
          <button class="btn" name="do" value="refuse">
            Refuse
          </button>
        </>
      )}
      {line.can.includes('take back') && (
        <button class="btn" name="do" value="withdraw">
          Take back<span class="sr"> {line.what}</span>
        </button>
      )}
    </form>
  );
}

function linesOf({ changes, nameOf, signedIn, maySet, zone }: ChangesProps): Line[] {
  const mine = (person: string): boolean => signedIn.person === person;
  const overrides = changes.overrides.map((of): Line => {
    const place = of.insteadOf === null ? `in ${seatWord(of.seat ?? '')}` : `for ${nameOf(of.insteadOf)}`;
    return {
      ...{ id: of.id, from: of.fromAt, to: of.toAt, why: of.why },
      what: `${nameOf(of.person)} ${place}, ${roleWord(of.role)}${of.swap === null ? '' : ', by a swap'}`,
      by: `${of.madeBy}, ${when(of.madeAt, zone)}`,
      can: maySet ? ['take back'] : [],
    };
  });
  const leave = changes.leave.map((of): Line => {
    const isImported = of.source !== null;
    return {
      ...{ id: of.id, from: of.fromAt, to: of.toAt },
      what: `${nameOf(of.person)} on leave`,
      why: isImported && of.why === '' ? 'from their calendar' : of.why,
      by: `${isImported ? 'calendar import, ' : ''}${of.madeBy}, ${when(of.madeAt, zone)}`,
      can: maySet || mine(of.person) ? ['take back'] : [],
    };
  });
  const swaps = changes.swaps.map((of): Line => {
    const back =
      of.takesFrom === null || of.takesTo === null
        ? ''
        : ` and gives ${spanWords({ from: of.takesFrom, to: of.takesTo }, zone)}`;
    return {
      ...{ id: of.id, from: of.givesFrom, to: of.givesTo, why: of.why },
      what: `${nameOf(of.askedBy)} asks ${nameOf(of.askedOf)}, who takes this${back}, ${roleWord(of.role)}`,
      by: `asked ${when(of.askedAt, zone)}`,
      can: [
        ...(maySet || mine(of.askedOf) ? (['answer'] as const) : []),
        ...(maySet || mine(of.askedBy) ? (['take back'] as const) : []),
      ],
    };
  });
  return [...overrides, ...leave, ...swaps].sort((a, b) => a.from.getTime() - b.from.getTime());
}

const when = (at: Date, zone: string): string => `${day(at, zone)} ${minuteTime(at, zone)}`;
