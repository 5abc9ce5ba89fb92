import type { PeopleWords } from './people-words.ts';
import type { DrillMiss } from './phrases.ts';
import { pluralIn } from './plural.ts';

const plural = pluralIn('en');
const misses: Readonly<Record<DrillMiss, string>> = {
  'no-answer': 'no answer',
  busy: 'busy',
  'no-key': 'picked up, no key pressed',
  'no-reply': 'no reply',
  failed: 'failed',
  'not-asked': 'could not be sent',
};

/** People and how they are reached, in English. */
export const englishPeople: PeopleWords = {
  title: 'People',
  heading: 'People on duty',
  intro: {
    before: 'Who is paged, in this order, and whether they can be reached. Changed by',
    after: ', and by each of them at their name.',
  },
  cardLink: 'Contact card',
  cardHint: ': every number that pages come from, so that phones let them through at night.',
  accountsLink: 'Accounts and API tokens',
  accountsHint: ': who may sign in here.',
  noPeople: 'Nobody can be paged: no people are imported.',
  others: 'Not on duty',
  othersCaption: 'People who are not on duty',
  nobodyAt: (desk) => `Nobody is on duty for ${desk}: a call that pages reaches nobody until somebody is.`,
  caption: (desk) => `On duty for ${desk}`,
  columns: { person: 'Person', role: 'Role', sms: 'SMS', voice: 'Voice' },
  contact: {
    noNumber: 'no number',
    states: { ok: 'ok', 'opted-out': 'opted out', dead: 'number dead' },
    since: (when) => `since ${when}`,
    reason: (reason) => reason,
    notVerified: 'not verified',
    testRuns: 'test under way',
    reachedBy: { key: 'reached by key', code: 'reached by code', ok: 'reached by "ok"' },
    missed: (why, code) => `not reached: ${misses[why]}${code === undefined ? '' : `, ${code}`}`,
    notTested: 'not tested',
    neverReached: 'never reached',
  },
  person: {
    offDuty: 'Not on duty now.',
    onDuty: (seats) => `On duty now for ${seats.map(({ desk, role }) => `${desk} as ${role}`).join(', ')}.`,
    all: 'All people',
    voice: { title: 'Calls', how: 'The code is read out in a call.', send: 'Call with a code' },
    sms: { title: 'Texts', how: 'The code comes by text.', send: 'Text a code' },
    number: 'Number',
    sameOrOther: 'This number, or another',
    whenUsed: 'Another number is used once its code has come back.',
    nobodysYet: 'not verified: nobody has shown that it is theirs',
    verified: 'verified',
    code: 'Code',
    codeSent: (number, until) => `sent to ${number}, good until ${until}`,
    codeLost: (number) => `It did not reach ${number}. Look at the number, or try again`,
    sendCode: 'This is the code',
    lines: {
      label: 'Calls at the same time',
      hint: '1, unless it is a switchboard. Only callers who are put through to an operator: pages come one at a time.',
      save: 'Save',
      several: (n) => `${n} calls at the same time, of callers who want an operator`,
    },
    quiet: {
      label: 'Quiet hours',
      hint: 'From and to, by the clock of the desk that writes, as 21:00-07:00; empty: none. Texts that can wait come when they are over. Pages, alarms, test pages and answers come at once all the same.',
      save: 'Save',
      are: (hours) => `Quiet hours: ${hours}. Texts that can wait come when they are over.`,
    },
    night: 'At night',
    nightHow: {
      before: 'A phone that is set to silence lets nobody through but those it knows. Take',
      card: 'the contact card',
      after:
        ' into it: on an iPhone, open the contact, and turn on Emergency Bypass under Ringtone and under Text Tone; on Android, give it a star, and let starred contacts through under Do Not Disturb.',
    },
  },
  card: {
    name: 'Afterhours pages',
    pages: 'Pages',
    pagesBy: (carrier) => `Pages by ${carrier}`,
    note: 'Pages, test pages and alarms come from these numbers. Let this contact through at night: on an iPhone, Emergency Bypass in its ringtone and its text tone; on Android, a star, and starred contacts as an exception of Do Not Disturb.',
  },
  fault: (fault) => {
    switch (fault.kind) {
      case 'no-lines':
        return `Write a whole number from 1 to ${fault.most}: so many calls at the same time`;
      case 'no-voice':
        return 'There is no number for calls that could have lines';
      case 'no-quiet':
        return `Write from and to, as 21:00-07:00, at most ${fault.most} hours; or leave it empty`;
      case 'no-person':
        return 'There is no such person any more';
      case 'no-number':
        return 'This is no telephone number: write it with its country, as +12025550111';
      case 'no-token':
        return 'No code can be sent: the service has no auth token of its carrier';
      case 'anothers':
        return 'Another person has this number already. Each person needs a number of their own: change the other person’s first';
      case 'no-desk':
        return 'There is no desk that could send a code';
      case 'too-many':
        return 'Several codes were sent within the last hour. Wait for an hour before the next one';
      case 'phone-busy':
        return 'That phone has a call of ours just now. Try again when it is over';
      case 'no-code':
        return `No code is under way any more: they are good for ${fault.minutes} minutes. Have another sent`;
      case 'wrong-code':
        if (fault.left === 0) return 'That was not the code, for the last time. Have another sent';
        return `That is not the code. ${plural(fault.left, { one: '1 try is left', other: `${fault.left} tries are left` })}`;
    }
  },
};
