import { seatWord, spanWords } from '../words/duty-words.ts';
import { roleWord } from '../words/states.ts';
import { day, dayKey, minuteTime } from '../words/time.ts';
import { placeIn, type MarkedStretch, type Mark, type WeekDay } from './duty-week.ts';

interface WeekProps {
  readonly now: Date;
  readonly zone: string;
  readonly days: readonly WeekDay[];
  readonly strips: readonly { role: string; seat: string; stretches: readonly MarkedStretch[] }[];
  readonly nameOf: (person: string) => string;
}

/** A week of a desk: a line a seat, each shift as wide as it is long. On a narrow screen it is a list. */
export function DutyWeek({ now, zone, days, strips, nameOf }: WeekProps) {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  const title = `Week from ${day(first.from, zone)}`;
  const isNow = first.from <= now && now < last.to;
  return (
    <section class="week gap" aria-label={title}>
      <h2 class="narrow-only">{title}</h2>
      <div class="days">
        <span />
        <ol>
          {days.map((of) => (
            <DayHead key={of.date} of={of} now={now} zone={zone} />
          ))}
        </ol>
      </div>
      {strips.map(({ role, seat, stretches }) => (
        <section class="seat" key={`${role} ${seat}`}>
          <h3>
            {capital(roleWord(role))}
            <small>{seat === '' ? 'no seat' : seatWord(seat)}</small>
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
                      zone={zone}
                      nameOf={nameOf}
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

function DayHead({ of, now, zone }: { of: WeekDay; now: Date; zone: string }) {
  const isToday = of.from <= now && now < of.to;
  const [name, date] = day(of.from, zone).split(' ');
  const classes = [isToday && 'today', of.special !== undefined && 'holiday'].filter(Boolean).join(' ');
  const small = isToday ? `today, ${minuteTime(now, zone)}` : (of.special ?? '');
  return (
    <li class={classes === '' ? undefined : classes} title={of.special}>
      {name} {date}
      <small>{small}</small>
    </li>
  );
}

const markWords: Record<Mark, string> = {
  missing: 'nobody',
  unreachable: 'no number that works',
  doubled: 'on duty twice at once',
  'partly-doubled': 'on duty twice at once for a part of it',
};

interface TurnProps {
  readonly of: MarkedStretch;
  readonly days: readonly WeekDay[];
  readonly now: Date;
  readonly zone: string;
  readonly nameOf: (person: string) => string;
}

function Turn({ of, days, now, zone, nameOf }: TurnProps) {
  const width = placeIn(days, of.to) - placeIn(days, of.from);
  const isOn = of.from <= now && now < of.to;
  const name = of.person === undefined ? emptyWords(of.marks) : nameOf(of.person);
  const more = [...(of.override === undefined ? [] : ['stands in']), ...wrong(of)];
  const words = (times: string): string => [times, ...more].join('; ');
  const long = `${name}: ${words(timesOf(of, zone))}`;
  return (
    <td role="listitem" class={classOf(of, isOn)} width={percent(width)} title={long}>
      <b>{name}</b>
      <small>{words(shortTimes(of, days, zone))}</small>
    </td>
  );
}

const emptyWords = (marks: readonly Mark[]): string => (marks.length > 0 ? 'Nobody' : 'not needed');
const wrong = ({ person, marks }: MarkedStretch): string[] =>
  person === undefined ? [] : marks.map((mark) => markWords[mark]);

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
function timesOf({ from, to, person, shift }: MarkedStretch, zone: string): string {
  if (person !== undefined && shift === undefined) return 'by the duty list';
  return spanWords(shift ?? { from, to }, zone);
}

/** The same within its week, where the weekday says the date. */
function shortTimes(of: MarkedStretch, days: readonly WeekDay[], zone: string): string {
  if (of.person !== undefined && of.shift === undefined) return timesOf(of, zone);
  const { from, to } = of.shift ?? of;
  const isHere = (at: Date): boolean => days[0] !== undefined && at >= days[0].from && at <= days.at(-1)!.to;
  const moment = (at: Date): string => {
    const date = day(at, zone);
    return `${isHere(at) ? date.slice(0, 3) : date} ${minuteTime(at, zone)}`;
  };
  const ends = dayKey(from, zone) === dayKey(to, zone) ? minuteTime(to, zone) : moment(to);
  return `${moment(from)} to ${ends}`;
}

/** What the marks of the weeks mean. */
export function DutyLegend() {
  return (
    <ul class="legend gap">
      <li>
        <span class="state taken">on duty now</span>
      </li>
      <li>
        <span class="state done">planned</span>
      </li>
      <li>
        <span class="state wait">stands in for somebody</span>
      </li>
      <li>
        <span class="state fail">nobody, or nobody who can be reached</span>
      </li>
      <li>
        <span class="state warn">one person twice at once</span>
      </li>
    </ul>
  );
}

/** The week's name for a heading: Mon 9 Nov to Sun 22 November 2026. */
export function shownWords(days: readonly WeekDay[], zone: string): string {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return '';
  return `${day(first.from, zone)} to ${day(last.from, zone, 'year')}`;
}

const percent = (hundredths: number): string => `${hundredths.toFixed(3)}%`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
