import { aHumanAccepted } from './a-human-accepted.ts';
import { acceptedIsNotForgotten } from './accepted-is-not-forgotten.ts';
import { callersAreKept } from './callers-are-kept.ts';
import { contactIsAMeeting } from './contact-is-a-meeting.ts';
import { everyOperatorIsAsked } from './every-operator-is-asked.ts';
import type { Invariant } from './invariant.ts';
import { lesserMattersPageNobody } from './lesser-matters-page-nobody.ts';
import { nextPageIsDue } from './next-page-is-due.ts';
import { noLastingFault } from './no-lasting-fault.ts';
import { nobodyHoldsInVain } from './nobody-holds-in-vain.ts';
import { nothingHangs } from './nothing-hangs.ts';
import { oneWinner } from './one-winner.ts';
import { operatorsAloneAreRung } from './operators-alone-are-rung.ts';
import { pagesOnReceipts } from './pages-on-receipts.ts';
import { pagingEndsWhole } from './paging-ends-whole.ts';
import { processesStart } from './processes-start.ts';
import { receiptsOnlyGrow } from './receipts-only-grow.ts';
import { roundsBegin } from './rounds-begin.ts';
import { silenceAfterAcceptance } from './silence-after-acceptance.ts';
import { someoneIsFound } from './someone-is-found.ts';
import { whatIsSettledStays } from './what-is-settled-stays.ts';

export type { Invariant, View } from './invariant.ts';

/** All that must hold in a world after every step. `peopleAwakeSinceMs`: since when everybody is awake and willing. */
export function invariantsOf(peopleAwakeSinceMs: () => number): Invariant[] {
  return [
    processesStart,
    nextPageIsDue,
    roundsBegin,
    oneWinner,
    aHumanAccepted,
    silenceAfterAcceptance(),
    pagingEndsWhole(),
    noLastingFault,
    callersAreKept(),
    nothingHangs,
    lesserMattersPageNobody,
    operatorsAloneAreRung,
    everyOperatorIsAsked(),
    nobodyHoldsInVain(),
    acceptedIsNotForgotten(),
    contactIsAMeeting,
    pagesOnReceipts(),
    receiptsOnlyGrow(),
    whatIsSettledStays(),
    someoneIsFound(peopleAwakeSinceMs),
  ];
}
