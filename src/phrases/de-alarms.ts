import { assertNever } from '../kernel/index.ts';
import { carrierTitles, shortTime, utcSpan, type FactsOf } from './alarm-parts.ts';
import type { AlarmFacts, AlarmWords, DrillMiss, Phrases } from './phrases.ts';
import { capital, pluralIn } from './plural.ts';

type Channel = 'voice' | 'sms';
const plural = pluralIn('de');
const things = (channel: Channel): string => (channel === 'voice' ? 'Anrufe' : 'SMS');

function carrierRefuses(facts: FactsOf<'carrier-refuses'>): AlarmWords {
  const { code, channel, from, wholeAccount, pagesGoBy, carrier, isLast } = facts;
  const who = carrier === undefined ? 'Der Anbieter' : carrierTitles[carrier];
  const ours = `unsere ${things(channel)}${from === undefined ? '' : ` von ${from}`}`;
  const none = isLast
    ? ' Auch der andere Anbieter lehnt ab: Niemand wird erreicht, und in jeder Runde versuchen wir beide.'
    : '';
  const instead = pagesGoBy === undefined ? none : ` Gesucht wird über ${pagesGoBy}.`;
  return {
    wrong: `${who} lehnt ${wholeAccount ? 'alles' : ours} ab (${code}).${instead}`,
    toDo: wholeAccount
      ? 'Prüfen Sie das Konto beim Anbieter: Zugangsdaten, Guthaben, Sperre.'
      : 'Schlagen Sie den Code in der Fehlerliste des Anbieters nach, und berichtigen Sie Nummer, Berechtigung oder Registrierung.',
  };
}

function contactDead({ person, channel, code }: FactsOf<'contact-dead'>): AlarmWords {
  const other = channel === 'voice' ? 'SMS' : 'Telefon';
  return {
    wrong: `${things(channel)} an ${person} kommen nie an (${code}); diese Person wird nur per ${other} gesucht.`,
    toDo: 'Berichtigen Sie die Nummer und importieren Sie sie.',
  };
}

function dutyHole({ desk, role, found, wanted, unreachable }: FactsOf<'duty-hole'>): AlarmWords {
  const people = found === 0 ? `Niemand hat Dienst als ${role}` : `Nur ${found} von ${wanted} ${role}`;
  const lost = unreachable.length > 0 ? `; ohne funktionierende Nummer: ${unreachable.join(', ')}` : '';
  return { wrong: `${desk}: ${people}${lost}.`, toDo: `Berichtigen Sie die Dienstliste von ${desk}.` };
}

function dutyAhead(facts: FactsOf<'duty-ahead'>): AlarmWords {
  const { desk, role, timeZone, wanted, found, more } = facts;
  const people = facts.people.join(', ');
  const [from, to] = [facts.from, facts.to].map((at) => shortTime(at, timeZone, 'de', 'ccc d. LLL HH:mm'));
  const what = {
    nobody: `niemand hat Dienst als ${role}`,
    'too-few': `nur ${found} von ${wanted} ${role} haben Dienst`,
    unreachable: `${people} hat Dienst als ${role} und keine funktionierende Nummer`,
    doubled: `${people} hat doppelt Dienst, als ${role}`,
  }[facts.problem];
  const again =
    more > 0 ? `, und noch ${plural(more, { one: 'einmal', other: `${more} Mal` })} binnen einer Woche` : '';
  return {
    wrong: `${desk}: ${what}, ${from} bis ${to}${again}.`,
    toDo:
      facts.problem === 'unreachable'
        ? 'Berichtigen Sie die Nummer und importieren Sie sie.'
        : `Berichtigen Sie den Dienstplan von ${desk}.`,
  };
}

const missWords: Record<DrillMiss, string> = {
  'no-answer': 'keine Antwort',
  busy: 'besetzt',
  'no-key': 'abgehoben, keine Taste gedrückt',
  'no-reply': 'keine Antwort',
  failed: 'fehlgeschlagen',
  'not-asked': 'nicht möglich',
};

