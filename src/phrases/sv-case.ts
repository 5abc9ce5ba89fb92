import type { CaseWords } from './case-words.ts';
import { swedishCaseForms, swedishCaseWork } from './sv-case-forms.ts';
import { swedishCaseList } from './sv-case-list.ts';
import { swedishCasePage } from './sv-case-page.ts';
import { swedishCaseRefusals } from './sv-case-refusals.ts';
import { swedishCaseStates } from './sv-case-states.ts';
import { swedishStory } from './sv-story.ts';
import { swedishTimeline } from './sv-timeline.ts';

/** The page of a case and the list of cases in Swedish. */
export const swedishCase: CaseWords = {
  list: swedishCaseList,
  page: swedishCasePage,
  forms: swedishCaseForms,
  work: swedishCaseWork,
  refusal: swedishCaseRefusals,
  states: swedishCaseStates,
  timeline: swedishTimeline,
  story: swedishStory,
};
