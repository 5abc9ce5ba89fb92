export {
  callerIdentity,
  caseById,
  caseByNumber,
  caseByReplyCode,
  ensureNumberSequence,
  lockCase,
  lockCaseOfCall,
  lockCases,
  lookUpOpening,
  type OpeningLookup,
  noteCase,
  openCaseAtDesk,
  openCaseOfCaller,
  peekCaseNumber,
  type Case,
} from './case.store.ts';
export { openCaseIds } from './open-cases.store.ts';
export {
  denyContact,
  isContactUnproved,
  OPERATOR_TALKS,
  presumeContact,
  recordContact,
  undoBriefContact,
  type ContactStory,
} from './contact.ts';
export {
  caseEvent,
  supportCase,
  type CaseKind,
  type CaseStatus,
  type Priority,
  type Severity,
} from './tables.ts';
