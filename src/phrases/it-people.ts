import { listIn } from './list.ts';
import type { PeopleWords } from './people-words.ts';
import type { DrillMiss } from './phrases.ts';
import { pluralIn } from './plural.ts';

const plural = pluralIn('it-IT');
const all = listIn('it-IT', 'conjunction');
const misses: Readonly<Record<DrillMiss, string>> = {
  'no-answer': 'nessuna risposta',
  busy: 'occupato',
  'no-key': 'risposta senza premere un tasto',
  'no-reply': 'nessuna risposta all’SMS',
  failed: 'non riuscita',
  'not-asked': 'non è stato possibile inviarla',
};

/** People and how they are reached, in Italian. */
export const italianPeople: PeopleWords = {
  title: 'Persone',
  heading: 'Persone di turno',
  intro: {
    before: 'Chi viene cercato, in quest’ordine, e se è raggiungibile. Si modifica con',
    after: ', e ogni persona lo fa da sé, accanto al proprio nome.',
  },
  cardLink: 'Scheda contatto',
  cardHint: ': tutti i numeri da cui cerchiamo le persone, perché di notte i telefoni li lascino passare.',
  accountsLink: 'Account e token API',
  accountsHint: ': chi può accedere qui.',
  noPeople: 'Nessuno può essere cercato: non è stata importata nessuna persona.',
  others: 'Non di turno',
  othersCaption: 'Persone che non sono di turno',
  nobodyAt: (desk) =>
    `Nessuno è di turno per ${desk}: finché è così, una chiamata urgente non raggiunge nessuno.`,
  caption: (desk) => `Di turno per ${desk}`,
  columns: { person: 'Persona', role: 'Ruolo', sms: 'SMS', voice: 'Chiamate' },
  contact: {
    noNumber: 'nessun numero',
    states: { ok: 'funziona', 'opted-out': 'ha rifiutato gli SMS', dead: 'numero non funzionante' },
    since: (when) => `da ${when}`,
    reason: (reason) => (reason === 'their own text' ? 'con un suo SMS' : reason),
    notVerified: 'non verificato',
    testRuns: 'prova in corso',
    reachedBy: { key: 'raggiunto: tasto', code: 'raggiunto: codice', ok: 'raggiunto: ha risposto «ok»' },
    missed: (why, code) => `non raggiunto: ${misses[why]}${code === undefined ? '' : `, ${code}`}`,
    notTested: 'non provato',
    neverReached: 'mai raggiunto',
  },
  person: {
    offDuty: 'Non è di turno adesso.',
    onDuty: (seats) => `Di turno adesso: ${all(seats.map(({ desk, role }) => `${desk} come ${role}`))}.`,
    all: 'Tutte le persone',
    voice: { title: 'Chiamate', how: 'Il codice viene letto in una chiamata.', send: 'Chiama con un codice' },
    sms: { title: 'SMS', how: 'Il codice arriva per SMS.', send: 'Invia un codice' },
    number: 'Numero',
    sameOrOther: 'Questo numero, o un altro',
    whenUsed: 'Un altro numero viene usato quando il suo codice è tornato indietro.',
    nobodysYet: 'non verificato: non è dimostrato di chi sia',
    verified: 'verificato',
    code: 'Codice',
    codeSent: (number, until) => `inviato al ${number}, valido fino alle ${until}`,
    codeLost: (number) => `Il codice non ha raggiunto il ${number}. Controlli il numero, o riprovi`,
    sendCode: 'Il codice è questo',
    lines: {
      label: 'Chiamate contemporanee',
      hint: '1, salvo per un centralino. Vale solo per chi viene passato a un operatore: gli avvisi arrivano uno alla volta.',
      save: 'Salva',
      several: (n) => `${n} chiamate contemporanee di clienti che cercano un operatore`,
    },
    quiet: {
      label: 'Ore di silenzio',
      hint: 'Da e a, secondo l’ora della linea che scrive, come 21:00-07:00; vuoto: nessuna. Gli SMS che possono aspettare arrivano quando sono finite. Chiamate urgenti, allarmi, prove e risposte arrivano comunque subito.',
      save: 'Salva',
      are: (hours) => `Ore di silenzio: ${hours}. Gli SMS che possono aspettare arrivano quando sono finite.`,
    },
    night: 'Di notte',
    nightHow: {
      before: 'Un telefono silenziato lascia passare solo chi conosce. Vi inserisca',
      card: 'la scheda contatto',
      after:
        '. Su iPhone: apra il contatto, e attivi ciò che lo lascia passare anche in silenzioso (in inglese Emergency Bypass), sia nella suoneria sia nel tono dei messaggi. Su Android: lo contrassegni con una stella, e in Non disturbare permetta i contatti speciali.',
    },
  },
  card: {
    name: 'Afterhours, chiamate urgenti',
    pages: 'Urgenze',
    pagesBy: (carrier) => `Urgenze tramite ${carrier}`,
    note: 'Da questi numeri arrivano chiamate urgenti, prove e allarmi. Di notte lasci passare questo contatto: su iPhone nella suoneria e nel tono dei messaggi (in inglese Emergency Bypass), su Android con una stella, e i contatti speciali come eccezione di Non disturbare.',
  },
  fault: (fault) => {
    switch (fault.kind) {
      case 'no-lines':
        return `Scriva un numero intero da 1 a ${fault.most}: tante chiamate nello stesso momento`;
      case 'no-voice':
        return 'Non c’è un numero per le chiamate che possa avere più linee';
      case 'no-quiet':
        return `Scriva da e a, come 21:00-07:00, al massimo ${fault.most} ore; oppure lasci vuoto`;
      case 'no-person':
        return 'Questa persona non c’è più';
      case 'no-number':
        return 'Non è un numero di telefono: lo scriva con il prefisso del paese, come +390669821234';
      case 'no-token':
        return 'Non è possibile inviare codici: al servizio manca la chiave segreta dell’operatore telefonico (auth token)';
      case 'anothers':
        return 'Un’altra persona ha già questo numero. Ogni persona ha bisogno di un numero proprio: prima cambi quello dell’altra';
      case 'no-desk':
        return 'Non c’è nessuna linea che possa inviare un codice';
      case 'too-many':
        return 'Nell’ultima ora sono già partiti diversi codici. Aspetti un’ora prima del prossimo';
      case 'phone-busy':
        return 'Quel telefono ha in questo momento una nostra chiamata. Riprovi quando è finita';
      case 'no-code':
        return `Nessun codice è ancora valido: un codice vale ${fault.minutes} minuti. Ne faccia inviare un altro`;
      case 'wrong-code':
        if (fault.left === 0)
          return 'Il codice era sbagliato, per l’ultima volta. Ne faccia inviare un altro';
        return `Il codice è sbagliato. ${plural(fault.left, { one: 'Resta 1 tentativo', other: `Restano ${fault.left} tentativi` })}`;
    }
  },
};
