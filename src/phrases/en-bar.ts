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
};
