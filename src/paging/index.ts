export { hastenRound, lookAfterLeg } from './ask-the-next.ts';
export { callIsOver } from './call-over.ts';
export { acceptCase, type Acceptance, type AcceptOutcome } from './accept.ts';
export { askAboutCallsAt } from './busy-phones.store.ts';
export { proveByTalk } from './contact-proof.ts';
export { forgetBriefMeeting } from './expect-contact.ts';
export { declineCase } from './decline.ts';
export { mayPage } from './in-hours.ts';
export { runNextRound } from './next-round.ts';
export { pageAgain, pageForMissingContact } from './no-contact.ts';
export {
  acceptedWithoutContact,
  openCasesOf,
  openVoicePages,
  type OpenCase,
  type OpenPage,
} from './open-pages.store.ts';
export { caseForPage } from './page-text.ts';
export {
  lockPages,
  lockPagesOfCall,
  lockPagesOfCases,
  notePage,
  reservePhones,
  settlePages,
  type PageCallRow,
} from './page.store.ts';
export { lockOpenPaging, type Paging } from './paging.store.ts';
export { contactDueAt, pagesNow, textsInRound, unansweredRoundEndsAt, widerIn } from './plan.ts';
export { casesSpokenIn, lastCaseOfCall, type SpokenCase } from './spoken.store.ts';
export { settleUnsent, pageStandingOf } from './standing.store.ts';
export { stopPaging } from './stop.ts';
export { lastAcceptance, plansOfCase } from './ringing.store.ts';
export { beginPaging, startPaging } from './start.ts';
export {
  page,
  pageEvent,
  paging,
  type AcknowledgedVia,
  type PageStatus,
  type PagingReason,
  type PagingStatus,
} from './tables.ts';
export { isNeverGivenUp, whyToGiveUp, type WhyGivenUp } from './when-given-up.ts';
export { whomToPage, type Hole, type RoundTargets, type Target } from './whom.ts';
export { whomToRing } from './whom-to-ring.ts';
export { withdrawPaging } from './withdraw.ts';
