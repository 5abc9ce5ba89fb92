import { Elapsed } from '../components/clock.tsx';
import { CsrfField } from '../components/form.tsx';
import { Icon } from '../components/icons.tsx';
import type { Frame } from '../components/layout.tsx';
import type { AlarmRow } from '../queries/alarms.store.ts';
import type { CanaryRow } from '../queries/canary.store.ts';
import { byCarrier } from '../words/event-words.ts';
import { tellingWords } from '../words/tellings.ts';

/** What is wrong, what to do, and who has been told. */
export function Alarms({ alarms, frame }: { alarms: readonly AlarmRow[]; frame: Frame }) {
  return (
    <section class="sec" aria-labelledby="alarms">
      <header>
        <h2 id="alarms">Alarms</h2>
        <p>{alarms.length === 0 ? 'none' : `${alarms.length}, newest first`}</p>
      </header>
      {alarms.length === 0 ? (
        <p class="soft empty">Nothing is wrong that we know of.</p>
      ) : (
        <ul class="alarms">
          {alarms.map((alarm) => (
            <Alarm key={alarm.id} alarm={alarm} frame={frame} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Alarm({ alarm, frame }: { alarm: AlarmRow; frame: Frame }) {
  return (
    <li>
      <Icon of="alarm" />
      <div>
        <p>
          <b>{alarm.message}</b>
          {alarm.whatToDo}
        </p>
        {alarm.told.map((of, index) => (
          <p key={index} class="by">
            {tellingWords(of, frame.zone)}
          </p>
        ))}
        {alarm.told.length === 0 && <p class="by">Nobody was told: no supervisor has an address.</p>}
        <form method="post" action={`/alarms/${alarm.id}/clear`}>
          <CsrfField of={frame.signedIn} />
          <button class="btn bare">It is mended</button>
        </form>
      </div>
      <time dateTime={alarm.raisedAt.toISOString()}>
        <Elapsed since={alarm.raisedAt} now={frame.now} /> ago
      </time>
    </li>
  );
}

const channels = { sms: 'text', voice: 'call' } as const;

/** When a test of the whole way last came back; nothing where none is sent. */
export function Canaries({ canaries, frame }: { canaries: readonly CanaryRow[]; frame: Frame }) {
  if (canaries.length === 0) return null;
  return (
    <section class="sec" aria-labelledby="canaries">
      <header>
        <h2 id="canaries">Tests of the way out</h2>
      </header>
      <ul class="alarms">
        {canaries.map(({ channel, carrier, cameBackAt }) => (
          <li key={`${channel} ${carrier}`}>
            <Icon of="phone" />
            <p>
              {cameBackAt === undefined ? (
                `No test ${channels[channel]}${byCarrier(carrier)} has come back yet.`
              ) : (
                <>
                  The last test {channels[channel]}
                  {byCarrier(carrier)} came back{' '}
                  <time dateTime={cameBackAt.toISOString()}>
                    <Elapsed since={cameBackAt} now={frame.now} /> ago
                  </time>
                  .
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
