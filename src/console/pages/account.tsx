import { CsrfField, Field } from '../components/form.tsx';
import { consolePage, type Frame } from '../components/layout.tsx';

export interface OwnAccountProps {
  readonly faults: { readonly current?: string | undefined; readonly wanted?: string | undefined };
  readonly done: boolean;
}

/** One's own account: another password, and the end of every session. */
export function accountPage(frame: Frame, { faults, done }: OwnAccountProps): string {
  const { signedIn } = frame;
  return consolePage({
    frame,
    title: 'Your account',
    section: 'people',
    children: (
      <main class="page mid" id="main">
        <header class="head">
          <div>
            <h1>{signedIn.name}</h1>
            <p>Signed in as {signedIn.role}.</p>
          </div>
        </header>
        <section class="sec" aria-labelledby="password-head">
          <header>
            <h2 id="password-head">Password</h2>
            <p>a new one ends your sessions elsewhere</p>
          </header>
          {done && <p role="status">Your password is changed. Your other sessions have ended.</p>}
          <form class="grid gap" method="post" action="/account/password">
            <CsrfField of={signedIn} />
            <input type="hidden" autocomplete="username" value={signedIn.name} />
            <PasswordField id="current" label="Password now" fault={faults.current} kind="current-password" />
            <PasswordField
              id="wanted"
              label="New password"
              fault={faults.wanted}
              kind="new-password"
              hint="at least 12 characters; a few words do well"
            />
            <p>
              <button class="btn">Change it</button>
            </p>
          </form>
        </section>
        <section class="sec" aria-labelledby="sessions">
          <header>
            <h2 id="sessions">Sessions</h2>
            <p>a telephone was lost, or a shared machine left open</p>
          </header>
          <form class="grid gap" method="post" action="/account/sign-out-everywhere">
            <CsrfField of={signedIn} />
            <button class="btn">Sign out everywhere, here too</button>
          </form>
        </section>
      </main>
    ),
  });
}

function PasswordField(props: {
  id: string;
  label: string;
  kind: string;
  fault: string | undefined;
  hint?: string;
}) {
  return (
    <Field id={props.id} label={props.label} fault={props.fault} hint={props.hint}>
      <input
        id={props.id}
        name={props.id}
        type="password"
        required
        maxLength={200}
        autocomplete={props.kind}
        aria-describedby={`${props.id}-hint`}
      />
    </Field>
  );
}
