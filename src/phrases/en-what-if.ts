import { writeSpan } from '../coverage/index.ts';
import { capital, pluralIn } from './plural.ts';
import type { WhatIfWords } from './what-if-words.ts';

const plural = pluralIn('en');

/** What the what-if page says, in English. */
export const englishWhatIf: WhatIfWords = {
  title: 'What if',
  lead: 'What would be said, who would be called or paged, and when, by today’s script, hours and duty. Nothing is sent.',
  form: {
    desk: 'Desk',
    at: (zone) => `Date and time there, ${zone}`,
    caller: 'Caller, blank if hidden',
    keys: 'Keys in order, with commas',
    keysHint: 'or silence, hang-up; or nobody, to hold in vain',
    then: 'Then',
    nobody: 'nobody accepts',
    inRound: (round) => `somebody accepts in round ${round}`,
    show: 'Show',
    taken: (round) =>
      `It is taken that ${round === undefined ? 'nobody accepts meanwhile' : `somebody accepts as soon as round ${round} begins`}, that no phone has another call, and that the caller has no open case.`,
  },
  fault: (of) => {
    switch (of.kind) {
      case 'no-time':
        return `${of.written} is no time: write a time such as 2026-12-24T02:00, by the clock of the desk, or 2026-12-24T07:00Z.`;
      case 'no-number':
        return `${of.written}: write a number with plus and country code, such as +12025550100.`;
      case 'no-keys':
        return `"${of.written}": write keys 0 to 9, * and #, or silence, nobody or hang-up, with commas between.`;
      case 'no-round':
        return `"${of.written}": write the number of a round, such as 2.`;
      case 'since-later':
        return `${of.written} is later than the time asked for, ${of.at}.`;
      case 'call-over':
        return `${of.written}: the call is over before it.`;
      case 'no-hold':
        return `${of.written}: the caller does not hold then.`;
      case 'never-in-vain':
        return `${of.written}: here people are asked until somebody comes.`;
      case 'one-key':
        return `${of.written}: one key at a time is taken here; put commas between.`;
      case 'nobody-paged':
        return `${of.written}: nobody is paged in that call.`;
      case 'in-vain':
        return `${of.written}: by then everybody has been asked in vain: leave out nobody.`;
      case 'paging-ends':
        return `${of.written}: the paging ends after round ${of.last}: ${of.why}.`;
      case 'no-such-round':
        return `${of.written}: write a round of the first hour, 1 to ${of.last}.`;
      case 'nobody-reached':
        return `${of.written}: nobody can be reached in that round.`;
    }
  },
  note: (of, time) => {
    switch (of.kind) {
      case 'skipped':
        return `${of.written} does not exist in ${of.timeZone}: clocks go forward over it. Taken as ${time(of.taken)}.`;
      case 'twice':
        return `${of.written} comes twice in ${of.timeZone}: clocks go back. Taken as the first; the second is ${of.second}.`;
      case 'no-dates':
        return 'Dates that were set in the console are not known here: they stand in the database.';
    }
  },
  ahead: {
    title: 'The next 90 days',
    lead: 'what the duty lacks, from now on',
    nothing: 'every role that it needs has somebody who can be reached.',
    findings: (n) => `${n} ${plural(n, { one: 'finding', other: 'findings' })}`,
    from: (from, to) => `${from} to ${to}`,
    finding: ({ problem, wanted, found }, names, roles) => {
      switch (problem) {
        case 'nobody':
          return `nobody is on duty as ${roles.join()}`;
        case 'too-few':
          return `only ${found} of ${wanted} can be reached as ${roles.join()} (${names})`;
        case 'unreachable':
          return `${names}, on duty as ${roles.join()}, has no number that works`;
        case 'doubled':
          return `${names} is on duty ${found} times at once, as ${roles.join(' and as ')}`;
      }
    },
    at: (role, desk) => `${role} at ${desk}`,
    more: (n) => `and ${n} more:`,
    otherDesks: 'Other desks:',
  },
  call: {
    findings: (n) => `${n} ${plural(n, { one: 'finding', other: 'findings' })}`,
    whoIsOnDuty: 'Who is on duty',
    comesIn: (number) => `The call comes in${number === undefined ? '' : ` to ${number}`}`,
    from: (caller) => {
      if (caller === undefined) return 'From a number that is withheld.';
      if (caller.name === undefined) return 'From a number that is no contact of a customer.';
      const approved = caller.approved ? 'an approved contact' : 'a contact who may not register cases';
      return `From ${caller.name}${caller.approved === undefined ? '' : `: ${approved}`}.`;
    },
    office: (isOpen) => `The office is ${isOpen ? 'open' : 'closed'}`,
    because: ({ date, weekday, spans, reason }) => {
      const hours = spans.length === 0 ? 'nothing opens' : `its hours are ${spans.map(writeSpan).join(', ')}`;
      if (reason.kind === 'holiday') return `${date} is ${reason.name}, and ${hours}`;
      if (reason.kind === 'exception') return `${date} is an exception, and ${hours} (${reason.why})`;
      return `on a ${capital(weekday)} ${hours}`;
    },
    changes: (isOpen, at) => {
      if (at === undefined) return `It does not ${isOpen ? 'close' : 'open'} within a year.`;
      return `It ${isOpen ? 'closes' : 'opens'} ${at}.`;
    },
    did: (deed) => {
      switch (deed.kind) {
        case 'calls':
          return 'calls';
        case 'silence':
          return 'is silent';
        case 'nobody':
          return 'holds, and nobody comes';
        case 'message':
          return 'leaves a message';
        case 'hang-up':
          return 'hangs up';
        case 'keys':
          return `presses ${deed.keys}${deed.choice === undefined ? '' : `: ${deed.choice}`}`;
      }
    },
    spoken: 'spoken',
    nobodyCame: 'nobody came',
    onHold: 'on hold',
    again: 'again at least every 20 s, with what is true then; music between',
    waits: {
      menu: (seconds, isSpeech) => `waits ${seconds} s for a key${isSpeech ? ' or a word' : ''}`,
      number: (key) => `waits for a number, then ${key}`,
      record: (seconds) => `records at most ${seconds} s`,
      hold: 'then the caller holds, or hangs up and is called back',
      end: 'the call is over',
    },
  },
  case: {
    small: 'case',
    none: 'No case yet',
    noneLead: 'Nothing was chosen. Whoever hangs up now gets one all the same.',
    number: (number, isNext) =>
      `${number} is ${isNext ? 'the next free number today' : 'the script’s first number'}; it is not used up`,
    calledBack: (number) => `Called back on ${number}.`,
    promised: 'The caller is promised an answer:',
    text: (to, body) => `A text goes to ${to}: “${body}”`,
    nobodyPaged: 'Nobody is paged.',
    nobodyRung: 'Nobody is rung any more: the caller has hung up, and the case waits to be registered.',
  },
  rounds: {
    one: (round) => `round ${round}`,
    several: (first, last) => `rounds ${first} to ${last}`,
    same: (every) =>
      `The same by the same ways${every === undefined ? '' : `, every ${every}, as long as nobody accepts`}`,
    headline: (n, takesCall) => {
      if (n === 0) return takesCall ? 'Nobody can be rung' : 'Nobody can be paged';
      if (takesCall) return plural(n, { one: 'One phone rings', other: `${n} phones ring at once` });
      return plural(n, { one: 'One page', other: `${n} pages at once` });
    },
    caption: 'Who is asked',
    role: 'Role',
    person: 'Person',
    sms: 'SMS',
    voice: 'Voice',
    why: 'Why',
    nobody: 'nobody',
    tooFew: 'too few',
    paged: 'paged',
    rung: 'rung',
    without: ({ channel, why }) => {
      const name = channel === 'sms' ? 'SMS' : channel;
      return why === 'no number' ? `no number for ${name}` : `${name} ${why}`;
    },
    notAsked: ({ until, without }) =>
      `not asked: ${until === undefined ? without.join(', ') || 'nobody has this key' : `away until ${until}`}`,
    hole: ({ wanted, found }, role, takesCall) => {
      if (found > 0) return `only ${found} of ${wanted} can be reached as ${role}, and an alarm says so`;
      const instead = takesCall ? '' : ': the supervisor is paged in their place';
      return `nobody can be reached as ${role}${instead}, and an alarm says so`;
    },
    seat: {
      standsIn: 'not on duty, stands in because nobody can be reached',
      insteadOf: (name) => `in place of ${name}`,
      list: 'by the duty list',
    },
    givenUp: (why, takesCall) => `${takesCall ? 'Nobody has answered' : 'The paging ends'}: ${why}`,
    givesUp: (go, takesCall) =>
      `${takesCall ? 'Then the next on duty, until each has been asked once. ' : ''}When nobody accepts, the caller goes on with ${go}.`,
    later: 'later',
    contact: 'contact',
    contactDue: 'Contact is due',
    notTheEnd: 'Accepted is not the end',
    pagedAgain: (minutes, from) =>
      `Accepted, but no contact with the customer: paged again after ${minutes} minutes, the supervisor too from ${from}.`,
  },
  accepted: {
    headline: (name, round, takesCall) =>
      `${name ?? 'Somebody'} ${takesCall ? 'takes the call' : 'accepts'} in round ${round}`,
    hears: 'Hears:',
    reads: 'Reads:',
    callerHears: 'The caller hears, and the two are connected:',
    callerGone: 'The caller is on the line no more, and hears nothing.',
    standDown: 'Who is needed no more',
    person: 'Person',
    phone: 'Phone',
    text: 'Text',
    stops: 'stops ringing',
    pickedUp: (words) => `picked up, it says: “${words}”`,
    silent: 'does not ring',
    noText: 'none',
    mail: (to, subject) => `A mail goes to ${to}: “${subject}”`,
    isContact: 'They meet on the line: that is the contact',
    isContactLead: 'Nobody is paged again. If they did not meet, the paging would begin again:',
    noContact: 'Nobody has spoken with the customer yet',
    noContactLead: 'Unless somebody does, the paging begins again:',
  },
  handsOn: {
    small: 'handing on',
    headline: (name, canBe) => `Whoever answers ${canBe ? 'can' : 'cannot'} hand the caller on to ${name}`,
    closed: 'The office is closed: nobody is reached past them.',
  },
  assignment: {
    headline: (whom, onceRegistered) =>
      `${onceRegistered ? 'Once registered, the case is given' : 'The case is given'} to ${whom}`,
    nobody: 'nobody',
    nobodyOf: (role) => `nobody: no ${role} on duty then can be told`,
    never: 'never',
    neverLead: 'The office does not open within a year.',
    atOnce: 'At once: the office is open.',
    atOpening: 'At the next opening of the office.',
    passedOver: (names) => `Passed over, because no text and no mail reaches them: ${names.join(', ')}.`,
    contactDue: (at) => `Contact is due ${at}.`,
  },
};
