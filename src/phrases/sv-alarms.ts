import { assertNever } from '../kernel/index.ts';
import type { CarrierName } from '../telephony/index.ts';
import { carrierTitles, shortTime, utcSpan, type FactsOf } from './alarm-parts.ts';
import type { AlarmFacts, AlarmWords, DrillMiss, Phrases } from './phrases.ts';
import { capital, pluralIn } from './plural.ts';

type Channel = 'voice' | 'sms';
const plural = pluralIn('sv');
const things = (channel: Channel): string => (channel === 'voice' ? 'samtal' : 'sms');
const titleOf = (carrier: CarrierName | undefined): string =>
  carrier === undefined ? 'Operatören' : carrierTitles[carrier];

function carrierRefuses(facts: FactsOf<'carrier-refuses'>): AlarmWords {
  const { code, channel, from, wholeAccount, pagesGoBy, carrier, isLast } = facts;
  const ours = from === undefined ? `våra ${things(channel)}` : `våra ${things(channel)} från ${from}`;
  const none = isLast
    ? ' Den andra operatören nekar också: ingen nås, och båda prövas igen i varje omgång.'
    : '';
  const instead = pagesGoBy === undefined ? none : ` Utskicken går via ${pagesGoBy}.`;
  return {
    wrong: `${titleOf(carrier)} nekar ${wholeAccount ? 'allt som vi begär' : ours} (${code}).${instead}`,
    toDo: wholeAccount
      ? 'Se kontot i operatörens konsol: inloggning, saldo, avstängning.'
      : 'Slå upp koden i operatörens fellista, och rätta nummer, behörighet eller registrering.',
  };
}

function contactDead({ person, channel, code }: FactsOf<'contact-dead'>): AlarmWords {
  const other = channel === 'voice' ? 'sms' : 'telefon';
  return {
    wrong: `${capital(things(channel))} till ${person} går aldrig fram (${code}); personen söks bara via ${other}.`,
    toDo: 'Rätta numret och importera det.',
  };
}

function dutyHole({ desk, role, found, wanted, unreachable }: FactsOf<'duty-hole'>): AlarmWords {
  const people = found === 0 ? `Ingen har jour som ${role}` : `Bara ${found} av ${wanted} ${role}`;
  const lost = unreachable.length > 0 ? `; utan fungerande nummer: ${unreachable.join(', ')}` : '';
  return { wrong: `${desk}: ${people}${lost}.`, toDo: `Rätta jourlistan för ${desk}.` };
}

const missWords: Record<DrillMiss, string> = {
  'no-answer': 'inget svar',
  busy: 'upptaget',
  'no-key': 'besvarat, ingen knapp',
  'no-reply': 'inget svar',
  failed: 'gick inte fram',
  'not-asked': 'kunde inte skickas',
};

function drillMissed({ desk, timeZone, person, missed, from }: FactsOf<'drill-missed'>): AlarmWords {
  const by = missed.map(({ channel, why, code }) => {
    const reason = code === undefined ? missWords[why] : `${missWords[why]}, ${code}`;
    return `${channel === 'voice' ? 'provsamtal' : 'prov-sms'} (${reason})`;
  });
  const at = shortTime(from, timeZone, 'sv', 'ccc d LLL HH:mm');
  return {
    wrong: `${desk}: ${person}, som har jour från ${at}, nåddes inte av ${by.join(' och ')}.`,
    toDo: 'Få tag på personen själv före dess, eller ge passet till någon annan. Numren står under Personer i konsolen.',
  };
}

function canaryMissing({ carrier, channel, number, minutes, gone }: FactsOf<'canary-missing'>): AlarmWords {
  const by = carrierTitles[carrier];
  const what = channel === 'voice' ? 'Provsamtalet' : 'Prov-sms:et';
  const within = plural(minutes, { one: '1 minut', other: `${minutes} minuter` });
  if (gone === 'reports') {
    return {
      wrong: `${what} via ${by} till ${number} kom fram, men rapporterna om det från ${by} kom inte inom ${within}.`,
      toDo: `Kontrollera PUBLIC_URL, och felloggen hos ${by} för statusrapporter som inte går fram.`,
    };
  }
  return {
    wrong: `${what} via ${by} till ${number} har inte kommit tillbaka inom ${within}: utskick går kanske inte fram via ${by}.`,
    toDo: `Se driftstatus och fellogg hos ${by}, och webhooks för det numret. Bevaka konsolen tills felet är avhjälpt.`,
  };
}

function deliveryDrop(facts: FactsOf<'delivery-drop'>): AlarmWords {
  const { channel, from, recentPercent, usualPercent, recent } = facts;
  const come = channel === 'voice' ? 'besvaras' : 'rapporteras som levererade';
  return {
    wrong: `Av de senaste ${recent} ${things(channel)} från ${from} ${come} ${recentPercent} %; ${usualPercent} % var det vanliga.`,
    toDo: 'Se operatörens driftstatus, och om numret filtreras eller registreringen har gått ut.',
  };
}

