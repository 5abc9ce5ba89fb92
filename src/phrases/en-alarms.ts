import { assertNever } from '../kernel/index.ts';
import { carrierTitles, shortTime, utcSpan, type FactsOf } from './alarm-parts.ts';
import type { AlarmFacts, AlarmWords, DrillMiss, Phrases } from './phrases.ts';
import { capital, pluralIn } from './plural.ts';

type Channel = 'voice' | 'sms';
const things = (channel: Channel): string => (channel === 'voice' ? 'calls' : 'texts');
const plural = pluralIn('en');

function carrierRefuses(facts: FactsOf<'carrier-refuses'>): AlarmWords {
  const { code, channel, from, wholeAccount, pagesGoBy, carrier, isLast } = facts;
  const who = carrier === undefined ? 'The carrier' : carrierTitles[carrier];
  const ours = from === undefined ? things(channel) : `${things(channel)} from ${from}`;
  const what = wholeAccount ? 'everything that we ask' : `our ${ours}`;
  const none = isLast
    ? ' The other carrier refuses too: nobody is reached, and both are tried again in every round.'
    : '';
  const instead = pagesGoBy === undefined ? none : ` Paging goes out by ${pagesGoBy}.`;
  return {
    wrong: `${who} refuses ${what} (${code}).${instead}`,
    toDo: wholeAccount
      ? "See the account in the carrier's console: credentials, balance, suspension."
      : `Look the code up in the carrier's error list, and mend number, permission or registration.`,
  };
}

function contactDead({ person, channel, code }: FactsOf<'contact-dead'>): AlarmWords {
  const other = channel === 'voice' ? 'text' : 'voice';
  return {
    wrong: `${capital(things(channel))} to ${person} fail for good (${code}); they are paged by ${other} only.`,
    toDo: 'Mend the number and import it.',
  };
}

function dutyHole(facts: FactsOf<'duty-hole'>): AlarmWords {
  const { desk, role, found, wanted, unreachable } = facts;
  const people = found === 0 ? `Nobody is on duty as ${role}` : `Only ${found} of ${wanted} ${role}`;
  const lost = unreachable.length > 0 ? `; without a working number: ${unreachable.join(', ')}` : '';
  return { wrong: `${desk}: ${people}${lost}.`, toDo: `Mend the duty list of ${desk}.` };
}

function dutyAhead(facts: FactsOf<'duty-ahead'>): AlarmWords {
  const { desk, role, timeZone, wanted, found, more } = facts;
  const people = facts.people.join(', ');
  const [from, to] = [facts.from, facts.to].map((at) => shortTime(at, timeZone, 'en', 'ccc d LLL HH:mm'));
  const what = {
    nobody: `nobody is on duty as ${role}`,
    'too-few': `only ${found} of ${wanted} ${role} are on duty`,
    unreachable: `${people}, on duty as ${role}, has no working number`,
    doubled: `${people} is on duty twice, as ${role}`,
  }[facts.problem];
  const again = more > 0 ? `, and ${more} more ${more === 1 ? 'time' : 'times'} within a week` : '';
  return {
    wrong: `${desk}: ${what} from ${from} to ${to}${again}.`,
    toDo:
      facts.problem === 'unreachable' ? 'Mend the number and import it.' : `Mend the schedule of ${desk}.`,
  };
}

const missWords: Record<DrillMiss, string> = {
  'no-answer': 'no answer',
  busy: 'busy',
  'no-key': 'picked up, no key pressed',
  'no-reply': 'no reply',
  failed: 'failed',
  'not-asked': 'could not be sent',
};

function drillMissed({ desk, timeZone, person, missed, from }: FactsOf<'drill-missed'>) {
  const by = missed.map(({ channel, why, code }) => {
    const reason = code === undefined ? missWords[why] : `${missWords[why]}, ${code}`;
    return `${channel === 'voice' ? 'call' : 'text'} (${reason})`;
  });
  const at = shortTime(from, timeZone, 'en', 'ccc d LLL HH:mm');
  return {
    wrong: `${desk}: ${person}, on duty from ${at}, was not reached by test ${by.join(' and ')}.`,
    toDo: 'Reach them yourself before that, or give the shift to somebody else. Their numbers stand under People in the console.',
  };
}

function canaryMissing(facts: FactsOf<'canary-missing'>): AlarmWords {
  const by = carrierTitles[facts.carrier];
  const what = `test ${facts.channel === 'voice' ? 'call' : 'text'} by ${by} to ${facts.number}`;
  if (facts.gone === 'reports') {
    return {
      wrong: `The ${what} arrived, but ${by}'s reports of it did not come within ${facts.minutes} minutes.`,
      toDo: `Check PUBLIC_URL, and the error log of ${by} for status callbacks that fail.`,
    };
  }
  return {
    wrong: `The ${what} has not come back within ${facts.minutes} minutes: pages may not go out by ${by}.`,
    toDo: `See the status page and error log of ${by}, and the webhooks of that number. Watch the console until it is mended.`,
  };
}

