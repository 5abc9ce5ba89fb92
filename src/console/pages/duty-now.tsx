import { onDutyAt, whoIsOnDuty, type DeskDuty, type DutyFinding } from '../../duty/index.ts';
import type { PersonRow } from '../queries/people.store.ts';
import { roleIn, whenWords, type DutyReader } from '../words/duty-words.ts';
import { dayKey, minuteTime } from '../words/time.ts';
import { Contact } from './people.tsx';

interface NowProps {
  readonly desk: string;
  readonly duty: DeskDuty;
  readonly findings: readonly DutyFinding[];
  readonly people: readonly PersonRow[];
  /** Who is on duty then; this moment unless somebody asks for another. */
  readonly at: Date;
  readonly now: Date;
  readonly reader: DutyReader;
}

interface Row {
  role: string;
  seat: string;
  person: PersonRow | undefined;
  why: string;
  until: string;
}

/** Who is on duty at an instant, how they are reached, until when, and who follows. */
export function DutyNow({ desk, duty, findings, people, at, now, reader }: NowProps) {
  const { catalogue, zone } = reader;
  const words = catalogue.dutyPage.now;
  const { columns } = words;
  const rows = rowsAt({ duty, findings, people, at, reader });
  const isNow = at.getTime() === now.getTime();
  return (
    <section class="sec" aria-labelledby="at">
      <header>
        <h2 id="at">{isNow ? words.title : words.titleAt(whenWords(at, reader))}</h2>
        <p>{words.inOrder}</p>
      </header>
      <table class="stack gap">
        <caption class="sr">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.role}</th>
            <th scope="col">{columns.person}</th>
            <th scope="col">{columns.until}</th>
            <th scope="col">{columns.sms}</th>
            <th scope="col">{columns.voice}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index} class={row.person === undefined ? 'bad' : undefined}>
              <td data-label={columns.role}>
                {roleIn(reader, row.role)}
                <small>{row.seat}</small>
              </td>
              <th scope="row">
                {row.person === undefined ? <span class="state fail">{words.nobody}</span> : row.person.name}
                <small>{row.why}</small>
              </th>
              <td data-label={columns.until} class="wide soft">
                {row.until}
              </td>
              {row.person === undefined ? (
                <>
                  <td />
                  <td />
                </>
              ) : (
                <>
                  <Contact person={row.person} channel="sms" label={columns.sms} of={reader} />
                  <Contact person={row.person} channel="voice" label={columns.voice} of={reader} />
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <form class="filters" method="get" action="/duty">
        <input type="hidden" name="desk" value={desk} />
        <p class="field at">
          <label for="at-time">{words.askAt}</label>
          <input id="at-time" name="at" type="datetime-local" value={local(at, zone)} />
        </p>
        <button class="btn">{words.show}</button>
        {!isNow && (
          <a class="btn bare" href={`/duty?desk=${encodeURIComponent(desk)}`}>
            {words.now}
          </a>
        )}
      </form>
    </section>
  );
}

function rowsAt({ duty, findings, people, at, reader }: Omit<NowProps, 'now' | 'desk'>): Row[] {
  const page = reader.catalogue.dutyPage;
  const words = page.now;
  const personOf = (key: string) => people.find((person) => person.key === key);
  const untilWords = (until: Date, next: string | undefined): string => {
    const isToday = dayKey(until, reader.zone) === dayKey(at, reader.zone);
    const when = isToday ? minuteTime(until, reader.zone) : whenWords(until, reader);
    return words.until(when, next && reader.nameOf(next));
  };
  const onDuty = whoIsOnDuty(duty, at).map(({ role, seat, person, layer, override, until }): Row => {
    const next = until && onDutyAt(duty, until).find((of) => of.role === role && of.seat === seat)?.person;
    const why =
      override !== undefined ? words.standsIn : layer === undefined ? words.dutyList : page.layer(layer);
    return {
      ...{ role, seat: page.seat(seat), why, person: personOf(person) },
      until: until === undefined ? words.untilChanged : untilWords(until, next),
    };
  });
  const missing = findings
    .filter(({ problem, from, to }) => problem === 'nobody' && from <= at && at < to)
    .map(({ role, to }): Row => {
      const next = onDutyAt(duty, to).find((of) => of.role === role)?.person;
      return { role, seat: '', person: undefined, why: words.oneNeeded, until: untilWords(to, next) };
    });
  return [...onDuty, ...missing];
}

/** As a field for a time wants it. */
function local(at: Date, zone: string): string {
  return `${dayKey(at, zone)}T${minuteTime(at, zone)}`;
}
