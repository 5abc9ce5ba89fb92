import type { SignedIn } from '../../accounts/index.ts';
import { callerName, type CaseFacts, type PageFacts } from '../facts.ts';
import { Elapsed, Meter, Remaining } from '../components/clock.tsx';
import { CsrfField } from '../components/form.tsx';
import { Moment, Severity, State, Telephone } from '../components/marks.tsx';
import { stateOfPage } from '../words/page-state.ts';
import { callState, kindWord, roleWord } from '../words/states.ts';
import { clockTime, minutes } from '../words/time.ts';

interface StripProps {
  readonly facts: CaseFacts;
  readonly now: Date;
  readonly zone: string;
  readonly signedIn: SignedIn;
}

// More rounds than this do not fit side by side; the older ones are in the case.
const roundsShown = 2;

/** A case that is being paged: who was asked in which round by which channel, and what comes next. */
export function PagedCase({ facts, now, zone, signedIn }: StripProps) {
  const paging = facts.pagings.findLast((of) => of.status === 'open');
  const pages = facts.pages.filter((page) => page.pagingId === paging?.id);
  const caller = facts.calls.find((call) => call.purpose === 'support' && call.endedAt === undefined);
  const href = `/cases/${encodeURIComponent(facts.number)}`;
  return (
    <section class="strip live" id={`paged-${facts.number}`} aria-labelledby={`h-${facts.number}`}>
      <header>
        <div>
          <h3 id={`h-${facts.number}`}>
            {facts.severity === undefined ? kindWord(facts.kind) : <Severity of={facts.severity} big />}{' '}
            <a href={href}>{facts.number}</a> <span>{facts.customerName ?? callerName(facts)}</span>
          </h3>
          <p class="soft">
            {facts.contactName !== undefined && `${facts.contactName}, `}
            <Telephone number={facts.callbackNumber ?? facts.caller} />,{' '}
            {caller === undefined
              ? 'has hung up and is called back'
              : callState({
                  ...caller,
                  ended: false,
                  bridged: false,
                  caseStatus: facts.status,
                }).word}
            . “{facts.summary}”
          </p>
        </div>
        <dl class="clocks">
          <div>
            <dt>Since it was opened</dt>
            <dd>
              <Elapsed since={facts.openedAt} now={now} />
            </dd>
          </div>
          {paging?.nextRoundAt !== undefined && (
            <div>
              <dt>Next round</dt>
              <dd>
                <Remaining until={paging.nextRoundAt} now={now} />{' '}
                <small>
                  round {paging.round + 1}, <Moment at={paging.nextRoundAt} zone={zone} />
                </small>
              </dd>
            </div>
          )}
          {facts.contactDueAt !== undefined && (
            <ContactDue facts={facts} due={facts.contactDueAt} now={now} />
          )}
        </dl>
      </header>
      <Matrix number={facts.number} pages={pages} now={now} zone={zone} />
      <div class="acts gap">
        <a class="btn main" href={`${href}#direct`}>
          Record: customer reached directly
        </a>
        <form method="post" action={`${href}/page-now`}>
          <CsrfField of={signedIn} />
          <button class="btn">Page round {(paging?.round ?? 0) + 1} now</button>
        </form>
        <a class="btn bare" href={href}>
          Open case
        </a>
      </div>
    </section>
  );
}

function ContactDue({ facts, due, now }: { facts: CaseFacts; due: Date; now: Date }) {
  const share = (now.getTime() - facts.openedAt.getTime()) / (due.getTime() - facts.openedAt.getTime());
  return (
    <div>
      <dt>{share > 1 ? 'Contact overdue since' : 'Contact promised in'}</dt>
      <dd>
        {share > 1 ? <Elapsed since={due} now={now} /> : <Remaining until={due} now={now} />}
        <Meter share={share} tone={share > 1 ? 'fail' : share > 0.75 ? 'live' : ''} />
      </dd>
    </div>
  );
}

/** People down, rounds and channels across. */
function Matrix(props: { number: string; pages: readonly PageFacts[]; now: Date; zone: string }) {
  const { pages, zone } = props;
  const allRounds = [...new Set(pages.map((page) => page.round))];
  const rounds = allRounds.slice(-roundsShown);
  const people = [...new Map(pages.map((page) => [page.person, page])).values()];
  if (people.length === 0) return <p class="soft">Nobody has been paged yet.</p>;
  return (
    <table class="matrix stack">
      <caption class="sr">Pages of {props.number}, by person, round and channel</caption>
      <thead>
        <tr>
          <td />
          {rounds.map((round) => (
            <th key={round} scope="colgroup" colSpan={2} class="round">
              Round {round}, {clockTime(beginning(pages, round), zone)}
            </th>
          ))}
        </tr>
        <tr>
          <th scope="col">Person</th>
          {rounds.flatMap((round) => [
            <th key={`${round} sms`} scope="col">
              SMS
            </th>,
            <th key={`${round} voice`} scope="col" class={round === rounds.at(-1) ? 'on' : undefined}>
              {round === rounds.at(-1) ? 'Voice, now' : 'Voice'}
            </th>,
          ])}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.person}>
            <th scope="row" class="wide">
              {person.personName}
              <small>{roleWord(person.role)}</small>
            </th>
            {rounds.flatMap((round) =>
              (['sms', 'voice'] as const).map((channel) => (
                <td
                  key={`${round} ${channel}`}
                  class={channel === 'voice' && round === rounds.at(-1) ? 'on' : undefined}
                  data-label={`Round ${round}, ${channel === 'sms' ? 'SMS' : 'voice'}`}
                >
                  <PageCell
                    page={pages.find(
                      (page) =>
                        page.person === person.person && page.round === round && page.channel === channel,
                    )}
                    now={props.now}
                    zone={zone}
                  />
                </td>
              )),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PageCell({ page, now, zone }: { page: PageFacts | undefined; now: Date; zone: string }) {
  if (page === undefined) return <span class="state none">not paged</span>;
  const last = page.events.at(-1)?.at ?? page.settledAt ?? page.attemptedAt ?? page.createdAt;
  const isRunning = ['sending', 'ringing', 'answered'].includes(page.status);
  return (
    <>
      <State is={stateOfPage(page)} />
      <small>
        {isRunning ? (
          <Elapsed since={last} now={now} />
        ) : page.channel === 'voice' && page.endedAt !== undefined && page.attemptedAt !== undefined ? (
          `after ${minutes(page.endedAt.getTime() - page.attemptedAt.getTime())}`
        ) : (
          clockTime(last, zone)
        )}
      </small>
    </>
  );
}

function beginning(pages: readonly PageFacts[], round: number): Date {
  const starts = pages.filter((page) => page.round === round).map((page) => page.createdAt.getTime());
  return new Date(Math.min(...starts));
}
