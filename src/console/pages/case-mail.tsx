import type { CaseFacts } from '../facts.ts';
import { Moment, State } from '../components/marks.tsx';
import type { CaseWorkFacts, ToldMail } from '../queries/case-work.store.ts';
import type { StateWord } from '../words/states.ts';
import { day, dayKey } from '../words/time.ts';

/** What the customer was told by mail, and whether it has reached them; absent at a desk that tells nobody. */
export function CustomerMails({ facts, of, zone }: { facts: CaseFacts; of: CaseWorkFacts; zone: string }) {
  return (
    <section class="sec" aria-labelledby="told-customer">
      <header>
        <h2 id="told-customer">Mail to the customer</h2>
        <p>{of.reader === undefined ? 'nobody' : of.reader}</p>
      </header>
      {of.reader === undefined && (
        <p class="soft empty">
          No mail address is known of this customer: nobody is told of anything that happens here.
        </p>
      )}
      <ol class="log">
        {of.mails.map((mail) => (
          <li key={mail.id}>
            <span class="nowrap dim">
              {dayKey(mail.createdAt, zone) !== dayKey(facts.openedAt, zone) &&
                `${day(mail.createdAt, zone)} `}
              <Moment at={mail.createdAt} zone={zone} />
            </span>
            <div>
              <p class="written">{mail.subject}</p>
              <p class="by">
                <State is={stateOf(mail)} />
                {trouble(mail)}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function stateOf({ status, bouncedAt }: ToldMail): StateWord {
  if (bouncedAt !== null) return { shape: 'fail', word: 'came back' };
  if (status === 'sent') return { shape: 'done', word: 'sent' };
  return status === 'waiting' ? { shape: 'wait', word: 'waiting' } : { shape: 'fail', word: 'not sent' };
}

function trouble({ bounceReason, lastError, status }: ToldMail): string {
  if (bounceReason !== null) return `: ${bounceReason}`;
  return lastError === null || status === 'sent' ? '' : `: ${lastError}`;
}
