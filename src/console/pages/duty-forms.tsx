import type { SignedIn } from '../../accounts/index.ts';
import type { Gap, Shift } from '../../duty/index.ts';
import type { PersonRow } from '../queries/people.store.ts';
import { CsrfField, Field } from '../components/form.tsx';
import { findingWords, lengthWords, seatWord, spanWords } from '../words/duty-words.ts';
import { roleWord } from '../words/states.ts';

/** The forms of the page, by the last word of their addresses. */
export type DutyFormName = 'override' | 'leave' | 'swap' | 'answer' | 'leave-file';

/** A form that was refused: what was written, and what is wrong with it or what it would leave open. */
export interface DutyForm {
  readonly name: DutyFormName;
  readonly written: Readonly<Record<string, string>>;
  readonly faults: readonly string[];
  readonly gaps: readonly Gap[];
}

interface FormsProps {
  readonly desk: string;
  readonly zone: string;
  readonly signedIn: SignedIn;
  readonly maySet: boolean;
  readonly people: readonly PersonRow[];
  /** Role and seat. */
  readonly seats: readonly { role: string; seat: string }[];
  /** Of the next weeks, by time. */
  readonly shifts: readonly Shift[];
  readonly nameOf: (person: string) => string;
  readonly form: DutyForm | undefined;
}

/** A shift as a choice in a form has it. */
function shiftValue({ role, seat, from, to }: Pick<Shift, 'role' | 'seat' | 'from' | 'to'>): string {
  return JSON.stringify([role, seat, from.toISOString(), to.toISOString()]);
}

/**
 * What a refused change would leave open, hour by hour, with the place for the reason: sent again with one, it is made.
 */
