import { assertNever } from '../kernel/index.ts';
import { carrierTitles, shortTime, utcSpan, type FactsOf } from './alarm-parts.ts';
import type { AlarmFacts, AlarmWords, DrillMiss, Phrases } from './phrases.ts';
import { capital, pluralIn } from './plural.ts';

type Channel = 'voice' | 'sms';
const plural = pluralIn('it');
const things = (channel: Channel): string => (channel === 'voice' ? 'chiamate' : 'SMS');
/** The same with its article: calls are feminine, texts are not. */
const theThings = (channel: Channel): string => (channel === 'voice' ? 'le chiamate' : 'gli SMS');

function carrierRefuses(facts: FactsOf<'carrier-refuses'>): AlarmWords {
  const { code, channel, from, wholeAccount, pagesGoBy, carrier, isLast } = facts;
  const who = carrier === undefined ? 'Il gestore' : carrierTitles[carrier];
  const ours = `${channel === 'voice' ? 'le nostre' : 'i nostri'} ${things(channel)}`;
  const none = isLast
    ? " Anche l'altro gestore rifiuta: nessuno viene raggiunto, e a ogni giro proviamo con entrambi."
    : '';
  const instead = pagesGoBy === undefined ? none : ` Le ricerche passano da ${pagesGoBy}.`;
  return {
    wrong: `${who} rifiuta ${wholeAccount ? 'ogni nostra richiesta' : `${ours}${from === undefined ? '' : ` da ${from}`}`} (${code}).${instead}`,
    toDo: wholeAccount
      ? "Controlli l'account nella console del gestore: credenziali, credito, sospensione."
      : "Cerchi il codice nell'elenco degli errori del gestore, e corregga numero, permessi o registrazione.",
  };
}

function contactDead({ person, channel, code }: FactsOf<'contact-dead'>): AlarmWords {
  const other = channel === 'voice' ? 'SMS' : 'telefono';
  return {
    wrong: `${capital(theThings(channel))} a ${person} non arrivano mai (${code}); cerchiamo questa persona solo per ${other}.`,
    toDo: 'Corregga il numero e lo importi.',
  };
}

function dutyHole({ desk, role, found, wanted, unreachable }: FactsOf<'duty-hole'>): AlarmWords {
  const people = found === 0 ? `nessuno è di turno come ${role}` : `solo ${found} ${role} su ${wanted}`;
  const lost = unreachable.length > 0 ? `; senza un numero funzionante: ${unreachable.join(', ')}` : '';
  return { wrong: `${desk}: ${people}${lost}.`, toDo: `Corregga i turni di ${desk}.` };
}

function dutyAhead(facts: FactsOf<'duty-ahead'>): AlarmWords {
  const { desk, role, timeZone, wanted, found, more } = facts;
  const people = facts.people.join(', ');
  const [from, to] = [facts.from, facts.to].map((at) => shortTime(at, timeZone, 'it', 'ccc d LLL HH:mm'));
  const what = {
    nobody: `nessuno è di turno come ${role}`,
    'too-few': `solo ${found} ${role} su ${wanted} di turno`,
    unreachable: `${people}, di turno come ${role}, non ha un numero funzionante`,
    doubled: `${people} ha due turni insieme, come ${role}`,
  }[facts.problem];
  const again =
    more > 0
      ? `, e ${plural(more, { one: "un'altra volta", other: `altre ${more} volte` })} in 7 giorni`
      : '';
  return {
    wrong: `${desk}: ${what} da ${from} a ${to}${again}.`,
    toDo:
      facts.problem === 'unreachable'
        ? 'Corregga il numero e lo importi.'
        : `Corregga il piano dei turni di ${desk}.`,
  };
}

const missWords: Record<DrillMiss, string> = {
  'no-answer': 'nessuna risposta',
  busy: 'occupato',
  'no-key': 'risposta, nessun tasto premuto',
  'no-reply': 'nessuna risposta',
  failed: 'non arriva',
  'not-asked': 'invio impossibile',
};