function drillMissed({ desk, timeZone, person, missed, from }: FactsOf<'drill-missed'>): AlarmWords {
  const by = missed.map(({ channel, why, code }) => {
    const reason = code === undefined ? missWords[why] : `${missWords[why]}, ${code}`;
    return `${channel === 'voice' ? 'Anruf' : 'SMS'} (${reason})`;
  });
  const at = shortTime(from, timeZone, 'de', 'ccc d. LLL HH:mm');
  return {
    wrong: `${desk}: ${person}, im Dienst ab ${at}, wurde beim Test nicht erreicht: ${by.join(' und ')}.`,
    toDo: 'Rufen Sie diese Person vorher selbst an, oder geben Sie die Schicht jemand anderem. Die Nummern stehen in der Konsole unter Personen.',
  };
}

function canaryMissing({ carrier, channel, number, minutes, gone }: FactsOf<'canary-missing'>): AlarmWords {
  const by = carrierTitles[carrier];
  const what = `${channel === 'voice' ? 'Der Testanruf' : 'Die Test-SMS'} über ${by} an ${number}`;
  const within = plural(minutes, { one: 'einer Minute', other: `${minutes} Minuten` });
  if (gone === 'reports') {
    return {
      wrong: `${what} kam an, aber die Berichte von ${by} darüber kamen nicht binnen ${within}.`,
      toDo: `Prüfen Sie PUBLIC_URL, und im Fehlerprotokoll von ${by} die fehlgeschlagenen Statusmeldungen.`,
    };
  }
  return {
    wrong: `${what} kam nicht binnen ${within} zurück: Vielleicht geht über ${by} nichts hinaus.`,
    toDo: `Sehen Sie Statusseite und Fehlerprotokoll von ${by} an, und die Webhooks dieser Nummer. Beobachten Sie die Konsole, bis es behoben ist.`,
  };
}

function deliveryDrop(facts: FactsOf<'delivery-drop'>): AlarmWords {
  const { channel, from, recentPercent, usualPercent, recent } = facts;
  const come = channel === 'voice' ? 'wurden angenommen' : 'sind als zugestellt gemeldet';
  return {
    wrong: `Von den letzten ${recent} ${channel === 'voice' ? 'Anrufen' : 'SMS'} von ${from} ${come}: ${recentPercent} %; üblich waren ${usualPercent} %.`,
    toDo: 'Sehen Sie die Statusseite des Anbieters an, und ob die Nummer gefiltert wird oder ihre Registrierung abgelaufen ist.',
  };
}

function failOpen({ desk, fault, told }: FactsOf<'fail-open'>): AlarmWords {
  const wrong = `Was Anrufern von ${desk} antwortet, wenn der Dienst ausfällt, ist nicht in Ordnung. ${told}`;
  if (fault === 'people')
    return { wrong, toDo: 'Berichtigen Sie die Personendatei und importieren Sie sie.' };
  return {
    wrong,
    toDo:
      fault === 'stale'
        ? `Legen Sie die Dokumente von npm run fail-open -- ${desk} bei ihrem Host ab.`
        : 'Berichtigen Sie den Host; docs/FAIL-OPEN.md sagt, wie.',
  };
}

function recordingsKept({ code, carrier, what }: FactsOf<'recordings-kept'>): AlarmWords {
  const kept = what === 'records' ? 'Daten über Anrufe und SMS' : 'Nachrichten von Anrufern';
  const title = carrier === undefined ? 'dem Anbieter' : carrierTitles[carrier];
  const byHand = 'löschen Sie sie dort von Hand und notieren es, wie docs/SECURITY.md sagt';
  if (code === 'not-configured') {
    return {
      wrong: `${kept}, deren Zeit um ist, liegen bei ${title}. Dieser Zugang ist nicht mehr konfiguriert.`,
      toDo: `Konfigurieren Sie ihn wieder, bis sie gelöscht sind, oder ${byHand}.`,
    };
  }
  if (code === 'elsewhere') {
    return {
      wrong: `${kept}, deren Zeit um ist, liegen in einem anderen Konto oder unter einer anderen Adresse von ${title} als den benutzten.`,
      toDo: `Im früher benutzten Konto: ${capital(byHand)}.`,
    };
  }
  return {
    wrong: `${carrier === undefined ? 'Der Anbieter' : title} weigert sich, ${kept} zu löschen, deren Zeit um ist (${code}).`,
    toDo: 'Sehen Sie das Konto dort an. Sie bleiben, bis es gelingt; alle sechs Stunden versuchen wir es wieder.',
  };
}

