import type { ComponentChildren } from 'preact';
import { may, type SignedIn } from '../../accounts/index.ts';
import { CsrfField, Field } from '../components/form.tsx';
import type { CaseFacts } from '../facts.ts';

export type CaseForm =
  | 'note'
  | 'direct'
  | 'contact'
  | 'fix'
  | 'close'
  | 'transfer'
  | 'page-now'
  | 'assign'
  | 'start'
  | 'wait'
  | 'assess'
  | 'ship'
  | 'received'
  | 'returned'
  | 'write-off'
  | 'out-of-scope'
  | 'tell'
  | 'new-pin'
  | 'reopen';

/** A form that was refused: which, why, and what had been typed, which is kept. */
export interface FormFault {
  readonly form: CaseForm;
  readonly message: string;
  readonly typed: Readonly<Record<string, string>>;
}

export interface CaseFormsProps {
  readonly facts: CaseFacts;
  readonly responders: readonly { key: string; name: string }[];
  readonly targets: readonly { plan: string; name: string }[];
  readonly fault: FormFault | undefined;
  readonly signedIn: SignedIn;
}

interface Props extends CaseFormsProps {
  /** The desk's words for closing; empty: a build or a reason. */
  readonly closingCodes: readonly (readonly [string, string])[];
}

/** What can be done to the case, each a form of its own; only what makes sense in its state is offered. */
export function CaseForms(props: Props & { children: ComponentChildren }) {
  const { facts } = props;
  const isOver = facts.status === 'closed' || facts.status === 'cancelled';
  const isPaging = facts.pagings.some((paging) => paging.status === 'open');
  return (
    <>
      {isPaging && <PagingForms {...props} />}
      {(props.targets.length > 0 || faultOf(props, 'transfer')) && <TransferForm {...props} />}
      <section class="sec" aria-labelledby="notes">
        <header>
          <h2 id="notes">Notes</h2>
        </header>
        {props.children}
        <NoteForm {...props} />
      </section>
      {!isPaging && isContactOwed(facts) && <ContactForm {...props} />}
      {!isOver && props.closingCodes.length === 0 && <FixForm {...props} />}
      {!isOver && <CloseForm {...props} />}
    </>
  );
}

function Form(props: {
  number: string;
  of: CaseForm;
  signedIn: SignedIn;
  class?: string;
  children: ComponentChildren;
}) {
  if (!may(props.signedIn.role, props.of === 'page-now' ? 'page' : 'work')) return null;
  return (
    <form
      class={props.class ?? 'grid gap'}
      method="post"
      action={`/cases/${encodeURIComponent(props.number)}/${props.of}`}
    >
      <CsrfField of={props.signedIn} />
      {props.children}
    </form>
  );
}

function Section({
  id,
  title,
  hint,
  children,
}: {
  id: string;
  title: string;
  hint: string;
  children: ComponentChildren;
}) {
  return (
    <section class="sec noprint" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <p>{hint}</p>
      </header>
      {children}
    </section>
  );
}

const faultOf = (props: Props, form: CaseForm) => (props.fault?.form === form ? props.fault : undefined);

function PagingForms(props: Props) {
  const direct = faultOf(props, 'direct');
  const next = (props.facts.pagings.findLast((paging) => paging.status === 'open')?.round ?? 0) + 1;
  const pageNow = faultOf(props, 'page-now');
  return (
    <Section id="direct" title="Customer reached directly" hint="acknowledges the case and stops paging">
      <Form number={props.facts.number} of="direct" signedIn={props.signedIn}>
        <Field id="direct-person" label="Who is in contact" fault={direct?.message} width="w7">
          <select id="direct-person" name="person" required aria-describedby="direct-person-hint">
            <option value="">Choose</option>
            <Responders {...props} typed={direct?.typed['person']} />
          </select>
        </Field>
        <p class="acts">
          <button class="btn main">Record it and stop paging</button>
        </p>
      </Form>
      <Form number={props.facts.number} of="page-now" signedIn={props.signedIn}>
        <p class="acts">
          <button class="btn">Page round {next} now</button>
          {pageNow !== undefined && (
            <span class="state fail" role="alert">
              {pageNow.message}
            </span>
          )}
        </p>
      </Form>
    </Section>
  );
}

/** The caller is on the line, and can be handed on; after hours nothing is offered. */
function TransferForm(props: Props) {
  const fault = faultOf(props, 'transfer');
  return (
    <Section id="transfer" title="The caller is on the line" hint="and can be handed on">
      {props.targets.map(({ plan, name }) => (
        <Form key={plan} number={props.facts.number} of="transfer" signedIn={props.signedIn}>
          <input type="hidden" name="plan" value={plan} />
          <p class="acts">
            <button class="btn main" name="how" value="blind">
              Connect to {name}
            </button>
            <button class="btn" name="how" value="warm">
              Call {name} and stay on the line
            </button>
          </p>
        </Form>
      ))}
      {fault !== undefined && (
        <p class="state fail" role="alert">
          {fault.message}
        </p>
      )}
    </Section>
  );
}

