import type { DutyFinding } from '../../duty/index.ts';
import { findingInWords } from '../../duty/index.ts';
import type { Script } from '../../ivr/index.ts';
import type { Answer, QuestionFault } from '../../what-if/index.ts';
import { Choice, Field } from '../components/form.tsx';
import { consolePage, type Frame } from '../components/layout.tsx';
import { day, minuteTime, zoneName } from '../words/time.ts';
import { Course } from './what-if-course.tsx';

/** What a sweep of the next 90 days has found at a desk. */
export interface AheadOfDesk {
  readonly script: Script;
  readonly findings: readonly DutyFinding[];
  readonly nameOf: (person: string) => string;
}

export interface WhatIfProps {
  readonly scripts: readonly Script[];
  readonly script: Script;
  readonly written: { readonly at: string; readonly from: string; readonly press: string; readonly accepts: string };
  /** Absent while nothing was asked, or it was asked wrongly. */
  readonly answer?: Answer;
  readonly faults?: Partial<Record<QuestionFault['part'], string>>;
  readonly ahead: readonly AheadOfDesk[];
}

/** What a desk would do at a time; below it what its duty will lack. */
export function whatIfPage(frame: Frame, props: WhatIfProps): string {
  const { script, answer, ahead } = props;
  return consolePage({
    frame,
    title: 'What if',
    section: 'what-if',
    children: (
      <main class="page mid" id="main">
        <header class="head">
          <div>
            <h1>What if</h1>
            <p>
              What would be said, who would be called or paged, and when, by today’s script, hours and duty.
              Nothing is sent.
            </p>
          </div>
        </header>
        <QuestionForm {...props} zone={zoneName(script.timeZone, frame.now)} />
        {answer && <Course answer={answer} />}
        <section class="sec" aria-labelledby="ahead">
          <header>
            <h2 id="ahead">The next 90 days</h2>
            <p>what the duty lacks, from now on</p>
          </header>
          {ahead.map((of) => (
            <Ahead key={of.script.desk} of={of} />
          ))}
        </section>
      </main>
    ),
  });
}

function QuestionForm({ scripts, script, written, faults = {}, zone }: WhatIfProps & { zone: string }) {
  const described = (part: QuestionFault['part']) =>
    faults[part] === undefined ? undefined : `${part}-hint`;
  return (
    <form class="filters asking" method="get" action="/what-if">
      <Field id="desk" label="Desk">
        <Choice
          id="desk"
          name="desk"
          value={script.desk}
          values={scripts.map(({ desk, name }) => [desk, name] as const)}
        />
      </Field>
      <Field id="at" label={`Date and time there, ${zone}`} fault={faults.at}>
        <input
          id="at"
          name="at"
          type="datetime-local"
          required
          value={written.at}
          aria-describedby={described('at')}
        />
      </Field>
      <Field id="from" label="Caller, blank if hidden" fault={faults.from}>
        <input
          id="from"
          name="from"
          type="tel"
          maxLength={40}
          placeholder="+12025550100"
          value={written.from}
          aria-describedby={described('from')}
        />
      </Field>
      <Field
        id="press"
        label="Keys in order, with commas"
        fault={faults.press}
        hint="or silence, hang-up; or nobody, to hold in vain"
      >
        <input
          id="press"
          name="press"
          class="mono"
          maxLength={400}
          placeholder="3,silence,2"
          value={written.press}
          aria-describedby="press-hint"
        />
      </Field>
      <Field id="accepts" label="Then" fault={faults.accepts}>
        <Choice
          id="accepts"
          name="accepts"
          value={written.accepts}
          values={roundsToChoose(written.accepts)}
        />
      </Field>
      <button class="btn main">Show</button>
    </form>
  );
}

const mostRounds = 9;

/** Nobody, or somebody in one of the first rounds, or in the one that was asked for. */
function roundsToChoose(asked: string): (readonly [string, string])[] {
  const first = Array.from({ length: mostRounds }, (_, index) => String(index + 1));
  const rounds = asked === '' || first.includes(asked) ? first : [...first, asked];
  return [['', 'nobody accepts'], ...rounds.map((of) => [of, `somebody accepts in round ${of}`] as const)];
}

const mostShown = 30;

function Ahead({ of: { script, findings, nameOf } }: { of: AheadOfDesk }) {
  const zone = script.timeZone;
  const when = (at: Date) => `${day(at, zone)} ${minuteTime(at, zone)}`;
  if (findings.length === 0)
    return (
      <p class="gap ahead">
        <b>{script.name}</b>: every role that it needs has somebody who can be reached.
      </p>
    );
  return (
    <details class="gap ahead" open={findings.length <= 3}>
      <summary>
        <b>{script.name}</b>:{' '}
        <span class="state fail">{findings.length === 1 ? '1 finding' : `${findings.length} findings`}</span>
      </summary>
      <ul class="plain">
        {findings.slice(0, mostShown).map((finding, index) => (
          <li key={index}>
            <time dateTime={finding.from.toISOString()}>{when(finding.from)}</time> to{' '}
            <time dateTime={finding.to.toISOString()}>{when(finding.to)}</time>:{' '}
            {findingInWords(finding, nameOf)}
          </li>
        ))}
        {findings.length > mostShown && (
          <li class="dim">
            and {findings.length - mostShown} more: <code>npm run sweep -- --desk {script.desk}</code>
          </li>
        )}
      </ul>
    </details>
  );
}
