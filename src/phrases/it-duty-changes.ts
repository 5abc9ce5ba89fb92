import type { DutyChangeWords, DutyFormFault, FaultReader } from './duty-change-words.ts';
import { italianDutyPage } from './it-duty-page.ts';
import { nameIn } from './register-words.ts';

const changes = {
  override: 'una sostituzione',
  leave: 'un’assenza',
  swap: 'uno scambio',
  'taken-back': 'un annullamento',
  calendar: 'un calendario importato',
};

function fault(of: DutyFormFault, { person, role, span }: FaultReader): string {
  switch (of.kind) {
    case 'ends-before':
      return 'Finisce prima di cominciare: indichi una fine successiva.';
    case 'no-place':
      return 'Non è detto al posto di chi, né in quale posto: indichi uno dei due.';
    case 'unknown-person':
      return `Nessuno ha la chiave «${of.person}»: prima importi la persona.`;
    case 'without-role':
      return `${person(of.person)} non ha il ruolo ${role(of.role)}: lo aggiunga a ${of.person} nel file delle persone e lo importi, oppure scelga un’altra persona.`;
    case 'self':
      return `${person(of.person)} non può sostituire sé: scelga un’altra persona.`;
    case 'away':
      return `Assenza di ${person(of.person)}: ${span(of)}. Prima annulli l’assenza, oppure scelga un’altra persona.`;
    case 'no-seat':
      return `Per il ruolo ${role(of.role)} non c’è il posto «${of.seat}»: ci sono ${of.seats.map(italianDutyPage.seat).join(', ') || 'zero posti'}.`;
    case 'no-shift':
      return `${person(of.person)} non ha un turno come ${role(of.role)} in quel periodo: guardi il calendario dei turni, o indichi un posto.`;
    case 'no-swap':
      return 'Questo scambio non aspetta risposta: intanto è stato deciso o ritirato, oppure la richiesta è per un’altra persona.';
    case 'no-id':
    case 'not-there':
      return 'Non c’è nulla da annullare: è già stato annullato o deciso, è finito, oppure è di un’altra persona.';
    case 'no-from':
      return 'Indichi da quando: una data, e un’ora se conta.';
    case 'no-to':
      return 'Indichi fino a quando: una data, e un’ora se conta.';
    case 'no-why':
      return 'Scriva il perché, per chi lo chiederà più tardi.';
    case 'no-why-of-swap':
      return 'Scriva il perché, per chi riceve la richiesta.';
    case 'shift-gone':
      return 'Questo turno non c’è più: ne scelga un altro.';
    case 'two-roles':
      return 'Turni di due ruoli diversi non si possono scambiare: ne scelga uno dello stesso ruolo.';
    case 'no-file':
      return 'Scelga un file, o ne incolli il testo.';
  }
}

/** Changes of duty and the forms that make them, in Italian. */
export const italianDutyChanges: DutyChangeWords = {
  title: 'Sostituzioni, scambi e assenze',
  lead: 'non ancora finiti',
  nothing: 'Nulla è cambiato: i turni sono quelli previsti.',
  caption: 'Modifiche ai turni, con chi le ha fatte e perché',
  columns: { when: 'Quando', what: 'Che cosa', why: 'Perché', by: 'Da', change: 'Modifica' },
  override: ({ person, insteadOf, seat, role, isSwap }) =>
    `${person}, ${insteadOf === undefined ? italianDutyPage.seat(seat) : `al posto di ${insteadOf}`}, ${role}${isSwap ? ', per uno scambio' : ''}`,
  onLeave: (person) => `Assenza di ${person}`,
  fromCalendar: 'dal calendario della persona',
  madeBy: ({ by, at, isImported }) => `${isImported ? 'dal calendario, ' : ''}${by}, ${at}`,
  swap: ({ by, of, back, role }) =>
    `${by} chiede a ${of} di prendere questo turno${back === undefined ? '' : ` e di cedere ${back}`}, ${role}`,
  askedAt: (at) => `richiesta: ${at}`,
  grant: 'Accetta',
  refuse: 'Rifiuta',
  takeBack: 'Annulla',
  leftOpen: 'Lasciato scoperto di proposito',
  quoted: (reason) => `«${reason}»`,
  keptBy: ({ by, at, change }) => `${by}, ${at}, con ${nameIn(changes, change)}`,
  forms: {
    title: 'Modifica',
    clock: 'orari secondo l’orologio della linea',
    readsOnly:
      'Il Suo account non appartiene a nessuno che faccia turni: qui può solo leggere. Un supervisore può invitarLa come persona dell’elenco.',
    person: 'Persona',
    from: 'Da',
    to: 'A',
    why: 'Perché',
    override: { title: 'Assegna qualcuno a un posto', seat: 'Posto', send: 'Assegna' },
    leave: {
      title: 'Inserisci un’assenza',
      own: 'Inserisci la Sua assenza',
      from: 'Assenza da',
      fromHint: 'dal primo minuto del giorno, se non c’è un’ora',
      toHint: 'fino all’ultimo minuto del giorno, se non c’è un’ora',
      time: 'Ora, se non è tutto il giorno',
      send: 'Inserisci',
    },
    swap: {
      title: 'Chiedi uno scambio',
      shift: 'Turno',
      own: 'Il Suo turno',
      askedOf: 'Richiesta a',
      takes: 'In cambio di un turno di questa persona',
      none: 'nessuno',
      send: 'Chiedi',
    },
    file: {
      title: 'Importa assenze da un calendario',
      file: 'File (.ics)',
      hint: 'Ogni evento del file vale come assenza. Ciò che era in un file precedente e non è in questo viene annullato.',
      text: 'O il suo testo',
      send: 'Importa',
    },
    open: {
      title: 'Nulla è ancora cambiato: queste ore resterebbero scoperte',
      reason: 'Perché va bene lo stesso',
      hint: 'resta scritto accanto a queste ore',
      send: 'Lascia scoperte queste ore',
    },
  },
  fault,
};
