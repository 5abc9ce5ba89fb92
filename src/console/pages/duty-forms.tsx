import type { SignedIn } from '../../accounts/index.ts';
import type { LeaveFileFault } from '../../calendars/index.ts';
import type { Gap, Shift } from '../../duty/index.ts';
import type { DutyFormFault } from '../../phrases/index.ts';
import type { PersonRow } from '../queries/people.store.ts';
import { CsrfField, Field } from '../components/form.tsx';
import {
  faultWords,
  findingWords,
  lengthWords,
  roleIn,
  spanWords,
  type DutyReader,
} from '../words/duty-words.ts';

/** The forms of the page, by the last word of their addresses. */
export type DutyFormName = 'override' | 'leave' | 'swap' | 'answer' | 'leave-file';

/** A form that was refused: what was written, and what is wrong with it or what it would leave open. */
export interface DutyForm {
  readonly name: DutyFormName;
  readonly written: Readonly<Record<string, string>>;
  readonly faults: readonly DutyFormFault[];
  /** Of a calendar file that was sent with it. */
  readonly fileFaults?: readonly LeaveFileFault[];
  readonly gaps: readonly Gap[];
}

interface FormsProps {
  readonly desk: string;
  readonly reader: DutyReader;
  readonly signedIn: SignedIn;
  readonly maySet: boolean;
  readonly people: readonly PersonRow[];
  /** Role and seat. */
  readonly seats: readonly { role: string; seat: string }[];
  /** Of the next weeks, by time. */
  readonly shifts: readonly Shift[];
  readonly form: DutyForm | undefined;
}

/** A shift as a choice in a form has it. */
function shiftValue({ role, seat, from, to }: Pick<Shift, 'role' | 'seat' | 'from' | 'to'>): string {
  return JSON.stringify([role, seat, from.toISOString(), to.toISOString()]);
}

/**
 * What a refused change would leave open, hour by hour, with the place for the reason: sent again with one, it is made.
 */
