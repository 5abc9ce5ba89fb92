import type { CaseFacts, TextFacts } from '../facts.ts';
import { Minute, Moment, State, Telephone } from '../components/marks.tsx';
import { isNote, logOf, noteAuthor, noteText } from '../words/log.ts';
import { textState } from '../words/states.ts';
import { day, dayKey, duration, zoneName } from '../words/time.ts';

interface Props {
  readonly facts: CaseFacts;
  readonly zone: string;
}

// A case that was paged all night has thousands of events; the receipts above have them all.
const mostLines = 500;

/** The same as the picture, in words: a state must not live in a picture alone. */
export function InWords({ facts, zone, now }: Props & { now: Date }) {
  const all = logOf(facts);
  const lines = all.slice(0, mostLines);
  return (
    <section class="sec" aria-labelledby="told">
      <header>
        <h2 id="told">The same, in words</h2>
        <p>Time since the opening beside each</p>
      </header>
      <table class="told">
        <caption class="sr">What happened in the calls and the paging of {facts.number}, in order</caption>
        <thead>
          <tr>
            <th scope="col">{zoneName(zone, now)}</th>
            <th scope="col" class="num">
              since
            </th>
            <th scope="col">What</th>
            <th scope="col">Whose phone</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={index} class={line.tone === '' ? undefined : line.tone}>
              <td>
                {dayKey(line.at, zone) !== dayKey(facts.openedAt, zone) && `${day(line.at, zone)} `}
                <Moment at={line.at} zone={zone} />
              </td>
              <td class="num dim">
                {line.at >= facts.openedAt && `+${duration(line.at.getTime() - facts.openedAt.getTime())}`}
              </td>
              <td>{line.words}</td>
              <td class="soft">{line.whose}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {all.length > mostLines && (
        <p class="soft empty">
          {all.length - mostLines} later events are not shown here; each page’s receipt has its own.
        </p>
      )}
    </section>
  );
}

/** What people wrote about the case. */
export function Notes({ facts, zone }: Props) {
  const notes = facts.events.filter((event) => isNote(event.event));
  if (notes.length === 0) return <p class="soft empty">No notes yet. The first one stands here.</p>;
  return (
    <ol class="log">
      {notes.map((note, index) => (
        <li key={index}>
          <span class="nowrap dim">
            {dayKey(note.at, zone) !== dayKey(facts.openedAt, zone) && `${day(note.at, zone)} `}
            <Minute at={note.at} zone={zone} />
          </span>
          <div>
            <p class="written">{noteText(note)}</p>
            <p class="by">{noteAuthor(note)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The SMS of the case, as they were sent and came in. */
export function Texts({ facts, zone }: Props) {
  const { texts } = facts;
  return (
    <section class="sec" aria-labelledby="texts">
      <header>
        <h2 id="texts">SMS</h2>
        <p>{texts.length === 0 ? 'none' : `${texts.length}, oldest first`}</p>
      </header>
      {texts.length === 0 ? (
        <p class="soft empty">Nothing was sent or received by SMS for this case.</p>
      ) : (
        <ol class="log">
          {texts.map((text) => (
            <li key={text.id}>
              <Moment at={text.createdAt} zone={zone} />
              <div>
                <p class="written">{text.body}</p>
                <p class="by">
                  {text.direction === 'inbound' ? 'from ' : 'to '}
                  <TextPartner text={text} />, <State is={textState(text)} />
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function TextPartner({ text }: { text: TextFacts }) {
  const number = text.direction === 'inbound' ? text.from : text.to;
  return <>{text.personName ?? <Telephone number={number} link={false} />}</>;
}
