import type { ComponentChildren } from 'preact';
import { callerName, type CaseFacts } from '../facts.ts';
import { Elapsed } from '../components/clock.tsx';
import { Moment, Telephone } from '../components/marks.tsx';
import { day, duration, minutes } from '../words/time.ts';

interface Props {
  readonly facts: CaseFacts;
  readonly now: Date;
  readonly zone: string;
}

/** The figures of a case, the ones that somebody asks first. */
export function CaseFactsList({ facts, now, zone }: Props) {
  return (
    <section class="sec" aria-label="Facts">
      <dl class="facts">
        <Fact name="Caller" value={callerName(facts)}>
          <Telephone number={facts.callbackNumber ?? facts.caller} />
        </Fact>
        <Fact name="Opened" value={<Moment at={facts.openedAt} zone={zone} />}>
          {day(facts.openedAt, zone, 'year')}
        </Fact>
        <Acceptance facts={facts} now={now} zone={zone} />
        <Contact facts={facts} now={now} zone={zone} />
        <Together facts={facts} now={now} zone={zone} />
        <Woken facts={facts} />
        {facts.buildNumber !== undefined && (
          <Fact
            name="Fix"
            value={
              <>
                build <span class="mono">{facts.buildNumber}</span>
              </>
            }
          >
            {facts.resolvedAt !== undefined && `entered ${day(facts.resolvedAt, zone)}`}
          </Fact>
        )}
        {facts.closingReason !== undefined && (
          <Fact name="Closed without a build" value={facts.closingReason}>
            {facts.closedAt !== undefined && day(facts.closedAt, zone)}
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

const ways: Record<string, string> = {
  voice: 'by key',
  sms: 'by SMS',
  link: 'by link',
  console: 'in the console',
  direct: 'reached directly',
};

function Acceptance({ facts, now, zone }: Props) {
  if (facts.acknowledgedAt === undefined) {
    if (facts.pagings.length === 0) return null;
    return (
      <Fact name="To acceptance" value={<Elapsed since={facts.openedAt} now={now} />}>
        nobody has accepted
      </Fact>
    );
  }
  const via = facts.pagings.find((paging) => paging.acknowledgedVia !== undefined)?.acknowledgedVia;
  return (
    <Fact name="To acceptance" value={duration(facts.acknowledgedAt.getTime() - facts.openedAt.getTime())}>
      {facts.acknowledgedByName}
      {via !== undefined && `, ${ways[via] ?? via}`} at <Moment at={facts.acknowledgedAt} zone={zone} />
    </Fact>
  );
}

function Contact({ facts, now, zone }: Props) {
  const promised =
    facts.contactDueAt === undefined
      ? undefined
      : minutes(facts.contactDueAt.getTime() - facts.openedAt.getTime());
  if (facts.contactedAt === undefined) {
    if (facts.contactDueAt === undefined || facts.resolvedAt !== undefined) return null;
    return (
      <Fact name="To contact" value={<Elapsed since={facts.openedAt} now={now} />}>
        {facts.status === 'in-contact' && 'a phone was reached by call-back, the customer not confirmed; '}
        {now > facts.contactDueAt ? 'overdue since ' : 'promised by '}
        <Moment at={facts.contactDueAt} zone={zone} />
      </Fact>
    );
  }
  return (
    <Fact name="To contact" value={duration(facts.contactedAt.getTime() - facts.openedAt.getTime())}>
      {promised !== undefined &&
        `of ${promised} promised; ${facts.contactedAt <= facts.contactDueAt! ? 'kept' : 'missed'}`}
    </Fact>
  );
}

function Together({ facts, now, zone }: Props) {
  const first = facts.calls.find((call) => call.bridgedAt !== undefined);
  if (first?.bridgedAt === undefined) return null;
  const end = first.leftBridgeAt ?? first.endedAt;
  return (
    <Fact
      name="Together on the phone"
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
          {' to '}
          <Moment at={end} zone={zone} />
        </>
      )}
    </Fact>
  );
}

function Woken({ facts }: { facts: CaseFacts }) {
  if (facts.pages.length === 0) return <Fact name="Paged" value="nobody" />;
  const people = new Set(facts.pages.map((page) => page.person)).size;
  const failed = facts.pages.filter((page) => page.status === 'failed').length;
  const carried = facts.pages.filter(
    (page) => page.carrierId !== undefined && page.status !== 'failed',
  ).length;
  return (
    <Fact name="Paged" value={`${people} ${people === 1 ? 'person' : 'people'}, ${facts.pages.length} pages`}>
      {carried} carried, {failed} not delivered
    </Fact>
  );
}
