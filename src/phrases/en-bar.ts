import type { BarWords } from './bar-words.ts';

export const englishBar: BarWords = {
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
    duty: 'Duty',
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
  drafts: {
    unsaved:
      'This is not saved yet, and cannot be just now. Left here, it stays in this browser until you sign in again, and is shown to you alone.',
    stay: 'Stay signed in',
    keep: 'Leave it here and sign out',
    go: 'Delete it and sign out',
    kept: 'You have written here what is not saved yet. Open it to save it:',
    late: 'This cannot be filled in any more. You had written here, and it is not saved:',
    forget: 'Delete it from this browser',
  },
};
