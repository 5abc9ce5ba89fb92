import type { SignedIn } from '../accounts/index.ts';
import type { Section } from '../console/index.ts';

/** What stands around every page of the console, in one language. */
export interface BarWords {
  /** BCP 47, for the page. */
  readonly language: string;
  /** In which dates are written. */
  readonly locale: string;
  readonly skip: string;
  readonly pages: string;
  readonly menu: string;
  readonly sections: Readonly<Record<Section, string>>;
  readonly roles: Readonly<Record<SignedIn['role'], string>>;
  readonly alarms: string;
  readonly phones: string;
  readonly account: string;
  readonly signOut: string;
  /** With {time} where the time of the last news belongs. */
  readonly behind: string;
  /** For the script that keeps what is typed and not saved. */
  readonly drafts: Readonly<Record<'unsaved' | 'stay' | 'keep' | 'go' | 'kept' | 'late' | 'forget', string>>;
}
