import type { ListChange } from '../../duty/index.ts';
import { roleWord } from '../words/states.ts';
import { day, minuteTime } from '../words/time.ts';

/** What imports have changed in the lists of who is on duty: from whom, to whom, when and by whom. */
export function DutyLists(props: {
  changes: readonly ListChange[];
  zone: string;
  nameOf: (person: string) => string;
}) {
  const { changes, zone, nameOf } = props;
  if (changes.length === 0) return null;
  const names = (people: readonly string[]) => people.map(nameOf).join(', ') || 'nobody';
  return (
    <section class="sec" aria-labelledby="lists">
      <header>
        <h2 id="lists">Changes of the duty lists</h2>
        <p>the newest first</p>
      </header>
      <table class="stack gap">
        <caption class="sr">Changes of the duty lists, with who made them</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Role</th>
            <th scope="col">Was</th>
            <th scope="col">Is</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ role, before, after, changedAt, changedBy }) => (
            <tr key={`${role} ${changedAt.toISOString()}`}>
              <td data-label="When" class="wide">
                <time dateTime={changedAt.toISOString()}>
                  {day(changedAt, zone)} {minuteTime(changedAt, zone)}
                </time>
              </td>
              <th scope="row">{roleWord(role)}</th>
              <td data-label="Was" class="soft">
                {names(before)}
              </td>
              <td data-label="Is">{names(after)}</td>
              <td data-label="By">{changedBy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
