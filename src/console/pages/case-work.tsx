import type { ComponentChildren } from 'preact';
import { may } from '../../accounts/index.ts';
import { whyNot, type Step } from '../../casework/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { CsrfField, Field } from '../components/form.tsx';
import type { ConsoleDesk } from '../options.ts';
import type { CaseWorkFacts } from '../queries/case-work.store.ts';
import { day, minuteTime } from '../words/time.ts';
import { faultOf, type CaseForm, type CaseFormsProps } from './case-forms.tsx';

interface Props extends CaseFormsProps {
  readonly of: CaseWorkFacts;
  readonly desk: ConsoleDesk;
  readonly zone: string;
}

/** How far the work has come, and the steps that may come next; a step that may not is not offered. */
export function CaseWork(props: Props) {
  const { of, zone } = props;
  const can = (step: Step) => whyNot(step, of.work) === undefined;
  const words = props.catalogue.cases.work;
  return (
    <section class="sec" aria-labelledby="work">
      <header>
        <h2 id="work">{words.title}</h2>
        <p>{words.assignedTo(of.assignee)}</p>
      </header>
      <Standing of={of} zone={zone} catalogue={props.catalogue} />
      {may(props.signedIn.role, 'work') && (
        <div class="noprint">
          {can('start') && (
            <Step {...props} of="start" title="">
              <button class="btn">{of.work.startedAt === null ? words.begin : words.goOn}</button>
            </Step>
          )}
          {can('assign') && <Assign {...props} />}
          {can('wait') && (
            <Step {...props} of="wait" title={words.wait.title} button={words.wait.button}>
              <Text {...props} form="wait" name="what" label={words.wait.what} hint={words.customerReads} />
              <Field
                id="wait-until"
                label={words.wait.until}
                fault={undefined}
                hint={words.wait.untilHint}
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
            <Step
              {...props}
              of="out-of-scope"
              title={words.outOfScope.title}
              button={words.outOfScope.button}
            >
              <Text {...props} form="out-of-scope" name="why" label={words.why} hint={words.customerReads} />
            </Step>
          )}
          {props.desk.tellsCustomers === true && of.reader !== undefined && (
            <>
              <Step {...props} of="tell" title={words.tell.title} button={words.tell.button}>
                <Text
                  {...props}
                  form="tell"
                  name="text"
                  label={words.tell.text}
                  hint={words.tell.hint(of.reader)}
                />
              </Step>
              <Step {...props} of="new-pin" title={words.newPin.title}>
                <button class="btn">{words.newPin.button}</button>
              </Step>
            </>
          )}
          {can('reopen') && (
            <Step
              {...props}
              of="reopen"
              title={words.reopen.title}
              button={words.reopen.button(props.facts.number)}
            >
              {of.writtenAfterClosing && <p class="state warn">{words.reopen.customerWrote}</p>}
              <Text {...props} form="reopen" name="why" label={words.why} hint={words.reopen.hint} />
            </Step>
          )}
        </div>
      )}
    </section>
  );
}

function Standing(props: { of: CaseWorkFacts; zone: string; catalogue: Catalogue }) {
  const { of, zone, catalogue } = props;
  const { work } = of;
  const { nobodyBegan, standing: words } = catalogue.cases.work;
  const at = (instant: Date) =>
    `${day(instant, zone, 'short', catalogue.bar.locale)} ${minuteTime(instant, zone)}`;
  const assessed = work.assessment === 'hardware' ? words.hardware : words.notHardware;
  const lines: [string, string | undefined][] = [
    [words.began, work.startedAt ? at(work.startedAt) : undefined],
    [
      words.waitsFor,
      work.waitingFor === null
        ? undefined
        : of.waitingUntil === null
          ? work.waitingFor
          : words.until(work.waitingFor, at(of.waitingUntil)),
    ],
    [words.assessment, work.assessment === null ? undefined : assessed],
    [words.sent, work.shippedAt ? at(work.shippedAt) : undefined],
    [words.received, work.receivedAt ? at(work.receivedAt) : undefined],
    [words.returned, work.returnedAt ? at(work.returnedAt) : undefined],
    [words.outOfScope, work.outOfScopeAt ? at(work.outOfScopeAt) : undefined],
  ];
  const known = lines.filter((line): line is [string, string] => line[1] !== undefined);
  if (known.length === 0) return <p class="soft empty">{nobodyBegan}</p>;
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
  const { can, of, catalogue } = props;
  const { work: words, forms, refusal } = catalogue.cases;
  const whyNotShipped = whyNot('ship', of.work);
  return (
    <>
      {can('assess') && (
        <Step {...props} of="assess" title={words.assess.title} button={words.assess.button}>
          <Field id="assess-assessment" label={words.assess.label} fault={undefined} width="w7">
            <select id="assess-assessment" name="assessment" required>
              <option value="">{forms.choose}</option>
              <option value="hardware" selected={of.work.assessment === 'hardware'}>
                {words.assess.hardware}
              </option>
              <option value="not-hardware" selected={of.work.assessment === 'not-hardware'}>
                {words.assess.notHardware}
              </option>
            </select>
          </Field>
          <Line form="assess" name="why" label={words.assess.why} />
        </Step>
      )}
      {can('ship') && (
        <Step {...props} of="ship" title={words.ship.title} button={words.ship.button}>
          <Line form="ship" name="what" label={words.ship.what} required />
          <Line form="ship" name="where" label={words.ship.where} required />
          <Line form="ship" name="tracking" label={words.ship.tracking} />
        </Step>
      )}
      {whyNotShipped?.kind === 'not-assessed' && <p class="soft small">{refusal(whyNotShipped)}</p>}
      {can('received') && (
        <Step {...props} of="received" title="">
          <button class="btn">{words.received}</button>
        </Step>
      )}
      {can('returned') && (
        <Step {...props} of="returned" title="">
          <button class="btn">{words.returned}</button>
        </Step>
      )}
      {can('write-off') && (
        <Step {...props} of="write-off" title={words.writeOff.title} button={words.writeOff.button}>
          <Line form="write-off" name="why" label={words.why} required />
        </Step>
      )}
    </>
  );
}

function Assign(props: Props) {
  const { work, forms } = props.catalogue.cases;
  const words = work.assign;
  return (
    <Step {...props} of="assign" title={words.title} button={words.button}>
      <Field id="assign-person" label={words.whom} fault={undefined} width="w7">
        <select id="assign-person" name="person" required>
          <option value="">{forms.choose}</option>
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
  const fault = faultOf(props, of)?.message;
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
