import type { Catalogue } from '../catalogue/index.ts';
import { roleIn, spanWords, type DutyReader } from '../words/duty-words.ts';
import { day, dayKey, dayTime, minuteTime, weekdayName } from '../words/time.ts';
import { placeIn, type MarkedStretch, type Mark, type WeekDay } from './duty-week.ts';

interface WeekProps {
  readonly now: Date;
  readonly reader: DutyReader;
  readonly days: readonly WeekDay[];
  readonly strips: readonly { role: string; seat: string; stretches: readonly MarkedStretch[] }[];
}

/** A week of a desk: a line a seat, each shift as wide as it is long. On a narrow screen it is a list. */
export function DutyWeek({ now, reader, days, strips }: WeekProps) {
  const { catalogue, zone } = reader;
  const page = catalogue.dutyPage;
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  const title = page.week.title(day(first.from, zone, 'short', catalogue.bar.locale));
  const isNow = first.from <= now && now < last.to;
  return (
    <section class="week gap" aria-label={title}>
      <h2 class="narrow-only">{title}</h2>
      <div class="days">
        <span />
        <ol>
          {days.map((of) => (
            <DayHead key={of.date} of={of} now={now} reader={reader} />
          ))}
        </ol>
      </div>
      {strips.map(({ role, seat, stretches }) => (
        <section class="seat" key={`${role} ${seat}`}>
          <h3>
            {capital(roleIn(reader, role))}
            <small>{seat === '' ? page.week.noSeat : page.seat(seat)}</small>
          </h3>
          <div class="turnline">
            <table class="turns" role="list">
              <tbody role="presentation">
                <tr role="presentation">
                  {stretches.map((stretch) => (
                    <Turn
                      key={stretch.from.toISOString()}
                      of={stretch}
                      days={days}
                      now={now}
                      reader={reader}
                    />
                  ))}
                </tr>
              </tbody>
            </table>
            {isNow && (
              <svg class="nowline" aria-hidden="true">
                <line x1={percent(placeIn(days, now))} x2={percent(placeIn(days, now))} y1="0" y2="100%" />
              </svg>
            )}
          </div>
        </section>
      ))}
    </section>
  );
}

function DayHead({ of, now, reader }: { of: WeekDay; now: Date; reader: DutyReader }) {
  const { catalogue, zone } = reader;
  const isToday = of.from <= now && now < of.to;
  const [name, date] = day(of.from, zone, 'short', catalogue.bar.locale).split(' ');
  const classes = [isToday && 'today', of.special !== undefined && 'holiday'].filter(Boolean).join(' ');
  const small = isToday ? catalogue.dutyPage.week.today(minuteTime(now, zone)) : (of.special ?? '');
  return (
    <li class={classes === '' ? undefined : classes} title={of.special}>
      {name} {date}
      <small>{small}</small>
    </li>
  );
}

interface TurnProps {
  readonly of: MarkedStretch;
  readonly days: readonly WeekDay[];
  readonly now: Date;
  readonly reader: DutyReader;
}

function Turn({ of, days, now, reader }: TurnProps) {
  const { now: nowWords, week } = reader.catalogue.dutyPage;
  const width = placeIn(days, of.to) - placeIn(days, of.from);
  const isOn = of.from <= now && now < of.to;
  const name = of.person === undefined ? empty(of.marks, week) : reader.nameOf(of.person);
  const more = [...(of.override === undefined ? [] : [nowWords.standsIn]), ...wrong(of, week)];
  const words = (times: string): string => [times, ...more].join('; ');
  const long = `${name}: ${words(timesOf(of, reader))}`;
  return (
    <td role="listitem" class={classOf(of, isOn)} width={percent(width)} title={long}>
      <b>{name}</b>
      <small>{words(shortTimes(of, days, reader))}</small>
    </td>
  );
}

type WeekWords = Catalogue['dutyPage']['week'];

const empty = (marks: readonly Mark[], words: WeekWords): string =>
  marks.length > 0 ? words.nobody : words.notNeeded;
const wrong = ({ person, marks }: MarkedStretch, words: WeekWords): string[] =>
  person === undefined ? [] : marks.map((mark) => words.marks[mark]);

function classOf({ person, marks, override }: MarkedStretch, isOn: boolean): string {
  if (person === undefined) return marks.length > 0 ? 'turn hole' : 'turn free';
  return [
    'turn',
    ...(marks.includes('unreachable') ? ['bad'] : marks.includes('doubled') ? ['twice'] : []),
    ...(override === undefined ? [] : ['over']),
    ...(isOn ? ['on'] : []),
  ].join(' ');
}

/** When a shift begins and ends, beyond the week too; a duty list has neither. */
function timesOf({ from, to, person, shift }: MarkedStretch, reader: DutyReader): string {
  if (person !== undefined && shift === undefined) return reader.catalogue.dutyPage.week.byList;
  return spanWords(shift ?? { from, to }, reader);
}

/** The same within its week, where the weekday says the date. */
function shortTimes(of: MarkedStretch, days: readonly WeekDay[], reader: DutyReader): string {
  if (of.person !== undefined && of.shift === undefined) return timesOf(of, reader);
  const { catalogue, zone } = reader;
  const { locale } = catalogue.bar;
  const { from, to } = of.shift ?? of;
  const isHere = (at: Date): boolean => days[0] !== undefined && at >= days[0].from && at <= days.at(-1)!.to;
  const moment = (at: Date): string =>
    isHere(at)
      ? `${weekdayName(at, zone, 'short', locale)} ${minuteTime(at, zone)}`
      : dayTime(at, zone, locale);
  const ends = dayKey(from, zone) === dayKey(to, zone) ? minuteTime(to, zone) : moment(to);
  return catalogue.dutyPage.span(moment(from), ends);
}

/** What the marks of the weeks mean. */
export function DutyLegend({ words }: { words: WeekWords['legend'] }) {
  return (
    <ul class="legend gap">
      <li>
        <span class="state taken">{words.on}</span>
      </li>
      <li>
        <span class="state done">{words.planned}</span>
      </li>
      <li>
        <span class="state wait">{words.standsIn}</span>
      </li>
      <li>
        <span class="state fail">{words.nobody}</span>
      </li>
      <li>
        <span class="state warn">{words.twice}</span>
      </li>
    </ul>
  );
}

/** The first and the last of the days that are shown: Mon 9 Nov, Sun 22 Nov 2026. */
export function shownDays(
  days: readonly WeekDay[],
  zone: string,
  locale: string,
): { from: string; to: string } | undefined {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return {
    from: day(first.from, zone, 'short', locale),
    to: day(last.from, zone, 'year', locale),
  };
}

const percent = (hundredths: number): string => `${hundredths.toFixed(3)}%`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