/** The responders as choices; nothing typed yet, the person of the account is chosen. */
function Responders({ responders, signedIn, typed }: Props & { typed: string | undefined }) {
  return (
    <>
      {responders.map(({ key, name }) => (
        <option key={key} value={key} selected={key === (typed ?? signedIn.person)}>
          {name}
        </option>
      ))}
    </>
  );
}

/** Nobody is known to have spoken to the customer, and somebody may. */
function isContactOwed({ status, contactedAt }: CaseFacts): boolean {
  return (
    status === 'open' || status === 'acknowledged' || (status === 'in-contact' && contactedAt === undefined)
  );
}

function NoteForm(props: Props) {
  const fault = faultOf(props, 'note');
  return (
    <Form number={props.facts.number} of="note" signedIn={props.signedIn} class="grid gap noprint">
      <Field id="note-text" label="Write a note" fault={fault?.message}>
        <textarea id="note-text" name="text" maxLength={4000} aria-describedby="note-text-hint">
          {fault?.typed['text'] ?? ''}
        </textarea>
      </Field>
      <p class="acts">
        <button class="btn">Keep the note</button>
      </p>
    </Form>
  );
}

function ContactForm(props: Props) {
  const fault = faultOf(props, 'contact');
  return (
    <Section id="contact" title="Contact" hint="not recorded yet">
      <Form number={props.facts.number} of="contact" signedIn={props.signedIn}>
        <Field
          id="contact-person"
          label="Who reached the customer"
          fault={fault?.message}
          hint={`of somebody else the case says that ${props.signedIn.name} recorded it`}
        >
          <select id="contact-person" name="person" aria-describedby="contact-person-hint">
            <option value="">Somebody else</option>
            <Responders {...props} typed={fault?.typed['person']} />
          </select>
        </Field>
        <Field id="contact-note" label="How, if it matters" fault={undefined}>
          <input
            id="contact-note"
            name="note"
            maxLength={500}
            value={fault?.typed['note'] ?? ''}
            placeholder="called from my own phone"
          />
        </Field>
        <p class="acts">
          <button class="btn">Record contact</button>
        </p>
      </Form>
    </Section>
  );
}

function FixForm(props: Props) {
  const fault = faultOf(props, 'fix');
  const { buildNumber } = props.facts;
  return (
    <Section id="fix" title="Fix" hint="the build resolves the case">
      <Form number={props.facts.number} of="fix" signedIn={props.signedIn}>
        <Field id="build" label="Program build number" fault={fault?.message} width="w7">
          <input
            id="build"
            name="buildNumber"
            class="mono"
            maxLength={60}
            autocomplete="off"
            value={fault?.typed['buildNumber'] ?? buildNumber ?? ''}
            aria-describedby="build-hint"
          />
        </Field>
        <p class="acts">
          <button class="btn">{buildNumber === undefined ? 'Enter the build' : 'Change the build'}</button>
        </p>
      </Form>
    </Section>
  );
}

function CloseForm(props: Props) {
  const fault = faultOf(props, 'close');
  const { buildNumber, number } = props.facts;
  return (
    <Section
      id="close"
      title="Closing"
      hint={
        props.closingCodes.length > 0
          ? 'the customer is told the code’s words'
          : 'when the fix is applied at the customer’s site'
      }
    >
      <Form number={number} of="close" signedIn={props.signedIn}>
        {props.closingCodes.length > 0 ? (
          <CodeField {...props} fault={fault} />
        ) : buildNumber === undefined ? (
          <Field
            id="reason"
            label="Why without a build"
            fault={fault?.message}
            hint="no build is entered, so a reason is needed"
          >
            <input
              id="reason"
              name="reason"
              maxLength={500}
              value={fault?.typed['reason'] ?? ''}
              aria-describedby="reason-hint"
            />
          </Field>
        ) : (
          <p class="soft">
            Fixed by build <span class="mono">{buildNumber}</span>.{' '}
            {fault !== undefined && (
              <span class="state fail" role="alert">
                {fault.message}
              </span>
            )}
          </p>
        )}
        <p class="acts">
          <button class="btn">Close {number}</button>
        </p>
      </Form>
    </Section>
  );
}

function CodeField({ closingCodes, fault }: Props) {
  return (
    <>
      <Field id="code" label="Code" fault={fault?.message} width="w7">
        <select id="code" name="code" required aria-describedby="code-hint">
          <option value="">Choose</option>
          {closingCodes.map(([code, words]) => (
            <option key={code} value={code} selected={code === fault?.typed['code']}>
              {words}
            </option>
          ))}
        </select>
      </Field>
      <Field id="reason" label="More, if it matters" fault={undefined} hint="for us alone">
        <input id="reason" name="reason" maxLength={500} value={fault?.typed['reason'] ?? ''} />
      </Field>
    </>
  );
}
