import type { CaseFormWords, CaseWorkWords } from './case-form-words.ts';
import type { CaseListWords } from './case-list-words.ts';
import type { CasePageWords } from './case-page-words.ts';
import type { Refusal } from './case-refusal-words.ts';
import type { CaseStateWords } from './case-state-words.ts';
import type { StoryWords } from './story-words.ts';
import type { TimelineWords } from './timeline-words.ts';

/** What the page of a case and the list of cases say, in one language. */
export interface CaseWords {
  readonly list: CaseListWords;
  readonly page: CasePageWords;
  readonly forms: CaseFormWords;
  readonly work: CaseWorkWords;
  readonly refusal: (why: Refusal) => string;
  readonly states: CaseStateWords;
  readonly timeline: TimelineWords;
  readonly story: StoryWords;
}
