import type { CaseWords } from '../../phrases/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { CaseFacts } from '../facts.ts';
import type { CaseWorkFacts } from '../queries/case-work.store.ts';
import { clockTime, day, minuteTime } from '../words/time.ts';
import { closingWords } from './case-facts.tsx';

type PathWords = CaseWords['page']['path'];

interface Props {
  readonly catalogue: Catalogue;
  readonly facts: CaseFacts;
  readonly work: Pick<CaseWorkFacts, 'assignee' | 'assignedAt'>;
  readonly zone: string;
}

interface Step {
  readonly key: keyof PathWords['steps'];
  readonly at: Date | undefined;
  readonly note: string | undefined;
  readonly taken: boolean;
}

/** The steps of a case's life: what has happened is filled, what has not is hollow. */
function stepsOf({ facts, work, catalogue }: Props): Step[] {
  const isCancelled = facts.status === 'cancelled';
  const words = catalogue.cases.page.path;
  // At a desk that assigns nobody need have been paged.
  const isAssigned = facts.acknowledgedAt === undefined && work.assignedAt !== undefined;
  return [
    { key: 'opened', at: facts.openedAt, note: undefined, taken: false },
    isAssigned
      ? { key: 'assigned', at: work.assignedAt, note: work.assignee, taken: true }
      : { key: 'acknowledged', at: facts.acknowledgedAt, note: facts.acknowledgedByName, taken: true },
    { key: 'in-contact', at: facts.contactedAt, note: undefined, taken: true },
    {
      key: 'resolved',
      at: facts.resolvedAt,
      note: facts.buildNumber === undefined ? undefined : words.build(facts.buildNumber),
      taken: true,
    },
    {
      key: isCancelled ? 'cancelled' : 'closed',
      at: facts.closedAt,
      note: facts.closingReason && closingWords(facts.closingReason, catalogue.cases.page.facts),
      taken: false,
    },
  ];
}

/** The path of a case from first ring to closing. */
export function LifePath(props: Props) {
  const { catalogue, facts, zone } = props;
  const words = catalogue.cases.page.path;
  const dayOf = (at: Date) => day(at, zone, 'short', catalogue.bar.locale);
  const steps = stepsOf(props);
  const isOver = facts.status === 'closed' || facts.status === 'cancelled';
  const openedDay = dayOf(facts.openedAt);
  return (
    <ol class="path gap">
      {steps.map(({ key, at, note, taken }) => (
        <li key={key} class={at === undefined ? 'next' : taken ? 'taken' : undefined}>
          <b>{words.steps[key]}</b>
          <span>
            {at === undefined ? (
              isOver ? (
                words.never
              ) : (
                words.notYet
              )
            ) : (
              <>
                {(key === 'opened' || dayOf(at) !== openedDay) && `${dayOf(at)} `}
                <time dateTime={at.toISOString()}>
                  {key === 'resolved' || key === 'closed' ? minuteTime(at, zone) : clockTime(at, zone)}
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
