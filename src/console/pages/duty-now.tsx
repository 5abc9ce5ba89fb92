import { onDutyAt, whoIsOnDuty, type DeskDuty, type DutyFinding } from '../../duty/index.ts';
import type { PersonRow } from '../queries/people.store.ts';
import { seatWord } from '../words/duty-words.ts';
import { roleWord } from '../words/states.ts';
import { day, dayKey, minuteTime } from '../words/time.ts';
import { Contact } from './people.tsx';

interface NowProps {
  readonly desk: string;
  readonly duty: DeskDuty;
  readonly findings: readonly DutyFinding[];
  readonly people: readonly PersonRow[];
  /** Who is on duty then; this moment unless somebody asks for another. */
  readonly at: Date;
  readonly now: Date;
  readonly zone: string;
}

interface Row {
  role: string;
  seat: string;
  person: PersonRow | undefined;
  why: string;
  until: string;
}

/** Who is on duty at an instant, how they are reached, until when, and who follows. */
export function DutyNow({ desk, duty, findings, people, at, now, zone }: NowProps) {
  const rows = rowsAt({ duty, findings, people, at, zone });
  const isNow = at.getTime() === now.getTime();
  return (
    <section class="sec" aria-labelledby="at">
      <header>
        <h2 id="at">{isNow ? 'On duty now' : `On duty ${day(at, zone)} ${minuteTime(at, zone)}`}</h2>
        <p>in the order in which they are asked</p>
      </header>
      <table class="stack gap">
        <caption class="sr">On duty, with how each person is reached</caption>
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">Person</th>
            <th scope="col">Until</th>
            <th scope="col">SMS</th>
            <th scope="col">Voice</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index} class={row.person === undefined ? 'bad' : undefined}>
              <td data-label="Role">
                {roleWord(row.role)}
                <small>{row.seat}</small>
              </td>
              <th scope="row">
                {row.person === undefined ? <span class="state fail">nobody</span> : row.person.name}
                <small>{row.why}</small>
              </th>
              <td data-label="Until" class="wide soft">
                {row.until}
              </td>
              {row.person === undefined ? (
                <>
                  <td />
                  <td />
                </>
              ) : (
                <>
                  <Contact person={row.person} channel="sms" zone={zone} />
                  <Contact person={row.person} channel="voice" zone={zone} />
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <form class="filters" method="get" action="/duty">
        <input type="hidden" name="desk" value={desk} />
        <p class="field at">
          <label for="at-time">Who is on duty at</label>
          <input id="at-time" name="at" type="datetime-local" value={local(at, zone)} />
        </p>
        <button class="btn">Show</button>
        {!isNow && (
          <a class="btn bare" href={`/duty?desk=${encodeURIComponent(desk)}`}>
            Now
          </a>
        )}
      </form>
    </section>
  );
}

function rowsAt({ duty, findings, people, at, zone }: Omit<NowProps, 'now' | 'desk'>): Row[] {
  const personOf = (key: string) => people.find((person) => person.key === key);
  const onDuty = whoIsOnDuty(duty, at).map(({ role, seat, person, layer, override, until }): Row => {
    const next = until && onDutyAt(duty, until).find((of) => of.role === role && of.seat === seat)?.person;
    const why = override !== undefined ? 'stands in' : (layer ?? 'duty list');
    return {
      ...{ role, seat: seatWord(seat), why, person: personOf(person) },
      until: until === undefined ? 'until the list is changed' : untilWords(until, at, zone, next, personOf),
    };
  });
  const missing = findings
    .filter(({ problem, from, to }) => problem === 'nobody' && from <= at && at < to)
    .map(({ role, to }): Row => {
      const next = onDutyAt(duty, to).find((of) => of.role === role)?.person;
      const until = untilWords(to, at, zone, next, personOf);
      return { role, seat: '', person: undefined, why: 'the desk needs one', until };
    });
  return [...onDuty, ...missing];
}

function untilWords(
  until: Date,
  at: Date,
  zone: string,
  next: string | undefined,
  personOf: (key: string) => PersonRow | undefined,
): string {
  const isToday = dayKey(until, zone) === dayKey(at, zone);
  const when = isToday ? minuteTime(until, zone) : `${day(until, zone)} ${minuteTime(until, zone)}`;
  return `${when}, then ${next === undefined ? 'nobody' : (personOf(next)?.name ?? next)}`;
}

/** As a field for a time wants it. */
function local(at: Date, zone: string): string {
  return `${dayKey(at, zone)}T${minuteTime(at, zone)}`;
}
