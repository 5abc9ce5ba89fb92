import type { ContactFault } from '../../contacts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { CsrfField, Field } from '../components/form.tsx';
import type { Frame } from '../components/layout.tsx';
import type { PersonRow } from '../queries/people.store.ts';

/** Quiet hours that were refused, as they were typed. */
export interface QuietForm {
  of: 'quiet';
  quiet: string;
  fault: ContactFault;
}

interface QuietProps {
  readonly catalogue: Catalogue;
  readonly frame: Frame;
  readonly person: PersonRow;
  readonly mayChange: boolean;
  readonly form: QuietForm | undefined;
}

/** In which hours somebody wants no texts that can wait: for whoever may change it a form, for others a line. */
export function QuietHours({ catalogue, frame, person, mayChange, form }: QuietProps) {
  const {
    fault: wordsOf,
    person: { quiet: words },
  } = catalogue.people;
  if (!mayChange) return person.quiet === undefined ? null : <p>{words.are(person.quiet)}</p>;
  return (
    <form class="grid gap" method="post" action={`/people/${encodeURIComponent(person.key)}/quiet`}>
      <CsrfField of={frame.signedIn} />
      <Field id="quiet" label={words.label} width="w3" fault={form && wordsOf(form.fault)} hint={words.hint}>
        <input
          id="quiet"
          name="quiet"
          maxLength={20}
          placeholder="21:00-07:00"
          autocomplete="off"
          value={form?.quiet ?? person.quiet}
          aria-describedby="quiet-hint"
        />
      </Field>
      <p>
        <button class="btn">{words.save}</button>
      </p>
    </form>
  );
}
