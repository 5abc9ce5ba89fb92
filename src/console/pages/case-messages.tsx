import type { CaseFacts, RecordingFacts } from '../facts.ts';
import { Moment } from '../components/marks.tsx';
import { day, dayKey, minutes } from '../words/time.ts';

/** What callers have left to be heard, and where nothing was heard; absent when nobody was recorded. */
export function Messages({ facts, zone }: { facts: CaseFacts; zone: string }) {
  const { recordings } = facts;
  const keyed = Object.entries(facts.answers ?? {});
  if (recordings.length === 0 && keyed.length === 0) return null;
  const spoken = recordings.filter((recording) => !recording.nothingSaid).length;
  return (
    <section class="sec" aria-labelledby="messages">
      <header>
        <h2 id="messages">Spoken messages</h2>
        <p>{spoken === 0 ? 'none' : spoken === 1 ? 'one' : `${spoken}, oldest first`}</p>
      </header>
      <ol class="log">
        {recordings.map((recording) => (
          <li key={recording.id}>
            <span class="nowrap">
              {dayKey(recording.createdAt, zone) !== dayKey(facts.openedAt, zone) &&
                `${day(recording.createdAt, zone)} `}
              <Moment at={recording.createdAt} zone={zone} />
            </span>
            <div>
              {recording.label !== undefined && <h3>{recording.label}</h3>}
              <Player of={recording} zone={zone} />
            </div>
          </li>
        ))}
        {keyed.map(([name, answer]) => (
          <li key={name}>
            <span class="nowrap">keyed</span>
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

function Player({ of, zone }: { of: RecordingFacts; zone: string }) {
  const length = of.durationSeconds === undefined ? undefined : minutes(of.durationSeconds * 1000);
  if (of.nothingSaid) {
    return (
      <p class="soft">
        Nothing was said{length !== undefined && ` (${length})`}.
        {of.isThere && (
          <>
            {' '}
            <a href={`/recordings/${of.id}`}>Listen all the same</a>
          </>
        )}
      </p>
    );
  }
  if (of.deletedAt !== undefined) {
    return (
      <p class="soft">
        {length ?? 'A message'}, deleted on {day(of.deletedAt, zone)}: its time was over.
      </p>
    );
  }
  if (!of.isThere) {
    return <p class="soft">{length ?? 'A message'}, not ready yet: the carrier is still storing it.</p>;
  }
  const address = `/recordings/${of.id}`;
  return (
    <>
      <audio controls preload="none" src={address} aria-label={`Message of ${length ?? 'unknown length'}`} />
      <p class="by">
        {length !== undefined && `${length} long. `}
        <a href={address}>Open alone</a>, if it does not play here.
      </p>
    </>
  );
}
