import type { ComponentChildren } from 'preact';
import type { SignedIn } from '../../accounts/index.ts';

/** The field that proves a form came from a page of this session. */
export function CsrfField({ of }: { of: Pick<SignedIn, 'csrfToken'> }) {
  return <input type="hidden" name="csrf" value={of.csrfToken} />;
}

/** A labelled field; `fault` says what is wrong and what would be right, beside it. */
export function Field(props: {
  id: string;
  label: string;
  fault?: string | undefined;
  hint?: string | undefined;
  width?: string;
  children: ComponentChildren;
}) {
  const words = props.fault ?? props.hint;
  return (
    <p
      class={['field', props.width, props.fault === undefined ? undefined : 'bad'].filter(Boolean).join(' ')}
    >
      <label for={props.id}>{props.label}</label>
      {props.children}
      {words !== undefined && (
        <span class="hint" id={`${props.id}-hint`} role={props.fault === undefined ? undefined : 'alert'}>
          {words}
        </span>
      )}
    </p>
  );
}

/** The name that somebody signs in with. */
export function NameField(props: {
  label: string;
  value: string;
  fault?: string | undefined;
  hint?: string | undefined;
}) {
  const isDescribed = props.fault !== undefined || props.hint !== undefined;
  return (
    <Field id="name" label={props.label} fault={props.fault} hint={props.hint}>
      <input
        id="name"
        name="name"
        required
        maxLength={100}
        autocomplete="username"
        value={props.value}
        aria-describedby={isDescribed ? 'name-hint' : undefined}
      />
    </Field>
  );
}

/** A choice out of few; `values` are pairs of what is sent and what is shown. */
export function Choice(props: {
  id: string;
  name: string;
  value: string | undefined;
  values: readonly (readonly [string, string])[];
  marked?: boolean;
}) {
  return (
    <select id={props.id} name={props.name} class={props.marked && props.value ? 'set' : undefined}>
      {props.values.map(([value, words]) => (
        <option key={value} value={value} selected={value === (props.value ?? '')}>
          {words}
        </option>
      ))}
    </select>
  );
}
