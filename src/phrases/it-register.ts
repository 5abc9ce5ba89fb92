import { readAloud } from './case-number.ts';
import { italianCallEvents } from './it-call-events.ts';
import { italianDigits } from './it-digits.ts';
import { italianStrip } from './it-strip.ts';
import { listIn } from './list.ts';
import { pluralIn } from './plural.ts';
import { nameIn, type FieldNames, type RegisterWords, type StatusNames } from './register-words.ts';
import { dateIn } from './time-to-say.ts';

const language = 'it-IT';
const plural = pluralIn(language);
const all = listIn(language, 'conjunction');
const any = listIn(language, 'disjunction');
const statuses: StatusNames = {
  open: 'aperto',
  paging: 'in ricerca di qualcuno',
  acknowledged: 'preso in carico',
  'in-contact': 'in contatto',
  resolved: 'risolto',
  closed: 'chiuso',
  cancelled: 'annullato',
};
const fields: FieldNames = {
  customer: 'Cliente',
  name: 'Nome',
  phone: 'Telefono',
  mail: 'E-mail, riceve il numero del caso',
  serial: 'Numero di serie',
  mac: 'Indirizzo MAC',
  units: 'Dispositivi interessati',
  symptoms: 'Sintomi, con la massima precisione',
  tried: 'Che cosa è stato provato',
  priority: 'Quanto è urgente',
  why: 'Perché',
};
const label = (field: string): string => {
  const office = /^office(\d+)$/.exec(field);
  if (office !== null) return `Sede ${office[1]}`;
  return field.startsWith('address') ? 'Indirizzo' : nameIn(fields, field);
};
const group = (at: number, of: number): string => {
  if (of === 1) return "L'indirizzo";
  const isPair = of !== 3;
  if (at === of) return isPair ? "L'ultima coppia" : "L'ultimo gruppo";
  return `${isPair ? 'La coppia' : 'Il gruppo'} ${at}`;
};
const date = (iso: string): string => dateIn(language, new Date(iso), { dateStyle: 'long' });

