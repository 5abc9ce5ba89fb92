import { weekdays, writeSpan, type CoverageHours, type Span } from '../../coverage/index.ts';
import type { DateField, OwnDate, WrittenDate } from '../../own-hours/index.ts';
import { CsrfField, Field } from '../components/form.tsx';
import { consolePage, type Frame } from '../components/layout.tsx';
import { dayKey, day, minuteTime, zoneLabel } from '../words/time.ts';
import type { SpecialDay } from './special-days.ts';

export interface DeskHours {
  readonly desk: string;
  readonly name: string;
  readonly hours: CoverageHours;
  readonly days: readonly SpecialDay[];
  /** All that people have set, what was taken back included. */
  readonly dates: readonly OwnDate[];
}

/** A form that was refused, to be mended. */
export interface HoursForm {
  readonly written: WrittenDate & { desk: string };
  readonly faults: Partial<Record<DateField, string>>;
}

interface HoursProps {
  readonly desks: readonly DeskHours[];
  readonly form: HoursForm | undefined;
  readonly maySet: boolean;
}

/** When each desk's office is open, and every date of the coming year on which it does something else, with why. */
export function hoursPage(frame: Frame, { desks, form, maySet }: HoursProps): string {
  return consolePage({
    frame,
    title: 'Hours',
    section: 'hours',
    children: (
      <main class="page mid" id="main">
        <header class="head">
          <div>
            <h1>Hours</h1>
            <p>
              When each office answers. The week and the holidays come from the desk’s script; dates of your
              own go before both, from the next call on.
            </p>
          </div>
        </header>
        {desks.map((desk) => (
          <Desk
            key={desk.desk}
            frame={frame}
            of={desk}
            form={form?.written.desk === desk.desk ? form : undefined}
            maySet={maySet}
          />
        ))}
      </main>
    ),
  });
}

interface DeskProps {
  readonly frame: Frame;
  readonly of: DeskHours;
  readonly form: HoursForm | undefined;
  readonly maySet: boolean;
}

function Desk({ frame, of, form, maySet }: DeskProps) {
  const removed = of.dates.filter((date) => date.removedAt !== null);
  return (
    <section class="sec" aria-labelledby={of.desk}>
      <header>
        <h2 id={of.desk}>{of.name}</h2>
        <p>
          {zoneLabel(of.hours.timeZone, frame.now)} ·{' '}
          <a href={`/what-if?desk=${of.desk}`}>What if somebody calls?</a>
        </p>
      </header>
      <p class="gap">{weekInWords(of.hours)}</p>
      {maySet && <SetForm frame={frame} of={of} form={form} />}
      <DayTable frame={frame} of={of} maySet={maySet} />
      {removed.length > 0 && (
        <details class="gap">
          <summary>Taken back or replaced: {removed.length}</summary>
          <ul class="plain">
            {removed.map((date) => (
              <li key={date.id}>
                {date.date}, {textInWords(date.spans)}: {date.why}. Set by {date.setBy},{' '}
                {when(date.setAt, frame.zone)}; taken back by {date.removedBy},{' '}
                {date.removedAt !== null && when(date.removedAt, frame.zone)}.
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function DayTable({ frame, of, maySet }: Omit<DeskProps, 'form'>) {
  if (of.days.length === 0) return <p class="gap">No date of the coming year differs from its weekday.</p>;
  return (
    <table class="stack gap">
      <caption class="sr">Dates of the coming year on which {of.name} keeps other hours</caption>
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">Hours</th>
          <th scope="col">Why</th>
          <th scope="col">By</th>
        </tr>
      </thead>
      <tbody>
        {of.days.map((special) => (
          <tr key={special.date}>
            <th scope="row">{dateInWords(special.date)}</th>
            <td data-label="Hours">{spansInWords(special.spans)}</td>
            <td data-label="Why" class="soft">
              {special.why}
            </td>
            <td data-label="By">
              {special.own === undefined ? (
                <span class="dim">{special.isHoliday ? 'the calendar' : 'the script'}</span>
              ) : (
                <>
                  {special.own.setBy}, {when(special.own.setAt, frame.zone)}{' '}
                  {maySet && <RemoveButton frame={frame} own={special.own} />}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RemoveButton({ frame, own }: { frame: Frame; own: OwnDate }) {
  return (
    <form method="post" action="/hours/remove" class="leave">
      <CsrfField of={frame.signedIn} />
      <input type="hidden" name="id" value={own.id} />
      <button class="btn">
        Take back<span class="sr"> {own.date}</span>
      </button>
    </form>
  );
}

const choices = [
  ['closed', 'Closed'],
  ['hours', 'These hours'],
  ['open', 'Open all day'],
] as const;

function SetForm({ frame, of, form }: Omit<DeskProps, 'maySet'>) {
  const id = (name: string) => `${of.desk}-${name}`;
  const written = form?.written;
  const hint = (name: DateField) => (form?.faults[name] === undefined ? undefined : `${id(name)}-hint`);
  return (
    <form class="grid gap" method="post" action="/hours/set">
      <CsrfField of={frame.signedIn} />
      <input type="hidden" name="desk" value={of.desk} />
      <Field id={id('date')} label="Date" width="w3" fault={form?.faults.date}>
        <input
          id={id('date')}
          name="date"
          type="date"
          required
          min={dayKey(frame.now, of.hours.timeZone)}
          value={written?.date}
          aria-describedby={hint('date')}
        />
      </Field>
      <Field id={id('does')} label="The office is" width="w3" fault={form?.faults.does}>
        <select id={id('does')} name="does">
          {choices.map(([value, words]) => (
            <option key={value} value={value} selected={value === (written?.does ?? 'closed')}>
              {words}
            </option>
          ))}
        </select>
      </Field>
      <Field
        id={id('hours')}
        label="Hours"
        width="w3"
        fault={form?.faults.hours}
        hint="with These hours: 08:00-12:00"
      >
        <input
          id={id('hours')}
          name="hours"
          maxLength={100}
          value={written?.hours}
          aria-describedby={`${id('hours')}-hint`}
        />
      </Field>
      <Field id={id('why')} label="Why" width="w6" fault={form?.faults.why}>
        <input
          id={id('why')}
          name="why"
          required
          maxLength={200}
          value={written?.why}
          aria-describedby={hint('why')}
        />
      </Field>
      <p>
        <button class="btn">Set this date</button>
      </p>
    </form>
  );
}

const when = (at: Date, zone: string): string => `${day(at, zone)} ${minuteTime(at, zone)}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const dateInWords = (date: string): string => day(new Date(`${date}T12:00:00Z`), 'UTC', 'year');
const spansInWords = (spans: readonly Span[]): string => textInWords(spans.map(writeSpan));

/** Monday to Friday 09:00-17:00; Saturday, Sunday closed. */
function weekInWords({ days }: CoverageHours): string {
  const runs: { words: string; names: string[] }[] = [];
  for (const name of weekdays) {
    const words = spansInWords(days[name] ?? []);
    if (runs.at(-1)?.words === words) runs.at(-1)?.names.push(capital(name));
    else runs.push({ words, names: [capital(name)] });
  }
  return `${runs.map(({ words, names }) => `${namesInWords(names)} ${words}`).join('; ')}.`;
}

function namesInWords(names: readonly string[]): string {
  return names.length > 2 ? `${names[0]} to ${names.at(-1)}` : names.join(', ');
}

function textInWords(spans: readonly string[]): string {
  if (spans.length === 0) return 'closed';
  return spans.map((span) => (span === '00:00-24:00' ? 'open all day' : span)).join(', ');
}
