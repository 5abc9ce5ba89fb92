import type { CaseWords } from './case-words.ts';
import { italianCaseForms, italianCaseWork } from './it-case-forms.ts';
import { italianCaseList } from './it-case-list.ts';
import { italianCasePage } from './it-case-page.ts';
import { italianCaseRefusals } from './it-case-refusals.ts';
import { italianCaseStates } from './it-case-states.ts';
import { italianStory } from './it-story.ts';
import { italianTimeline } from './it-timeline.ts';

/** The page of a case and the list of cases in Italian. */
export const italianCase: CaseWords = {
  list: italianCaseList,
  page: italianCasePage,
  forms: italianCaseForms,
  work: italianCaseWork,
  refusal: italianCaseRefusals,
  states: italianCaseStates,
  timeline: italianTimeline,
  story: italianStory,
};
