import { languageName } from './call-event-words.ts';
import { pluralIn } from './plural.ts';
import { before, type CaseEventData, type TimelineWords } from './timeline-words.ts';

const plural = pluralIn('it-IT');
const by = ({ who }: CaseEventData): string => before(' da ', who);
const says = ({ who }: CaseEventData): string => before(', dice ', who);
const named = ({ who }: CaseEventData): string => before(': ', who);
const why = (of: CaseEventData): string => before(': ', of.why);
const carrierBy = (carrier: string | undefined): string => before(' con ', carrier);
const kind = (isVoice: boolean): string => (isVoice ? 'chiamata' : 'SMS');

/** What happened in a case, in Italian. */
export const italianTimeline: TimelineWords = {
  case: {
    'case.opened': (of) => `Caso aperto${before(', gravità ', of.severity)}`,
    'case.registered': (of) => `Registrato${by(of)}`,
    'case.joined': (of) => `Chiamata unita a ${of.number ?? 'un altro caso'}${by(of)}`,
    'case.sorted': (of) =>
      of.severity === undefined
        ? `Chi chiama sceglie di che cosa si tratta${before(': ', of.kind)}`
        : `Chi chiama sceglie la gravità ${of.severity}`,
    'case.cancelled': (of) => `Annullato${by(of)}`,
    'call.joined': (of) => `Una chiamata è unita a questo caso${by(of)}${before(', prima in ', of.number)}`,
    'caller.hung-up': () => 'Chi ha chiamato riaggancia',
    'customer.hung-up': () => 'Il cliente riaggancia',
    'caller.wants-back': () => 'Chi ha chiamato vuole parlare di nuovo con qualcuno',
    'callback-number': (of) => `Da richiamare al numero ${of.number ?? 'indicato'}`,
    'registration.refused': (of) =>
      `Non registrato${by(of)}: ${of.contact ?? 'il contatto'} non è tra i contatti autorizzati`,
    'registration.approved': (of) =>
      `${of.contact ?? 'Il contatto'}: ${of.isAlways ? "autorizzazione d'ora in poi" : 'autorizzazione per questa volta'}${says(of)}${why(of)}`,
    'case.assigned': (of) =>
      `Assegnato a ${of.person ?? 'qualcuno'}${of.who === undefined ? ', secondo i turni' : by(of)}`,
    'case.work-started': (of) => `Lavoro iniziato${by(of)}`,
    'case.waiting': (of) => `In attesa di ${of.what ?? 'qualcosa'}`,
    'case.waiting-over': () => 'Il termine di ciò che il caso aspetta è passato; chi lo ha viene avvisato',
    'case.assessed': (of) =>
      `${of.isHardware ? "È l'hardware" : "Non è l'hardware"}, dice ${of.who ?? 'qualcuno'}${why(of)}`,
    'unit.shipped': (of) =>
      `Dispositivo sostitutivo spedito: ${of.what ?? ''}, a ${of.where ?? ''}${before(', numero di spedizione ', of.tracking)}`,
    'unit.received': () => 'Il dispositivo sostitutivo è arrivato',
    'unit.returned': () => 'Il vecchio dispositivo è stato restituito',
    'unit.written-off': (of) => `Il vecchio dispositivo non tornerà${why(of)}`,
    'unit.return-asked': () => 'Si chiede al cliente il vecchio dispositivo',
    'case.out-of-scope': (of) => `Fuori dall'assistenza${says(of)}${why(of)}`,
    'case.reopened': (of) => `Riaperto${by(of)}${why(of)}`,
    'customer.redirected': (of) =>
      `Si chiede al cliente per SMS di chiamare l'assistenza${before(', da ', of.who)}${of.isByPhone ? ' dal telefono' : before(' ', of.via)}`,
    'customer.number-texted': () => 'Il cliente riceve il numero del caso per SMS',
    'customer.text-failed': (of) => `L'SMS al cliente non è stato consegnato${of.fault}`,
    'customer.mail-bounced': (of) => `L'e-mail al cliente è tornata indietro${why(of)}`,
    'status.new-pin': (of) => `Nuovo PIN per la pagina di stato${before(', da ', of.who)}`,
    'case.resolved': (of) => `Risolto${by(of)}${before(', versione ', of.build)}`,
    'case.closed': (of) => `Chiuso${by(of)}${before(': ', of.reason)}`,
    'case.acknowledged': (of) => `Preso in carico${by(of)}${before(', ', of.via)}`,
    'case.in-contact': (of) =>
      of.isUnproved
        ? `Alla richiamata ha risposto una persona o una macchina${of.who === undefined ? '' : `; ${of.who} è in linea`}`
        : `In contatto con il cliente${named(of)}`,
    'contact.confirmed': (of) =>
      `Contatto confermato${of.who === undefined ? '' : `: ${of.who} ha parlato con il cliente`}`,
    'contact.denied': (of) => `Il cliente non è stato raggiunto${says(of)}`,
    'contact.too-brief': () => 'Collegati solo per un istante: non è un contatto',
    'contact.missing': () => 'Accettato, ma nessuno è ancora in contatto; si cerca di nuovo',
    'case.bridged': (of) => `Collegati: parlano chi ha chiamato e ${of.who ?? 'chi ha accettato'}`,
    'paging.round': (of) =>
      `Giro ${of.round}: ${plural(of.people, { one: 'si cerca 1 persona', other: `si cercano ${of.people} persone` })}`,
    'paging.hastened': (of) => `Il prossimo giro inizia subito${before(', su richiesta di ', of.who)}`,
    'paging.all-declined': () => 'Tutti hanno rifiutato; il prossimo giro inizia subito',
    'paging.nobody': () => 'Nessuno è di turno; il supervisore viene avvisato',
    'paging.given-up': () => 'Nessuno è stato raggiunto; chi ha chiamato prosegue da solo',
    'paging.withdrawn': () => 'Non si cerca più nessuno: la chiamata viene passata ad altri',
    'page.declined': (of) => `Rifiutato da ${of.who ?? 'qualcuno'}`,
    'duty.hole': (of) =>
      `Un buco nei turni: ${of.found} su ${of.wanted} di turno${before(' come ', of.role)}`,
    'caller.unanswered': () =>
      'Chi chiamava ha riagganciato prima che un operatore rispondesse: da registrare',
    'caller.not-approved': () => 'Chi chiama non è tra i contatti autorizzati, e lo ha saputo',
    'operator.answered': (of) => `L'operatore risponde${named(of)}`,
    'operator.talks': (of) => `L'operatore parla con chi ha chiamato${named(of)}`,
    'operator.done': () => "La chiamata con l'operatore è finita",
    'call.handed-on': (of) => `Chiamata passata a ${of.to ?? 'altri'}${by(of)}`,
    'call.parked': (of) =>
      `Chi ha chiamato è in attesa${of.who === undefined ? '' : `: ${of.who} risponde a un'altra chiamata`}`,
    'answer.keyed': (of) => `Chi chiama digita ${of.digits ?? 'qualcosa'}${before(': ', of.label)}`,
  },
  page: {
    queued: (of) => (of.isVoice ? `Da chiamare: ${of.name}` : `SMS da inviare a ${of.name}`),
    waiting: (of) => `Aspetta, il telefono è in un'altra nostra chiamata: ${of.name}`,
    'phone-free': (of) => `Il telefono è di nuovo libero, ora lo chiamiamo: ${of.name}`,
    superseded: (of) => `Nessuna chiamata, il telefono era in un'altra fino al giro successivo: ${of.name}`,
    attempted: (of) => `${of.isVoice ? 'Chiamata richiesta' : 'SMS richiesto'} al gestore: ${of.name}`,
    'at-carrier': (of) => `${of.isVoice ? 'Chiamata presa' : 'SMS preso'} in carico dal gestore: ${of.name}`,
    sent: (of) =>
      of.isVoice
        ? `Chiamata in corso${carrierBy(of.carrier)}: ${of.name}`
        : `SMS inviato${carrierBy(of.carrier)} a ${of.name}`,
    lost: (of) => `Il gestore non ha risposto ma può averlo fatto, ${kind(of.isVoice)} a ${of.name}`,
    'settled-by-callback': (of) => `Confermato dalla notifica del gestore: ${kind(of.isVoice)} a ${of.name}`,
    'tried-again': (of) =>
      `${of.isVoice ? 'Chiamata ripetuta' : 'SMS ripetuto'}${carrierBy(of.carrier)} a ${of.name}`,
    'sent-beside': (of) => `Lo stesso SMS parte anche${carrierBy(of.carrier)}: ${of.name}`,
    'not-placed': (of) => `Chiamata non accettata${carrierBy(of.carrier)}${of.fault}: ${of.name}`,
    delivered: (of) => `SMS consegnato a ${of.name}`,
    failed: (of) =>
      of.isVoice
        ? `Chiamata a ${of.name} non riuscita${of.fault}`
        : `SMS a ${of.name} non consegnato${of.fault}`,
    'asked-for': (of) => `Chiesto al gestore, che risponde ${of.found ?? 'nulla'}: SMS a ${of.name}`,
    rang: (of) => `Il telefono squilla: ${of.name}`,
    'picked-up': (of) => `Risponde una persona o una macchina: ${of.name}`,
    answered: (of) => `Ascolta il caso: ${of.name}`,
    'spoken-with-others': (of) => `Ascolta il caso insieme ad altri: ${of.name}`,
    'not-answered': (of) => `Il telefono smette di squillare, senza risposta: ${of.name}`,
    'ended-without-key': (of) => `Riaggancia senza premere tasti, quindi non accetta: ${of.name}`,
    accepted: (of) => `Accettato da ${of.name}${before(', ', of.via)}`,
    declined: (of) => `Rifiutato da ${of.name}`,
    withdrawn: (of) => `Non serve più: ${of.name}`,
    'stood-down': (of) => `Non serve più${before(', se ne occupa ', of.takenBy)}: ${of.name}`,
    doubled: (of) => `Il gestore lo ha fatto due volte, ${kind(of.isVoice)} a ${of.name}`,
  },
  call: {
    came: (from, to, isLate) =>
      `Chiamata da ${from ?? 'un numero nascosto'} a ${to ?? 'un numero nascosto'}${isLate ? ', registrata in ritardo' : ''}`,
    key: (key, label) => `Tasto ${key}${before(': ', label)}`,
    says: (heard, label) => `Chi chiama dice «${heard}»${before(': ', label)}`,
    hears: (text) => `Sente «${text}»`,
    language: (tag) => `Prosegue in ${tag === undefined ? "un'altra lingua" : languageName(tag, 'it')}`,
    abandoned: 'Riaggancia prima di scegliere; si apre un caso perché qualcuno richiami',
    recorded: (length) => `Chi chiama viene registrato${before(', ', length)}`,
    nothingSaid: 'Nella registrazione non è stato detto nulla',
    joins: 'Entra nella chiamata',
    leaves: 'Lascia la chiamata',
    placed: 'Si chiama il telefono',
    rings: 'Il telefono squilla',
    answered: 'Qualcuno ha risposto al telefono',
    putOn: (number, by) => `Unita a ${number} da ${by}`,
    ended: 'Fine della chiamata',
  },
  other: (event) => `Nota di sistema: ${event}`,
};