function deliveryDrop(facts: FactsOf<'delivery-drop'>): AlarmWords {
  const { channel, from, recentPercent, usualPercent, recent } = facts;
  const come = channel === 'voice' ? 'are answered' : 'are reported as delivered';
  return {
    wrong: `Of the last ${recent} ${things(channel)} from ${from}, ${recentPercent} % ${come}; ${usualPercent} % were usual.`,
    toDo: "See the carrier's status page, and whether the number is filtered or its registration has lapsed.",
  };
}

function failOpen({ desk, fault, told }: FactsOf<'fail-open'>): AlarmWords {
  const wrong = `What answers callers of ${desk} while the service is down is not as it should be. ${told}`;
  if (fault === 'people') return { wrong, toDo: 'Mend the people file and import it.' };
  const host = 'Mend the host; docs/FAIL-OPEN.md says how.';
  return {
    wrong,
    toDo: fault === 'stale' ? `Bring the documents of npm run fail-open -- ${desk} to their host.` : host,
  };
}

function recordingsKept(facts: FactsOf<'recordings-kept'>): AlarmWords {
  const { code, carrier, what } = facts;
  const things = what === 'records' ? 'Records of calls and texts' : "Callers' messages";
  const who = carrier === undefined ? 'The carrier' : carrierTitles[carrier];
  const byHand = 'delete them there by hand and note it as docs/SECURITY.md says';
  if (code === 'not-configured') {
    return {
      wrong: `${things} that have had their time lie at ${who}, which is not configured any more.`,
      toDo: `Configure it again until they are deleted, or ${byHand}.`,
    };
  }
  if (code === 'elsewhere') {
    return {
      wrong: `${things} that have had their time lie in another account or at another address of ${who} than the one in use.`,
      toDo: `In the account that was used before, ${byHand}.`,
    };
  }
  return {
    wrong: `${who} refuses to delete ${things.charAt(0).toLowerCase()}${things.slice(1)} that have had their time (${code}).`,
    toDo: 'Look at the account there. They are kept until it does, and it is asked every six hours.',
  };
}

function recordedLate(facts: FactsOf<'recorded-late'>): AlarmWords {
  const { recorded, lost, from, until } = facts;
  const { first, last } = utcSpan(from, until);
  const when = last === undefined ? `at ${first} UTC` : `between ${first} and ${last} UTC`;
  const things = plural(recorded, {
    one: '1 thing that a caller or one of us did',
    other: `${recorded} things that callers or people of ours did`,
  });
  const now = plural(recorded, { one: 'it is recorded now', other: 'they are recorded now' });
  const more = lost > 0 ? ` ${lost} could not be recorded at all.` : '';
  const files = lost > 0 ? ' See *.given-up in JOURNAL_DIR and the log.' : '';
  const told =
    recorded === 0
      ? `${lost} ${plural(lost, { one: 'thing', other: 'things' })} that callers or people of ours did ${when} could not be recorded at all.`
      : `${capital(things)} ${when} could not be recorded at once; ${now}.${more}`;
  return {
    wrong: told,
    toDo: `Look at the cases opened since and call back who waited. Find out why the database was away.${files} Then take this alarm down.`,
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
        wrong: `${facts.person} has opted out of our texts and is paged by voice only.`,
        toDo: `They must text START to ${facts.ourNumber}.`,
      };
    case 'duty-hole':
      return dutyHole(facts);
    case 'duty-ahead':
      return dutyAhead(facts);
    case 'drill-missed':
      return drillMissed(facts);
    case 'nobody-to-page':
      return {
        wrong: `Nobody can be paged for ${facts.caseNumber}: no person of ${facts.desk} has a working number.`,
        toDo: 'Import people with numbers at once, and call the customer yourself.',
      };
    case 'canary-missing':
      return canaryMissing(facts);
    case 'delivery-drop':
      return deliveryDrop(facts);
    case 'mail-stuck':
      return {
        wrong: `Mail does not go out: ${facts.error}.`,
        toDo: 'Check SMTP_URL and MAIL_FROM, and the mail server. Nothing is lost: the outbox keeps it.',
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

/** What supervisors are told when something is wrong. */
export const alarmPhrases = {
  alarm,
  alarmText: ({ wrong, toDo }) => `ALARM ${wrong} ${toDo}`,
  alarmSubject: ({ wrong }) => `ALARM ${wrong}`,
  alarmMail: ({ wrong, toDo }, consoleUrl) =>
    `${wrong}\n\nWhat to do: ${toDo}\n\nThe console shows whether it still stands: ${consoleUrl}\n`,
  alarmSpoken: (deskName, { wrong, toDo }) => `${deskName} support, an alarm. ${wrong} ${toDo}`,
  alarmKeys: 'Press 1 if you have heard it, 9 to repeat.',
  alarmHeard: 'Thank you. It stands in the console. Goodbye.',
  alarmOver: 'The alarm is over. You need do nothing. Goodbye.',
} satisfies Partial<Phrases>;
