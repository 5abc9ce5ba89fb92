import type { CaseWords } from './case-words.ts';
import { englishCaseForms, englishCaseWork } from './en-case-forms.ts';
import { englishCaseList } from './en-case-list.ts';
import { englishCasePage } from './en-case-page.ts';
import { englishCaseRefusals } from './en-case-refusals.ts';
import { englishCaseStates } from './en-case-states.ts';
import { englishStory } from './en-story.ts';
import { englishTimeline } from './en-timeline.ts';

/** The page of a case and the list of cases in English. */
export const englishCase: CaseWords = {
  list: englishCaseList,
  page: englishCasePage,
  forms: englishCaseForms,
  work: englishCaseWork,
  refusal: englishCaseRefusals,
  states: englishCaseStates,
  timeline: englishTimeline,
  story: englishStory,
};