export function OpenHours(props: { form: DutyForm; reader: DutyReader; signedIn: SignedIn }) {
  const { form, reader } = props;
  const words = reader.catalogue.dutyChanges.forms.open;
  return (
    <section class="alarm opens" aria-labelledby="opens" role="alert">
      <h2 id="opens">{words.title}</h2>
      <ul>
        {form.gaps.map((gap, index) => (
          <li key={index}>
            <b>{spanWords(gap, reader)}</b>, {lengthWords(gap)}: {findingWords(gap, reader)},{' '}
            {reader.deskName(gap.desk)}
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
        <Field id="reason" label={words.reason} width="w9" hint={words.hint}>
          <input id="reason" name="reason" required maxLength={200} aria-describedby="reason-hint" />
        </Field>
        <p>
          <button class="btn main">{words.send}</button>
        </p>
      </form>
    </section>
  );
}

/** The forms that change duty: all for supervisors, one's own leave and swaps for whoever is on duty. */
export function DutyForms(props: FormsProps) {
  const { maySet, signedIn, reader } = props;
  const words = reader.catalogue.dutyChanges.forms;
  if (!maySet && signedIn.person === undefined) return <p class="soft gap">{words.readsOnly}</p>;
  return (
    <section class="sec" aria-labelledby="change">
      <header>
        <h2 id="change">{words.title}</h2>
        <p>{words.clock}</p>
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

function Step({ name, title, button, isUpload, children, desk, reader, signedIn, form }: StepProps) {
  const faults = form?.name === name ? faultsIn(form, reader) : [];
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

function faultsIn({ faults, fileFaults = [] }: DutyForm, reader: DutyReader): string[] {
  const { leaveFile } = reader.catalogue;
  return [...faultWords(faults, reader), ...fileFaults.map((fault) => leaveFile.fault(fault))];
}

function writtenIn(form: DutyForm | undefined, name: DutyFormName): Readonly<Record<string, string>> {
  return form?.name === name ? form.written : {};
}

function OverrideForm(props: FormsProps) {
  const { reader } = props;
  const written = writtenIn(props.form, 'override');
  const words = reader.catalogue.dutyChanges.forms;
  return (
    <Step {...props} name="override" title={words.override.title} button={words.override.send}>
      <Field id="override-seat" label={words.override.seat} width="w4">
        <select id="override-seat" name="seat">
          {props.seats.map((of) => {
            const value = JSON.stringify([of.role, of.seat]);
            return (
              <option key={value} value={value} selected={value === written['seat']}>
                {roleIn(reader, of.role)}, {reader.catalogue.dutyPage.seat(of.seat)}
              </option>
            );
          })}
        </select>
      </Field>
      <PersonField
        {...props}
        id="override-person"
        label={words.person}
        name="person"
        value={written['person']}
      />
      <TimeField id="override-from" label={words.from} name="from" value={written['from']} />
      <TimeField id="override-to" label={words.to} name="to" value={written['to']} />
      <WhyField id="override-why" label={words.why} value={written['why']} isNeeded />
    </Step>
  );
}

function LeaveForm(props: FormsProps) {
  const written = writtenIn(props.form, 'leave');
  const words = props.reader.catalogue.dutyChanges.forms;
  const { leave } = words;
  const dated = [
    ['from', leave.from, leave.fromHint],
    ['to', words.to, leave.toHint],
  ] as const;
  return (
    <Step {...props} name="leave" title={props.maySet ? leave.title : leave.own} button={leave.send}>
      {props.maySet && (
        <PersonField
          {...props}
          id="leave-person"
          label={words.person}
          name="person"
          value={written['person']}
        />
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
          <Field id={`leave-${name}-time`} label={leave.time} width="w3">
            <input
              id={`leave-${name}-time`}
              name={`${name}Time`}
              type="time"
              value={written[`${name}Time`]}
            />
          </Field>
        </>
      ))}
      <WhyField id="leave-why" label={words.why} value={written['why']} />
    </Step>
  );
}

function SwapForm(props: FormsProps) {
  const { shifts, reader, signedIn, maySet } = props;
  const written = writtenIn(props.form, 'swap');
  const words = reader.catalogue.dutyChanges.forms;
  const { swap } = words;
  const mine = maySet ? shifts : shifts.filter((shift) => shift.person === signedIn.person);
  const others = maySet ? shifts : shifts.filter((shift) => shift.person !== signedIn.person);
  if (mine.length === 0) return null;
  const said = new Map(shifts.map((shift) => [shift, shiftWords(shift, reader)]));
  const option = (shift: Shift, chosen: string | undefined) => {
    const value = shiftValue(shift);
    return (
      <option key={value} value={value} selected={value === chosen}>
        {said.get(shift)}
      </option>
    );
  };
  return (
    <Step {...props} name="swap" title={swap.title} button={swap.send}>
      <Field id="swap-gives" label={maySet ? swap.shift : swap.own} width="w6">
        <select id="swap-gives" name="gives">
          {mine.map((shift) => option(shift, written['gives']))}
        </select>
      </Field>
      <PersonField {...props} id="swap-with" label={swap.askedOf} name="with" value={written['with']} all />
      <Field id="swap-takes" label={swap.takes} width="w6">
        <select id="swap-takes" name="takes">
          <option value="">{swap.none}</option>
          {others.map((shift) => option(shift, written['takes']))}
        </select>
      </Field>
      <WhyField id="swap-why" label={words.why} value={written['why']} isNeeded />
    </Step>
  );
}

/** A shift to choose: when, whose, and which seat. */
function shiftWords(shift: Shift, reader: DutyReader): string {
  const seat = reader.catalogue.dutyPage.seat(shift.seat);
  return `${spanWords(shift, reader)}: ${reader.nameOf(shift.person)}, ${roleIn(reader, shift.role)}, ${seat}`;
}

function LeaveFileForm(props: FormsProps) {
  const written = writtenIn(props.form, 'leave-file');
  const words = props.reader.catalogue.dutyChanges.forms;
  const { file } = words;
  return (
    <Step {...props} name="leave-file" title={file.title} button={file.send} isUpload>
      {props.maySet && (
        <PersonField
          {...props}
          id="file-person"
          label={words.person}
          name="person"
          value={written['person']}
        />
      )}
      <Field id="file" label={file.file} width="w6" hint={file.hint}>
        <input id="file" name="file" type="file" accept=".ics,text/calendar" aria-describedby="file-hint" />
      </Field>
      <Field id="file-text" label={file.text}>
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
            {name}, {roles.map((role) => roleIn(props.reader, role)).join(', ')}
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

function WhyField(props: { id: string; label: string; value: string | undefined; isNeeded?: boolean }) {
  return (
    <Field id={props.id} label={props.label} width="w6">
      <input id={props.id} name="why" maxLength={200} required={props.isNeeded} value={props.value} />
    </Field>
  );
}
