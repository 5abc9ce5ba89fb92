import type { ComponentChildren } from 'preact';
import type { Catalogue } from '../catalogue/index.ts';
import { callerName, type CaseFacts } from '../facts.ts';
import { Elapsed } from '../components/clock.tsx';
import { Moment, Telephone } from '../components/marks.tsx';
import { day, duration, minutes } from '../words/time.ts';

interface Props {
  readonly catalogue: Catalogue;
  readonly facts: CaseFacts;
  readonly now: Date;
  readonly zone: string;
  /** It is somebody's without having been accepted. */
  readonly isAssigned: boolean;
  /** The desk closes its cases by codes. */
  readonly hasCodes: boolean;
}

/** Why a case was closed, as somebody wrote it; what the service itself wrote, in the reader's language. */
export function closingWords(reason: string, words: Catalogue['cases']['page']['facts']): string {
  const onto = /^Joined to (\S+)$/.exec(reason)?.[1];
  return onto === undefined ? reason : words.joinedTo(onto);
}

/** The figures of a case, the ones that somebody asks first. */
export function CaseFactsList(props: Props) {
  const { catalogue, facts, zone } = props;
  const { facts: words, head } = catalogue.cases.page;
  const dayOf = (at: Date, form: 'short' | 'year' = 'short') => day(at, zone, form, catalogue.bar.locale);
  return (
    <section class="sec" aria-label={words.label}>
      <dl class="facts">
        <Fact name={words.caller} value={callerName(facts, head.unknownCaller)}>
          <Telephone number={facts.callbackNumber ?? facts.caller} withheld={head.withheld} />
        </Fact>
        <Fact name={words.opened} value={<Moment at={facts.openedAt} zone={zone} />}>
          {dayOf(facts.openedAt, 'year')}
        </Fact>
        <Acceptance {...props} />
        <Contact {...props} />
        <Together {...props} />
        <Woken {...props} />
        {facts.buildNumber !== undefined && (
          <Fact
            name={words.fix}
            value={
              <>
                {words.build} <span class="mono">{facts.buildNumber}</span>
              </>
            }
          >
            {facts.resolvedAt !== undefined && words.entered(dayOf(facts.resolvedAt))}
          </Fact>
        )}
        {facts.closingReason !== undefined && (
          <Fact
            name={props.hasCodes ? words.closed : words.closedWithoutBuild}
            value={closingWords(facts.closingReason, words)}
          >
            {facts.closedAt !== undefined && dayOf(facts.closedAt)}
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Fact({
  name,
  value,
  children,
}: {
  name: string;
  value: ComponentChildren;
  children?: ComponentChildren;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        <small>{children}</small>
      </dd>
    </div>
  );
}

function Acceptance({ catalogue, facts, isAssigned, now, zone }: Props) {
  const { page, states } = catalogue.cases;
  const words = page.facts;
  const ways: Readonly<Record<string, string>> = states.via;
  if (facts.acknowledgedAt === undefined) {
    if (facts.pagings.length === 0 || isAssigned) return null;
    return (
      <Fact name={words.toAcceptance} value={<Elapsed since={facts.openedAt} now={now} />}>
        {words.nobodyAccepted}
      </Fact>
    );
  }
  const via = facts.pagings.find((paging) => paging.acknowledgedVia !== undefined)?.acknowledgedVia;
  return (
    <Fact
      name={words.toAcceptance}
      value={duration(facts.acknowledgedAt.getTime() - facts.openedAt.getTime())}
    >
      {facts.acknowledgedByName}
      {via !== undefined && `, ${ways[via] ?? via}`} {words.at}{' '}
      <Moment at={facts.acknowledgedAt} zone={zone} />
    </Fact>
  );
}

function Contact({ catalogue, facts, now, zone }: Props) {
  const { facts: words } = catalogue.cases.page;
  const promised =
    facts.contactDueAt === undefined
      ? undefined
      : minutes(facts.contactDueAt.getTime() - facts.openedAt.getTime());
  if (facts.contactedAt === undefined) {
    if (facts.contactDueAt === undefined || facts.resolvedAt !== undefined) return null;
    return (
      <Fact name={words.toContact} value={<Elapsed since={facts.openedAt} now={now} />}>
        {facts.status === 'in-contact' && `${words.phoneReached} `}
        {now > facts.contactDueAt ? words.overdueSince : words.promisedBy}{' '}
        <Moment at={facts.contactDueAt} zone={zone} />
      </Fact>
    );
  }
  return (
    <Fact name={words.toContact} value={duration(facts.contactedAt.getTime() - facts.openedAt.getTime())}>
      {promised !== undefined && words.promised(promised, facts.contactedAt <= facts.contactDueAt!)}
    </Fact>
  );
}

function Together({ catalogue, facts, now, zone }: Props) {
  const { facts: words } = catalogue.cases.page;
  const first = facts.calls.find((call) => call.bridgedAt !== undefined);
  if (first?.bridgedAt === undefined) return null;
  const end = first.leftBridgeAt ?? first.endedAt;
  return (
    <Fact
      name={words.together}
      value={
        end === undefined ? (
          <Elapsed since={first.bridgedAt} now={now} />
        ) : (
          duration(end.getTime() - first.bridgedAt.getTime())
        )
      }
    >
      <Moment at={first.bridgedAt} zone={zone} />
      {end !== undefined && (
        <>
          {` ${words.to} `}
          <Moment at={end} zone={zone} />
        </>
      )}
    </Fact>
  );
}

function Woken({ catalogue, facts }: Props) {
  const { facts: words } = catalogue.cases.page;
  if (facts.pages.length === 0) return <Fact name={words.paged} value={words.nobody} />;
  const people = new Set(facts.pages.map((page) => page.person)).size;
  const failed = facts.pages.filter((page) => page.status === 'failed').length;
  const carried = facts.pages.filter(
    (page) => page.carrierId !== undefined && page.status !== 'failed',
  ).length;
  return (
    <Fact name={words.paged} value={words.pages(people, facts.pages.length)}>
      {words.carried(carried, failed)}
    </Fact>
  );
}
