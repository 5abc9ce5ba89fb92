import type { ComponentChildren } from 'preact';
import { may, type SignedIn } from '../../accounts/index.ts';
import { CsrfField, Field } from '../components/form.tsx';
import type { Refusal } from '../../phrases/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
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
  readonly why: Refusal;
  readonly typed: Readonly<Record<string, string>>;
}

export interface CaseFormsProps {
  readonly catalogue: Catalogue;
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
  const { notes } = props.catalogue.cases.page;
  return (
    <>
      {isPaging && <PagingForms {...props} />}
      {(props.targets.length > 0 || faultOf(props, 'transfer')) && <TransferForm {...props} />}
      <section class="sec" aria-labelledby="notes">
        <header>
          <h2 id="notes">{notes.title}</h2>
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

/** What was wrong with this form when it was sent, in its reader's words, and what had been typed. */
export function faultOf({ fault, catalogue }: Pick<CaseFormsProps, 'fault' | 'catalogue'>, form: CaseForm) {
  if (fault?.form !== form) return undefined;
  return { message: catalogue.cases.refusal(fault.why), typed: fault.typed };
}

const wordsOf = ({ catalogue }: Props) => catalogue.cases.forms;

function PagingForms(props: Props) {
  const direct = faultOf(props, 'direct');
  const next = (props.facts.pagings.findLast((paging) => paging.status === 'open')?.round ?? 0) + 1;
  const pageNow = faultOf(props, 'page-now');
  const { choose, direct: words } = wordsOf(props);
  return (
    <Section id="direct" title={words.title} hint={words.hint}>
      <Form number={props.facts.number} of="direct" signedIn={props.signedIn}>
        <Field id="direct-person" label={words.who} fault={direct?.message} width="w7">
          <select id="direct-person" name="person" required aria-describedby="direct-person-hint">
            <option value="">{choose}</option>
            <Responders {...props} typed={direct?.typed['person']} />
          </select>
        </Field>
        <p class="acts">
          <button class="btn main">{words.button}</button>
        </p>
      </Form>
      <Form number={props.facts.number} of="page-now" signedIn={props.signedIn}>
        <p class="acts">
          <button class="btn">{words.pageNow(next)}</button>
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
  const { transfer: words } = wordsOf(props);
  return (
    <Section id="transfer" title={words.title} hint={words.hint}>
      {props.targets.map(({ plan, name }) => (
        <Form key={plan} number={props.facts.number} of="transfer" signedIn={props.signedIn}>
          <input type="hidden" name="plan" value={plan} />
          <p class="acts">
            <button class="btn main" name="how" value="blind">
              {words.blind(name)}
            </button>
            <button class="btn" name="how" value="warm">
              {words.warm(name)}
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
export function isContactOwed({ status, contactedAt }: CaseFacts): boolean {
  return (
    status === 'open' || status === 'acknowledged' || (status === 'in-contact' && contactedAt === undefined)
  );
}

function NoteForm(props: Props) {
  const fault = faultOf(props, 'note');
  const { note: words } = wordsOf(props);
  return (
    <Form number={props.facts.number} of="note" signedIn={props.signedIn} class="grid gap noprint">
      <Field id="note-text" label={words.label} fault={fault?.message}>
        <textarea id="note-text" name="text" maxLength={4000} aria-describedby="note-text-hint">
          {fault?.typed['text'] ?? ''}
        </textarea>
      </Field>
      <p class="acts">
        <button class="btn">{words.button}</button>
      </p>
    </Form>
  );
}

function ContactForm(props: Props) {
  const fault = faultOf(props, 'contact');
  const { contact: words } = wordsOf(props);
  return (
    <Section id="contact" title={words.title} hint={words.hint}>
      <Form number={props.facts.number} of="contact" signedIn={props.signedIn}>
        <Field
          id="contact-person"
          label={words.who}
          fault={fault?.message}
          hint={words.whoHint(props.signedIn.name)}
        >
          <select id="contact-person" name="person" aria-describedby="contact-person-hint">
            <option value="">{words.somebodyElse}</option>
            <Responders {...props} typed={fault?.typed['person']} />
          </select>
        </Field>
        <Field id="contact-note" label={words.how} fault={undefined}>
          <input
            id="contact-note"
            name="note"
            maxLength={500}
            value={fault?.typed['note'] ?? ''}
            placeholder={words.example}
          />
        </Field>
        <p class="acts">
          <button class="btn">{words.button}</button>
        </p>
      </Form>
    </Section>
  );
}

function FixForm(props: Props) {
  const fault = faultOf(props, 'fix');
  const { fix: words } = wordsOf(props);
  const { buildNumber } = props.facts;
  return (
    <Section id="fix" title={words.title} hint={words.hint}>
      <Form number={props.facts.number} of="fix" signedIn={props.signedIn}>
        <Field id="build" label={words.build} fault={fault?.message} width="w7">
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
          <button class="btn">{buildNumber === undefined ? words.enter : words.change}</button>
        </p>
      </Form>
    </Section>
  );
}

function CloseForm(props: Props) {
  const fault = faultOf(props, 'close');
  const { close: words } = wordsOf(props);
  const { buildNumber, number } = props.facts;
  return (
    <Section
      id="close"
      title={words.title}
      hint={props.closingCodes.length > 0 ? words.hintOfCodes : words.hint}
    >
      <Form number={number} of="close" signedIn={props.signedIn}>
        {props.closingCodes.length > 0 ? (
          <CodeField {...props} message={fault?.message} />
        ) : buildNumber === undefined ? (
          <Field id="reason" label={words.reason} fault={fault?.message} hint={words.reasonHint}>
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
            {words.fixedBy} <span class="mono">{buildNumber}</span>.{' '}
            {fault !== undefined && (
              <span class="state fail" role="alert">
                {fault.message}
              </span>
            )}
          </p>
        )}
        <p class="acts">
          <button class="btn">{words.button(number)}</button>
        </p>
      </Form>
    </Section>
  );
}

function CodeField(props: Props & { message: string | undefined }) {
  const { closingCodes, message } = props;
  const typed = faultOf(props, 'close')?.typed;
  const { choose, close: words } = wordsOf(props);
  return (
    <>
      <Field id="code" label={words.code} fault={message} width="w7">
        <select id="code" name="code" required aria-describedby="code-hint">
          <option value="">{choose}</option>
          {closingCodes.map(([code, inWords]) => (
            <option key={code} value={code} selected={code === typed?.['code']}>
              {inWords}
            </option>
          ))}
        </select>
      </Field>
      <Field id="reason" label={words.more} fault={undefined} hint={words.moreHint}>
        <input id="reason" name="reason" maxLength={500} value={typed?.['reason'] ?? ''} />
      </Field>
    </>
  );
}
