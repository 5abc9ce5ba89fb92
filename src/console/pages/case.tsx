import { may } from '../../accounts/index.ts';
import { phrasesFor } from '../../phrases/index.ts';
import type { DeskBook } from '../desks.ts';
import type { CaseFacts } from '../facts.ts';
import type { ConsoleDesk } from '../options.ts';
import { callerName } from '../facts.ts';
import { consolePage, type Frame } from '../components/layout.tsx';
import { Icon } from '../components/icons.tsx';
import { Severity, State } from '../components/marks.tsx';
import type { CaseWorkFacts } from '../queries/case-work.store.ts';
import { CustomerMails } from './case-mail.tsx';
import { CaseWork } from './case-work.tsx';
import { CaseForms, type FormFault } from './case-forms.tsx';
import { CaseRegistration } from './case-registration.tsx';
import { CaseFactsList } from './case-facts.tsx';
import { InWords, Notes, Texts } from './case-log.tsx';
import { Messages } from './case-messages.tsx';
import { LifePath } from './case-path.tsx';
import { Receipts } from './case-receipts.tsx';
import { RedirectForm } from './redirect-form.tsx';
import { CaseStory } from './case-story.tsx';
import { caseState, kindWord } from '../words/states.ts';
import { zoneLabel } from '../words/time.ts';
import type { Zoom } from '../story/scale.ts';

export interface CasePageProps {
  readonly facts: CaseFacts;
  readonly zoom: Zoom;
  readonly responders: readonly { key: string; name: string }[];
  /** To whom the caller who is on the line can be handed on now. */
  readonly targets: readonly { plan: string; name: string }[];
  /** What was wrong with a form that was just sent, and what had been typed. */
  readonly fault: FormFault | undefined;
  /** The work on it and what its customer was told. */
  readonly work: CaseWorkFacts;
}

/** Everything about one case. */
export function casePage(frame: Frame, desks: DeskBook, props: CasePageProps): string {
  const { facts, zoom } = props;
  const zone = desks.zoneOf(facts.desk);
  const desk = desks.all.find(({ desk: key }) => key === facts.desk);
  // A desk with closing codes closes by them, whatever was built.
  const wantsFix = facts.buildNumber === undefined && codesOf(desk).length === 0;
  const isOver = facts.status === 'closed' || facts.status === 'cancelled';
  return consolePage({
    frame: { ...frame, zone },
    title: `${facts.number}, ${facts.customerName ?? callerName(facts)}`,
    section: 'cases',
    children: (
      <main class="page" id="main">
        <header class="head">
          <div>
            <h1 class="case">
              {facts.severity === undefined ? (
                <span>{kindWord(facts.kind)}</span>
              ) : (
                <Severity of={facts.severity} big />
              )}{' '}
              <span>{facts.number}</span> <span>{facts.customerName ?? callerName(facts)}</span>
            </h1>
            <p>
              {desks.nameOf(facts.desk)} desk. “{facts.summary}”. <State is={caseState(facts.status)} />
            </p>
          </div>
          <div class="acts noprint">
            <a class="btn" href="#notes">
              <Icon of="note" />
              Note
            </a>
            {!isOver && (
              <a class="btn main" href={facts.status === 'paging' ? '#direct' : wantsFix ? '#fix' : '#close'}>
                {facts.status === 'paging'
                  ? 'Customer reached directly'
                  : wantsFix
                    ? 'Enter the fix'
                    : 'Close case'}
              </a>
            )}
          </div>
        </header>
        <CaseFactsList facts={facts} now={frame.now} zone={zone} />
        <CaseStory facts={facts} zoom={zoom} now={frame.now} zone={zone} />
        <section class="sec" aria-labelledby="life">
          <header>
            <h2 id="life">Until closing</h2>
            <p>Times in {zoneLabel(zone, frame.now)}: the desk’s</p>
          </header>
          <LifePath facts={facts} zone={zone} />
        </section>
        <div class="cols">
          <div>
            <Receipts facts={facts} zone={zone} />
            <InWords facts={facts} zone={zone} now={frame.now} />
          </div>
          <div>
            <CaseRegistration facts={facts} role={frame.signedIn.role} />
            <Messages facts={facts} zone={zone} />
            {desk?.hasCasework === true && (
              <CaseWork {...props} of={props.work} desk={desk} zone={zone} signedIn={frame.signedIn} />
            )}
            {desk?.tellsCustomers === true && <CustomerMails facts={facts} of={props.work} zone={zone} />}
            <CaseForms {...props} closingCodes={codesOf(desk)} signedIn={frame.signedIn}>
              <Notes facts={facts} zone={zone} />
            </CaseForms>
            <Texts facts={facts} zone={zone} />
            {may(frame.signedIn.role, 'work') && <Redirect frame={frame} facts={facts} />}
          </div>
        </div>
      </main>
    ),
  });
}

/** A customer who called a technician about this case is sent to the desk, whatever state the case is in. */
function Redirect({ frame, facts }: { frame: Frame; facts: CaseFacts }) {
  const words = phrasesFor('en').redirect.page;
  return (
    <section class="sec noprint" aria-labelledby="redirect">
      <header>
        <h2 id="redirect">{words.title}</h2>
        <p>for a customer who called one of you</p>
      </header>
      <RedirectForm
        words={words}
        signedIn={frame.signedIn}
        desks={[]}
        caseNumber={facts.number}
        typed={{ number: facts.callbackNumber ?? facts.caller ?? '', desk: facts.desk }}
      />
    </section>
  );
}

/** The desk's closing codes with their words, in English where it has them. */
function codesOf(desk: ConsoleDesk | undefined): [string, string][] {
  const own = desk?.language?.slice(0, 2) ?? '';
  return (desk?.closingCodes ?? []).map(({ code, words }) => [code, words['en'] ?? words[own] ?? code]);
}
