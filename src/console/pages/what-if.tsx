import type { Script } from '../../ivr/index.ts';
import type { Answer, QuestionPart } from '../../what-if/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { Choice, Field } from '../components/form.tsx';
import { consolePage, type Frame } from '../components/layout.tsx';
import { zoneName } from '../words/time.ts';
import { Ahead, type AheadOfDesk } from './what-if-ahead.tsx';
import { Course } from './what-if-course.tsx';

export interface WhatIfProps {
  readonly catalogue: Catalogue;
  readonly scripts: readonly Script[];
  readonly script: Script;
  readonly written: Readonly<Record<'at' | 'from' | 'press' | 'accepts', string>>;
  /** Absent while nothing was asked, or it was asked wrongly. */
  readonly answer?: Answer;
  /** In the reader's words. */
  readonly faults?: Partial<Record<QuestionPart, string>>;
  readonly ahead: AheadOfDesk;
}

/** What a desk would do at a time; below it what its duty will lack. */
export function whatIfPage(frame: Frame, props: WhatIfProps): string {
  const { script, scripts, answer, ahead, catalogue } = props;
  const words = catalogue.whatIf;
  return consolePage({
    frame,
    title: words.title,
    section: 'what-if',
    words: catalogue.bar,
    children: (
      <main class="page mid" id="main">
        <header class="head">
          <div>
            <h1>{words.title}</h1>
            <p>{words.lead}</p>
          </div>
        </header>
        <QuestionForm {...props} zone={zoneName(script.timeZone, frame.now)} />
        {answer && <Course answer={answer} catalogue={catalogue} />}
        <Ahead of={ahead} others={scripts.filter((of) => of !== script)} catalogue={catalogue} />
      </main>
    ),
  });
}

function QuestionForm(props: WhatIfProps & { zone: string }) {
  const { scripts, script, written, faults = {}, zone } = props;
  const { form: words } = props.catalogue.whatIf;
  const described = (part: QuestionPart) => (faults[part] === undefined ? undefined : `${part}-hint`);
  return (
    <form class="filters asking" method="get" action="/what-if">
      <Field id="desk" label={words.desk}>
        <Choice
          id="desk"
          name="desk"
          value={script.desk}
          values={scripts.map(({ desk, name }) => [desk, name] as const)}
        />
      </Field>
      <Field id="at" label={words.at(zone)} fault={faults.at}>
        <input
          id="at"
          name="at"
          type="datetime-local"
          required
          value={written.at}
          aria-describedby={described('at')}
        />
      </Field>
      <Field id="from" label={words.caller} fault={faults.from}>
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
      <Field id="press" label={words.keys} fault={faults.press} hint={words.keysHint}>
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
      <Field id="accepts" label={words.then} fault={faults.accepts}>
        <Choice
          id="accepts"
          name="accepts"
          value={written.accepts}
          values={[
            ['', words.nobody],
            ...roundsToChoose(written.accepts).map((round) => [round, words.inRound(round)] as const),
          ]}
        />
      </Field>
      <button class="btn main">{words.show}</button>
    </form>
  );
}

const mostRounds = 9;

/** The first rounds, and the one that was asked for. */
function roundsToChoose(asked: string): string[] {
  const first = Array.from({ length: mostRounds }, (_, index) => String(index + 1));
  return asked === '' || first.includes(asked) ? first : [...first, asked];
}