function drillMissed({ desk, timeZone, person, missed, from }: FactsOf<'drill-missed'>): AlarmWords {
  const by = missed.map(({ channel, why, code }) => {
    const reason = code === undefined ? missWords[why] : `${missWords[why]}, ${code}`;
    return `${channel === 'voice' ? 'chiamata' : 'SMS'} (${reason})`;
  });
  const at = shortTime(from, timeZone, 'it', 'ccc d LLL HH:mm');
  return {
    wrong: `${desk}: le prove non hanno raggiunto ${person}, di turno da ${at}: ${by.join(' e ')}.`,
    toDo: 'Contatti Lei questa persona prima di allora, o affidi il turno ad altri. I numeri sono nella console, in Persone.',
  };
}

function canaryMissing({ carrier, channel, number, minutes, gone }: FactsOf<'canary-missing'>): AlarmWords {
  const by = carrierTitles[carrier];
  const what = `${channel === 'voice' ? 'La chiamata' : "L'SMS"} di prova con ${by} al ${number}`;
  const within = plural(minutes, { one: 'un minuto', other: `${minutes} minuti` });
  if (gone === 'reports') {
    const arrived = channel === 'voice' ? 'arrivata' : 'arrivato';
    return {
      wrong: `${what} è ${arrived}, ma ${by} non ce lo ha riferito entro ${within}.`,
      toDo: `Controlli PUBLIC_URL, e nel registro errori di ${by} le notifiche di stato fallite.`,
    };
  }
  const back = channel === 'voice' ? 'tornata' : 'tornato';
  return {
    wrong: `${what} non è ${back} entro ${within}: forse con ${by} le ricerche non partono.`,
    toDo: `Veda lo stato del servizio e il registro errori di ${by}, e i webhook di quel numero. Fino alla correzione tenga d'occhio la console.`,
  };
}

function deliveryDrop(facts: FactsOf<'delivery-drop'>): AlarmWords {
  const { channel, from, recentPercent, usualPercent, recent } = facts;
  const last = channel === 'voice' ? `delle ultime ${recent} chiamate` : `degli ultimi ${recent} SMS`;
  const come = channel === 'voice' ? 'ha avuto risposta' : 'risulta consegnato';
  return {
    wrong: `Solo il ${recentPercent} % ${last} da ${from} ${come}; di solito era il ${usualPercent} %.`,
    toDo: 'Veda lo stato del servizio del gestore, e se il numero è filtrato o la sua registrazione è scaduta.',
  };
}

function failOpen({ desk, fault, told }: FactsOf<'fail-open'>): AlarmWords {
  const wrong = `Ciò che risponde a chi chiama ${desk} quando il servizio è fermo non è come dovrebbe. ${told}`;
  if (fault === 'people') return { wrong, toDo: 'Corregga il file delle persone e lo importi.' };
  return {
    wrong,
    toDo:
      fault === 'stale'
        ? `Metta presso il loro host i documenti di npm run fail-open -- ${desk}.`
        : "Corregga l'host; docs/FAIL-OPEN.md dice come.",
  };
}

function recordingsKept({ code, carrier, what }: FactsOf<'recordings-kept'>): AlarmWords {
  const kept = what === 'records' ? 'i dati di chiamate e SMS' : 'i messaggi di chi ha chiamato';
  const title = carrier === undefined ? 'il gestore' : carrierTitles[carrier];
  const byHand = 'li elimini lì a mano e lo annoti come dice docs/SECURITY.md';
  if (code === 'not-configured') {
    return {
      wrong: `${capital(kept)} da eliminare sono presso ${title}, che non è più configurato.`,
      toDo: `Lo configuri di nuovo finché non sono eliminati, oppure ${byHand}.`,
    };
  }
  if (code === 'elsewhere') {
    return {
      wrong: `${capital(kept)} da eliminare sono in un account o a un indirizzo di ${title} diverso da quello in uso.`,
      toDo: `Nell'account usato prima, ${byHand}.`,
    };
  }
  return {
    wrong: `${capital(title)} rifiuta di eliminare ${kept} il cui tempo è scaduto (${code}).`,
    toDo: "Veda l'account presso di loro. Restano lì finché non riesce, e riproviamo ogni sei ore.",
  };
}

