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
      'Det här är inte sparat än och går inte att spara just nu. Om du loggar ut raderas det ur webbläsaren.',
    stay: 'Stanna kvar',
    go: 'Radera och logga ut',
    waiting:
      '{name} har skrivit något i den här webbläsaren som inte är sparat än ({cases}). Logga in som {name} för att spara det: när någon annan loggar in raderas det.',
    gone: '{name} hade skrivit något i den här webbläsaren som inte var sparat ({cases}). Det har raderats, eftersom du loggade in här.',
    somebody: 'Någon',
  },
};
