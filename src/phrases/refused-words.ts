import type { SignedIn } from '../accounts/index.ts';

/** What is answered, instead of a page, to whoever may not do something or asks for what is not there. */
export interface RefusedWords {
  firstPage: string;
  unchanged: string;
  /** The form was made for another session. */
  otherSession: string;
  /** The form comes from somewhere else. */
  otherSite: string;
  notForRole: (role: SignedIn['role']) => string;
  notYourDuty: string;
  notYourNumber: string;
  notYourLines: string;
  notYourQuiet: string;
  noDesk: string;
  noDeskHint: string;
  noPerson: string;
  noPersonHint: string;
}
