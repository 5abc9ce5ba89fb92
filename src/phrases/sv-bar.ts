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
  drafts: {
    unsaved:
      'Det här är inte sparat än och går inte att spara just nu. Lämnat kvar ligger det i den här webbläsaren tills du loggar in igen, och visas bara för dig.',
    stay: 'Stanna kvar',
    keep: 'Lämna kvar och logga ut',
    go: 'Radera och logga ut',
    kept: 'Du har skrivit något här som inte är sparat än. Öppna det för att spara:',
    late: 'Det går inte att fylla i längre. Det här hade du skrivit, och det är inte sparat:',
    forget: 'Radera det ur webbläsaren',
  },
};
