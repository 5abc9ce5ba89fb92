import type { SignedIn } from '../../accounts/index.ts';
import type { KeptGap } from '../../duty/index.ts';
import type { DutyFacts } from '../queries/duty.store.ts';
import { CsrfField } from '../components/form.tsx';
import {
  findingWords,
  lengthWords,
  roleIn,
  spanWords,
  whenWords,
  type DutyReader,
} from '../words/duty-words.ts';

interface ChangesProps {
  readonly desk: string;
  readonly reader: DutyReader;
  readonly changes: DutyFacts['changes'];
  readonly kept: readonly KeptGap[];
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
  const { reader, kept } = props;
  const words = reader.catalogue.dutyChanges;
  const { columns } = words;
  const lines = linesOf(props);
  return (
    <section class="sec" aria-labelledby="changes">
      <header>
        <h2 id="changes">{words.title}</h2>
        <p>{words.lead}</p>
      </header>
      {lines.length === 0 ? (
        <p class="soft empty">{words.nothing}</p>
      ) : (
        <table class="stack gap">
          <caption class="sr">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.when}</th>
              <th scope="col">{columns.what}</th>
              <th scope="col">{columns.why}</th>
              <th scope="col">{columns.by}</th>
              <th scope="col">
                <span class="sr">{columns.change}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <td data-label={columns.when} class="wide">
                  {spanWords(line, reader)}
                </td>
                <th scope="row" class="wide">
                  {line.what}
                </th>
                <td data-label={columns.why} class="soft">
                  {line.why}
                </td>
                <td data-label={columns.by}>{line.by}</td>
                <td>
                  <LineForm line={line} words={words} desk={props.desk} signedIn={props.signedIn} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {kept.length > 0 && (
        <>
          <h3 class="gap">{words.leftOpen}</h3>
          <ul class="log">
            {kept.map((gap, index) => (
              <li key={index}>
                <span>{lengthWords(gap)}</span>
                <div>
                  <p>
                    {spanWords(gap, reader)}: {findingWords(gap, reader)}. {words.quoted(gap.reason)}
                  </p>
                  <p class="by">
                    {words.keptBy({
                      by: gap.openedBy,
                      at: whenWords(gap.openedAt, reader),
                      change: gap.change,
                    })}
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

interface LineFormProps {
  readonly line: Line;
  readonly words: DutyReader['catalogue']['dutyChanges'];
  readonly desk: string;
  readonly signedIn: SignedIn;
}

function LineForm({ line, words, desk, signedIn }: LineFormProps) {
  if (line.can.length === 0) return null;
  return (
    <form class="leave" method="post" action="/duty/answer">
      <CsrfField of={signedIn} />
      <input type="hidden" name="desk" value={desk} />
      <input type="hidden" name="id" value={line.id} />
      {line.can.includes('answer') && (
        <>
          <button class="btn" name="do" value="grant">
            {words.grant}
          </button>
          <button class="btn" name="do" value="refuse">
            {words.refuse}
          </button>
        </>
      )}
      {line.can.includes('take back') && (
        <button class="btn" name="do" value="withdraw">
          {words.takeBack}
          <span class="sr"> {line.what}</span>
        </button>
      )}
    </form>
  );
}

function linesOf({ changes, reader, signedIn, maySet }: ChangesProps): Line[] {
  const { nameOf } = reader;
  const words = reader.catalogue.dutyChanges;
  const mine = (person: string): boolean => signedIn.person === person;
  const overrides = changes.overrides.map((of): Line => {
    const what = words.override({
      person: nameOf(of.person),
      insteadOf: of.insteadOf === null ? undefined : nameOf(of.insteadOf),
      seat: of.seat ?? '',
      role: roleIn(reader, of.role),
      isSwap: of.swap !== null,
    });
    return {
      ...{ id: of.id, from: of.fromAt, to: of.toAt, what, why: of.why },
      by: words.madeBy({ by: of.madeBy, at: whenWords(of.madeAt, reader), isImported: false }),
      can: maySet ? ['take back'] : [],
    };
  });
  const leave = changes.leave.map((of): Line => {
    const isImported = of.source !== null;
    return {
      ...{ id: of.id, from: of.fromAt, to: of.toAt },
      what: words.onLeave(nameOf(of.person)),
      why: isImported && of.why === '' ? words.fromCalendar : of.why,
      by: words.madeBy({ by: of.madeBy, at: whenWords(of.madeAt, reader), isImported }),
      can: maySet || mine(of.person) ? ['take back'] : [],
    };
  });
  const swaps = changes.swaps.map((of): Line => {
    const gives =
      of.takesFrom === null || of.takesTo === null ? undefined : { from: of.takesFrom, to: of.takesTo };
    const what = words.swap({
      by: nameOf(of.askedBy),
      of: nameOf(of.askedOf),
      back: gives && spanWords(gives, reader),
      role: roleIn(reader, of.role),
    });
    return {
      ...{ id: of.id, from: of.givesFrom, to: of.givesTo, what, why: of.why },
      by: words.askedAt(whenWords(of.askedAt, reader)),
      can: [
        ...(maySet || mine(of.askedOf) ? (['answer'] as const) : []),
        ...(maySet || mine(of.askedBy) ? (['take back'] as const) : []),
      ],
    };
  });
  return [...overrides, ...leave, ...swaps].sort((a, b) => a.from.getTime() - b.from.getTime());
}
