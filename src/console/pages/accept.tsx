import type { ComponentChildren } from 'preact';
import type { AcceptLinkCase, AcceptLinkState } from '../accept-links.ts';
import type { DeskBook } from '../desks.ts';
import { Elapsed } from '../components/clock.tsx';
import { Icon } from '../components/icons.tsx';
import { slipPage, type Frame } from '../components/layout.tsx';
import { Moment, Severity, Telephone } from '../components/marks.tsx';
import { firstName } from '../story/story.ts';
import { zoneName } from '../words/time.ts';

interface Props {
  readonly asset: Frame['asset'];
  readonly desks: DeskBook;
  readonly now: Date;
  readonly link: AcceptLinkState;
}

/** The page behind the link of a page's SMS: for one thumb, without a sign-in. Showing it accepts nothing. */
export function acceptPage(props: Props): string {
  const { link } = props;
  return slipPage({
    title: link.state === 'unknown' ? 'This link' : `Accept ${link.case.caseNumber}`,
    asset: props.asset,
    scripts: ['accept.js'],
    children:
      link.state === 'unknown' ? <UnknownLink /> : <KnownLink {...props} link={link} of={link.case} />,
  });
}

function UnknownLink() {
  return (
    <main class="slip" id="main">
      <h1>
        <span class="state none">This link does not work</span>
      </h1>
      <p class="lead">
        It is mistyped, or its case is long over. The newest SMS has the right one; the code at its beginning
        works too.
      </p>
    </main>
  );
}

type Known = Exclude<AcceptLinkState, { state: 'unknown' }>;

function KnownLink({ desks, now, link, of }: Props & { link: Known; of: AcceptLinkCase }) {
  const zone = desks.zoneOf(of.desk);
  const at = (instant: Date) => (
    <>
      <Moment at={instant} zone={zone} /> {zoneName(zone, now)}
    </>
  );
  return (
    <main class="slip" id="main" data-state={link.state}>
      <p class="dim small">
        For {of.person.name}. {desks.nameOf(of.desk)} desk, {at(now)}
      </p>
      <Title link={link} of={of} at={at} />
      <dl class="pairs">
        {of.customer !== undefined && (
          <>
            <dt>Customer</dt>
            <dd>{of.customer}</dd>
          </>
        )}
        <dt>Caller</dt>
        <dd>
          {of.callerName ?? 'Unknown'}
          <small>
            <Telephone number={of.callerNumber} link={false} />
            {of.callerOnHold && ', on hold'}
          </small>
        </dd>
        <dt>Case</dt>
        <dd>{of.caseNumber}</dd>
        <dt>Opened</dt>
        <dd>
          <Elapsed since={of.openedAt} now={now} /> ago
          <small>{at(of.openedAt)}</small>
        </dd>
        <dt>Also paged</dt>
        <dd>
          {of.alsoPaged.length === 0 ? 'nobody' : of.alsoPaged.map(firstName).join(', ')}
          <small>{others(link)}</small>
        </dd>
      </dl>
      <Answer link={link} of={of} at={at} />
      <template id="no-connection">
        <p class="alarm" role="alert">
          <b>No connection.</b> Your answer has not arrived. It is tried again every 2 s while this page is
          open. Surer: reply <b class="mono">A{of.replyCode}</b> to the SMS, or press 1 when the phone rings.
        </p>
      </template>
    </main>
  );
}

interface PartProps {
  readonly link: Known;
  readonly of: AcceptLinkCase;
  readonly at: (instant: Date) => ComponentChildren;
}

function Title({ link, of, at }: PartProps) {
  switch (link.state) {
    case 'open':
      return (
        <h1>
          {of.severity !== undefined && (
            <>
              <Severity of={of.severity} big />
              <br />
            </>
          )}
          {of.summary}
        </h1>
      );
    case 'accepted-by-you':
      return (
        <>
          <h1>
            <span class="state taken">Accepted by you</span>
          </h1>
          <p class="lead">
            {of.callerOnHold
              ? 'Your phone rings now. Pick up and you are with the caller.'
              : 'The caller has hung up. Call them now.'}
          </p>
        </>
      );
    case 'taken':
      return (
        <>
          <h1>
            <span class="state down">Taken by {firstName(link.by)}</span>
          </h1>
          <p class="lead">
            {link.by} accepted at {at(link.acceptedAt)}. You need do nothing.
          </p>
        </>
      );
    case 'declined':
      return (
        <>
          <h1>
            <span class="state none">Declined by you</span>
          </h1>
          <p class="lead">At {at(link.declinedAt)}. The others go on ringing.</p>
        </>
      );
    case 'closed':
      return (
        <>
          <h1>
            <span class="state done">Over</span>
          </h1>
          <p class="lead">This case needs nobody any more.</p>
        </>
      );
  }
}

function Answer({ link, of, at }: PartProps) {
  if (link.state === 'open') {
    return (
      <form method="post" id="answer">
        <button class="btn accept" name="answer" value="accept">
          Accept
        </button>
        <p class="hint">
          {of.callerOnHold
            ? `You are called at once and put through to ${of.callerName ?? 'the caller'}. The others are told.`
            : 'The case is yours; the caller has hung up and waits for your call. The others are told.'}
        </p>
        <button class="btn" name="answer" value="decline">
          Decline
        </button>
        <p class="hint">The others go on ringing. Opening this page accepted nothing.</p>
      </form>
    );
  }
  if (link.state === 'declined') {
    return (
      <form method="post" id="answer">
        <button class="btn" name="answer" value="accept">
          Accept after all
        </button>
      </form>
    );
  }
  if (link.state !== 'accepted-by-you' || of.callerNumber === undefined) return null;
  return (
    <form>
      <a class="btn" href={`tel:${of.callerNumber}`}>
        <Icon of="phone" />
        Call {of.callerName ?? 'the caller'} myself
      </a>
      {of.contactDueAt !== undefined && <p class="hint">Contact is promised by {at(of.contactDueAt)}.</p>}
    </form>
  );
}

function others(link: Known): string {
  switch (link.state) {
    case 'open':
    case 'declined':
      return 'nobody has accepted';
    case 'accepted-by-you':
      return 'told that you have it';
    case 'taken':
      return `told that ${firstName(link.by)} has it`;
    case 'closed':
      return '';
  }
}