export function OpenHours(props: {
  form: DutyForm;
  zone: string;
  deskName: (desk: string) => string;
  nameOf: (person: string) => string;
  signedIn: SignedIn;
}) {
  const { form, zone, nameOf } = props;
  return (
    <section class="alarm opens" aria-labelledby="opens" role="alert">
      <h2 id="opens">Nothing is changed yet: it would leave these hours open</h2>
      <ul>
        {form.gaps.map((gap, index) => (
          <li key={index}>
            <b>{spanWords(gap, zone)}</b>, {lengthWords(gap)}: {findingWords(gap, nameOf)},{' '}
            {props.deskName(gap.desk)}
          </li>
        ))}
      </ul>
      <form
        class="grid gap"
        method="post"
        action={`/duty/${form.name}`}
        enctype={form.name === 'leave-file' ? 'multipart/form-data' : undefined}
      >
        <CsrfField of={props.signedIn} />
        {Object.entries(form.written)
          .filter(([name]) => name !== 'reason' && name !== 'csrf')
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <Field id="reason" label="Why it is right all the same" width="w9" hint="stays beside these hours">
          <input id="reason" name="reason" required maxLength={200} aria-describedby="reason-hint" />
        </Field>
        <p>
          <button class="btn main">Leave them open</button>
        </p>
      </form>
    </section>
  );
}

/** The forms that change duty: all for supervisors, one's own leave and swaps for whoever is on duty. */
export function DutyForms(props: FormsProps) {
  const { maySet, signedIn } = props;
  const own = signedIn.person;
  if (!maySet && own === undefined)
    return (
      <p class="soft gap">
        Your account belongs to nobody who is on duty: you read here. A supervisor invites you for a person.
      </p>
    );
  return (
    <section class="sec" aria-labelledby="change">
      <header>
        <h2 id="change">Change it</h2>
        <p>times by the desk’s clock</p>
      </header>
      {maySet && <OverrideForm {...props} />}
      <LeaveForm {...props} />
      {props.shifts.length > 0 && <SwapForm {...props} />}
      <LeaveFileForm {...props} />
    </section>
  );
}

interface StepProps extends FormsProps {
  readonly name: DutyFormName;
  readonly title: string;
  readonly button: string;
  readonly isUpload?: boolean;
  readonly children: preact.ComponentChildren;
}

function Step({ name, title, button, isUpload, children, desk, signedIn, form }: StepProps) {
  const faults = form?.name === name ? form.faults : [];
  return (
    <details class="step" id={name} open={form?.name === name}>
      <summary>{title}</summary>
      {faults.length > 0 && (
        <ul class="alarm" role="alert">
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      <form
        class="grid gap"
        method="post"
        action={`/duty/${name}`}
        enctype={isUpload ? 'multipart/form-data' : undefined}
      >
        <CsrfField of={signedIn} />
        <input type="hidden" name="desk" value={desk} />
        {children}
        <p>
          <button class="btn">{button}</button>
        </p>
      </form>
    </details>
  );
}

function writtenIn(form: DutyForm | undefined, name: DutyFormName): Readonly<Record<string, string>> {
  return form?.name === name ? form.written : {};
}

function OverrideForm(props: FormsProps) {
  const written = writtenIn(props.form, 'override');
  return (
    <Step {...props} name="override" title="Put somebody in a seat" button="Put them in">
      <Field id="override-seat" label="Seat" width="w4">
        <select id="override-seat" name="seat">
          {props.seats.map((of) => {
            const value = JSON.stringify([of.role, of.seat]);
            return (
              <option key={value} value={value} selected={value === written['seat']}>
                {roleWord(of.role)}, {seatWord(of.seat)}
              </option>
            );
          })}
        </select>
      </Field>
      <PersonField {...props} id="override-person" label="Person" name="person" value={written['person']} />
      <TimeField id="override-from" label="From" name="from" value={written['from']} />
      <TimeField id="override-to" label="To" name="to" value={written['to']} />
      <WhyField id="override-why" value={written['why']} isNeeded />
    </Step>
  );
}

function LeaveForm(props: FormsProps) {
  const written = writtenIn(props.form, 'leave');
  const dated = [
    ['from', 'Away from', 'from its first minute, without a time'],
    ['to', 'To', 'to its last minute, without a time'],
  ] as const;
  return (
    <Step {...props} name="leave" title={props.maySet ? 'Enter leave' : 'Enter your leave'} button="Enter it">
      {props.maySet && (
        <PersonField {...props} id="leave-person" label="Person" name="person" value={written['person']} />
      )}
      {dated.map(([name, label, hint]) => (
        <>
          <Field id={`leave-${name}`} label={label} width="w3" hint={hint}>
            <input
              id={`leave-${name}`}
              name={name}
              type="date"
              required
              value={written[name]}
              aria-describedby={`leave-${name}-hint`}
            />
          </Field>
          <Field id={`leave-${name}-time`} label="Time, if not the whole day" width="w3">
            <input
              id={`leave-${name}-time`}
              name={`${name}Time`}
              type="time"
              value={written[`${name}Time`]}
            />
          </Field>
        </>
      ))}
      <WhyField id="leave-why" value={written['why']} />
    </Step>
  );
}

function SwapForm(props: FormsProps) {
  const { shifts, zone, nameOf, signedIn, maySet } = props;
  const written = writtenIn(props.form, 'swap');
  const mine = maySet ? shifts : shifts.filter((shift) => shift.person === signedIn.person);
  const others = maySet ? shifts : shifts.filter((shift) => shift.person !== signedIn.person);
  if (mine.length === 0) return null;
  const words = new Map(
    shifts.map((shift) => [
      shift,
      `${spanWords(shift, zone)}: ${nameOf(shift.person)}, ${roleWord(shift.role)}, ${seatWord(shift.seat)}`,
    ]),
  );
  const option = (shift: Shift, chosen: string | undefined) => {
    const value = shiftValue(shift);
    return (
      <option key={value} value={value} selected={value === chosen}>
        {words.get(shift)}
      </option>
    );
  };
  return (
    <Step {...props} name="swap" title="Ask for a swap" button="Ask">
      <Field id="swap-gives" label={maySet ? 'Shift' : 'Your shift'} width="w6">
        <select id="swap-gives" name="gives">
          {mine.map((shift) => option(shift, written['gives']))}
        </select>
      </Field>
      <PersonField {...props} id="swap-with" label="Asked of" name="with" value={written['with']} all />
      <Field id="swap-takes" label="For a shift of theirs" width="w6">
        <select id="swap-takes" name="takes">
          <option value="">none</option>
          {others.map((shift) => option(shift, written['takes']))}
        </select>
      </Field>
      <WhyField id="swap-why" value={written['why']} isNeeded />
    </Step>
  );
}

function LeaveFileForm(props: FormsProps) {
  const written = writtenIn(props.form, 'leave-file');
  return (
    <Step {...props} name="leave-file" title="Import leave from a calendar" button="Import it" isUpload>
      {props.maySet && (
        <PersonField {...props} id="file-person" label="Person" name="person" value={written['person']} />
      )}
      <Field
        id="file"
        label="File (.ics)"
        width="w6"
        hint="Every event in it counts as leave. What an earlier file had and this one has not is taken back."
      >
        <input id="file" name="file" type="file" accept=".ics,text/calendar" aria-describedby="file-hint" />
      </Field>
      <Field id="file-text" label="Or its text">
        <textarea id="file-text" name="text" spellcheck={false}>
          {written['text']}
        </textarea>
      </Field>
    </Step>
  );
}

function PersonField(
  props: FormsProps & {
    id: string;
    label: string;
    name: string;
    value: string | undefined;
    all?: boolean;
  },
) {
  const offered =
    props.all && !props.maySet
      ? props.people.filter(({ key }) => key !== props.signedIn.person)
      : props.people;
  return (
    <Field id={props.id} label={props.label} width="w4">
      <select id={props.id} name={props.name}>
        {offered.map(({ key, name, roles }) => (
          <option key={key} value={key} selected={key === props.value}>
            {name}, {roles.map(roleWord).join(', ')}
          </option>
        ))}
      </select>
    </Field>
  );
}

function TimeField(props: { id: string; label: string; name: string; value: string | undefined }) {
  return (
    <Field id={props.id} label={props.label} width="w4">
      <input id={props.id} name={props.name} type="datetime-local" required value={props.value} />
    </Field>
  );
}

function WhyField(props: { id: string; value: string | undefined; isNeeded?: boolean }) {
  return (
    <Field id={props.id} label="Why" width="w6">
      <input id={props.id} name="why" maxLength={200} required={props.isNeeded} value={props.value} />
    </Field>
  );
}
