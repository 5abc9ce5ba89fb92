import type { ComponentChildren } from 'preact';
import { may } from '../../accounts/index.ts';
import { whyNot, type Step } from '../../casework/index.ts';
import { CsrfField, Field } from '../components/form.tsx';
import type { ConsoleDesk } from '../options.ts';
import type { CaseWorkFacts } from '../queries/case-work.store.ts';
import { day, minuteTime } from '../words/time.ts';
import type { CaseForm, CaseFormsProps } from './case-forms.tsx';

interface Props extends CaseFormsProps {
  readonly of: CaseWorkFacts;
  readonly desk: ConsoleDesk;
  readonly zone: string;
}

/** How far the work has come, and the steps that may come next; a step that may not is not offered. */
export function CaseWork(props: Props) {
  const { of, zone } = props;
  const can = (step: Step) => whyNot(step, of.work) === undefined;
  return (
    <section class="sec" aria-labelledby="work">
      <header>
        <h2 id="work">Work</h2>
        <p>{of.assignee === undefined ? 'assigned to nobody' : `assigned to ${of.assignee}`}</p>
      </header>
      <Standing of={of} zone={zone} />
      {may(props.signedIn.role, 'work') && (
        <div class="noprint">
          {can('start') && (
            <Step {...props} of="start" title="">
              <button class="btn">{of.work.startedAt === null ? 'Begin work' : 'Go on with it'}</button>
            </Step>
          )}
          {can('assign') && <Assign {...props} />}
          {can('wait') && (
            <Step {...props} of="wait" title="Wait for something" button="It waits">
              <Text {...props} form="wait" name="what" label="For what" hint="the customer reads it" />
              <Field
                id="wait-until"
                label="Until when"
                fault={undefined}
                hint="by the desk’s clock; whoever has it is reminded then"
                width="w7"
              >
                <input
                  id="wait-until"
                  name="until"
                  type="datetime-local"
                  aria-describedby="wait-until-hint"
                />
              </Field>
            </Step>
          )}
          <Hardware {...props} can={can} />
          {can('out-of-scope') && (
            <Step {...props} of="out-of-scope" title="Out of scope" button="Mark it, and tell the customer">
              <Text {...props} form="out-of-scope" name="why" label="Why" hint="the customer reads it" />
            </Step>
          )}
          {props.desk.tellsCustomers === true && of.reader !== undefined && (
            <>
              <Step {...props} of="tell" title="Write to the customer" button="Send the mail">
                <Text {...props} form="tell" name="text" label="Message" hint={`to ${of.reader}`} />
              </Step>
              <Step {...props} of="new-pin" title="New PIN for the status page">
                <button class="btn">Send a new PIN</button>
              </Step>
            </>
          )}
          {can('reopen') && (
            <Step {...props} of="reopen" title="Reopen" button={`Reopen ${props.facts.number}`}>
              {of.writtenAfterClosing && (
                <p class="state warn">The customer has written since it was closed.</p>
              )}
              <Text
                {...props}
                form="reopen"
                name="why"
                label="Why"
                hint="for us; the customer reads only that it is open"
              />
            </Step>
          )}
        </div>
      )}
    </section>
  );
}

