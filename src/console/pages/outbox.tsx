import { may } from '../../accounts/index.ts';
import { CsrfField } from '../components/form.tsx';
import { consolePage, type Frame } from '../components/layout.tsx';
import { State } from '../components/marks.tsx';
import { counted } from '../queries/count.ts';
import type { MailRow, OutboxFacts, UnmatchedRow } from '../queries/outbox.store.ts';
import type { StateWord } from '../words/states.ts';
import { day, minuteTime } from '../words/time.ts';

const states: Record<MailRow['status'], StateWord> = {
  waiting: { shape: 'wait', word: 'waiting' },
  sent: { shape: 'done', word: 'sent' },
  failed: { shape: 'fail', word: 'failed' },
};

const cameBack: StateWord = { shape: 'fail', word: 'came back' };

/** The outbox: what waits to be sent, what was, and what could not be, with why. */
export function outboxPage(
  frame: Frame,
  { counts, mails, unmatched }: OutboxFacts,
  canSend: boolean,
  fault?: { readonly id: string; readonly message: string },
): string {
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
        {unmatched.length > 0 && <Unmatched mails={unmatched} frame={frame} fault={fault} moment={moment} />}
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
                    <details class="letter">
                      <summary>{of.subject}</summary>
                      <p class="written">{of.body}</p>
                    </details>
                  </td>
                  <td data-label="State">
                    <State is={of.bouncedAt === undefined ? states[of.status] : cameBack} />
                    <small>
                      {of.bounceReason ?? (of.sentAt === undefined ? troubles(of) : moment(of.sentAt))}
                    </small>
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

/** What customers or strangers wrote that is on no case: somebody says where it belongs, or that it was seen. */
function Unmatched(props: {
  mails: readonly UnmatchedRow[];
  frame: Frame;
  fault: { readonly id: string; readonly message: string } | undefined;
  moment: (at: Date) => string;
}) {
  const { mails, frame, fault, moment } = props;
  return (
    <section class="sec" aria-labelledby="unmatched">
      <header>
        <h2 id="unmatched">Came in, and on no case</h2>
        <p>{mails.length}, oldest first</p>
      </header>
      <ol class="plain">
        {mails.map((of) => (
          <li key={of.id} class="letter">
            <p>
              <b>{of.subject === '' ? 'No subject' : of.subject}</b>
            </p>
            <p class="by">
              {of.fromAddress === '' ? 'no sender' : of.fromAddress}, {moment(of.receivedAt)}: {of.why}
            </p>
            <p class="written">{of.body}</p>
            {may(frame.signedIn.role, 'work') && (
              <form class="acts" method="post" action={`/mail/${of.id}/settle`}>
                <CsrfField of={frame.signedIn} />
                <label for={`case-${of.id}`}>Case number</label>
                <input id={`case-${of.id}`} name="case" class="mono" maxLength={40} autocomplete="off" />
                <button class="btn" name="to" value="case">
                  Put it on the case
                </button>
                <button class="btn" name="to" value="seen">
                  Seen, needs nothing
                </button>
                {fault?.id === of.id && (
                  <span class="state fail" role="alert">
                    {fault.message}
                  </span>
                )}
              </form>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
