import { weekdays, writeSpan, type CoverageHours, type Span } from '../../coverage/index.ts';
import type { DateFaults, DateField, OwnDate, WrittenDate } from '../../own-hours/index.ts';
import type { HoursWords } from '../../phrases/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { CsrfField, Field } from '../components/form.tsx';
import { consolePage, type Frame } from '../components/layout.tsx';
import { dayKey, day, dayTime, weekdayName, zoneLabel } from '../words/time.ts';
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
  readonly faults: DateFaults;
}

interface HoursProps {
  readonly catalogue: Catalogue;
  readonly desks: readonly DeskHours[];
  readonly form: HoursForm | undefined;
  readonly maySet: boolean;
}

/** When each desk's office is open, and every date of the coming year on which it does something else, with why. */
export function hoursPage(frame: Frame, { catalogue, desks, form, maySet }: HoursProps): string {
  const words = catalogue.hours;
  return consolePage({
    frame,
    title: words.title,
    section: 'hours',
    words: catalogue.bar,
    children: (
      <main class="page mid" id="main">
        <header class="head">
          <div>
            <h1>{words.title}</h1>
            <p>{words.intro}</p>
          </div>
        </header>
        {desks.map((desk) => (
          <Desk
            key={desk.desk}
            catalogue={catalogue}
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
  readonly catalogue: Catalogue;
  readonly frame: Frame;
  readonly of: DeskHours;
  readonly form: HoursForm | undefined;
  readonly maySet: boolean;
}

function Desk({ catalogue, frame, of, form, maySet }: DeskProps) {
  const { hours: words, bar } = catalogue;
  const removed = of.dates.filter((date) => date.removedAt !== null);
  return (
    <section class="sec" aria-labelledby={of.desk}>
      <header>
        <h2 id={of.desk}>{of.name}</h2>
        <p>
          {zoneLabel(of.hours.timeZone, frame.now)} · <a href={`/what-if?desk=${of.desk}`}>{words.whatIf}</a>
        </p>
      </header>
      <p class="gap">{weekInWords(of.hours, catalogue)}</p>
      {maySet && <SetForm catalogue={catalogue} frame={frame} of={of} form={form} />}
      <DayTable catalogue={catalogue} frame={frame} of={of} maySet={maySet} />
      {removed.length > 0 && (
        <details class="gap">
          <summary>{words.takenBack(removed.length)}</summary>
          <ul class="plain">
            {removed.map((date) => (
              <li key={date.id}>
                {words.undone({
                  ...{ date: date.date, hours: textInWords(date.spans, words), why: date.why },
                  ...{ setBy: date.setBy, setAt: dayTime(date.setAt, frame.zone, bar.locale) },
                  removedBy: date.removedBy ?? '',
                  removedAt: date.removedAt === null ? '' : dayTime(date.removedAt, frame.zone, bar.locale),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function DayTable({ catalogue, frame, of, maySet }: Omit<DeskProps, 'form'>) {
  const { hours: words, bar } = catalogue;
  const { columns } = words;
  if (of.days.length === 0) return <p class="gap">{words.noDates}</p>;
  return (
    <table class="stack gap">
      <caption class="sr">{words.caption(of.name)}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.date}</th>
          <th scope="col">{columns.hours}</th>
          <th scope="col">{columns.why}</th>
          <th scope="col">{columns.by}</th>
        </tr>
      </thead>
      <tbody>
        {of.days.map((special) => (
          <tr key={special.date}>
            <th scope="row">{dateInWords(special.date, bar.locale)}</th>
            <td data-label={columns.hours}>{spansInWords(special.spans, words)}</td>
            <td data-label={columns.why} class="soft">
              {special.isHoliday ? capital(special.why) : special.why}
            </td>
            <td data-label={columns.by}>
              {special.own === undefined ? (
                <span class="dim">{special.isHoliday ? words.byCalendar : words.byScript}</span>
              ) : (
                <>
                  {special.own.setBy}, {dayTime(special.own.setAt, frame.zone, bar.locale)}{' '}
                  {maySet && <RemoveButton words={words} frame={frame} own={special.own} />}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RemoveButton({ words, frame, own }: { words: HoursWords; frame: Frame; own: OwnDate }) {
  return (
    <form method="post" action="/hours/remove" class="leave">
      <CsrfField of={frame.signedIn} />
      <input type="hidden" name="id" value={own.id} />
      <button class="btn">
        {words.takeBack}
        <span class="sr"> {own.date}</span>
      </button>
    </form>
  );
}

const choices = ['closed', 'hours', 'open'] as const;

function SetForm({ catalogue, frame, of, form }: Omit<DeskProps, 'maySet'>) {
  const words = catalogue.hours;
  const id = (name: string) => `${of.desk}-${name}`;
  const written = form?.written;
  const fault = (name: DateField) => {
    const found = form?.faults[name];
    return found && words.fault(found);
  };
  const hint = (name: DateField) => (form?.faults[name] === undefined ? undefined : `${id(name)}-hint`);
  return (
    <form class="grid gap" method="post" action="/hours/set">
      <CsrfField of={frame.signedIn} />
      <input type="hidden" name="desk" value={of.desk} />
      <Field id={id('date')} label={words.form.date} width="w3" fault={fault('date')}>
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
      <Field id={id('does')} label={words.form.does} width="w3" fault={fault('does')}>
        <select id={id('does')} name="does">
          {choices.map((value) => (
            <option key={value} value={value} selected={value === (written?.does ?? 'closed')}>
              {words.form.choices[value]}
            </option>
          ))}
        </select>
      </Field>
      <Field
        id={id('hours')}
        label={words.form.hours}
        width="w3"
        fault={fault('hours')}
        hint={words.form.hint}
      >
        <input
          id={id('hours')}
          name="hours"
          maxLength={100}
          value={written?.hours}
          aria-describedby={`${id('hours')}-hint`}
        />
      </Field>
      <Field id={id('why')} label={words.form.why} width="w6" fault={fault('why')}>
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
        <button class="btn">{words.form.send}</button>
      </p>
    </form>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const noon = (date: string): Date => new Date(`${date}T12:00:00Z`);
const dateInWords = (date: string, locale: string): string => day(noon(date), 'UTC', 'year', locale);
const spansInWords = (spans: readonly Span[], words: HoursWords): string =>
  textInWords(spans.map(writeSpan), words);

/** Any week does, to name its days. */
const someMonday = noon('2026-11-09').getTime();

/** Monday to Friday 09:00-17:00; Saturday, Sunday closed. */
function weekInWords({ days }: CoverageHours, { hours: words, bar }: Catalogue): string {
  const runs: { words: string; names: string[] }[] = [];
  for (const [index, key] of weekdays.entries()) {
    const said = spansInWords(days[key] ?? [], words);
    const name = weekdayName(new Date(someMonday + index * 86_400_000), 'UTC', 'long', bar.locale);
    if (runs.at(-1)?.words === said) runs.at(-1)?.names.push(name);
    else runs.push({ words: said, names: [name] });
  }
  return `${capital(runs.map(({ words: said, names }) => `${namesInWords(names, words)} ${said}`).join('; '))}.`;
}

function namesInWords(names: readonly string[], words: HoursWords): string {
  const [first, last] = [names[0], names.at(-1)];
  if (names.length < 3 || first === undefined || last === undefined) return names.join(', ');
  return words.days(first, last);
}

function textInWords(spans: readonly string[], words: HoursWords): string {
  if (spans.length === 0) return words.closed;
  return spans.map((span) => (span === '00:00-24:00' ? words.allDay : span)).join(', ');
}