function recordedLate({ recorded, lost, from, until }: FactsOf<'recorded-late'>): AlarmWords {
  const { first, last } = utcSpan(from, until);
  const when = last === undefined ? `alle ${first} UTC` : `tra ${first} e ${last} UTC`;
  const actions = (n: number): string => plural(n, { one: "un'azione", other: `${n} azioni` });
  const did = `di chi ha chiamato o dei nostri colleghi, ${when},`;
  const more = lost > 0 ? ` Per ${lost} non è stato possibile.` : '';
  const files = lost > 0 ? ' Veda *.given-up in JOURNAL_DIR e il log.' : '';
  const late = plural(recorded, { one: 'è stata registrata', other: 'sono state registrate' });
  const never = plural(lost, { one: 'non è stata registrata', other: 'non sono state registrate' });
  return {
    wrong:
      recorded === 0
        ? `${capital(actions(lost))} ${did} ${never} affatto.`
        : `${capital(actions(recorded))} ${did} ${late} in ritardo.${more}`,
    toDo: `Veda i casi aperti da allora e richiami chi ha aspettato. Cerchi perché il database mancava.${files} Poi tolga l'allarme.`,
  };
}

function alarm(facts: AlarmFacts): AlarmWords {
  switch (facts.kind) {
    case 'carrier-refuses':
      return carrierRefuses(facts);
    case 'contact-dead':
      return contactDead(facts);
    case 'opted-out':
      return {
        wrong: `${facts.person} ha rifiutato i nostri SMS: cerchiamo questa persona solo per telefono.`,
        toDo: `Deve inviare START al ${facts.ourNumber}.`,
      };
    case 'duty-hole':
      return dutyHole(facts);
    case 'duty-ahead':
      return dutyAhead(facts);
    case 'drill-missed':
      return drillMissed(facts);
    case 'nobody-to-page':
      return {
        wrong: `Non possiamo cercare nessuno per ${facts.caseNumber}: nessuna persona di ${facts.desk} ha un numero funzionante.`,
        toDo: 'Importi subito persone con numeri, e chiami Lei il cliente.',
      };
    case 'canary-missing':
      return canaryMissing(facts);
    case 'delivery-drop':
      return deliveryDrop(facts);
    case 'mail-stuck':
      return {
        wrong: `Le e-mail non partono: ${facts.error}.`,
        toDo: 'Controlli SMTP_URL e MAIL_FROM, e il server di posta. Nulla va perso: restano in uscita.',
      };
    case 'recordings-kept':
      return recordingsKept(facts);
    case 'recorded-late':
      return recordedLate(facts);
    case 'fail-open':
      return failOpen(facts);
    default:
      return assertNever(facts);
  }
}

/** What Italian supervisors are told when something is wrong. */
export const italianAlarms = {
  alarm,
  alarmText: ({ wrong, toDo }) => `ALLARME ${wrong} ${toDo}`,
  alarmSubject: ({ wrong }) => `ALLARME ${wrong}`,
  alarmMail: ({ wrong, toDo }, consoleUrl) =>
    `${wrong}\n\nChe cosa fare: ${toDo}\n\nLa console mostra se il problema persiste: ${consoleUrl}\n`,
  alarmSpoken: (deskName, { wrong, toDo }) => `Assistenza ${deskName}, un allarme. ${wrong} ${toDo}`,
  alarmKeys: 'Prema 1 se ha sentito, 9 per riascoltare.',
  alarmHeard: "Grazie. L'allarme resta nella console. Arrivederci.",
  alarmOver: "L'allarme è finito. Non deve fare nulla. Arrivederci.",
} satisfies Partial<Phrases>;
