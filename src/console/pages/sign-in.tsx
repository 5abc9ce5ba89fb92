import { Field, NameField } from '../components/form.tsx';
import { Mark } from '../components/icons.tsx';
import { slipPage, type Frame } from '../components/layout.tsx';

interface Faults {
  readonly name?: string | undefined;
  readonly password?: string | undefined;
}

interface SignInProps {
  readonly asset: Frame['asset'];
  readonly host: string;
  readonly name: string;
  readonly faults: Faults;
  /** Where to go afterwards; a path of ours. */
  readonly next: string;
}

/** Name and password. */
export function signInPage({ asset, host, name, faults, next }: SignInProps): string {
  return slipPage({
    title: 'Sign in',
    asset,
    children: (
      <main class="slip door" id="main">
        <p class="brand">
          <Mark size={22} />
          Afterhours
        </p>
        <h1>Sign in</h1>
        <p class="lead">{host}</p>
        <form method="post" action="/sign-in">
          <input type="hidden" name="next" value={next} />
          <NameField label="Name" value={name} fault={faults.name} />
          <Field id="password" label="Password" fault={faults.password}>
            <input
              id="password"
              name="password"
              type="password"
              required
              maxLength={200}
              autocomplete="current-password"
              aria-describedby="password-hint"
            />
          </Field>
          <button class="btn main">Sign in</button>
        </form>
        <p class="small soft">
          First time here? The first start of the service prints a link that makes the first supervisor. It
          works once.
        </p>
      </main>
    ),
  });
}

interface WelcomeProps {
  readonly asset: Frame['asset'];
  readonly name: string;
  readonly faults: Faults;
}

/** The page behind the first link: makes the first supervisor. */
export function welcomePage({ asset, name, faults }: WelcomeProps): string {
  return slipPage({
    title: 'Welcome',
    asset,
    children: (
      <main class="slip door" id="main">
        <p class="brand">
          <Mark size={22} />
          Afterhours
        </p>
        <h1>The first supervisor</h1>
        <p class="lead">You see everything and may do everything. This link works once.</p>
        <form method="post">
          <NameField label="Your name" value={name} fault={faults.name} hint="you sign in with it" />
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
          <button class="btn main">Make the account and sign in</button>
        </form>
      </main>
    ),
  });
}

interface MessageProps {
  readonly asset: Frame['asset'];
  readonly title: string;
  readonly words: string;
  readonly link?: { readonly href: string; readonly words: string } | undefined;
  /** BCP 47; absent: English. */
  readonly language?: string;
}

/** A page that says one thing: what is wrong, and where to go. */
export function messagePage({ asset, title, words, link, language = 'en' }: MessageProps): string {
  return slipPage({
    title,
    language,
    asset,
    children: (
      <main class="slip door" id="main">
        <p class="brand">
          <Mark size={22} />
          Afterhours
        </p>
        <h1>{title}</h1>
        <p class="lead">{words}</p>
        {link !== undefined && (
          <p>
            <a class="btn" href={link.href}>
              {link.words}
            </a>
          </p>
        )}
      </main>
    ),
  });
}
