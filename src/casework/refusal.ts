import type { AssignRefusal } from '../assignment/index.ts';
import type { CaseStatus } from '../cases/index.ts';
import type { HandOnRefusal } from '../transfer/index.ts';
import type { StepRefusal } from './steps.ts';

/** Why something is not done to a case, as a value: whoever shows it has the words for it, in the language of its reader. */
export type CaseRefusal =
  | StepRefusal
  | AssignRefusal
  | HandOnRefusal
  | { readonly kind: 'no-such-case'; readonly number: string }
  /** It is over, or as far as that already. */
  | { readonly kind: 'has-status'; readonly number: string; readonly status: CaseStatus }
  | { readonly kind: 'contact-known'; readonly number: string }
  | { readonly kind: 'nobody-paged'; readonly number: string }
  /** The desk closes by its codes, and none of them was chosen. */
  | { readonly kind: 'code-missing' }
  | { readonly kind: 'build-or-reason-missing' }
  | { readonly kind: 'time-past' }
  /** Its personal data has been deleted. */
  | { readonly kind: 'erased' };
