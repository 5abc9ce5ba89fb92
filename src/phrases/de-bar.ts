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
      'Das ist noch nicht gespeichert und lässt sich gerade nicht speichern. Wenn Sie sich abmelden, wird es aus diesem Browser gelöscht.',
    stay: 'Angemeldet bleiben',
    go: 'Löschen und abmelden',
    waiting:
      '{name} hat in diesem Browser etwas geschrieben, das noch nicht gespeichert ist ({cases}). Melden Sie sich als {name} an, um es zu speichern: Meldet sich jemand anderes an, wird es gelöscht.',
    gone: '{name} hatte in diesem Browser etwas geschrieben, das nicht gespeichert war ({cases}). Es wurde gelöscht, weil Sie sich hier angemeldet haben.',
    somebody: 'Jemand',
  },
};