/** The forms of registration in Italian. */
export const italianRegister: RegisterWords = {
  status: (status) => nameIn(statuses, status),
  list: {
    title: 'Registra',
    intro: 'Chiamate da registrare, e ciò che è stato iniziato a mano.',
    live: 'Chiamate in corso',
    noLive: 'Nessuno è in linea.',
    calls: 'Chiamate non registrate',
    oldestFirst: 'prima le più vecchie',
    noCalls: 'Tutte le chiamate sono registrate.',
    drafts: 'Iniziati a mano',
    noDrafts: 'Nulla di iniziato.',
    callBacks: 'Da richiamare',
    noCallBacks: 'Nessuno da richiamare.',
    add: 'Nuova registrazione',
    addHint: 'per ciò che è arrivato per e-mail o detto a voce',
    desk: 'Linea',
    columns: {
      case: 'Caso',
      caller: 'Chi ha chiamato',
      desk: 'Linea',
      opened: 'Arrivo',
      waits: 'Attesa',
      draft: 'Bozza',
      reach: 'Raggiungibile al',
      why: 'Perché',
    },
    register: 'Registra',
    noCase: 'ancora nessun caso',
    waitsForSupervisor: 'aspetta un supervisore',
    notBegun: 'non iniziato',
    savedBy: (name) => `iniziato da ${name}`,
    withheld: 'numero nascosto',
  },
  strip: italianStrip,
  form: {
    title: (number) => `Registra ${number}`,
    lead: (desk) => `Linea ${desk}`,
    saved: 'Bozza salvata',
    notSaved: 'Ancora nulla di salvato',
    contact: 'Contatto',
    office: 'Sedi',
    officeHint: "una o più; l'indirizzo serve quando un dispositivo va sostituito",
    unit: 'Dispositivo',
    unitHint: 'da compilare quando un dispositivo è guasto',
    fault: 'Il problema',
    moreOffices: "Un'altra sede",
    register: 'Registra',
    save: 'Salva la bozza',
    discard: 'Elimina la bozza',
    callBack: 'Richiama più tardi',
    outOfScope: 'Fuori copertura',
    otherwise: 'Motivo',
    otherwiseHint: 'per «Richiama più tardi», o per «Fuori copertura», che il cliente viene a sapere',
    willBePutOn: (number) => `La chiamata viene unita a ${number} quando è finita.`,
    chosenBy: (name) => `Lo ha scelto ${name}.`,
    takeBack: 'Annulla la scelta',
    toCallBack: (why) => `Da richiamare: ${why}`,
    toldByMail: (mail) => `Il numero del caso viene inviato a ${mail}.`,
    notTold: 'Senza indirizzo il cliente non riceve e-mail.',
    others: (names) =>
      names
        .map(({ name, field }) =>
          field === undefined
            ? `Anche ${name} ha aperto questo modulo.`
            : `${name} scrive nel campo ${label(field)}.`,
        )
        .join(' '),
    faultsFound: (count) => plural(count, { one: 'Manca un campo.', other: `Mancano ${count} campi.` }),
    over: (by) => (by === undefined ? 'Il caso non è più aperto.' : `${by} lo ha già registrato.`),
    elsewhere: (status) => `Lo stato del caso è «${nameIn(statuses, status)}»: non è possibile registrarlo.`,
  },
  fields: {
    label,
    chooseCustomer: 'Scelga il cliente',
    priority: { low: 'Bassa', normal: 'Normale', high: 'Alta', standstill: "L'attività è ferma" },
    fault: (fault) => {
      switch (fault.kind) {
        case 'missing':
          return 'Da compilare.';
        case 'why-missing':
          return 'Scriva perché.';
        case 'office-missing':
          return 'A quale sede appartiene questo indirizzo?';
        case 'address-missing':
          return "L'indirizzo serve: forse il dispositivo va sostituito.";
        case 'phone':
          return 'Non è un numero di telefono. Scriva per esempio 06 6982 1234.';
        case 'mail':
          return 'Non è un indirizzo e-mail. Scriva per esempio dana.rossi@example.com.';
        case 'serial':
          return 'Sono ammessi solo lettere, cifre e - . / _.';
        case 'mac':
          return italianRegister.fields.mac(fault.fault);
        case 'units':
          return 'Scriva un numero in cifre, almeno 1.';
        case 'priority':
          return 'Scelga una delle quattro.';
      }
    },
    mac: (fault) =>
      fault.kind === 'digits'
        ? `${group(fault.group, fault.of)} è ${fault.text}. Sono ammessi solo 0–9 e A–F.`
        : `${plural(fault.digits, { one: '1 cifra', other: `${fault.digits} cifre` })}. Un indirizzo MAC ne ha 12, come 00:1C:42:0B:7F:3A.`,
    warranty: (model, until, isOver) => {
      const unit = model ?? 'Dispositivo noto';
      if (until === undefined) return `${unit}, senza garanzia`;
      return `${unit}, ${isOver ? 'garanzia scaduta il' : 'in garanzia fino al'} ${date(until)}`;
    },
    ofCustomer: (name) => `appartiene a ${name}`,
    hasOpenCase: (number) => `Ha già un caso aperto: ${number}`,
    overwroteOther: (by, value) => `Ha sostituito ciò che ha scritto ${by}: «${value}»`,
    overwrittenBy: (by, value) => `${by} ha sostituito ciò che ha scritto Lei: «${value}»`,
    noMail: 'senza indirizzo il cliente non riceve e-mail',
  },
  known: {
    title: 'Che cosa sappiamo',
    unknownCustomer: 'Cliente sconosciuto',
    chooseHint: 'scelga il cliente nel modulo',
    approved: 'Autorizzati',
    nobodyApproved: 'nessuno',
    others: 'Non autorizzati',
    contract: 'Contratto',
    units: 'Dispositivi',
    unitCount: (all, without) => (without === 0 ? String(all) : `${all}, di cui ${without} senza garanzia`),
    openCases: 'Casi aperti',
    none: 'nessuno',
    sameUnit: 'stesso dispositivo',
    putOn: (number) => `Unisci questa chiamata a ${number}`,
    putOnNoSuch: 'Quel caso non è più aperto. Nulla è cambiato.',
    call: 'La chiamata',
    noCall: 'Nessuno ha chiamato per questo.',
    events: italianCallEvents,
    toSay: 'Che cosa dire',
    say: ({ number, phone }) =>
      `«Il Suo caso è ${readAloud(number, italianDigits)}. ${phone === undefined ? 'Ci faremo sentire.' : `La richiameremo al ${phone}.`} Riceverà un'e-mail a ogni novità.»`,
    sayRefused: ({ customer, approved }) =>
      `«Grazie della chiamata, ne ho preso nota. Possono far registrare un caso solo le persone che ${customer ?? 'la Sua azienda'} ci ha indicato, e purtroppo il Suo nome non è nell'elenco. ${approved.length === 0 ? 'Chieda a un referente della Sua azienda di chiamarci.' : `Chieda a ${any(approved)} di chiamare, e ce ne occupiamo subito.`}»`,
  },
  approval: {
    standing: (standing, at) => {
      switch (standing.kind) {
        case 'unnamed':
          return '';
        case 'approved':
          return at === undefined
            ? 'contatto autorizzato'
            : `contatto autorizzato da ${standing.contact.approvedBy ?? ''} ${at}`;
        case 'excepted':
          return `contatto autorizzato da ${standing.exception.by} per questo caso`;
        case 'unapproved':
        case 'unknown':
          return 'contatto non autorizzato';
        case 'no-customer':
          return 'nessun cliente scelto';
      }
    },
    needed: (name, customer) =>
      customer === undefined
        ? `Non si sa a quale cliente appartiene ${name}. Solo i contatti autorizzati possono registrare.`
        : `${name} non è tra i contatti autorizzati di ${customer}.`,
    approvedOnes: (names) =>
      names.length === 0 ? 'Nessun contatto è autorizzato.' : `Autorizzati: ${all(names)}.`,
    askSupervisor: 'Un supervisore può autorizzare in questa pagina, che poi si aggiorna da sola.',
    logged: 'Il tentativo è annotato nel caso.',
    reason: 'Perché è giusto comunque',
    once: 'Autorizza per questo caso',
    always: "Autorizza d'ora in poi",
    faults: {
      'reason-missing': 'Scriva perché.',
      'name-missing': 'Scriva prima il nome del contatto.',
      'customer-missing': 'Scelga prima il cliente.',
      'phone-missing': 'Scriva prima il telefono del contatto.',
      over: 'Il caso non è più aperto.',
    },
    phoneOf: (name) => `Quel numero è di ${name}. Scriva quello del contatto.`,
  },
  done: {
    title: 'Registrato',
    by: (name) => `da ${name}`,
    byException: (by) => `contatto non autorizzato; ${by} ha dato il consenso`,
    joined: (number) => `La chiamata ora è unita a ${number}.`,
    openCase: 'Al caso',
    next: "All'elenco",
    affected: 'Dispositivi interessati',
    nothing: 'nulla',
  },
  keys: {
    next: 'campo successivo',
    register: 'registra',
    office: "un'altra sede",
    answer: 'rispondi, o apri il modulo della Sua chiamata',
    transfer: 'passa la chiamata',
    transferWarm: 'passa la chiamata e resta in linea',
    putOn: 'unisci la chiamata a un caso aperto',
    callBack: 'richiama più tardi',
    outOfScope: 'registra come fuori copertura',
    all: 'tutti i tasti',
    close: 'Chiudi',
  },
  script: {
    saved: 'Bozza salvata',
    saving: 'Salvataggio …',
    offline:
      'Nessuna connessione. Ciò che scrive resta in questo browser e viene inviato quando la connessione torna.',
    signedOut:
      "La sessione è terminata. Acceda di nuovo in un'altra scheda: ciò che scrive resta in questo browser e viene inviato allora.",
    notRegistered: 'Non ancora registrato: manca la connessione. Riprovi quando torna.',
    over: 'Il caso non è più aperto. Questo è arrivato troppo tardi:',
  },
};
