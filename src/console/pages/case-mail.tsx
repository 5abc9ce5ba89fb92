import type { CaseWords } from '../../phrases/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { CaseFacts } from '../facts.ts';
import { Moment, State } from '../components/marks.tsx';
import type { CaseWorkFacts, ToldMail } from '../queries/case-work.store.ts';
import type { StateWord } from '../words/states.ts';
import { day, dayKey } from '../words/time.ts';

/** What the customer was told by mail, and whether it has reached them; absent at a desk that tells nobody. */
export function CustomerMails(props: {
  catalogue: Catalogue;
  facts: CaseFacts;
  of: CaseWorkFacts;
  zone: string;
}) {
  const { catalogue, facts, of, zone } = props;
  const words = catalogue.cases.page.mail;
  return (
    <section class="sec" aria-labelledby="told-customer">
      <header>
        <h2 id="told-customer">{words.title}</h2>
        <p>{of.reader ?? words.nobody}</p>
      </header>
      {of.reader === undefined && <p class="soft empty">{words.noAddress}</p>}
      <ol class="log">
        {of.mails.map((mail) => (
          <li key={mail.id}>
            <span class="nowrap dim">
              {dayKey(mail.createdAt, zone) !== dayKey(facts.openedAt, zone) &&
                `${day(mail.createdAt, zone, 'short', catalogue.bar.locale)} `}
              <Moment at={mail.createdAt} zone={zone} />
            </span>
            <div>
              <p class="written">{mail.subject}</p>
              <p class="by">
                <State is={stateOf(mail, words.states)} />
                {trouble(mail)}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function stateOf({ status, bouncedAt }: ToldMail, words: CaseWords['page']['mail']['states']): StateWord {
  if (bouncedAt !== null) return { shape: 'fail', word: words.bounced };
  if (status === 'sent') return { shape: 'done', word: words.sent };
  return status === 'waiting'
    ? { shape: 'wait', word: words.waiting }
    : { shape: 'fail', word: words.failed };
}

function trouble({ bounceReason, lastError, status }: ToldMail): string {
  if (bounceReason !== null) return `: ${bounceReason}`;
  return lastError === null || status === 'sent' ? '' : `: ${lastError}`;
}
