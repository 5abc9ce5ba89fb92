import type { CaseFacts } from '../facts.ts';
import { clockTime, day, minuteTime } from '../words/time.ts';

interface Step {
  readonly words: string;
  readonly at: Date | undefined;
  readonly note: string | undefined;
  readonly taken: boolean;
}

/** The steps of a case's life: what has happened is filled, what has not is hollow. */
function stepsOf(facts: CaseFacts): Step[] {
  const isCancelled = facts.status === 'cancelled';
  return [
    { words: 'opened', at: facts.openedAt, note: undefined, taken: false },
    { words: 'acknowledged', at: facts.acknowledgedAt, note: facts.acknowledgedByName, taken: true },
    { words: 'in contact', at: facts.contactedAt, note: undefined, taken: true },
    {
      words: 'resolved',
      at: facts.resolvedAt,
      note: facts.buildNumber === undefined ? undefined : `build ${facts.buildNumber}`,
      taken: true,
    },
    {
      words: isCancelled ? 'cancelled' : 'closed',
      at: facts.closedAt,
      note: facts.closingReason,
      taken: false,
    },
  ];
}

/** The path of a case from first ring to closing. */
export function LifePath({ facts, zone }: { facts: CaseFacts; zone: string }) {
  const steps = stepsOf(facts);
  const isOver = facts.status === 'closed' || facts.status === 'cancelled';
  const openedDay = day(facts.openedAt, zone);
  return (
    <ol class="path gap">
      {steps.map(({ words, at, note, taken }) => (
        <li key={words} class={at === undefined ? 'next' : taken ? 'taken' : undefined}>
          <b>{words}</b>
          <span>
            {at === undefined ? (
              isOver ? (
                'never'
              ) : (
                'not yet'
              )
            ) : (
              <>
                {(words === 'opened' || day(at, zone) !== openedDay) && `${day(at, zone)} `}
                <time dateTime={at.toISOString()}>
                  {words === 'resolved' || words === 'closed' ? minuteTime(at, zone) : clockTime(at, zone)}
                </time>
                {note !== undefined && `, ${note}`}
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
