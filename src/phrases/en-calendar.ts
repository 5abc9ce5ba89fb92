import type { CalendarPhrases } from './calendar-phrases.ts';

const roles: Readonly<Record<string, string>> = {
  'senior-technician': 'senior technician',
  sales: 'sales representative',
};

export const englishCalendar: CalendarPhrases = {
  role: (role) => roles[role] ?? role.replaceAll('-', ' '),
  calendarOf: (person) => `On duty, ${person}`,
  deskCalendar: (deskName) => `On duty, ${deskName}`,
  shift: (role, deskName) => `On duty: ${role}, ${deskName}`,
  shiftOf: (person, role) => `${person}, ${role}`,
  standsIn: 'In the place of somebody else.',
};
