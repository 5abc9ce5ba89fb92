import type { SignedIn } from '../../accounts/index.ts';
import type { Section } from '../components/layout.tsx';

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
}

export const english: BarWords = {
  language: 'en',
  locale: 'en-GB',
  skip: 'Skip to the page',
  pages: 'Pages',
  menu: 'Menu',
  sections: {
    now: 'Now',
    register: 'Register',
    calls: 'Call log',
    texts: 'Texts',
    cases: 'Cases',
    people: 'People',
    hours: 'Hours',
    'what-if': 'What-if',
    mail: 'Mail',
  },
  roles: { supervisor: 'supervisor', operator: 'operator', technician: 'technician', manager: 'manager' },
  alarms: 'alarms',
  phones: 'Phones',
  account: 'Your account',
  signOut: 'Sign out',
  behind: 'Not updated since {time}. Trying again.',
};

export const swedish: BarWords = {
  language: 'sv',
  locale: 'sv-SE',
  skip: 'Till sidan',
  pages: 'Sidor',
  menu: 'Meny',
  sections: {
    now: 'Nu',
    register: 'Registrera',
    calls: 'Samtalslogg',
    texts: 'Sms',
    cases: 'Ärenden',
    people: 'Personer',
    hours: 'Öppettider',
    'what-if': 'Tänk om',
    mail: 'Mejl',
  },
  roles: { supervisor: 'arbetsledare', operator: 'telefonist', technician: 'tekniker', manager: 'chef' },
  alarms: 'larm',
  phones: 'Telefoner',
  account: 'Ditt konto',
  signOut: 'Logga ut',
  behind: 'Inte uppdaterad sedan {time}. Försöker igen.',
};
