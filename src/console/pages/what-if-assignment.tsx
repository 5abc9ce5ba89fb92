import type { Answer } from '../../what-if/index.ts';
import { day, minuteTime } from '../words/time.ts';
import { momentIn, type Reader } from './what-if-reader.ts';
import { Step } from './what-if-step.tsx';

/** Who is given the case, and when. */
export function AssignmentStep({
  answer: { assignment, at: asked },
  reader,
}: {
  answer: Answer;
  reader: Reader;
}) {
  if (assignment === undefined) return null;
  const { zone, catalogue } = reader;
  const { assignment: words } = catalogue.whatIf;
  const { role, onceRegistered, at, to, unreachable, dueAt } = assignment;
  const isNow = at?.getTime() === asked.getTime();
  const whom = to?.name ?? (at === undefined ? words.nobody : words.nobodyOf(catalogue.calendar.role(role)));
  const when = at === undefined ? words.neverLead : isNow ? words.atOnce : words.atOpening;
  return (
    <Step
      bad={to === undefined}
      time={at && <time dateTime={at.toISOString()}>{minuteTime(at, zone)}</time>}
      small={at === undefined ? words.never : day(at, zone, 'short', catalogue.bar.locale)}
    >
      <h3>{words.headline(whom, onceRegistered)}</h3>
      <p class="soft">
        {[
          when,
          ...(unreachable.length > 0 ? [words.passedOver(unreachable)] : []),
          ...(dueAt === undefined ? [] : [words.contactDue(momentIn(reader, dueAt))]),
        ].join(' ')}
      </p>
    </Step>
  );
}
