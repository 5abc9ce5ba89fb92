import type { CalendarPhrases } from './calendar-phrases.ts';

const roles: Readonly<Record<string, string>> = {
  'senior-technician': 'erfahrene Technik',
  technician: 'Technik',
  sales: 'Vertrieb',
  operator: 'Telefonzentrale',
  supervisor: 'Supervisor',
  manager: 'Leitung',
};

export const germanCalendar: CalendarPhrases = {
  role: (role) => roles[role] ?? role.replaceAll('-', ' '),
  calendarOf: (person) => `Dienst, ${person}`,
  deskCalendar: (deskName) => `Dienst, ${deskName}`,
  shift: (role, deskName) => `Dienst: ${role}, ${deskName}`,
  shiftOf: (person, role) => `${person}, ${role}`,
  standsIn: 'In Vertretung.',
};
