import type { BarWords } from './bar-words.ts';

export const swedishBar: BarWords = {
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
    duty: 'Jour',
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
