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
      'This is not saved yet, and cannot be just now. If you sign out, it is deleted from this browser.',
    stay: 'Stay signed in',
    go: 'Delete it and sign out',
    waiting:
      '{name} has written something in this browser that is not saved yet ({cases}). Sign in as {name} to save it: when somebody else signs in, it is deleted.',
    gone: '{name} had written something in this browser that was not saved ({cases}). It has been deleted, because you signed in here.',
    somebody: 'Somebody',
  },
};
