import type { ComponentChildren } from 'preact';
import type { AcceptLinkCase, AcceptLinkState } from '../accept-links.ts';
import type { DeskBook } from '../desks.ts';
import { Elapsed } from '../components/clock.tsx';
import { Icon } from '../components/icons.tsx';
import { slipPage, type Frame } from '../components/layout.tsx';
import { Moment, Severity, Telephone } from '../components/marks.tsx';
import type { Phrases } from '../../phrases/index.ts';
import { firstName } from '../story/story.ts';
import { zoneName } from '../words/time.ts';

interface Props {
  readonly asset: Frame['asset'];
  readonly desks: DeskBook;
  readonly now: Date;
  readonly link: AcceptLinkState;
  readonly phrases: Phrases;
}

/** The page behind the link of a page's SMS: for one thumb, without a sign-in. Showing it accepts nothing. */
export function acceptPage(props: Props): string {
  const { link } = props;
  const { language, acceptPage: words } = props.phrases;
  return slipPage({
    language,
    title: link.state === 'unknown' ? words.linkTitle : words.title(link.case.caseNumber),
    asset: props.asset,
    scripts: ['accept.js'],
    children:
      link.state === 'unknown' ? (
        <UnknownLink words={words} />
      ) : (
        <KnownLink {...props} link={link} of={link.case} words={words} />
      ),
  });
}

type Words = Phrases['acceptPage'];

function UnknownLink({ words }: { words: Words }) {
  return (
    <main class="slip" id="main">
      <h1>
        <span class="state none">{words.linkUnknown}</span>
      </h1>
      <p class="lead">{words.linkUnknownLead}</p>
    </main>
  );
}

type Known = Exclude<AcceptLinkState, { state: 'unknown' }>;

function KnownLink({
  desks,
  now,
  link,
  of,
  words,
}: Props & { link: Known; of: AcceptLinkCase; words: Words }) {
  const zone = desks.zoneOf(of.desk);
  const at = (instant: Date) => (
    <>
      <Moment at={instant} zone={zone} /> {zoneName(zone, now)}
    </>
  );
  return (
    <main class="slip" id="main" data-state={link.state}>
      <p class="dim small">
        {words.forPerson(of.person.name, desks.nameOf(of.desk))}, {at(now)}
      </p>
      <Title link={link} of={of} at={at} words={words} />
      <dl class="pairs">
        {of.customer !== undefined && (
          <>
            <dt>{words.customer}</dt>
            <dd>{of.customer}</dd>
          </>
        )}
        <dt>{words.caller}</dt>
        <dd>
          {of.callerName ?? words.unknownCaller}
          <small>
            {of.callerNumber === undefined ? (
              <span class="tel">{words.withheld}</span>
            ) : (
              <Telephone number={of.callerNumber} link={false} />
            )}
            {of.callerOnHold && `, ${words.onHold}`}
          </small>
        </dd>
        <dt>{words.case}</dt>
        <dd>{of.caseNumber}</dd>
        <dt>{words.opened}</dt>
        <dd>
          {words.ago.before}
          <Elapsed since={of.openedAt} now={now} />
          {words.ago.after}
          <small>{at(of.openedAt)}</small>
        </dd>
        <dt>{words.alsoPaged}</dt>
        <dd>
          {of.alsoPaged.length === 0 ? words.nobody : of.alsoPaged.map(firstName).join(', ')}
          <small>{others(link, words)}</small>
        </dd>
      </dl>
      <Answer link={link} of={of} at={at} words={words} />
      <template id="no-connection">
        <p class="alarm" role="alert">
          <b>{words.noConnection}</b> {words.noConnectionLead.before}
          <b class="mono">A{of.replyCode}</b>
          {words.noConnectionLead.after}
        </p>
      </template>
    </main>
  );
}

interface PartProps {
  readonly link: Known;
  readonly of: AcceptLinkCase;
  readonly at: (instant: Date) => ComponentChildren;
  readonly words: Words;
}

function Title({ link, of, at, words }: PartProps) {
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
            <span class="state taken">{words.acceptedByYou}</span>
          </h1>
          <p class="lead">{of.callerOnHold ? words.phoneRings : words.callerGone}</p>
        </>
      );
    case 'taken':
      return (
        <>
          <h1>
            <span class="state down">{words.takenBy(firstName(link.by))}</span>
          </h1>
          <p class="lead">
            {words.acceptedAt(link.by)} {at(link.acceptedAt)}. {words.needDoNothing}
          </p>
        </>
      );
    case 'declined':
      return (
        <>
          <h1>
            <span class="state none">{words.declinedByYou}</span>
          </h1>
          <p class="lead">
            {words.declinedAt} {at(link.declinedAt)}. {words.othersRing}
          </p>
        </>
      );
    case 'closed':
      return (
        <>
          <h1>
            <span class="state done">{words.over}</span>
          </h1>
          <p class="lead">{words.overLead}</p>
        </>
      );
  }
}

function Answer({ link, of, at, words }: PartProps) {
  if (link.state === 'open') {
    return (
      <form method="post" id="answer">
        <button class="btn accept" name="answer" value="accept">
          {words.accept}
        </button>
        <p class="hint">{of.callerOnHold ? words.acceptHolds(of.callerName) : words.acceptGone}</p>
        <button class="btn" name="answer" value="decline">
          {words.decline}
        </button>
        <p class="hint">{words.declineHint}</p>
      </form>
    );
  }
  if (link.state === 'declined') {
    return (
      <form method="post" id="answer">
        <button class="btn" name="answer" value="accept">
          {words.acceptAfterAll}
        </button>
      </form>
    );
  }
  if (link.state !== 'accepted-by-you' || of.callerNumber === undefined) return null;
  return (
    <form>
      <a class="btn" href={`tel:${of.callerNumber}`}>
        <Icon of="phone" />
        {words.callMyself(of.callerName)}
      </a>
      {of.contactDueAt !== undefined && (
        <p class="hint">
          {words.contactPromisedBy} {at(of.contactDueAt)}.
        </p>
      )}
    </form>
  );
}

function others(link: Known, words: Words): string {
  switch (link.state) {
    case 'open':
    case 'declined':
      return words.nobodyAccepted;
    case 'accepted-by-you':
      return words.toldThatYou;
    case 'taken':
      return words.toldThat(firstName(link.by));
    case 'closed':
      return '';
  }
}
