import type { CalendarPhrases } from './calendar-phrases.ts';

const roles: Readonly<Record<string, string>> = {
  'senior-technician': 'senior tekniker',
  technician: 'tekniker',
  sales: 'säljare',
  operator: 'telefonist',
  supervisor: 'arbetsledare',
  manager: 'chef',
};

export const swedishCalendar: CalendarPhrases = {
  role: (role) => roles[role] ?? role.replaceAll('-', ' '),
  calendarOf: (person) => `Jour, ${person}`,
  deskCalendar: (deskName) => `Jour, ${deskName}`,
  shift: (role, deskName) => `Jour: ${role}, ${deskName}`,
  shiftOf: (person, role) => `${person}, ${role}`,
  standsIn: 'I stället för någon annan.',
};
