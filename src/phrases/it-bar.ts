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
};
