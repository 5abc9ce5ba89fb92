import type { CaseWords } from './case-words.ts';
import { germanCaseForms, germanCaseWork } from './de-case-forms.ts';
import { germanCaseList } from './de-case-list.ts';
import { germanCasePage } from './de-case-page.ts';
import { germanCaseRefusals } from './de-case-refusals.ts';
import { germanCaseStates } from './de-case-states.ts';
import { germanStory } from './de-story.ts';
import { germanTimeline } from './de-timeline.ts';

/** The page of a case and the list of cases in German. */
export const germanCase: CaseWords = {
  list: germanCaseList,
  page: germanCasePage,
  forms: germanCaseForms,
  work: germanCaseWork,
  refusal: germanCaseRefusals,
  states: germanCaseStates,
  timeline: germanTimeline,
  story: germanStory,
};
