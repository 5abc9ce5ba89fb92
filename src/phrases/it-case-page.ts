import type { CasePageWords } from './case-page-words.ts';
import { pluralIn } from './plural.ts';

const plural = pluralIn('it-IT');

/** The page of a case in Italian. */
export const italianCasePage: CasePageWords = {
  head: {
    lead: (desk, summary) => `${desk}. «${summary}».`,
    unknownCaller: 'Chiamante sconosciuto',
    withheld: 'numero nascosto',
    note: 'Nota',
    reachedDirectly: 'Cliente già raggiunto',
    enterFix: 'Inserisci la versione',
    close: 'Chiudi il caso',
    redirectHint: 'per un cliente che ha chiamato direttamente uno di voi',
    noSuchCase: 'Questo caso non esiste',
    nothingKnown: (number) => `Non esiste alcun caso ${number}.`,
  },
  facts: {
    label: 'Dati',
    caller: 'Chi ha chiamato',
    opened: 'Aperto',
    toAcceptance: 'Fino alla presa in carico',
    nobodyAccepted: 'nessuno ha accettato',
    at: 'alle',
    toContact: 'Fino al contatto',
    phoneReached: 'qualcuno ha risposto alla richiamata, ma non è confermato che fosse il cliente;',
    overdueSince: 'in ritardo dalle',
    promisedBy: 'promesso entro le',
    promised: (length, isKept) => `su ${length} promessi; ${isKept ? 'rispettato' : 'non rispettato'}`,
    together: 'Al telefono insieme',
    to: 'fino alle',
    paged: 'Cercati',
    nobody: 'nessuno',
    pages: (people, pages) =>
      `${plural(people, { one: '1 persona', other: `${people} persone` })}, ${plural(pages, { one: '1 tentativo', other: `${pages} tentativi` })}`,
    carried: (carried, failed) => `${carried} consegnati, ${failed} non consegnati`,
    fix: 'Corretto nella',
    build: 'versione',
    entered: (day) => `inserita ${day}`,
    closedWithoutBuild: 'Chiuso senza versione',
    closed: 'Chiuso',
    joinedTo: (number) => `chiamata unita a ${number}`,
  },
  path: {
    title: 'Fino alla chiusura',
    times: (zone) => `Orari della linea: ${zone}`,
    steps: {
      opened: 'aperto',
      assigned: 'assegnato',
      acknowledged: 'preso in carico',
      'in-contact': 'in contatto',
      resolved: 'risolto',
      closed: 'chiuso',
      cancelled: 'annullato',
    },
    build: (build) => `versione ${build}`,
    never: 'mai',
    notYet: 'non ancora',
  },
  registration: { title: 'Registrazione', notYet: 'non ancora', register: 'Registra' },
  messages: {
    title: 'Messaggi vocali',
    count: (spoken) =>
      spoken === 0 ? 'nessuno' : plural(spoken, { one: 'uno', other: `${spoken}, prima i più vecchi` }),
    keyed: 'digitato',
    nothingSaid: (length) => `Non è stato detto nulla${length === undefined ? '' : ` (${length})`}.`,
    listenAllTheSame: 'Ascolta comunque',
    deleted: (length, day) =>
      `${length ?? 'Un messaggio'}, eliminato ${day}: il tempo di conservazione era scaduto.`,
    notReady: (length) =>
      `${length ?? 'Un messaggio'}, non ancora pronto: il gestore lo sta ancora salvando.`,
    player: (length) => (length === undefined ? 'Messaggio di durata ignota' : `Messaggio, ${length}`),
    length: (length) => `Durata ${length}.`,
    openAlone: 'Apri a parte',
    ifSilent: ', se qui non si sente.',
  },
  mail: {
    title: 'E-mail al cliente',
    nobody: 'a nessuno',
    noAddress:
      'Di questo cliente non è noto alcun indirizzo e-mail: nessuno viene informato di ciò che succede qui.',
    states: { bounced: 'tornata indietro', sent: 'inviata', waiting: 'in attesa', failed: 'non inviata' },
  },
  receipts: {
    title: 'Ricevute dei tentativi',
    count: (pages) =>
      pages === 0
        ? 'nessuna'
        : `${plural(pages, { one: '1 tentativo', other: `${pages} tentativi` })}; nulla viene modificato dopo`,
    nobody:
      'Per questo caso non è stato cercato nessuno. Con Sev 1 e 2 si cerca subito, gli altri aspettano.',
    scrolls: 'Ricevute dei tentativi, scorre di lato',
    caption: 'Una riga per ogni tentativo: persona, canale e tutto ciò che è successo',
    columns: {
      person: 'Persona',
      round: 'Giro',
      roundShort: 'G',
      by: 'Per',
      channel: 'Canale',
      asked: 'Richiesto',
      sentOrRang: 'Inviato, squilla',
      sent: 'Inviato',
      rang: 'Squilla',
      delivered: 'Consegnato',
      answered: 'Risposto',
      ended: 'Finito',
      carrierId: 'ID del gestore',
      cameTo: 'Esito',
    },
    sms: 'SMS',
    voice: 'voce',
    events: (count) => plural(count, { one: '1 evento', other: `${count} eventi` }),
  },
  log: {
    title: 'Lo stesso, a parole',
    hint: "Accanto, il tempo dall'apertura",
    caption: (number) => `Che cosa è successo nelle chiamate e nei tentativi di ${number}, in ordine`,
    since: 'da allora',
    what: 'Che cosa',
    whose: 'Telefono di',
    caller: 'Chi chiama',
    more: (count) =>
      `${plural(count, { one: '1 evento successivo non è mostrato', other: `${count} eventi successivi non sono mostrati` })} qui; la ricevuta di ogni tentativo ha i suoi.`,
  },
  notes: {
    title: 'Note',
    none: 'Ancora nessuna nota. La prima comparirà qui.',
    fromCustomer: (name) => `${name ?? 'il cliente'}, via e-mail`,
    toCustomer: (by) => `${by}, via e-mail al cliente`,
  },
  texts: {
    title: 'SMS',
    count: (count) => (count === 0 ? 'nessuno' : `${count}, prima i più vecchi`),
    none: 'Per questo caso non è stato inviato né ricevuto alcun SMS.',
    from: 'da',
    to: 'a',
  },
};
