import { writeSpan } from '../coverage/index.ts';
import { pluralIn } from './plural.ts';
import { dayOfWeekIn, whyGivenUpIn, type WhatIfWords } from './what-if-words.ts';

const plural = pluralIn('it');
const weekday = dayOfWeekIn('it');
const whys = whyGivenUpIn({
  closed: 'l’ufficio ha chiuso',
  nobodyAccepted: 'nessuno ha accettato',
  allAsked: 'sono stati chiamati tutti',
});

export const italianWhatIf: WhatIfWords = {
  title: 'E se',
  lead: 'Che cosa si direbbe, chi verrebbe chiamato o cercato e quando, secondo lo script, gli orari e i turni di oggi. Non si invia nulla.',
  form: {
    desk: 'Linea',
    at: (zone) => `Data e ora sul posto, ${zone}`,
    caller: 'Chi chiama, vuoto se nascosto',
    keys: 'Tasti in ordine, con virgole',
    keysHint: 'o silence (tace), hang-up (riaggancia), nobody (attende invano)',
    then: 'Poi',
    nobody: 'nessuno accetta',
    inRound: (round) => `qualcuno accetta al giro ${round}`,
    show: 'Mostra',
    taken: (round) =>
      `Si suppone che ${round === undefined ? 'nel frattempo nessuno accetti' : `qualcuno accetti appena comincia il giro ${round}`}, che nessun telefono sia occupato e che chi chiama non abbia casi aperti.`,
  },
  fault: (of) => {
    switch (of.kind) {
      case 'no-time':
        return `${of.written} non è un orario: scriva per esempio 2026-12-24T02:00, secondo l’orologio sul posto, o 2026-12-24T07:00Z.`;
      case 'no-number':
        return `${of.written}: scriva un numero con il più e il prefisso del paese, per esempio +390612345678.`;
      case 'no-keys':
        return `«${of.written}»: scriva i tasti da 0 a 9, * e #, o silence, nobody o hang-up, separati da virgole.`;
      case 'no-round':
        return `«${of.written}»: scriva il numero di un giro, per esempio 2.`;
      case 'since-later':
        return `${of.written} è dopo l’ora richiesta, ${of.at}.`;
      case 'call-over':
        return `${of.written}: la chiamata è già finita.`;
      case 'no-hold':
        return `${of.written}: in quel momento chi chiama non è in attesa.`;
      case 'never-in-vain':
        return `${of.written}: qui si cerca finché qualcuno arriva.`;
      case 'one-key':
        return `${of.written}: qui vale un tasto alla volta; metta le virgole.`;
      case 'nobody-paged':
        return `${of.written}: in quella chiamata non si cerca nessuno.`;
      case 'in-vain':
        return `${of.written}: allora tutti sono già stati cercati invano; tolga nobody.`;
      case 'paging-ends':
        return `${of.written}: la ricerca finisce dopo il giro ${of.last}: ${whys[of.why]}.`;
      case 'no-such-round':
        return `${of.written}: scriva un giro della prima ora, da 1 a ${of.last}.`;
      case 'nobody-reached':
        return `${of.written}: in quel giro nessuno è raggiungibile.`;
    }
  },
  note: (of, time) => {
    switch (of.kind) {
      case 'skipped':
        return `${of.written} non esiste in ${of.timeZone}: l’orologio va avanti. Vale ${time(of.taken)}.`;
      case 'twice':
        return `${of.written} viene due volte in ${of.timeZone}: l’orologio torna indietro. Vale la prima; la seconda è ${of.second}.`;
      case 'no-dates':
        return 'Le date inserite nella console qui non si conoscono: sono nella banca dati.';
    }
  },
  ahead: {
    title: 'I prossimi 90 giorni',
    lead: 'ciò che manca nei turni, da adesso',
    nothing: 'ogni ruolo necessario ha qualcuno di raggiungibile.',
    findings: (n) => `${n} ${plural(n, { one: 'mancanza', other: 'mancanze' })}`,
    from: (from, to) => `da ${from} a ${to}`,
    finding: ({ problem, wanted, found }, names, roles) => {
      switch (problem) {
        case 'nobody':
          return `nessuno è di turno come ${roles.join()}`;
        case 'too-few':
          return `solo ${found} su ${wanted} raggiungibili come ${roles.join()} (${names})`;
        case 'unreachable':
          return `${names}, di turno come ${roles.join()}, non ha un numero che funzioni`;
        case 'doubled':
          return `${names} è di turno ${found} volte insieme, come ${roles.join(' e come ')}`;
      }
    },
    at: (role, desk) => `${role} presso ${desk}`,
    more: (n) => `e altre ${n}:`,
    otherDesks: 'Altre linee:',
  },
  call: {
    findings: (n) => `${n} ${plural(n, { one: 'mancanza', other: 'mancanze' })}`,
    whoIsOnDuty: 'Chi è di turno',
    comesIn: (number) => `Arriva la chiamata${number === undefined ? '' : ` a ${number}`}`,
    from: (caller) => {
      if (caller === undefined) return 'Da un numero nascosto.';
      if (caller.name === undefined) return 'Da un numero che non è di un contatto di un cliente.';
      const approved = caller.approved
        ? 'un contatto autorizzato'
        : 'un contatto che non può registrare casi';
      return `Da ${caller.name}${caller.approved === undefined ? '' : `: ${approved}`}.`;
    },
    office: (isOpen) => `L’ufficio è ${isOpen ? 'aperto' : 'chiuso'}`,
    because: ({ date, weekday: on, spans, reason }) => {
      const hours = spans.length === 0 ? 'non si apre' : `l’orario è ${spans.map(writeSpan).join(', ')}`;
      if (reason.kind === 'holiday') return `${date} è ${reason.name}, e ${hours}`;
      if (reason.kind === 'exception') return `${date} è un’eccezione, e ${hours} (${reason.why})`;
      return `${weekday(on)}: ${hours}`;
    },
    changes: (isOpen, at) => {
      if (at === undefined) return `Non ${isOpen ? 'chiude' : 'apre'} entro un anno.`;
      return `${isOpen ? 'Chiude' : 'Apre'} ${at}.`;
    },
    did: (deed) => {
      switch (deed.kind) {
        case 'calls':
          return 'chiama';
        case 'silence':
          return 'tace';
        case 'nobody':
          return 'attende, e nessuno arriva';
        case 'message':
          return 'lascia un messaggio';
        case 'hang-up':
          return 'riaggancia';
        case 'keys':
          return `preme ${deed.keys}${deed.choice === undefined ? '' : `: ${deed.choice}`}`;
      }
    },
    spoken: 'si sente',
    nobodyCame: 'nessuno è venuto',
    onHold: 'in attesa',
    again: 'di nuovo almeno ogni 20 s, con ciò che allora è vero; musica in mezzo',
    waits: {
      menu: (seconds, isSpeech) => `attende ${seconds} s un tasto${isSpeech ? ' o una parola' : ''}`,
      number: (key) => `attende un numero, poi ${key}`,
      record: (seconds) => `registra al massimo ${seconds} s`,
      hold: 'poi chi chiama attende, o riaggancia e viene richiamato',
      end: 'la chiamata è finita',
    },
  },
  case: {
    small: 'caso',
    none: 'Ancora nessun caso',
    noneLead: 'Non è stato scelto nulla. Anche chi riaggancia ora ne riceve uno.',
    number: (number, isNext) =>
      `${number} è ${isNext ? 'il prossimo numero libero di oggi' : 'il primo numero dello script'}; non viene consumato`,
    calledBack: (number) => `Richiamato al ${number}.`,
    promised: 'A chi chiama si promette una risposta:',
    text: (to, body) => `Un SMS va a ${to}: «${body}»`,
    nobodyPaged: 'Non si cerca nessuno.',
    nobodyRung:
      'Non si chiama più nessuno: chi chiamava ha riagganciato, e il caso attende la registrazione.',
  },
  rounds: {
    one: (round) => `giro ${round}`,
    several: (first, last) => `giri da ${first} a ${last}`,
    same: (every) =>
      `Gli stessi allo stesso modo${every === undefined ? '' : `, ogni ${every}, finché nessuno accetta`}`,
    headline: (n, takesCall) => {
      if (n === 0) return takesCall ? 'Non si può chiamare nessuno' : 'Non si può cercare nessuno';
      if (takesCall)
        return plural(n, { one: 'Squilla un telefono', other: `Squillano insieme ${n} telefoni` });
      return plural(n, { one: 'Un avviso', other: `${n} avvisi insieme` });
    },
    caption: 'Chi viene cercato',
    role: 'Ruolo',
    person: 'Persona',
    sms: 'SMS',
    voice: 'Voce',
    why: 'Perché',
    nobody: 'nessuno',
    tooFew: 'troppo pochi',
    paged: 'avviso',
    rung: 'chiamata',
    without: ({ channel, why }) => {
      const way = channel === 'sms' ? 'SMS' : 'voce';
      if (why === 'no number') return `nessun numero per ${way}`;
      return why === 'opted out' ? `${way}: ha rinunciato` : `${way}: il numero non funziona`;
    },
    notAsked: ({ until, without }) =>
      `non si cerca: ${until === undefined ? without.join(', ') || 'nessuno ha questa chiave' : `assente fino a ${until}`}`,
    hole: ({ wanted, found }, role, takesCall) => {
      if (found > 0) return `solo ${found} su ${wanted} raggiungibili come ${role}, e un allarme lo dice`;
      const instead = takesCall ? '' : ': al loro posto si cerca il supervisore';
      return `nessuno è raggiungibile come ${role}${instead}, e un allarme lo dice`;
    },
    seat: {
      standsIn: 'non di turno, subentra perché nessuno è raggiungibile',
      insteadOf: (name) => `al posto di ${name}`,
      list: 'secondo la lista dei turni',
    },
    givenUp: (why, takesCall) => `${takesCall ? 'Nessuno ha risposto' : 'La ricerca finisce'}: ${whys[why]}`,
    givesUp: (go, takesCall) =>
      `${takesCall ? 'Poi chi segue nel turno, finché ciascuno è stato chiamato una volta. ' : ''}Se nessuno accetta, chi chiama prosegue con ${go}.`,
    later: 'più tardi',
    contact: 'contatto',
    contactDue: 'Entro adesso serve il contatto',
    notTheEnd: 'Accettare non basta',
    pagedAgain: (minutes, from) =>
      `Accettato, ma nessun contatto con il cliente: si cerca di nuovo dopo ${minutes} minuti, anche il supervisore dalle ${from}.`,
  },
  accepted: {
    headline: (name, round, takesCall) =>
      `${name ?? 'Qualcuno'} ${takesCall ? 'prende la chiamata' : 'accetta'} al giro ${round}`,
    hears: 'Sente:',
    reads: 'Legge:',
    callerHears: 'Chi chiama sente questo, e i due vengono collegati:',
    callerGone: 'Chi chiamava non è più in linea e non sente nulla.',
    standDown: 'Chi non serve più',
    person: 'Persona',
    phone: 'Telefono',
    text: 'SMS',
    stops: 'smette di squillare',
    pickedUp: (words) => `chi ha risposto sente: «${words}»`,
    silent: 'non squilla',
    noText: 'nessuno',
    mail: (to, subject) => `Una mail va a ${to}: «${subject}»`,
    isContact: 'Si incontrano in linea: questo è il contatto',
    isContactLead: 'Non si cerca più nessuno. Se non si incontrassero, la ricerca ricomincerebbe:',
    noContact: 'Nessuno ha ancora parlato con il cliente',
    noContactLead: 'Se nessuno lo fa, la ricerca ricomincia:',
  },
  handsOn: {
    small: 'passare',
    headline: (name, canBe) => `Chi risponde ${canBe ? 'può' : 'non può'} passare la chiamata a ${name}`,
    closed: 'L’ufficio è chiuso: oltre non si raggiunge nessuno.',
  },
  assignment: {
    headline: (whom, onceRegistered) =>
      `${onceRegistered ? 'Registrato, il caso va' : 'Il caso va'} a ${whom}`,
    nobody: 'nessuno',
    nobodyOf: (role) => `nessuno: allora nessun ${role} di turno può essere avvisato`,
    never: 'mai',
    neverLead: 'L’ufficio non apre entro un anno.',
    atOnce: 'Subito: l’ufficio è aperto.',
    atOpening: 'Alla prossima apertura dell’ufficio.',
    passedOver: (names) => `Saltati, perché né SMS né mail li raggiungono: ${names.join(', ')}.`,
    contactDue: (at) => `Contatto entro ${at}.`,
  },
};
