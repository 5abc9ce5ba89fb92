import type { Catalogue } from '../catalogue/index.ts';
import type { CaseFacts, RecordingFacts } from '../facts.ts';
import { Moment } from '../components/marks.tsx';
import { day, dayKey, minutes } from '../words/time.ts';

interface Props {
  readonly catalogue: Catalogue;
  readonly facts: CaseFacts;
  readonly zone: string;
}

/** What callers have left to be heard, and where nothing was heard; absent when nobody was recorded. */
export function Messages({ catalogue, facts, zone }: Props) {
  const words = catalogue.cases.page.messages;
  const { recordings } = facts;
  const keyed = Object.entries(facts.answers ?? {});
  if (recordings.length === 0 && keyed.length === 0) return null;
  const spoken = recordings.filter((recording) => !recording.nothingSaid).length;
  return (
    <section class="sec" aria-labelledby="messages">
      <header>
        <h2 id="messages">{words.title}</h2>
        <p>{words.count(spoken)}</p>
      </header>
      <ol class="log">
        {recordings.map((recording) => (
          <li key={recording.id}>
            <span class="nowrap">
              {dayKey(recording.createdAt, zone) !== dayKey(facts.openedAt, zone) &&
                `${day(recording.createdAt, zone, 'short', catalogue.bar.locale)} `}
              <Moment at={recording.createdAt} zone={zone} />
            </span>
            <div>
              {recording.label !== undefined && <h3>{recording.label}</h3>}
              <Player of={recording} zone={zone} catalogue={catalogue} />
            </div>
          </li>
        ))}
        {keyed.map(([name, answer]) => (
          <li key={name}>
            <span class="nowrap">{words.keyed}</span>
            <div>
              <h3>{answer.label}</h3>
              <p>{answer.keyed}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Player(props: { of: RecordingFacts; zone: string; catalogue: Catalogue }) {
  const { of, zone, catalogue } = props;
  const words = catalogue.cases.page.messages;
  const length = of.durationSeconds === undefined ? undefined : minutes(of.durationSeconds * 1000);
  if (of.nothingSaid) {
    return (
      <p class="soft">
        {words.nothingSaid(length)}
        {of.isThere && (
          <>
            {' '}
            <a href={`/recordings/${of.id}`}>{words.listenAllTheSame}</a>
          </>
        )}
      </p>
    );
  }
  if (of.deletedAt !== undefined) {
    const deletedOn = day(of.deletedAt, zone, 'short', catalogue.bar.locale);
    return <p class="soft">{words.deleted(length, deletedOn)}</p>;
  }
  if (!of.isThere) {
    return <p class="soft">{words.notReady(length)}</p>;
  }
  const address = `/recordings/${of.id}`;
  return (
    <>
      <audio controls preload="none" src={address} aria-label={words.player(length)} />
      <p class="by">
        {length !== undefined && `${words.length(length)} `}
        <a href={address}>{words.openAlone}</a>
        {words.ifSilent}
      </p>
    </>
  );
}
