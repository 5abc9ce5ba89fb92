import { writeSpan } from '../coverage/index.ts';
import { pluralIn } from './plural.ts';
import { dayOfWeekIn, whyGivenUpIn, type WhatIfWords } from './what-if-words.ts';

const plural = pluralIn('sv');
const weekday = dayOfWeekIn('sv');
const whys = whyGivenUpIn({
  closed: 'kontoret har stängt',
  nobodyAccepted: 'ingen har tagit det',
  allAsked: 'alla har tillfrågats',
});

export const swedishWhatIf: WhatIfWords = {
  title: 'Tänk om',
  lead: 'Vad som skulle sägas, vem som skulle ringas upp eller sökas, och när, enligt dagens manus, öppettider och jour. Inget skickas.',
  form: {
    desk: 'Linje',
    at: (zone) => `Datum och tid där, ${zone}`,
    caller: 'Uppringare, tomt om numret är dolt',
    keys: 'Knappar i ordning, med komma',
    keysHint: 'eller silence (tyst), hang-up (lägger på), nobody (väntar förgäves)',
    then: 'Sedan',
    nobody: 'tar ingen ärendet',
    inRound: (round) => `tar någon det i omgång ${round}`,
    show: 'Visa',
    taken: (round) =>
      `Det förutsätts att ${round === undefined ? 'ingen tar ärendet under tiden' : `någon tar ärendet så snart omgång ${round} börjar`}, att ingen telefon är upptagen av ett annat samtal och att den som ringer inte har något öppet ärende.`,
  },
  fault: (of) => {
    switch (of.kind) {
      case 'no-time':
        return `${of.written} är ingen tid: skriv till exempel 2026-12-24T02:00, enligt klockan där, eller 2026-12-24T07:00Z.`;
      case 'no-number':
        return `${of.written}: skriv ett nummer med plus och landsnummer, till exempel +46701740650.`;
      case 'no-keys':
        return `”${of.written}”: skriv knapparna 0 till 9, * och #, eller silence, nobody eller hang-up, med komma emellan.`;
      case 'no-round':
        return `”${of.written}”: skriv numret på en omgång, till exempel 2.`;
      case 'since-later':
        return `${of.written} är senare än den tid som frågan gäller, ${of.at}.`;
      case 'call-over':
        return `${of.written}: samtalet är slut innan dess.`;
      case 'no-hold':
        return `${of.written}: den som ringer väntar inte då.`;
      case 'never-in-vain':
        return `${of.written}: här söks folk tills någon kommer.`;
      case 'one-key':
        return `${of.written}: här gäller en knapp i taget, sätt komma emellan.`;
      case 'nobody-paged':
        return `${of.written}: ingen söks i det samtalet.`;
      case 'in-vain':
        return `${of.written}: då har alla redan tillfrågats förgäves, ta bort nobody.`;
      case 'paging-ends':
        return `${of.written}: sökningen slutar efter omgång ${of.last}, eftersom ${whys[of.why]}.`;
      case 'no-such-round':
        return `${of.written}: skriv en omgång inom första timmen, 1 till ${of.last}.`;
      case 'nobody-reached':
        return `${of.written}: ingen går att nå i den omgången.`;
    }
  },
  note: (of, time) => {
    switch (of.kind) {
      case 'skipped':
        return `${of.written} finns inte i ${of.timeZone}: klockan ställs fram förbi den tiden. ${time(of.taken)} gäller i stället.`;
      case 'twice':
        return `${of.written} kommer två gånger i ${of.timeZone}: klockan ställs tillbaka. Den första gäller, den andra är ${of.second}.`;
      case 'no-dates':
        return 'Datum som lagts in i konsolen är inte kända här: de finns i databasen.';
    }
  },
  ahead: {
    title: 'De närmaste 90 dagarna',
    lead: 'det som saknas i jouren från och med nu',
    nothing: 'varje roll som behövs har någon som går att nå.',
    findings: (n) => `${n} ${plural(n, { one: 'brist', other: 'brister' })}`,
    from: (from, to) => `${from} till ${to}`,
    finding: ({ problem, wanted, found }, names, roles) => {
      switch (problem) {
        case 'nobody':
          return `ingen har jour som ${roles.join()}`;
        case 'too-few':
          return `bara ${found} av ${wanted} går att nå som ${roles.join()} (${names})`;
        case 'unreachable':
          return `${names}, som har jour som ${roles.join()}, har inget nummer som fungerar`;
        case 'doubled':
          return `${names} har jour ${found} gånger samtidigt, som ${roles.join(' och som ')}`;
      }
    },
    at: (role, desk) => `${role} hos ${desk}`,
    more: (n) => `och ${n} till:`,
    otherDesks: 'Andra linjer:',
  },
  call: {
    findings: (n) => `${n} ${plural(n, { one: 'brist', other: 'brister' })}`,
    whoIsOnDuty: 'Vem som har jour',
    comesIn: (number) => `Samtalet kommer in${number === undefined ? '' : ` till ${number}`}`,
    from: (caller) => {
      if (caller === undefined) return 'Från ett dolt nummer.';
      if (caller.name === undefined) return 'Från ett nummer som inte hör till någon kunds kontaktperson.';
      const approved = caller.approved
        ? 'godkänd kontaktperson'
        : 'en kontaktperson som inte får registrera ärenden';
      return `Från ${caller.name}${caller.approved === undefined ? '' : `: ${approved}`}.`;
    },
    office: (isOpen) => `Kontoret är ${isOpen ? 'öppet' : 'stängt'}`,
    because: ({ date, weekday: on, spans, reason }) => {
      const hours =
        spans.length === 0
          ? 'då är det stängt hela dagen'
          : `öppettiderna är ${spans.map(writeSpan).join(', ')}`;
      if (reason.kind === 'holiday') return `${date} är ${reason.name}, och ${hours}`;
      if (reason.kind === 'exception') return `${date} är ett undantag, och ${hours} (${reason.why})`;
      const days = `på ${weekday(on)}ar är`;
      return spans.length === 0
        ? `${days} det stängt`
        : `${days} öppettiderna ${spans.map(writeSpan).join(', ')}`;
    },
    changes: (isOpen, at) => {
      if (at === undefined) return `Det ${isOpen ? 'stänger' : 'öppnar'} inte inom ett år.`;
      return `Det ${isOpen ? 'stänger' : 'öppnar'} ${at}.`;
    },
    did: (deed) => {
      switch (deed.kind) {
        case 'calls':
          return 'ringer';
        case 'silence':
          return 'är tyst';
        case 'nobody':
          return 'väntar, och ingen kommer';
        case 'message':
          return 'lämnar ett meddelande';
        case 'hang-up':
          return 'lägger på';
        case 'keys':
          return `trycker ${deed.keys}${deed.choice === undefined ? '' : `: ${deed.choice}`}`;
      }
    },
    spoken: 'sägs',
    nobodyCame: 'ingen kom',
    onHold: 'i kö',
    again: 'igen minst var 20:e sekund, med det som är sant då; musik däremellan',
    waits: {
      menu: (seconds, isSpeech) => `väntar ${seconds} s på en knapp${isSpeech ? ' eller ett ord' : ''}`,
      number: (key) => `väntar på ett nummer, sedan ${key}`,
      record: (seconds) => `spelar in högst ${seconds} s`,
      hold: 'sedan väntar den som ringer kvar, eller lägger på och blir uppringd',
      end: 'samtalet är slut',
    },
  },
  case: {
    small: 'ärende',
    none: 'Inget ärende än',
    noneLead: 'Inget är valt. Den som lägger på nu får ett ärende ändå.',
    number: (number, isNext) =>
      `${number} är ${isNext ? 'nästa lediga nummer i dag' : 'manusets första nummer'}; det förbrukas inte`,
    calledBack: (number) => `Rings upp på ${number}.`,
    promised: 'Den som ringer får besked om när svaret kommer:',
    text: (to, body) => `Ett sms går till ${to}: ”${body}”`,
    nobodyPaged: 'Ingen söks.',
    nobodyRung: 'Ingen rings upp längre: den som ringde har lagt på, och ärendet väntar på att registreras.',
  },
  rounds: {
    one: (round) => `omgång ${round}`,
    several: (first, last) => `omgång ${first} till ${last}`,
    same: (every) =>
      `Samma personer på samma sätt${every === undefined ? '' : `, med ${every} emellan, så länge ingen tar ärendet`}`,
    headline: (n, takesCall) => {
      if (n === 0) return takesCall ? 'Ingen går att ringa' : 'Ingen går att söka';
      if (takesCall) return plural(n, { one: 'En telefon ringer', other: `${n} telefoner ringer samtidigt` });
      return plural(n, { one: 'En sökning', other: `${n} sökningar samtidigt` });
    },
    caption: 'Vilka som tillfrågas',
    role: 'Roll',
    person: 'Person',
    sms: 'Sms',
    voice: 'Samtal',
    why: 'Varför',
    nobody: 'ingen',
    tooFew: 'för få',
    paged: 'söks',
    rung: 'rings upp',
    without: ({ channel, why }) => {
      const way = channel === 'sms' ? 'sms' : 'samtal';
      if (why === 'no number') return `inget nummer för ${way}`;
      return why === 'opted out' ? `${way}: har tackat nej` : `${way}: numret fungerar inte`;
    },
    notAsked: ({ until, without }) =>
      `tillfrågas inte: ${until === undefined ? without.join(', ') || 'nyckeln är ingens' : `borta till ${until}`}`,
    hole: ({ wanted, found }, role, takesCall) => {
      if (found > 0) return `bara ${found} av ${wanted} går att nå som ${role}, och ett larm säger det`;
      const instead = takesCall ? '' : ': arbetsledaren söks i stället';
      return `ingen går att nå som ${role}${instead}, och ett larm säger det`;
    },
    seat: {
      standsIn: 'har inte jour, rycker in eftersom ingen går att nå',
      insteadOf: (name) => `i stället för ${name}`,
      list: 'enligt jourlistan',
    },
    givenUp: (why, takesCall) => `${takesCall ? 'Ingen har svarat' : 'Sökningen slutar'}: ${whys[why]}`,
    givesUp: (go, takesCall) =>
      `${takesCall ? 'Sedan nästa som har jour, tills var och en har tillfrågats en gång. ' : ''}När ingen tar det går den som ringer vidare till ${go}.`,
    later: 'senare',
    contact: 'kontakt',
    contactDue: 'Senast nu ska någon ha kontakt med kunden',
    notTheEnd: 'Att någon tar ärendet är inte slutet',
    pagedAgain: (minutes, from) =>
      `Taget, men ingen kontakt med kunden: ny sökning efter ${minutes} minuter, även arbetsledaren från ${from}.`,
  },
  accepted: {
    headline: (name, round, takesCall) =>
      `${name ?? 'Någon'} tar ${takesCall ? 'samtalet' : 'ärendet'} i omgång ${round}`,
    hears: 'Hör:',
    reads: 'Läser:',
    callerHears: 'Den som ringer hör det här, och de två kopplas ihop:',
    callerGone: 'Den som ringde är inte kvar på linjen och hör ingenting.',
    standDown: 'De som inte behövs längre',
    person: 'Person',
    phone: 'Telefon',
    text: 'Sms',
    stops: 'slutar ringa',
    pickedUp: (words) => `den som svarat hör: ”${words}”`,
    silent: 'ringer inte',
    noText: 'inget',
    mail: (to, subject) => `Ett mejl går till ${to}: ”${subject}”`,
    isContact: 'De möts på linjen: det är kontakten',
    isContactLead: 'Ingen söks mer. Om de inte möttes skulle sökningen börja om:',
    noContact: 'Ingen har talat med kunden än',
    noContactLead: 'Om ingen gör det börjar sökningen om:',
  },
  handsOn: {
    small: 'koppla vidare',
    headline: (name, canBe) =>
      `Den som svarar kan ${canBe ? '' : 'inte '}koppla samtalet vidare till ${name}`,
    closed: 'Kontoret är stängt: ingen nås förbi dem.',
  },
  assignment: {
    headline: (whom, onceRegistered) =>
      onceRegistered ? `När ärendet är registrerat ges det till ${whom}` : `Ärendet ges till ${whom}`,
    nobody: 'ingen',
    nobodyOf: (role) => `ingen: ingen ${role} som har jour då går att nå`,
    never: 'aldrig',
    neverLead: 'Kontoret öppnar inte inom ett år.',
    atOnce: 'Genast: kontoret är öppet.',
    atOpening: 'När kontoret öppnar nästa gång.',
    passedOver: (names) => `Förbigångna, eftersom varken sms eller mejl når dem: ${names.join(', ')}.`,
    contactDue: (at) => `Kontakt senast ${at}.`,
  },
};