function Standing({ of, zone }: { of: CaseWorkFacts; zone: string }) {
  const { work } = of;
  const at = (instant: Date) => `${day(instant, zone)} ${minuteTime(instant, zone)}`;
  const assessed = work.assessment === 'hardware' ? 'it is the hardware' : 'it is not the hardware';
  const lines: [string, string | undefined][] = [
    ['Work began', work.startedAt ? at(work.startedAt) : undefined],
    [
      'Waits for',
      work.waitingFor === null
        ? undefined
        : `${work.waitingFor}${of.waitingUntil === null ? '' : `, until ${at(of.waitingUntil)}`}`,
    ],
    ['Assessment', work.assessment === null ? undefined : assessed],
    ['Replacement sent', work.shippedAt ? at(work.shippedAt) : undefined],
    ['Replacement received', work.receivedAt ? at(work.receivedAt) : undefined],
    ['Old unit back, or given up', work.returnedAt ? at(work.returnedAt) : undefined],
    ['Out of scope', work.outOfScopeAt ? at(work.outOfScopeAt) : undefined],
  ];
  const known = lines.filter((line): line is [string, string] => line[1] !== undefined);
  if (known.length === 0) return <p class="soft empty">Nobody has begun.</p>;
  return (
    <dl class="pairs">
      {known.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}

function Hardware(props: Props & { can: (step: Step) => boolean }) {
  const { can, of } = props;
  return (
    <>
      {can('assess') && (
        <Step {...props} of="assess" title="Broken unit: really the hardware?" button="Record the assessment">
          <Field id="assess-assessment" label="Assessment" fault={undefined} width="w7">
            <select id="assess-assessment" name="assessment" required>
              <option value="">Choose</option>
              <option value="hardware" selected={of.work.assessment === 'hardware'}>
                Yes, the hardware
              </option>
              <option value="not-hardware" selected={of.work.assessment === 'not-hardware'}>
                No, something else
              </option>
            </select>
          </Field>
          <Line form="assess" name="why" label="What shows it" />
        </Step>
      )}
      {can('ship') && (
        <Step {...props} of="ship" title="Replacement" button="It is sent">
          <Line form="ship" name="what" label="What is sent" required />
          <Line form="ship" name="where" label="Where to" required />
          <Line form="ship" name="tracking" label="Tracking number" />
        </Step>
      )}
      {!can('ship') && of.work.assessment === null && of.work.status !== 'closed' && (
        <p class="soft small">{whyNot('ship', of.work)}</p>
      )}
      {can('received') && (
        <Step {...props} of="received" title="">
          <button class="btn">The replacement has arrived</button>
        </Step>
      )}
      {can('returned') && (
        <Step {...props} of="returned" title="">
          <button class="btn">The old unit has come back</button>
        </Step>
      )}
      {can('write-off') && (
        <Step {...props} of="write-off" title="The old unit will not come back" button="Give it up">
          <Line form="write-off" name="why" label="Why" required />
        </Step>
      )}
    </>
  );
}

function Assign(props: Props) {
  return (
    <Step {...props} of="assign" title="Assign" button="Assign, and tell them">
      <Field id="assign-person" label="To whom" fault={undefined} width="w7">
        <select id="assign-person" name="person" required>
          <option value="">Choose</option>
          {props.responders.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </Field>
    </Step>
  );
}

/** One step: closed until it is asked for, open when it was just refused. Without a title it is a button alone. */
function Step(
  props: Omit<Props, 'of'> & { of: CaseForm; title: string; button?: string; children: ComponentChildren },
) {
  const { of, title, button, facts, signedIn, children } = props;
  const fault = props.fault?.form === of ? props.fault.message : undefined;
  const form = (
    <form class="grid gap" method="post" action={`/cases/${encodeURIComponent(facts.number)}/${of}`}>
      <CsrfField of={signedIn} />
      {fault !== undefined && (
        <p class="state fail" role="alert">
          {fault}
        </p>
      )}
      {children}
      {button !== undefined && (
        <p class="acts">
          <button class="btn">{button}</button>
        </p>
      )}
    </form>
  );
  if (title === '') return form;
  return (
    <details class="step" open={fault !== undefined}>
      <summary>{title}</summary>
      {form}
    </details>
  );
}

function Line({
  form,
  name,
  label,
  required,
}: {
  form: CaseForm;
  name: string;
  label: string;
  required?: boolean;
}) {
  const id = `${form}-${name}`;
  return (
    <Field id={id} label={label} fault={undefined}>
      <input id={id} name={name} required={required === true} maxLength={500} />
    </Field>
  );
}

function Text(props: Props & { form: CaseForm; name: string; label: string; hint: string }) {
  const id = `${props.form}-${props.name}`;
  const typed = props.fault?.form === props.form ? props.fault.typed[props.name] : undefined;
  return (
    <Field id={id} label={props.label} fault={undefined} hint={props.hint}>
      <textarea id={id} name={props.name} required maxLength={2000} aria-describedby={`${id}-hint`}>
        {typed ?? ''}
      </textarea>
    </Field>
  );
}