function recordedLate({ recorded, lost, from, until }: FactsOf<'recorded-late'>): AlarmWords {
  const { first, last } = utcSpan(from, until);
  const when = last === undefined ? `um ${first} UTC` : `zwischen ${first} und ${last} UTC`;
  const things = (n: number): string => plural(n, { one: 'Eine Sache', other: `${n} Dinge` });
  const done = (n: number): string =>
    `${things(n)}, die Anrufer oder Kollegen ${when} getan haben, ${plural(n, { one: 'konnte', other: 'konnten' })}`;
  const isNow = plural(recorded, { one: 'jetzt ist sie es', other: 'jetzt sind sie es' });
  const more = lost > 0 ? ` ${lost} gar nicht.` : '';
  const files = lost > 0 ? ' Siehe *.given-up in JOURNAL_DIR und das Protokoll.' : '';
  return {
    wrong:
      recorded === 0
        ? `${done(lost)} gar nicht aufgezeichnet werden.`
        : `${done(recorded)} nicht sofort aufgezeichnet werden; ${isNow}.${more}`,
    toDo: `Sehen Sie die seither eröffneten Fälle an und rufen Sie zurück, wer gewartet hat. Klären Sie, warum die Datenbank weg war.${files} Dann heben Sie den Alarm auf.`,
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
        wrong: `${facts.person} hat unsere SMS abbestellt und wird nur per Telefon gesucht.`,
        toDo: `Diese Person muss START an ${facts.ourNumber} senden.`,
      };
    case 'duty-hole':
      return dutyHole(facts);
    case 'duty-ahead':
      return dutyAhead(facts);
    case 'drill-missed':
      return drillMissed(facts);
    case 'nobody-to-page':
      return {
        wrong: `Für ${facts.caseNumber} kann niemand gesucht werden: Bei ${facts.desk} hat niemand eine funktionierende Nummer.`,
        toDo: 'Importieren Sie sofort Personen mit Nummern, und rufen Sie den Kunden selbst an.',
      };
    case 'canary-missing':
      return canaryMissing(facts);
    case 'delivery-drop':
      return deliveryDrop(facts);
    case 'mail-stuck':
      return {
        wrong: `E-Mails gehen nicht hinaus: ${facts.error}.`,
        toDo: 'Prüfen Sie SMTP_URL und MAIL_FROM, und den Mailserver. Nichts geht verloren: Der Ausgang behält sie.',
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

/** What German supervisors are told when something is wrong. */
export const germanAlarms = {
  alarm,
  alarmText: ({ wrong, toDo }) => `ALARM: ${wrong} ${toDo}`,
  alarmSubject: ({ wrong }) => `ALARM: ${wrong}`,
  alarmMail: ({ wrong, toDo }, consoleUrl) =>
    `${wrong}\n\nWas zu tun ist: ${toDo}\n\nDie Konsole zeigt, ob es noch so ist: ${consoleUrl}\n`,
  alarmSpoken: (deskName, { wrong, toDo }) => `Der Support von ${deskName}, ein Alarm. ${wrong} ${toDo}`,
  alarmKeys: 'Drücken Sie 1, wenn Sie es gehört haben, 9 zum Wiederholen.',
  alarmHeard: 'Danke. Der Alarm bleibt in der Konsole stehen. Auf Wiederhören.',
  alarmOver: 'Der Alarm ist vorbei. Sie müssen nichts tun. Auf Wiederhören.',
} satisfies Partial<Phrases>;
