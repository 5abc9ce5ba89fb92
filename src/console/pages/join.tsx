import type { JoinLink } from '../../accounts/index.ts';
import { Field, NameField } from '../components/form.tsx';
import { Mark } from '../components/icons.tsx';
import { slipPage, type Frame } from '../components/layout.tsx';

interface JoinProps {
  readonly asset: Frame['asset'];
  readonly link: JoinLink;
  readonly name: string;
  readonly faults: { readonly name?: string | undefined; readonly password?: string | undefined };
}

/** The page behind an invitation, or behind a link to a new password. */
export function joinPage({ asset, link, name, faults }: JoinProps): string {
  const isNew = link.purpose === 'invitation';
  return slipPage({
    title: isNew ? 'Invitation' : 'New password',
    asset,
    children: (
      <main class="slip door" id="main">
        <p class="brand">
          <Mark size={22} />
          Afterhours
        </p>
        <h1>{isNew ? `You are invited as ${link.role}` : `A new password for ${link.name}`}</h1>
        <p class="lead">
          {isNew ? 'Choose how you sign in.' : 'Your sessions end when you set it.'} This link works once.
        </p>
        <form method="post">
          {isNew && (
            <NameField label="Your name" value={name} fault={faults.name} hint="you sign in with it" />
          )}
          <Field
            id="password"
            label="Password"
            fault={faults.password}
            hint="at least 12 characters; a few words do well"
          >
            <input
              id="password"
              name="password"
              type="password"
              required
              minLength={12}
              maxLength={200}
              autocomplete="new-password"
              aria-describedby="password-hint"
            />
          </Field>
          <button class="btn main">{isNew ? 'Make the account and sign in' : 'Set it and sign in'}</button>
        </form>
      </main>
    ),
  });
}
