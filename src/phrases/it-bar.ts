import type { BarWords } from './bar-words.ts';

export const italianBar: BarWords = {
  language: 'it',
  locale: 'it-IT',
  skip: 'Vai alla pagina',
  pages: 'Pagine',
  menu: 'Menu',
  sections: {
    now: 'Adesso',
    register: 'Registra',
    calls: 'Registro chiamate',
    texts: 'SMS',
    cases: 'Casi',
    duty: 'Turni',
    people: 'Persone',
    hours: 'Orari',
    'what-if': 'E se',
    mail: 'E-mail',
  },
  roles: {
    supervisor: 'supervisore',
    operator: 'operatore',
    technician: 'tecnico',
    manager: 'responsabile',
  },
  alarms: 'allarmi',
  phones: 'Telefoni',
  account: 'Il Suo account',
  signOut: 'Esci',
  behind: 'Non aggiornata dalle {time}. Nuovo tentativo in corso.',
  drafts: {
    unsaved:
      'Questo non è ancora salvato, e ora non è possibile salvarlo. Se esce, viene eliminato da questo browser.',
    stay: 'Resta',
    go: 'Elimina ed esci',
    waiting:
      "{name} ha scritto in questo browser qualcosa che non è ancora salvato ({cases}). Acceda come {name} per salvarlo: se accede un'altra persona, viene eliminato.",
    gone: "{name} aveva scritto in questo browser qualcosa che non era salvato ({cases}). È stato eliminato, perché qui ha effettuato l'accesso Lei.",
    somebody: 'Qualcuno',
  },
};
