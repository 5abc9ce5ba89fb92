import type { ComponentChildren } from 'preact';
import { lengthOf, officeNumbers, priorities, type RegistrationState } from '../../registration/index.ts';
import type { RegisterWords } from '../../phrases/index.ts';
import { Icon } from '../components/icons.tsx';
import type { Hint } from '../words/register-hints.ts';

export interface FieldsProps {
  readonly state: RegistrationState;
  readonly words: RegisterWords;
  readonly hints: Readonly<Record<string, Hint>>;
  readonly standing: { shape: string; words: string };
  /** Empty offices that were asked for. */
  readonly offices: number;
}

interface TextProps {
  readonly of: FieldsProps;
  readonly name: string;
  readonly width: string;
  readonly input?: Record<string, unknown>;
}

/** A field with its label and what is said of it; the place for that is there before there is anything to say. */
function Labelled(props: { of: FieldsProps; name: string; width: string; children: ComponentChildren }) {
  const hint = props.of.hints[props.name];
  return (
    <p class={['field', props.width, hint?.tone].filter(Boolean).join(' ')} data-field={props.name}>
      <label for={props.name}>{props.of.words.fields.label(props.name)}</label>
      {props.children}
      <span class="hint" id={`${props.name}-hint`} role="status" hidden={hint === undefined}>
        {hint?.words}
      </span>
    </p>
  );
}

function attributes({ of, name, input }: TextProps) {
  return {
    id: name,
    name,
    maxLength: lengthOf(name),
    autocomplete: 'off',
    'aria-describedby': `${name}-hint`,
    'aria-invalid': of.hints[name]?.tone === 'bad' ? ('true' as const) : undefined,
    ...input,
  };
}

function Text(props: TextProps) {
  return (
    <Labelled {...props}>
      <input {...attributes(props)} value={props.of.state.values[props.name] ?? ''} />
    </Labelled>
  );
}

function Long(props: TextProps) {
  return (
    <Labelled {...props}>
      <textarea {...attributes(props)} rows={4}>
        {props.of.state.values[props.name] ?? ''}
      </textarea>
    </Labelled>
  );
}

function Part(props: { id: string; title: string; hint: ComponentChildren; children: ComponentChildren }) {
  return (
    <section class="sec" aria-labelledby={props.id}>
      <header>
        <h2 id={props.id}>{props.title}</h2>
        {props.hint !== undefined && <p>{props.hint}</p>}
      </header>
      {props.children}
    </section>
  );
}

/** The fields of the form, in the order in which an operator asks. */
export function Fields(props: FieldsProps) {
  const { words } = props;
  // Who they are is asked first only where it is not known: the contacts follow from it.
  const isKnown = props.state.customer !== undefined;
  return (
    <>
      <Part id="s-contact" title={words.form.contact} hint={<StandingWord {...props} />}>
        <div class="grid first">
          {!isKnown && <CustomerChoice {...props} />}
          <Text of={props} name="name" width="w4" input={{ list: 'contacts', autofocus: isKnown }} />
          <Text of={props} name="phone" width="w4" input={{ type: 'tel' }} />
          <Text of={props} name="mail" width="w4" input={{ inputMode: 'email' }} />
          {isKnown && <CustomerChoice {...props} />}
        </div>
        <datalist id="contacts">
          {props.state.customer?.contacts.map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </Part>
      <Part id="s-office" title={words.form.office} hint={words.form.officeHint}>
        <Offices {...props} />
      </Part>
      <Part id="s-unit" title={words.form.unit} hint={words.form.unitHint}>
        <div class="grid first">
          <Text of={props} name="serial" width="w4" input={{ class: 'mono', spellcheck: false }} />
          <Text of={props} name="mac" width="w4" input={{ class: 'mono', spellcheck: false }} />
          <Text of={props} name="units" width="w4" input={{ inputMode: 'numeric' }} />
        </div>
      </Part>
      <Part id="s-fault" title={words.form.fault} hint={undefined}>
        <div class="grid first">
          <Long of={props} name="symptoms" width="w6" />
          <Long of={props} name="tried" width="w6" />
          <Urgency {...props} />
        </div>
      </Part>
      <Part id="s-why" title={words.form.otherwise} hint={words.form.otherwiseHint}>
        <div class="grid first">
          <Text of={props} name="why" width="w8" />
        </div>
      </Part>
    </>
  );
}

function StandingWord({ standing }: FieldsProps) {
  return (
    <span id="standing" class={standing.shape === '' ? undefined : `state ${standing.shape}`} role="status">
      {standing.words}
    </span>
  );
}

function CustomerChoice(props: FieldsProps) {
  const { state, words } = props;
  return (
    <Labelled of={props} name="customer" width="w4">
      <select
        id="customer"
        name="customer"
        aria-describedby="customer-hint"
        autofocus={state.customer === undefined}
      >
        <option value="">{words.fields.chooseCustomer}</option>
        {state.customers.map(({ key, name }) => (
          <option key={key} value={key} selected={key === state.values['customer']}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function Offices(props: FieldsProps) {
  const { state, words, offices } = props;
  const known = officeNumbers(state.values);
  const last = known.at(-1) ?? 1;
  const numbers = [...known, ...Array.from({ length: offices }, (_, index) => last + 1 + index)];
  return (
    <>
      <div class="grid first" id="offices">
        {numbers.flatMap((number) => [
          <Text
            key={`o${number}`}
            of={props}
            name={`office${number}`}
            width="w4"
            input={{ list: 'known-offices' }}
          />,
          <Text key={`a${number}`} of={props} name={`address${number}`} width="w8" />,
        ])}
      </div>
      <p class="more">
        <button class="btn bare" name="do" value="office" id="add-office" formNoValidate>
          <Icon of="plus" />
          {words.form.moreOffices} <kbd>Alt</kbd> <kbd>K</kbd>
        </button>
      </p>
      <datalist id="known-offices">
        {state.customer?.offices.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

function Urgency(props: FieldsProps) {
  const { state, words } = props;
  const hint = props.hints['priority'];
  return (
    <fieldset class={['field', 'w8', hint?.tone].filter(Boolean).join(' ')} data-field="priority">
      <legend class="label">{words.fields.label('priority')}</legend>
      <div class="pick">
        {priorities.map((priority) => (
          <label key={priority}>
            <input
              type="radio"
              name="priority"
              value={priority}
              checked={state.values['priority'] === priority}
              aria-describedby="priority-hint"
            />{' '}
            {words.fields.priority[priority]}
          </label>
        ))}
      </div>
      <span class="hint" id="priority-hint" role="status" hidden={hint === undefined}>
        {hint?.words}
      </span>
    </fieldset>
  );
}
