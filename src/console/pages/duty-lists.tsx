import type { ListChange } from '../../duty/index.ts';
import type { DutyReader } from '../words/duty-words.ts';
import { day, minuteTime } from '../words/time.ts';

/** What imports have changed in the lists of who is on duty: from whom, to whom, when and by whom. */
export function DutyLists(props: { changes: readonly ListChange[]; reader: DutyReader }) {
  const { changes, reader } = props;
  if (changes.length === 0) return null;
  const { zone, nameOf, catalogue } = reader;
  const words = catalogue.dutyPage.lists;
  const { columns } = words;
  const names = (people: readonly string[]) => people.map(nameOf).join(', ') || words.nobody;
  return (
    <section class="sec" aria-labelledby="lists">
      <header>
        <h2 id="lists">{words.title}</h2>
        <p>{words.newestFirst}</p>
      </header>
      <table class="stack gap">
        <caption class="sr">{words.caption}</caption>
        <thead>
          <tr>
            {Object.entries(columns).map(([key, title]) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ role, before, after, changedAt, changedBy }) => (
            <tr key={`${role} ${changedAt.toISOString()}`}>
              <td data-label={columns.when} class="wide">
                <time dateTime={changedAt.toISOString()}>
                  {day(changedAt, zone, 'short', catalogue.bar.locale)} {minuteTime(changedAt, zone)}
                </time>
              </td>
              <th scope="row">{catalogue.calendar.role(role)}</th>
              <td data-label={columns.was} class="soft">
                {names(before)}
              </td>
              <td data-label={columns.is}>{names(after)}</td>
              <td data-label={columns.by}>{changedBy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