function dutyAhead(facts: FactsOf<'duty-ahead'>): AlarmWords {
  const { desk, role, timeZone, wanted, found, more } = facts;
  const people = facts.people.join(', ');
  const [from, to] = [facts.from, facts.to].map((at) => shortTime(at, timeZone, 'sv', 'ccc d LLL HH:mm'));
  const what = {
    nobody: `ingen har jour som ${role}`,
    'too-few': `bara ${found} av ${wanted} har jour som ${role}`,
    unreachable: `${people}, med jour som ${role}, har inget fungerande nummer`,
    doubled: `${people} har dubbel jour, som ${role}`,
  }[facts.problem];
  const again =
    more > 0 ? `, och ${more} ${plural(more, { one: 'gång', other: 'gånger' })} till inom en vecka` : '';
  return {
    wrong: `${desk}: ${what} från ${from} till ${to}${again}.`,
    toDo:
      facts.problem === 'unreachable' ? 'Rätta numret och importera det.' : `Rätta jourschemat för ${desk}.`,
  };
}

function failOpen({ desk, fault, told }: FactsOf<'fail-open'>): AlarmWords {
  const wrong = `Det som svarar dem som ringer ${desk} när tjänsten är nere är inte som det ska. ${told}`;
  if (fault === 'people') return { wrong, toDo: 'Rätta personfilen och importera den.' };
  return {
    wrong,
    toDo:
      fault === 'stale'
        ? `Lägg dokumenten från npm run fail-open -- ${desk} hos deras värd.`
        : 'Rätta värden; docs/FAIL-OPEN.md säger hur.',
  };
}

function recordingsKept({ code, carrier, what }: FactsOf<'recordings-kept'>): AlarmWords {
  const kept = what === 'records' ? 'uppgifter om samtal och sms' : 'meddelanden från dem som ringt';
  const at = carrier === undefined ? 'operatören' : carrierTitles[carrier];
  const byHand = 'radera dem där för hand och anteckna det som docs/SECURITY.md säger';
  if (code === 'not-configured') {
    return {
      wrong: `${capital(kept)} vars tid är ute ligger hos ${at}, som inte är konfigurerad längre.`,
      toDo: `Konfigurera den igen tills de är raderade, eller ${byHand}.`,
    };
  }
  if (code === 'elsewhere') {
    return {
      wrong: `${capital(kept)} vars tid är ute ligger i ett annat konto eller på en annan adress hos ${at} än den som används.`,
      toDo: `I kontot som användes förut, ${byHand}.`,
    };
  }
  return {
    wrong: `${titleOf(carrier)} vägrar radera ${kept} vars tid är ute (${code}).`,
    toDo: 'Se kontot där. De finns kvar tills det går, och ett nytt försök görs var sjätte timme.',
  };
}

function recordedLate({ recorded, lost, from, until }: FactsOf<'recorded-late'>): AlarmWords {
  const { first, last } = utcSpan(from, until);
  const when = last === undefined ? `klockan ${first} UTC` : `mellan ${first} och ${last} UTC`;
  const events = (n: number): string => plural(n, { one: '1 sak', other: `${n} saker` });
  const did = 'som uppringare eller någon av oss gjorde';
  const isNow = plural(recorded, {
    one: 'den är registrerad nu',
    other: 'de är registrerade nu',
  });
  const more = lost > 0 ? ` ${lost} kunde inte registreras alls.` : '';
  const files = lost > 0 ? ' Se *.given-up i JOURNAL_DIR och loggen.' : '';
  return {
    wrong:
      recorded === 0
        ? `${capital(events(lost))} ${did} ${when} kunde inte registreras alls.`
        : `${capital(events(recorded))} ${did} ${when} kunde inte registreras direkt; ${isNow}.${more}`,
    toDo: `Se ärendena som öppnats sedan dess och ring upp dem som väntat. Ta reda på varför databasen var borta.${files} Ta sedan bort larmet.`,
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
        wrong: `${facts.person} har tackat nej till våra sms och söks bara via telefon.`,
        toDo: `Personen måste skicka START till ${facts.ourNumber}.`,
      };
    case 'duty-hole':
      return dutyHole(facts);
    case 'duty-ahead':
      return dutyAhead(facts);
    case 'drill-missed':
      return drillMissed(facts);
    case 'nobody-to-page':
      return {
        wrong: `Ingen kan sökas för ${facts.caseNumber}: ingen person hos ${facts.desk} har ett fungerande nummer.`,
        toDo: 'Importera personer med nummer genast, och ring kunden själv.',
      };
    case 'canary-missing':
      return canaryMissing(facts);
    case 'delivery-drop':
      return deliveryDrop(facts);
    case 'mail-stuck':
      return {
        wrong: `E-post går inte ut: ${facts.error}.`,
        toDo: 'Kontrollera SMTP_URL och MAIL_FROM, och e-postservern. Inget går förlorat: utkorgen behåller allt.',
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

/** What Swedish supervisors are told when something is wrong. */
export const swedishAlarms = {
  alarm,
  alarmText: ({ wrong, toDo }) => `LARM ${wrong} ${toDo}`,
  alarmSubject: ({ wrong }) => `LARM ${wrong}`,
  alarmMail: ({ wrong, toDo }, consoleUrl) =>
    `${wrong}\n\nGör så här: ${toDo}\n\nKonsolen visar om felet kvarstår: ${consoleUrl}\n`,
  alarmSpoken: (deskName, { wrong, toDo }) => `Supporten hos ${deskName}, ett larm. ${wrong} ${toDo}`,
  alarmKeys: 'Tryck 1 om du har hört det, 9 för att höra igen.',
  alarmHeard: 'Tack. Larmet står kvar i konsolen. Hej då.',
  alarmOver: 'Larmet är över. Du behöver inte göra något. Hej då.',
} satisfies Partial<Phrases>;
