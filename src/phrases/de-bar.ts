import type { BarWords } from './bar-words.ts';

export const germanBar: BarWords = {
  language: 'de',
  locale: 'de-DE',
  skip: 'Zur Seite',
  pages: 'Seiten',
  menu: 'Menü',
  sections: {
    now: 'Jetzt',
    register: 'Erfassen',
    calls: 'Anrufliste',
    texts: 'SMS',
    cases: 'Fälle',
    duty: 'Dienst',
    people: 'Personen',
    hours: 'Zeiten',
    'what-if': 'Was wäre, wenn',
    mail: 'E-Mail',
  },
  roles: {
    supervisor: 'Supervisor',
    operator: 'Telefonzentrale',
    technician: 'Technik',
    manager: 'Leitung',
  },
  alarms: 'Alarme',
  phones: 'Telefone',
  account: 'Ihr Konto',
  signOut: 'Abmelden',
  behind: 'Nicht aktualisiert seit {time}. Neuer Versuch läuft.',
};
