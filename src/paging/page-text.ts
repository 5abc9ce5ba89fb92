import type { Case } from '../cases/index.ts';
import { spokenCaseNumber, type Script } from '../ivr/index.ts';
import type { CaseForPage } from '../phrases/index.ts';

/** What a page may say of a case. `customerName` where the caller is known; else the caller's number stands for it. */
export function caseForPage(
  found: Pick<Case, 'number' | 'severity' | 'summary' | 'callbackNumber' | 'caller'>,
  script: Pick<Script, 'name'>,
  about: { customerName: string | undefined; callerHolds: boolean },
): CaseForPage {
  const callbackNumber = found.callbackNumber ?? found.caller ?? undefined;
  return {
    number: found.number,
    spokenNumber: spokenCaseNumber(found.number),
    severity: found.severity ?? undefined,
    summary: found.summary.replace(/\.$/, ''),
    deskName: script.name,
    customer: about.customerName ?? callbackNumber,
    callbackNumber,
    callerHolds: about.callerHolds,
  };
}
