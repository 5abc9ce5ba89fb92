import { writeSpan } from '../coverage/index.ts';
import { pluralIn } from './plural.ts';
import { dayOfWeekIn, whyGivenUpIn, type WhatIfWords } from './what-if-words.ts';

const plural = pluralIn('de');
const weekday = dayOfWeekIn('de');
const whys = whyGivenUpIn({
  closed: 'das Büro hat geschlossen',
  nobodyAccepted: 'niemand hat angenommen',
  allAsked: 'alle wurden gefragt',
});

export const germanWhatIf: WhatIfWords = {
  title: 'Was wäre, wenn',
  lead: 'Was gesagt würde, wer angerufen oder gerufen würde und wann, nach heutigem Skript, heutigen Zeiten und Diensten. Nichts wird gesendet.',
  form: {
    desk: 'Linie',
    at: (zone) => `Datum und Uhrzeit dort, ${zone}`,
    caller: 'Anrufer, leer bei unterdrückter Nummer',
    keys: 'Tasten der Reihe nach, mit Kommas',
    keysHint: 'oder silence (schweigt), hang-up (legt auf), nobody (wartet vergebens)',
    then: 'Dann',
    nobody: 'nimmt niemand an',
    inRound: (round) => `nimmt jemand in Runde ${round} an`,
    show: 'Zeigen',
    taken: (round) =>
      `Angenommen wird, dass ${round === undefined ? 'unterdessen niemand annimmt' : `jemand annimmt, sobald Runde ${round} beginnt`}, dass kein Telefon belegt ist und dass für die anrufende Seite kein Fall offen ist.`,
  },
  fault: (of) => {
    switch (of.kind) {
      case 'no-time':
        return `${of.written} ist keine Zeit: Schreiben Sie etwa 2026-12-24T02:00, nach der Uhr dort, oder 2026-12-24T07:00Z.`;
      case 'no-number':
        return `${of.written}: Schreiben Sie eine Nummer mit Plus und Landesvorwahl, etwa +493012345678.`;
      case 'no-keys':
        return `„${of.written}“: Schreiben Sie Tasten 0 bis 9, * und #, oder silence, nobody oder hang-up, mit Kommas dazwischen.`;
      case 'no-round':
        return `„${of.written}“: Schreiben Sie die Nummer einer Runde, etwa 2.`;
      case 'since-later':
        return `${of.written} ist später als die gefragte Zeit, ${of.at}.`;
      case 'call-over':
        return `${of.written}: Der Anruf ist vorher zu Ende.`;
      case 'no-hold':
        return `${of.written}: Zu dieser Zeit wartet am Telefon niemand.`;
      case 'never-in-vain':
        return `${of.written}: Hier wird gerufen, bis jemand kommt.`;
      case 'one-key':
        return `${of.written}: Hier gilt eine Taste auf einmal; setzen Sie Kommas.`;
      case 'nobody-paged':
        return `${of.written}: In diesem Anruf wird niemand gerufen.`;
      case 'in-vain':
        return `${of.written}: Bis dahin wurden alle vergebens gefragt; lassen Sie nobody weg.`;
      case 'paging-ends':
        return `${of.written}: Das Rufen endet nach Runde ${of.last}: ${whys[of.why]}.`;
      case 'no-such-round':
        return `${of.written}: Schreiben Sie eine Runde der ersten Stunde, 1 bis ${of.last}.`;
      case 'nobody-reached':
        return `${of.written}: In dieser Runde ist niemand zu erreichen.`;
    }
  },
  note: (of, time) => {
    switch (of.kind) {
      case 'skipped':
        return `${of.written} gibt es in ${of.timeZone} nicht: Die Uhr geht darüber hinweg. Gemeint ist ${time(of.taken)}.`;
      case 'twice':
        return `${of.written} kommt in ${of.timeZone} zweimal: Die Uhr geht zurück. Gemeint ist das erste Mal; das zweite ist ${of.second}.`;
      case 'no-dates':
        return 'Tage, die in der Konsole gesetzt wurden, sind hier nicht bekannt: Sie stehen in der Datenbank.';
    }
  },
  ahead: {
    title: 'Die nächsten 90 Tage',
    lead: 'was dem Dienst von jetzt an fehlt',
    nothing: 'Für jede nötige Rolle ist jemand zu erreichen.',
    findings: (n) => `${n} ${plural(n, { one: 'Lücke', other: 'Lücken' })}`,
    from: (from, to) => `${from} bis ${to}`,
    finding: ({ problem, wanted, found }, names, roles) => {
      switch (problem) {
        case 'nobody':
          return `Niemand hat Dienst: ${roles.join()}`;
        case 'too-few':
          return `Nur ${found} von ${wanted} zu erreichen: ${roles.join()} (${names})`;
        case 'unreachable':
          return `${names}, im Dienst: ${roles.join()}, hat keine Nummer, die geht`;
        case 'doubled':
          return `${names} hat ${found}-mal zugleich Dienst: ${roles.join(' und ')}`;
      }
    },
    at: (role, desk) => `${role} bei ${desk}`,
    more: (n) => `und ${n} weitere:`,
    otherDesks: 'Andere Linien:',
  },
  call: {
    findings: (n) => `${n} ${plural(n, { one: 'Lücke', other: 'Lücken' })}`,
    whoIsOnDuty: 'Wer Dienst hat',
    comesIn: (number) => `Der Anruf kommt${number === undefined ? '' : ` auf ${number}`} an`,
    from: (caller) => {
      if (caller === undefined) return 'Von einer unterdrückten Nummer.';
      if (caller.name === undefined) return 'Von einer Nummer, die keinem Kontakt eines Kunden gehört.';
      const approved = caller.approved ? 'ein benannter Kontakt' : 'ein Kontakt, der keine Fälle melden darf';
      return `Von ${caller.name}${caller.approved === undefined ? '' : `: ${approved}`}.`;
    },
    office: (isOpen) => `Das Büro ist ${isOpen ? 'offen' : 'geschlossen'}`,
    because: ({ date, weekday: on, spans, reason }) => {
      const hours =
        spans.length === 0 ? 'nichts ist offen' : `die Zeiten sind ${spans.map(writeSpan).join(', ')}`;
      if (reason.kind === 'holiday') return `${date} ist ${reason.name}, und ${hours}`;
      if (reason.kind === 'exception') return `${date} ist eine Ausnahme, und ${hours} (${reason.why})`;
      return `${weekday(on)}: ${hours}`;
    },
    changes: (isOpen, at) => {
      if (at === undefined) return `Es ${isOpen ? 'schließt' : 'öffnet'} binnen eines Jahres nicht.`;
      return `Es ${isOpen ? 'schließt' : 'öffnet'} ${at}.`;
    },
    did: (deed) => {
      switch (deed.kind) {
        case 'calls':
          return 'ruft an';
        case 'silence':
          return 'schweigt';
        case 'nobody':
          return 'wartet, und niemand kommt';
        case 'message':
          return 'hinterlässt eine Nachricht';
        case 'hang-up':
          return 'legt auf';
        case 'keys':
          return `drückt ${deed.keys}${deed.choice === undefined ? '' : `: ${deed.choice}`}`;
      }
    },
    spoken: 'gesprochen',
    nobodyCame: 'niemand kam',
    onHold: 'in der Leitung',
    again: 'wieder mindestens alle 20 s, mit dem, was dann wahr ist; dazwischen Musik',
    waits: {
      menu: (seconds, isSpeech) => `wartet ${seconds} s auf eine Taste${isSpeech ? ' oder ein Wort' : ''}`,
      number: (key) => `wartet auf eine Nummer, dann ${key}`,
      record: (seconds) => `nimmt höchstens ${seconds} s auf`,
      hold: 'dann bleibt man in der Leitung, oder legt auf und wird zurückgerufen',
      end: 'der Anruf ist zu Ende',
    },
  },
  case: {
    small: 'Fall',
    none: 'Noch kein Fall',
    noneLead: 'Nichts wurde gewählt. Auch wer jetzt auflegt, bekommt einen.',
    number: (number, isNext) =>
      `${number} ist ${isNext ? 'heute die nächste freie Nummer' : 'die erste Nummer des Skripts'}; sie wird nicht verbraucht`,
    calledBack: (number) => `Rückruf auf ${number}.`,
    promised: 'Versprochen wird eine Antwort:',
    text: (to, body) => `Eine SMS geht an ${to}: „${body}“`,
    nobodyPaged: 'Niemand wird gerufen.',
    nobodyRung:
      'Niemand wird mehr angerufen: Es wurde aufgelegt, und der Fall wartet darauf, erfasst zu werden.',
  },
  rounds: {
    one: (round) => `Runde ${round}`,
    several: (first, last) => `Runden ${first} bis ${last}`,
    same: (every) =>
      `Dieselben auf denselben Wegen${every === undefined ? '' : `, im Abstand von ${every}, solange niemand annimmt`}`,
    headline: (n, takesCall) => {
      if (n === 0) return takesCall ? 'Niemand ist anzurufen' : 'Niemand ist zu rufen';
      if (takesCall)
        return plural(n, { one: 'Ein Telefon klingelt', other: `${n} Telefone klingeln zugleich` });
      return plural(n, { one: 'Ein Ruf', other: `${n} Rufe zugleich` });
    },
    caption: 'Wer gefragt wird',
    role: 'Rolle',
    person: 'Person',
    sms: 'SMS',
    voice: 'Anruf',
    why: 'Warum',
    nobody: 'niemand',
    tooFew: 'zu wenige',
    paged: 'gerufen',
    rung: 'angerufen',
    without: ({ channel, why }) => {
      const way = channel === 'sms' ? 'SMS' : 'Anruf';
      if (why === 'no number') return `${way}: keine Nummer`;
      return why === 'opted out' ? `${way}: abbestellt` : `${way}: die Nummer geht nicht`;
    },
    notAsked: ({ until, without }) =>
      `nicht gefragt: ${until === undefined ? without.join(', ') || 'niemand hat diesen Schlüssel' : `abwesend bis ${until}`}`,
    hole: ({ wanted, found }, role, takesCall) => {
      if (found > 0) return `nur ${found} von ${wanted} zu erreichen: ${role}; ein Alarm sagt es`;
      const instead = takesCall ? '' : '; an ihrer Stelle wird der Supervisor gerufen';
      return `niemand zu erreichen: ${role}${instead}; ein Alarm sagt es`;
    },
    seat: {
      standsIn: 'ohne Dienst, springt ein, weil niemand zu erreichen ist',
      insteadOf: (name) => `anstelle von ${name}`,
      list: 'nach der Dienstliste',
    },
    givenUp: (why, takesCall) =>
      `${takesCall ? 'Niemand hat sich gemeldet' : 'Das Rufen endet'}: ${whys[why]}`,
    givesUp: (go, takesCall) =>
      `${takesCall ? 'Dann die Nächsten im Dienst, bis alle einmal gefragt sind. ' : ''}Nimmt niemand an, geht es mit ${go} weiter.`,
    later: 'später',
    contact: 'Kontakt',
    contactDue: 'Jetzt muss Kontakt bestehen',
    notTheEnd: 'Annehmen genügt nicht',
    pagedAgain: (minutes, from) =>
      `Angenommen, aber kein Kontakt mit dem Kunden: neuer Ruf nach ${minutes} Minuten, auch an den Supervisor ab ${from}.`,
  },
  accepted: {
    headline: (name, round, takesCall) =>
      `${name ?? 'Jemand'} nimmt ${takesCall ? 'den Anruf ' : ''}in Runde ${round} an`,
    hears: 'Hört:',
    reads: 'Liest:',
    callerHears: 'In der Leitung ist dies zu hören, und die beiden werden verbunden:',
    callerGone: 'In der Leitung ist niemand mehr, der etwas hörte.',
    standDown: 'Wer nicht mehr gebraucht wird',
    person: 'Person',
    phone: 'Telefon',
    text: 'SMS',
    stops: 'hört auf zu klingeln',
    pickedUp: (words) => `wer abgehoben hat, hört: „${words}“`,
    silent: 'klingelt nicht',
    noText: 'keine',
    mail: (to, subject) => `Eine Mail geht an ${to}: „${subject}“`,
    isContact: 'Sie treffen sich in der Leitung: Das ist der Kontakt',
    isContactLead: 'Niemand wird mehr gerufen. Träfen sie sich nicht, begänne das Rufen von neuem:',
    noContact: 'Noch hat niemand mit dem Kunden gesprochen',
    noContactLead: 'Tut es niemand, beginnt das Rufen von neuem:',
  },
  handsOn: {
    small: 'weitergeben',
    headline: (name, canBe) =>
      `Wer sich meldet, kann den Anruf ${canBe ? '' : 'nicht '}an ${name} weitergeben`,
    closed: 'Das Büro ist geschlossen: Niemand ist darüber hinaus zu erreichen.',
  },
  assignment: {
    headline: (whom, onceRegistered) =>
      onceRegistered ? `Sobald er erfasst ist, geht der Fall an ${whom}` : `Der Fall geht an ${whom}`,
    nobody: 'niemanden',
    nobodyOf: (role) => `niemanden: Dann ist im Dienst niemand zu benachrichtigen (${role})`,
    never: 'nie',
    neverLead: 'Das Büro öffnet binnen eines Jahres nicht.',
    atOnce: 'Sofort: Das Büro ist offen.',
    atOpening: 'Wenn das Büro das nächste Mal öffnet.',
    passedOver: (names) => `Übergangen, weil weder SMS noch Mail sie erreicht: ${names.join(', ')}.`,
    contactDue: (at) => `Kontakt bis ${at}.`,
  },
};
