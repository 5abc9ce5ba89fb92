import type { Catalogue } from '../catalogue/index.ts';
import type { CaseFacts, TextFacts } from '../facts.ts';
import { Minute, Moment, State, Telephone } from '../components/marks.tsx';
import { isNote, logOf, noteAuthor, noteText } from '../words/log.ts';
import { textState } from '../words/states.ts';
import { day, dayKey, duration, zoneName } from '../words/time.ts';

interface Props {
  readonly catalogue: Catalogue;
  readonly facts: CaseFacts;
  readonly zone: string;
}

// A case that was paged all night has thousands of events; the receipts above have them all.
const mostLines = 500;

/** The same as the picture, in words: a state must not live in a picture alone. */
export function InWords({ catalogue, facts, zone, now }: Props & { now: Date }) {
  const words = catalogue.cases.page.log;
  const all = logOf(facts, catalogue);
  const lines = all.slice(0, mostLines);
  return (
    <section class="sec" aria-labelledby="told">
      <header>
        <h2 id="told">{words.title}</h2>
        <p>{words.hint}</p>
      </header>
      <table class="told">
        <caption class="sr">{words.caption(facts.number)}</caption>
        <thead>
          <tr>
            <th scope="col">{zoneName(zone, now)}</th>
            <th scope="col" class="num">
              {words.since}
            </th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.whose}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={index} class={line.tone === '' ? undefined : line.tone}>
              <td>
                {dayKey(line.at, zone) !== dayKey(facts.openedAt, zone) &&
                  `${day(line.at, zone, 'short', catalogue.bar.locale)} `}
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
      {all.length > mostLines && <p class="soft empty">{words.more(all.length - mostLines)}</p>}
    </section>
  );
}

/** What people wrote about the case. */
export function Notes({ catalogue, facts, zone }: Props) {
  const { page } = catalogue.cases;
  const notes = facts.events.filter((event) => isNote(event.event));
  if (notes.length === 0) return <p class="soft empty">{page.notes.none}</p>;
  return (
    <ol class="log">
      {notes.map((note, index) => (
        <li key={index}>
          <span class="nowrap dim">
            {dayKey(note.at, zone) !== dayKey(facts.openedAt, zone) &&
              `${day(note.at, zone, 'short', catalogue.bar.locale)} `}
            <Minute at={note.at} zone={zone} />
          </span>
          <div>
            <p class="written">{noteText(note)}</p>
            <p class="by">{noteAuthor(note, page)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The SMS of the case, as they were sent and came in. */
export function Texts({ catalogue, facts, zone }: Props) {
  const { page, states } = catalogue.cases;
  const words = page.texts;
  const { texts } = facts;
  return (
    <section class="sec" aria-labelledby="texts">
      <header>
        <h2 id="texts">{words.title}</h2>
        <p>{words.count(texts.length)}</p>
      </header>
      {texts.length === 0 ? (
        <p class="soft empty">{words.none}</p>
      ) : (
        <ol class="log">
          {texts.map((text) => (
            <li key={text.id}>
              <Moment at={text.createdAt} zone={zone} />
              <div>
                <p class="written">{text.body}</p>
                <p class="by">
                  {`${text.direction === 'inbound' ? words.from : words.to} `}
                  <TextPartner text={text} withheld={page.head.withheld} />,{' '}
                  <State is={textState(text, states)} />
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function TextPartner({ text, withheld }: { text: TextFacts; withheld: string }) {
  const number = text.direction === 'inbound' ? text.from : text.to;
  return <>{text.personName ?? <Telephone number={number} link={false} withheld={withheld} />}</>;
}
