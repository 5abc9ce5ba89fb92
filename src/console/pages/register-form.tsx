import type { Faults, RegistrationState } from '../../registration/index.ts';
import { may } from '../../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { Elapsed } from '../components/clock.tsx';
import { CsrfField } from '../components/form.tsx';
import { consolePage, type Frame } from '../components/layout.tsx';
import { Moment, Telephone } from '../components/marks.tsx';
import type { EventFacts } from '../facts.ts';
import { hintsOf, standingHint, type HintReader } from '../words/register-hints.ts';
import { Approval, type ApprovalFault } from './register-approval.tsx';
import { Registered } from './register-done.tsx';
import { Fields } from './register-fields.tsx';
import { Known } from './register-known.tsx';

export interface RegisterFormProps {
  readonly catalogue: Catalogue;
  readonly deskName: string;
  readonly state: RegistrationState;
  readonly calls: { events: readonly EventFacts[]; liveSince: Date | undefined };
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
  const { catalogue, state, calls } = props;
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
    scripts: ['register.js'],
    children: (
      <main class="page" id="main">
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
              .{' '}
              {calls.liveSince !== undefined && (
                <>
                  <span class="state talk">{words.form.inCall}</span>{' '}
                  <Elapsed since={calls.liveSince} now={frame.now} />.{' '}
                </>
              )}
              {mayFill && <DraftState {...props} frame={frame} />}
            </p>
            <p id="others" role="status">
              {words.form.others(state.others)}
            </p>
          </div>
        </header>
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
        <button class="btn main" name="do" value="register" id="do-register">
          {words.form.register} <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </button>
        <button class="btn" name="do" value="save" id="do-save">
          {words.form.save}
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

function Keys({ words }: { words: Catalogue['register'] }) {
  const { keys } = words;
  const all = [
    [['Tab'], keys.next],
    [['Ctrl', 'Enter'], keys.register],
    [['Alt', 'K'], keys.office],
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
