import { toPhoneNumber } from '../../kernel/index.ts';
import { Moment, State, Telephone } from '../components/marks.tsx';
import type { DeskBook } from '../desks.ts';
import type { TextAnswer, TextRow } from '../queries/text-log.store.ts';
import { textState } from '../words/states.ts';
import { day, dayKey, zoneName } from '../words/time.ts';
import { Who } from './now-tables.tsx';

interface Props {
  readonly rows: readonly TextRow[];
  readonly now: Date;
  readonly zone: string;
  readonly desks: DeskBook;
}

/** The rows of the list of texts, a heading for each day. */
export function TextRows({ rows, now, zone, desks }: Props) {
  const days = [...new Set(rows.map((row) => dayKey(row.at, zone)))];
  return (
    <table class="rows textlog stack">
      <caption class="sr">Texts to the desks, newest first</caption>
      <thead>
        <tr>
          <th scope="col" aria-sort="descending">
            Time, {zoneName(zone, now)}
          </th>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">Text</th>
          <th scope="col">Answered</th>
          <th scope="col">Case</th>
        </tr>
      </thead>
      {days.map((key) => {
        const texts = rows.filter((row) => dayKey(row.at, zone) === key);
        return (
          <tbody key={key}>
            <tr class="day">
              <th scope="rowgroup" colSpan={6}>
                {day(texts[0]!.at, zone, 'long')}
              </th>
            </tr>
            {texts.map((row) => (
              <Row key={row.id} row={row} zone={zone} desks={desks} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function Row({ row, zone, desks }: { row: TextRow; zone: string; desks: DeskBook }) {
  return (
    <tr id={`text-${row.id}`}>
      <td class="t-time">
        <Moment at={row.at} zone={zone} />
      </td>
      <td class="t-who">
        <Sender of={row} />
      </td>
      <td class="t-to">
        <span class="nowrap">{row.desk === undefined ? 'no desk’s number' : desks.nameOf(row.desk)}</span>
        <span class="also">
          <Telephone number={row.to} link={false} />
        </span>
      </td>
      <td class="t-words">
        {row.erasedAt === undefined ? (
          <p class="written">{row.body === '' ? <span class="dim">no words</span> : row.body}</p>
        ) : (
          <span class="dim">blanked: its time was over</span>
        )}
      </td>
      <td class="t-answer" data-label="Answered">
        {row.answers.length === 0 ? (
          <span class="dim">no SMS</span>
        ) : (
          row.answers.map((answer, index) => <Answer key={index} of={answer} />)
        )}
      </td>
      <td class="t-case">
        {row.caseNumber === undefined ? (
          <span class="dim">no case</span>
        ) : (
          <a href={`/cases/${encodeURIComponent(row.caseNumber)}#texts`}>{row.caseNumber}</a>
        )}
      </td>
    </tr>
  );
}

function Sender({ of }: { of: TextRow }) {
  if (of.erasedAt !== undefined && of.personName === undefined) return <span class="dim">blanked</span>;
  const isNamed = of.personName !== undefined || of.contactName !== undefined;
  const number =
    // Banks and the like text from a word or a few digits.
    toPhoneNumber(of.from) === undefined ? of.from : <Telephone number={of.from} link={!isNamed} />;
  if (!isNamed) return <>{number}</>;
  return (
    <>
      <Who
        name={of.personName ?? of.contactName}
        company={of.personName === undefined ? of.company : undefined}
      />
      {of.erasedAt === undefined && <span class="also">{number}</span>}
    </>
  );
}

function Answer({ of }: { of: TextAnswer }) {
  return (
    <>
      <p class="written soft">{of.body}</p>
      <p class="by">
        <State is={textState(of)} />
      </p>
    </>
  );
}
