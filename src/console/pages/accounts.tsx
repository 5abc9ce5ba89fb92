import type { PeopleWords } from '../../phrases/index.ts';
import type { ComponentChildren } from 'preact';
import { may, roleChoices, type AccountRow, type ApiTokenRow } from '../../accounts/index.ts';
import { CsrfField, Field } from '../components/form.tsx';
import { consolePage, type Frame } from '../components/layout.tsx';
import { day, minuteTime } from '../words/time.ts';

export interface AccountsProps {
  readonly accounts: readonly AccountRow[];
  readonly tokens: readonly ApiTokenRow[];
  readonly responders: readonly { key: string; name: string }[];
  /** Made just now, to be copied: shown once. */
  readonly made: { readonly what: string; readonly value: string } | undefined;
  readonly fault: { readonly form: 'invite' | 'token' | 'remove'; readonly message: string } | undefined;
}

/** Who may sign in, and which programs may read the API. */
export function accountsPage(frame: Frame, props: AccountsProps): string {
  return consolePage({
    frame,
    title: 'Accounts',
    section: 'people',
    children: (
      <main class="page mid" id="main">
        <header class="head">
          <div>
            <h1>Accounts</h1>
            <p>
              Who may sign in here. Who is paged is another matter: see <a href="/people">People</a>.
            </p>
          </div>
        </header>
        {props.made !== undefined && (
          <section class="sec" aria-labelledby="made" role="status">
            <header>
              <h2 id="made">{props.made.what}</h2>
              <p>shown this once: copy it now</p>
            </header>
            <input id="made-value" readonly value={props.made.value} aria-labelledby="made" size={80} />
          </section>
        )}
        <AccountList frame={frame} {...props} />
        <InviteForm frame={frame} {...props} />
        <TokenList frame={frame} {...props} />
      </main>
    ),
  });
}

type PartProps = AccountsProps & { readonly frame: Frame };

const when = (at: Date, zone: string) => `${day(at, zone)} ${minuteTime(at, zone)}`;

function AccountList({ frame, accounts, fault }: PartProps) {
  return (
    <section class="sec" aria-labelledby="who">
      <header>
        <h2 id="who">Who may sign in</h2>
        <p>{accounts.length}</p>
      </header>
      {fault?.form === 'remove' && (
        <p class="alarm" role="alert">
          {fault.message}
        </p>
      )}
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">Last seen</th>
            <th scope="col">
              <span class="sr">What can be done</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((of) => (
            <tr key={of.id}>
              <th scope="row">{of.name}</th>
              <td data-label="Role">{of.role}</td>
              <td data-label="Last seen">
                {of.lastSeenAt === undefined ? 'no session' : when(of.lastSeenAt, frame.zone)}
              </td>
              <td>
                {of.id !== frame.signedIn.accountId && (
                  <>
                    <Button frame={frame} action="/accounts/password-link" id={of.id}>
                      New password<span class="sr"> for {of.name}</span>
                    </Button>{' '}
                    <Button frame={frame} action="/accounts/remove" id={of.id}>
                      Remove<span class="sr"> {of.name}</span>
                    </Button>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Button(props: { frame: Frame; action: string; id: string; children: ComponentChildren }) {
  return (
    <form method="post" action={props.action} class="leave">
      <CsrfField of={props.frame.signedIn} />
      <input type="hidden" name="id" value={props.id} />
      <button class="btn">{props.children}</button>
    </form>
  );
}

function InviteForm({ frame, responders, fault }: PartProps) {
  return (
    <section class="sec" aria-labelledby="invite">
      <header>
        <h2 id="invite">Invite somebody</h2>
        <p>a link that works once, for three days</p>
      </header>
      <form class="grid gap" method="post" action="/accounts/invite">
        <CsrfField of={frame.signedIn} />
        <Field id="role" label="Role" fault={fault?.form === 'invite' ? fault.message : undefined}>
          <select id="role" name="role">
            {roleChoices.map(([role, words]) => (
              <option key={role} value={role}>
                {words}
              </option>
            ))}
          </select>
        </Field>
        <Field id="person" label="Is paged as" hint="what they do in the console then stands under that name">
          <select id="person" name="person" aria-describedby="person-hint">
            <option value="">nobody</option>
            {responders.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <p>
          <button class="btn">Make the link</button>
        </p>
      </form>
    </section>
  );
}

function TokenList({ frame, tokens, fault }: PartProps) {
  return (
    <section class="sec" aria-labelledby="tokens">
      <header>
        <h2 id="tokens">API tokens</h2>
        <p>programs that read cases as JSON</p>
      </header>
      {tokens.length > 0 && (
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">For</th>
              <th scope="col">Made</th>
              <th scope="col">Last used</th>
              <th scope="col">
                <span class="sr">What can be done</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {tokens.map((of) => (
              <tr key={of.id}>
                <th scope="row">{of.name}</th>
                <td data-label="Made">
                  {when(of.madeAt, frame.zone)} by {of.madeBy}
                </td>
                <td data-label="Last used">
                  {of.lastUsedAt === null ? 'never' : when(of.lastUsedAt, frame.zone)}
                </td>
                <td>
                  <Button frame={frame} action="/accounts/revoke" id={of.id}>
                    Revoke<span class="sr"> {of.name}</span>
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <form class="grid gap" method="post" action="/accounts/token">
        <CsrfField of={frame.signedIn} />
        <Field
          id="token-name"
          label="What it is for"
          fault={fault?.form === 'token' ? fault.message : undefined}
          hint="such as: wallboard in the office"
        >
          <input id="token-name" name="name" required maxLength={100} aria-describedby="token-name-hint" />
        </Field>
        <p>
          <button class="btn">Make a token</button>
        </p>
      </form>
    </section>
  );
}

/** A line on the page of people that leads here, for those who may. */
export function AccountsLink({ frame, words }: { frame: Frame; words: PeopleWords }) {
  if (!may(frame.signedIn.role, 'administer')) return null;
  return (
    <p>
      <a href="/accounts">{words.accountsLink}</a>
      {words.accountsHint}
    </p>
  );
}
