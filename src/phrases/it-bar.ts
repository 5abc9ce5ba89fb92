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
      'Questo non è ancora salvato, e ora non è possibile salvarlo. Se lo lascia qui, resta in questo browser fino al Suo prossimo accesso, e viene mostrato solo a Lei.',
    stay: 'Resta',
    keep: 'Lascia qui ed esci',
    go: 'Elimina ed esci',
    kept: 'Ha scritto qui qualcosa che non è ancora salvato. Lo apra per salvarlo:',
    late: 'Non si può più compilare. Aveva scritto qui, e non è salvato:',
    forget: 'Elimina da questo browser',
  },
};
