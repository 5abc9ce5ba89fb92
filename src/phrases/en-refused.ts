import { englishBar } from './en-bar.ts';
import type { RefusedWords } from './refused-words.ts';

/** Refusals in English. */
export const englishRefused: RefusedWords = {
  firstPage: 'To the first page',
  unchanged: 'Nothing was changed',
  otherSession:
    'The form is not from this session: you may have signed in again since it was opened. Go back, reload the page and send it once more.',
  otherSite: 'The form came from another site.',
  notForRole: (role) =>
    `You are signed in as ${englishBar.roles[role]}, who may not do this. Ask a supervisor.`,
  notYourDuty: 'You may change your own leave and shifts only. Ask a supervisor.',
  notYourNumber: 'Numbers are changed by their own person, or by a supervisor.',
  notYourLines: 'How many calls a number takes is changed by a supervisor.',
  notYourQuiet: 'Quiet hours are changed by their own person, or by a supervisor.',
  noDesk: 'No such desk',
  noDeskHint: 'No script describes it.',
  noPerson: 'No such person',
  noPersonHint: 'Nobody of that key can be paged.',
};
