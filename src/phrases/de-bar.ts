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
  drafts: {
    unsaved:
      'Das ist noch nicht gespeichert und lässt sich gerade nicht speichern. Lassen Sie es hier, bleibt es in diesem Browser, bis Sie sich wieder anmelden, und wird nur Ihnen gezeigt.',
    stay: 'Angemeldet bleiben',
    keep: 'Hier lassen und abmelden',
    go: 'Löschen und abmelden',
    kept: 'Sie haben hier etwas geschrieben, das noch nicht gespeichert ist. Öffnen Sie es, um es zu speichern:',
    late: 'Das lässt sich nicht mehr ausfüllen. Sie hatten hier geschrieben, und es ist nicht gespeichert:',
    forget: 'Aus diesem Browser löschen',
  },
};
