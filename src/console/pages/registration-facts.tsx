import type { ComponentChildren } from 'preact';
import type { RegisteredForm } from '../../registration/index.ts';
import type { RegisterWords } from '../../phrases/index.ts';
import { Telephone } from '../components/marks.tsx';

/** What was registered of a case. Of a case whose personal data is blanked only its priority is left. */
export function RegistrationFacts({ form, words }: { form: Partial<RegisteredForm>; words: RegisterWords }) {
  const { contact, offices, unit, symptoms, tried, priority } = form;
  const { label } = words.fields;
  return (
    <dl class="pairs">
      {contact !== undefined && (
        <>
          <dt>{words.form.contact}</dt>
          <dd>
            {contact.name}, <Telephone number={contact.phone} />
            {contact.mail !== null && `, ${contact.mail}`}
            {contact.exceptionBy !== null && <small>{words.done.byException(contact.exceptionBy)}</small>}
          </dd>
        </>
      )}
      {offices?.map(({ name, address }, index) => (
        <Pair key={index} name={label(`office${index + 1}`)}>
          {name}
          {address !== null && <small>{address}</small>}
        </Pair>
      ))}
      <Pair name={label('serial')}>{unit?.serial}</Pair>
      <Pair name={label('mac')}>{unit?.mac}</Pair>
      <Pair name={words.done.affected}>{unit?.affected}</Pair>
      <Pair name={words.form.fault}>{symptoms !== undefined && <span class="written">{symptoms}</span>}</Pair>
      <Pair name={label('tried')}>
        {tried !== undefined && <span class="written">{tried === '' ? words.done.nothing : tried}</span>}
      </Pair>
      <Pair name={label('priority')}>{priority !== undefined && words.fields.priority[priority]}</Pair>
    </dl>
  );
}

function Pair({ name, children }: { name: string; children: ComponentChildren }) {
  if (children === undefined || children === null || children === false) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
