import { formatPhoneNumber } from '../../kernel/index.ts';
import type { Answer } from '../../what-if/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { Severity } from '../components/marks.tsx';
import { Step } from './what-if-step.tsx';

/** The case that the call opens, what its caller is promised and sent, and whether anybody is paged. */
export function CaseStep({
  answer: { call, known, script },
  catalogue,
}: {
  answer: Answer;
  catalogue: Catalogue;
}) {
  const { case: words } = catalogue.whatIf;
  if (call.case === undefined)
    return (
      <Step small={words.small}>
        <h3>{words.none}</h3>
        <p class="soft">{words.noneLead}</p>
      </Step>
    );
  const { severity, summary } = call.case;
  const wasRung = call.hasHungUp && call.plans.some((name) => script.plans[name]?.takes === 'call');
  return (
    <Step small={words.small}>
      <h3>
        {severity !== undefined && <Severity of={severity} />} {summary}: {call.caseNumber}
      </h3>
      <p class="dim small">{words.number(call.caseNumber, known.nextNumber !== undefined)}</p>
      {call.callbackNumber !== undefined && (
        <p class="soft">{words.calledBack(formatPhoneNumber(call.callbackNumber))}</p>
      )}
      {call.promise !== undefined && (
        <p class="soft">
          {words.promised} <span lang={call.exchanges.at(-1)?.language}>“{call.promise}”</span>.
        </p>
      )}
      {call.texts.map(({ to, body }) => (
        <p key={body} class="soft">
          {words.text(formatPhoneNumber(to), body)}
        </p>
      ))}
      {call.plans.length === 0 && <p class="soft">{words.nobodyPaged}</p>}
      {wasRung && <p class="soft">{words.nobodyRung}</p>}
    </Step>
  );
}
