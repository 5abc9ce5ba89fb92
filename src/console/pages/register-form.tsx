import type { Faults, RegistrationState } from '../../registration/index.ts';
import { may } from '../../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { Elapsed } from '../components/clock.tsx';
import { CsrfField } from '../components/form.tsx';
import { consolePage, type Frame } from '../components/layout.tsx';
import { Key, Moment, Telephone } from '../components/marks.tsx';
import type { EventFacts } from '../facts.ts';
import type { OperatorCall } from '../queries/operator-calls.store.ts';
import { hintsOf, standingHint, type HintReader } from '../words/register-hints.ts';
import { CallStrips, Phase } from './call-strip.tsx';
import { Approval, type ApprovalFault } from './register-approval.tsx';
import { Registered } from './register-done.tsx';
import { Fields } from './register-fields.tsx';
import { Known } from './register-known.tsx';
import { Notices } from './register-notices.tsx';
import { Transfer, type TransferOffer } from './transfer-offer.tsx';

export interface RegisterFormProps {
  readonly catalogue: Catalogue;
  readonly deskName: string;
  readonly state: RegistrationState;
  readonly calls: { events: readonly EventFacts[]; liveSince: Date | undefined };
  /** The newest call about it. */
  readonly call: OperatorCall | undefined;
  /** All that are on the line. */
  readonly live: readonly OperatorCall[];
  readonly transfer: TransferOffer | undefined;
  /** What stood in the way of a form that was just sent. */
  readonly faults?: Faults | undefined;
  /** A contact who is not approved was refused just now. */
  readonly isRefused?: boolean;
  readonly approvalFault?: ApprovalFault | undefined;
  /** What went wrong with something else, in words. */
  readonly trouble?: string | undefined;
  readonly offices?: number;
}

/** The page on which one case is registered. */
export function registerFormPage(frame: Frame, props: RegisterFormProps): string {
  const { catalogue, state } = props;
  const words = catalogue.register;
  const reader: HintReader = {
    accountId: frame.signedIn.accountId,
    words,
    locale: catalogue.bar.locale,
    zone: frame.zone,
    now: frame.now,
  };
  const mayFill = state.isOpen && may(frame.signedIn.role, 'register');
  return consolePage({
    frame,
    title: words.form.title(state.number),
    section: 'register',
    words: catalogue.bar,
    scripts: ['register.js', 'call-strip.js'],
    children: (
      <main class="page" id="main">
        <CallStrips catalogue={catalogue} calls={props.live} frame={frame} formOf={state.number} />
        {props.trouble !== undefined && (
          <p class="alarm gap" role="alert">
            {props.trouble}
          </p>
        )}
        <header class="head">
          <div>
            <h1>{words.form.title(state.number)}</h1>
            <p>
              {words.form.lead(props.deskName)}
              {state.caller !== undefined && (
                <>
                  , <Telephone number={state.caller} />
                </>
              )}
              . <HowItStands {...props} frame={frame} />
              {mayFill && <DraftState {...props} frame={frame} />}
            </p>
            <p id="others" role="status">
              {words.form.others(state.others)}
            </p>
          </div>
          {props.transfer !== undefined && may(frame.signedIn.role, 'register') && (
            <Transfer catalogue={catalogue} number={state.number} offer={props.transfer} frame={frame} />
          )}
        </header>
        {state.isOpen && <Notices {...props} frame={frame} />}
        {mayFill && <Approval {...props} frame={frame} />}
        <div class="cols">
          <div>
            {mayFill ? (
              <Form {...props} frame={frame} reader={reader} />
            ) : (
              <Registered {...props} frame={frame} />
            )}
          </div>
          <Known {...props} frame={frame} />
        </div>
        {mayFill && <Keys words={words} />}
      </main>
    ),
  });
}

