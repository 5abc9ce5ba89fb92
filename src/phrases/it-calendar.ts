import type { CalendarPhrases } from './calendar-phrases.ts';

const roles: Readonly<Record<string, string>> = {
  'senior-technician': 'tecnico esperto',
  technician: 'tecnico',
  sales: 'commerciale',
  operator: 'operatore',
  supervisor: 'supervisore',
  manager: 'responsabile',
};

export const italianCalendar: CalendarPhrases = {
  role: (role) => roles[role] ?? role.replaceAll('-', ' '),
  calendarOf: (person) => `Turni, ${person}`,
  deskCalendar: (deskName) => `Turni, ${deskName}`,
  shift: (role, deskName) => `Di turno: ${role}, ${deskName}`,
  shiftOf: (person, role) => `${person}, ${role}`,
  standsIn: 'Al posto di un’altra persona.',
};
