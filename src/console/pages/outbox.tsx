import { consolePage, type Frame } from '../components/layout.tsx';
import { State } from '../components/marks.tsx';
import { counted } from '../queries/count.ts';
import type { MailRow, OutboxFacts } from '../queries/outbox.store.ts';
import type { StateWord } from '../words/states.ts';
import { day, minuteTime } from '../words/time.ts';

const states: Record<MailRow['status'], StateWord> = {
  waiting: { shape: 'wait', word: 'waiting' },
  sent: { shape: 'done', word: 'sent' },
  failed: { shape: 'fail', word: 'failed' },
};

/** The outbox: what waits to be sent, what was, and what could not be, with why. */
export function outboxPage(frame: Frame, { counts, mails }: OutboxFacts, canSend: boolean): string {
  const moment = (at: Date) => `${day(at, frame.zone)} ${minuteTime(at, frame.zone)}`;
  return consolePage({
    frame,
    title: 'Mail',
    section: 'mail',
    children: (
      <main class="page mid" id="main">
        <header class="head">
          <div>
            <h1>Mail</h1>
            <p>
              {counted(counts.waiting)} waiting, {counted(counts.sent)} sent, {counted(counts.failed)} failed.
            </p>
          </div>
        </header>
        {!canSend && (
          <p class="alarm live">
            <span>
              No mail goes out: <code>SMTP_URL</code> is not set. What is written stays here and is sent when
              it is, if it is not older than three days.
            </span>
          </p>
        )}
        {mails.length === 0 ? (
          <p class="soft empty">No mail has been written yet.</p>
        ) : (
          <table class="stack">
            <caption class="sr">Mail, what waits or failed first, then the newest</caption>
            <thead>
              <tr>
                <th scope="col">To</th>
                <th scope="col">Subject</th>
                <th scope="col">State</th>
                <th scope="col">Written</th>
              </tr>
            </thead>
            <tbody>
              {mails.map((of) => (
                <tr key={of.id}>
                  <th scope="row" class="wide">
                    {of.toAddress}
                  </th>
                  <td data-label="Subject" class="wide">
                    {of.subject}
                  </td>
                  <td data-label="State">
                    <State is={states[of.status]} />
                    <small>{of.sentAt === undefined ? troubles(of) : moment(of.sentAt)}</small>
                  </td>
                  <td data-label="Written">{moment(of.createdAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </main>
    ),
  });
}

function troubles({ attempt, lastError }: MailRow): string {
  if (lastError === undefined) return '';
  return attempt === 0 ? lastError : `${attempt} ${attempt === 1 ? 'try' : 'tries'}: ${lastError}`;
}