/** Whether somebody is on the line about it, and how: an inbound call in all its states, or our call back to them. */
function HowItStands({ call, calls, catalogue, frame }: RegisterFormProps & { frame: Frame }) {
  const words = catalogue.register.strip;
  if (call !== undefined && (call.phase !== 'hung-up' || calls.liveSince === undefined))
    return (
      <>
        <Phase call={call} words={words} frame={frame} />.{' '}
      </>
    );
  if (calls.liveSince === undefined) return null;
  return (
    <>
      <span class="state talk">{words.speaking}</span> <Elapsed since={calls.liveSince} now={frame.now} />
      .{' '}
    </>
  );
}

function DraftState({ state, catalogue, frame }: RegisterFormProps & { frame: Frame }) {
  const words = catalogue.register.form;
  const at = state.draft.savedAt;
  return (
    <span id="draft-state" role="status">
      {at === undefined ? (
        words.notSaved
      ) : (
        <>
          {words.saved} <Moment at={at} zone={frame.zone} />
        </>
      )}
    </span>
  );
}

function Form(props: RegisterFormProps & { frame: Frame; reader: HintReader }) {
  const { state, catalogue, frame, reader, faults } = props;
  const words = catalogue.register;
  const count = faults === undefined ? 0 : Object.keys(faults).length;
  const mail = state.values['mail'] ?? '';
  return (
    // Its script keeps it true: what is being typed must not be replaced by a page that was read meanwhile.
    <form
      id="registration"
      method="post"
      action={`/register/${encodeURIComponent(state.number)}`}
      noValidate
      data-keep
      data-number={state.number}
      data-account={frame.signedIn.accountId}
      data-words={JSON.stringify(words.script)}
      data-zone={frame.zone}
    >
      <CsrfField of={frame.signedIn} />
      <input type="hidden" name="shown" value={JSON.stringify(state.values)} />
      <p class="alarm live" id="draft-alarm" role="alert" hidden />
      {count > 0 && (
        <p class="alarm" role="alert" id="faults-found">
          {words.form.faultsFound(count)}
        </p>
      )}
      <Fields
        state={state}
        words={words}
        hints={hintsOf(state, reader, faults)}
        standing={standingHint(state, reader)}
        offices={props.offices ?? 0}
      />
      <p class="acts gap">
        <button
          class="btn main"
          name="do"
          value="register"
          id="do-register"
          aria-keyshortcuts="Control+Enter"
        >
          {words.form.register} <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </button>
        <button class="btn" name="do" value="save" id="do-save">
          {words.form.save}
        </button>
        <button class="btn" name="do" value="call-back" {...keyed('F8')}>
          {words.form.callBack} <Key names={['F8']} />
        </button>
        <button class="btn" name="do" value="out-of-scope" {...keyed('F9')}>
          {words.form.outOfScope} <Key names={['F9']} />
        </button>
        {state.caller === undefined && (
          <button class="btn bare" name="do" value="discard">
            {words.form.discard}
          </button>
        )}
        <span class="dim small">{mail === '' ? words.form.notTold : words.form.toldByMail(mail)}</span>
      </p>
    </form>
  );
}

const keyed = (key: string) => ({ 'data-key': key, 'aria-keyshortcuts': key });

function Keys({ words }: { words: Catalogue['register'] }) {
  const { keys, strip } = words;
  const all = [
    [['Tab'], keys.next],
    [['Ctrl', 'Enter'], keys.register],
    [['Alt', 'K'], keys.office],
    [['F2'], keys.answer],
    [['F4'], keys.transfer],
    [[strip.shift, 'F4'], keys.transferWarm],
    [['Alt', '1'], keys.putOn],
    [['F8'], keys.callBack],
    [['F9'], keys.outOfScope],
    [['?'], keys.all],
  ] as const;
  const list = all.map(([names, said]) => (
    <li key={said}>
      {names.map((name) => [<kbd key={name}>{name}</kbd>, ' '])}
      {said}
    </li>
  ));
  return (
    <>
      <footer class="foot">
        <ul class="keys keylist">{list}</ul>
      </footer>
      <dialog id="keys" aria-label={keys.all} data-keep>
        <ul class="keylist">{list}</ul>
        <form method="dialog">
          <button class="btn">{keys.close}</button>
        </form>
      </dialog>
    </>
  );
}
