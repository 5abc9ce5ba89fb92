import { may } from '../../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
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
import { RefusedElsewhere } from './case-refused.tsx';
import { RedirectForm } from './redirect-form.tsx';
import { CaseStory } from './case-story.tsx';
import { caseState, kindWord } from '../words/states.ts';
import { zoneLabel } from '../words/time.ts';
import type { Zoom } from '../story/scale.ts';

export interface CasePageProps {
  readonly catalogue: Catalogue;
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
  const { catalogue, facts, zoom } = props;
  const { head: words, path } = catalogue.cases.page;
  const zone = desks.zoneOf(facts.desk);
  const desk = desks.all.find(({ desk: key }) => key === facts.desk);
  // A desk with closing codes closes by them, whatever was built.
  const codes = codesOf(desk, catalogue);
  const wantsFix = facts.buildNumber === undefined && codes.length === 0;
  const isOver = facts.status === 'closed' || facts.status === 'cancelled';
  const who = facts.customerName ?? callerName(facts, words.unknownCaller);
  return consolePage({
    frame: { ...frame, zone },
    title: `${facts.number}, ${who}`,
    section: 'cases',
    words: catalogue.bar,
    children: (
      <main class="page" id="main">
        <header class="head">
          <div>
            <h1 class="case">
              {facts.severity === undefined ? (
                <span>{kindWord(facts.kind, catalogue.cases.states)}</span>
              ) : (
                <Severity of={facts.severity} big />
              )}{' '}
              <span>{facts.number}</span> <span>{who}</span>
            </h1>
            <p>
              {words.lead(desks.nameOf(facts.desk), facts.summary.replace(/\.$/, ''))}{' '}
              <State is={caseState(facts.status, catalogue)} />
            </p>
          </div>
          <div class="acts noprint">
            <a class="btn" href="#notes">
              <Icon of="note" />
              {words.note}
            </a>
            {!isOver && (
              <a class="btn main" href={facts.status === 'paging' ? '#direct' : wantsFix ? '#fix' : '#close'}>
                {facts.status === 'paging' ? words.reachedDirectly : wantsFix ? words.enterFix : words.close}
              </a>
            )}
          </div>
        </header>
        <RefusedElsewhere {...props} desk={desk} hasCodes={codes.length > 0} signedIn={frame.signedIn} />
        <CaseFactsList
          catalogue={catalogue}
          facts={facts}
          now={frame.now}
          zone={zone}
          isAssigned={props.work.assignee !== undefined}
          hasCodes={codes.length > 0}
        />
        <CaseStory catalogue={catalogue} facts={facts} zoom={zoom} now={frame.now} zone={zone} />
        <section class="sec" aria-labelledby="life">
          <header>
            <h2 id="life">{path.title}</h2>
            <p>{path.times(zoneLabel(zone, frame.now))}</p>
          </header>
          <LifePath catalogue={catalogue} facts={facts} work={props.work} zone={zone} />
        </section>
        <div class="cols">
          <div>
            <Receipts catalogue={catalogue} facts={facts} zone={zone} />
            <InWords catalogue={catalogue} facts={facts} zone={zone} now={frame.now} />
          </div>
          <div>
            <CaseRegistration catalogue={catalogue} facts={facts} role={frame.signedIn.role} />
            <Messages catalogue={catalogue} facts={facts} zone={zone} />
            {desk?.hasCasework === true && (
              <CaseWork {...props} of={props.work} desk={desk} zone={zone} signedIn={frame.signedIn} />
            )}
            {desk?.tellsCustomers === true && (
              <CustomerMails catalogue={catalogue} facts={facts} of={props.work} zone={zone} />
            )}
            <CaseForms {...props} closingCodes={codes} signedIn={frame.signedIn}>
              <Notes catalogue={catalogue} facts={facts} zone={zone} />
            </CaseForms>
            <Texts catalogue={catalogue} facts={facts} zone={zone} />
            {may(frame.signedIn.role, 'work') && (
              <Redirect catalogue={catalogue} frame={frame} facts={facts} />
            )}
          </div>
        </div>
      </main>
    ),
  });
}

/** A customer who called a technician about this case is sent to the desk, whatever state the case is in. */
function Redirect(props: { catalogue: Catalogue; frame: Frame; facts: CaseFacts }) {
  const { catalogue, frame, facts } = props;
  const words = catalogue.redirect.page;
  return (
    <section class="sec noprint" aria-labelledby="redirect">
      <header>
        <h2 id="redirect">{words.title}</h2>
        <p>{catalogue.cases.page.head.redirectHint}</p>
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

/** The desk's closing codes with their words: in the reader's language, else the desk's own, else English. */
function codesOf(desk: ConsoleDesk | undefined, { language }: Catalogue): [string, string][] {
  const wishes = [language, desk?.language ?? '', 'en'].map((of) => of.slice(0, 2));
  return (desk?.closingCodes ?? []).map(({ code, words }) => [
    code,
    wishes.map((of) => words[of]).find((of) => of !== undefined) ?? code,
  ]);
}
