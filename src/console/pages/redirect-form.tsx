import type { SignedIn } from '../../accounts/index.ts';
import type { RedirectPage } from '../../phrases/index.ts';
import { CsrfField, Field } from '../components/form.tsx';
import type { ConsoleDesk } from '../options.ts';

interface Props {
  readonly words: RedirectPage;
  readonly signedIn: SignedIn;
  /** The desks to choose from; one is none to choose. */
  readonly desks: readonly Pick<ConsoleDesk, 'desk' | 'name'>[];
  /** On the page of a case: it is noted there. */
  readonly caseNumber?: string | undefined;
  readonly typed?: { readonly number: string; readonly desk: string } | undefined;
  readonly fault?: string | undefined;
}

/** One field: the number of a customer who is to be texted that they call the desk. */
export function RedirectForm({ words, signedIn, desks, caseNumber, typed, fault }: Props) {
  return (
    <form class="grid gap" method="post" action="/redirects">
      <CsrfField of={signedIn} />
      {caseNumber !== undefined && <input type="hidden" name="case" value={caseNumber} />}
      <Field id="redirect-number" label={words.number} fault={fault} hint={words.hint} width="w6">
        <input
          id="redirect-number"
          name="number"
          type="tel"
          required
          maxLength={40}
          autocomplete="off"
          value={typed?.number ?? ''}
          aria-describedby="redirect-number-hint"
          aria-invalid={fault === undefined ? undefined : 'true'}
        />
      </Field>
      {desks.length > 1 ? (
        <Field id="redirect-desk" label={words.desk} width="w6">
          <select id="redirect-desk" name="desk">
            {desks.map(({ desk, name }) => (
              <option key={desk} value={desk} selected={desk === typed?.desk}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      ) : (
        <input type="hidden" name="desk" value={desks[0]?.desk} />
      )}
      <p class="acts">
        <button class="btn main">{words.send}</button>
      </p>
    </form>
  );
}
