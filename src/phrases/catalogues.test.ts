import { describe, expect, it } from 'vitest';
import { alarms, longName as name } from './alarms.test-support.ts';
import { dutyPageTexts, peopleAndHoursTexts } from './duty-pages.test-support.ts';
import { caseTexts } from './cases.test-support.ts';
import {
  calendarTexts,
  dutySms,
  consoleTexts,
  customerTexts,
  redirectTexts,
  technicianMails,
  technicianSms,
} from './written.test-support.ts';
import { whatIfTexts } from './what-if.test-support.ts';
import { gsm7Segments, toGsm7 } from '../kernel/index.ts';
import { catalogues, hasPhrases, phrasesFor, type CaseForPage, type Phrases } from './index.ts';

const page: CaseForPage = {
  number: 'DVNORDIC-104237',
  spokenNumber: 'D V N O R D I C, 1 0 4 2 3 7',
  severity: '1',
  summary: 'Alla tunna klienter tappar anslutningen i Malmö och Göteborg',
  deskName: 'Digitala Vaktbolaget Nordic',
  customer: 'Länsförsäkringar Fastighetsförmedling',
  callbackNumber: '+46771234567',
  callerHolds: true,
};
const bare: CaseForPage = {
  ...page,
  severity: undefined,
  customer: undefined,
  callbackNumber: undefined,
  callerHolds: false,
};
const link = 'https://calls.dvnordic.example.com/a/7Kq2xPz9Lm4R';
const held = {
  ringing: 0,
  listening: 0,
  asked: 0,
  acceptedBy: undefined,
  talksElsewhere: false,
  nextRoundInSeconds: undefined,
};

const deskNumber = '08-58 46 06 00';
const redirected = { deskName: page.deskName, deskNumber, number: '+46 70 174 06 50' };
const notRedirected = [
  'unreadable',
  'landline',
  'opted-out',
  'ours',
  'just-told',
  'too-many',
  'which-desk',
] as const;

/** Texts as they are sent, with the longest that is usual in them; alarms may have a third segment. */
function texts(words: Phrases): Record<string, string> {
  const codes = [42, 4217, 8, 915, 1042].map((code, n) => ({ code, number: `DVN-10${n}7` }));
  return {
    page: words.pageText(page, 4217, link),
    pageOfStranger: words.pageText(bare, 42, link),
    standDown: words.standDownText(page.number, name),
    acceptedRings: words.acceptedText(page, true),
    acceptedHolds: words.acceptedText(page, false),
    acceptedGone: words.acceptedText({ ...page, callerHolds: false }, false),
    acceptedNoNumber: words.acceptedText(bare, false),
    second: words.acceptedSecondText(page.number, name, undefined),
    secondJoins: words.acceptedSecondText(page.number, name, 4217),
    declined: words.declinedText(page.number),
    direct: words.directText(page.number),
    talked: words.talkedText(page.number, 4217),
    notKnown: words.codeNotKnown('A4217'),
    over: words.overText(page.number),
    howToAnswer: words.howToAnswer(codes),
    nothingOpen: words.nothingOpen,
    stranger: words.strangerText(page.deskName, '+46858460600'),
    ...technicianSms(words),
    ...dutySms(words),
    caseNumber: words.caseNumberText({ deskName: page.deskName, deskNumber, caseNumber: page.number }),
    redirect: words.redirect.toCustomer({ deskName: page.deskName, deskNumber, by: name }),
    redirectSent: words.redirect.sent(redirected, page.number),
    redirectSentOnNoCase: words.redirect.sent({ ...redirected, number: undefined }, undefined),
    redirectNotDelivered: words.redirect.notDelivered(redirected),
    ...Object.fromEntries(
      notRedirected.map((why) => [`redirect.${why}`, words.redirect.notSent(redirected, why)]),
    ),
  };
}

function alarmTexts(words: Phrases): Record<string, string> {
  return Object.fromEntries(
    Object.entries(alarms).map(([kind, facts]) => [kind, words.alarmText(words.alarm(facts))]),
  );
}

/** Everything that is spoken, in each of its forms. */
function spoken(words: Phrases): Record<string, string> {
  const number = page.spokenNumber;
  const constant = Object.entries({
    ...words,
    ...prefix('failOpen', words.failOpen),
    ...prefix('acceptPage', words.acceptPage),
    ...prefix('operator', words.operator),
    ...prefix('duty', words.duty),
    ...prefix('redirect', words.redirect),
    ...prefix('acceptPage.ago', words.acceptPage.ago),
    ...prefix('acceptPage.noConnectionLead', words.acceptPage.noConnectionLead),
  }).flatMap(([key, value]) =>
    typeof value === 'string' && key !== 'language' ? [[key, value] as const] : [],
  );
  const { failOpen, acceptPage, operator, duty } = words;
  const asked = { ringing: 0, listening: 0, transfers: false };
  return {
    ...Object.fromEntries(constant),
    pageIntroduction: words.pageIntroduction(page.deskName),
    pageOf: words.pageOf(page),
    pageOfStranger: words.pageOf(bare),
    onePage: words.severalPages(1),
    severalPages: words.severalPages(3),
    numberEnding: words.numberEnding('4 5 6 7'),
    acceptedTwo: words.acceptedSeveral(['A, 1', 'A, 2']),
    acceptedFour: words.acceptedSeveral(['A, 1', 'A, 2', 'A, 3', 'A, 4']),
    acceptedNine: words.acceptedSeveral(Array.from({ length: 9 }, (_, n) => `A, ${n}`)),
    acceptedCallerGone: words.acceptedCallerGone(number),
    acceptedNoNumber: words.acceptedNoNumber(number),
    takenBy: words.takenBy(name, number),
    takenByYou: words.takenByYou(number),
    noLongerNeeded: words.noLongerNeeded(number),
    nextCaller: words.nextCaller(number),
    holdAccepted: words.hold({ ...held, acceptedBy: name }),
    holdElsewhere: words.hold({ ...held, acceptedBy: name, talksElsewhere: true }),
    holdListening: words.hold({ ...held, listening: 1 }),
    holdListeningToo: words.hold({ ...held, listening: 2, ringing: 1 }),
    holdRinging: words.hold({ ...held, ringing: 3 }),
    holdRingingOne: words.hold({ ...held, ringing: 1 }),
    holdAsked: words.hold({ ...held, asked: 4 }),
    holdAskedOne: words.hold({ ...held, asked: 1 }),
    holdSoon: words.hold({ ...held, nextRoundInSeconds: 0 }),
    holdSeconds: words.hold({ ...held, nextRoundInSeconds: 37 }),
    holdMinutes: words.hold({ ...held, nextRoundInSeconds: 250 }),
    holdStill: words.hold(held),
    yourCase: words.yourCase(number),
    nobodyComing: words.nobodyComing(number),
    connectedTo: words.connectedTo(name),
    callBack: words.callBack(page.deskName, name),
    pleaseHangUp: words.pleaseHangUp(name),
    responderLeft: words.responderLeft(name),
    leftBeforeMeeting: words.leftBeforeMeeting(name),
    farewell: words.farewell(number),
    alarmSpoken: words.alarmSpoken(page.deskName, { wrong: 'a.', toDo: 'b.' }),
    alarmSubject: words.alarmSubject({ wrong: 'a.', toDo: 'b.' }),
    alarmMail: words.alarmMail({ wrong: 'a.', toDo: 'b.' }, 'https://c.example'),
    'failOpen.greeting': failOpen.greeting(page.deskName),
    'failOpen.greetingWithoutPeople': failOpen.greetingWithoutPeople(page.deskName),
    'failOpen.orWrite': failOpen.orWrite('x'),
    'failOpen.whisper': failOpen.whisper(page.deskName),
    'operator.whisper': operator.whisper({ deskName: page.deskName, spokenNumber: number, caller: name }),
    'operator.whisperHidden': operator.whisper({ deskName: name, spokenNumber: number, caller: undefined }),
    'operator.transferOffer': operator.transferOffer([{ name, blindKey: '1', warmKey: '2' }]),
    'operator.transferred': operator.transferred(name),
    'operator.transferStarted': operator.transferStarted(name),
    'operator.transferNot': operator.transferNot(name),
    'duty.drillSpoken': duty.drillSpoken(page.deskName),
    'duty.codeSpoken': duty.codeSpoken('1 2 3 4 5 6'),
    'operator.hold': operator.hold(asked),
    'operator.holdRinging': operator.hold({ ...asked, ringing: 1 }),
    'operator.holdListening': operator.hold({ ...asked, listening: 1 }),
    'operator.holdTransfer': operator.hold({ ...asked, transfers: true }),
    'operator.holdTransferRinging': operator.hold({ ...asked, transfers: true, ringing: 2 }),
    'acceptPage.title': acceptPage.title(page.number),
    'acceptPage.forPerson': acceptPage.forPerson(name, page.deskName),
    'acceptPage.toldThat': acceptPage.toldThat(name),
    'acceptPage.takenBy': acceptPage.takenBy(name),
    'acceptPage.acceptedAt': acceptPage.acceptedAt(name),
    'acceptPage.acceptHolds': acceptPage.acceptHolds(name),
    'acceptPage.acceptHoldsNobodyKnown': acceptPage.acceptHolds(undefined),
    'acceptPage.callMyself': acceptPage.callMyself(name),
    'acceptPage.callMyselfNobodyKnown': acceptPage.callMyself(undefined),
  };
}

/** Twilio's default words, by which a phone's texts are stopped, begun or explained. */
const carriersOwnWords =
  'STOP STOPALL UNSUBSCRIBE END QUIT CANCEL REVOKE OPTOUT START UNSTOP YES HELP INFO'.split(' ');

const english = catalogues['en']!;
const everything = (words: Phrases) => ({
  ...spoken(words),
  ...prefix('text', texts(words)),
  ...prefix('alarm', alarmTexts(words)),
  ...prefix('customer', customerTexts(words)),
  ...prefix('technician', technicianMails(words)),
  ...prefix('calendar', calendarTexts(words)),
  ...prefix('console', consoleTexts(words)),
  ...prefix('redirectPage', redirectTexts(words)),
  ...prefix('dutyPage', dutyPageTexts(words)),
  ...prefix('peopleAndHours', peopleAndHoursTexts(words)),
  ...prefix('whatIf', whatIfTexts(words)),
  ...prefix('cases', caseTexts(words)),
});
function prefix<T>(what: string, sentences: Record<string, T> | object): Record<string, T> {
  return Object.fromEntries(
    Object.entries(sentences).map(([key, text]: [string, T]) => [`${what}.${key}`, text]),
  );
}

/** Everything in a catalogue by its path, however deep it lies: "operator.whisperKeys". */
function leavesOf(of: object, at = ''): (readonly [string, unknown])[] {
  return Object.entries(of).flatMap(([key, value]: [string, unknown]) => {
    const path = at === '' ? key : `${at}.${key}`;
    const isDeeper = typeof value === 'object' && value !== null && !Array.isArray(value);
    // Each language has its own regions.
    return isDeeper && path !== 'voices' ? leavesOf(value, path) : [[path, value] as const];
  });
}
const keysOf = (of: object): string[] => leavesOf(of).map(([path]) => path);

/** A copy of the catalogue that notes which of its functions are called, by their path. */
function watched<T extends object>(of: T, called: Set<string>, at = ''): T {
  return Object.fromEntries(
    Object.entries(of).map(([key, value]: [string, unknown]) => {
      const path = at === '' ? key : `${at}.${key}`;
      if (typeof value === 'function') {
        const sentence = value as (...args: unknown[]) => unknown;
        return [key, (...args: unknown[]) => (called.add(path), sentence(...args))];
      }
      const isDeeper = typeof value === 'object' && value !== null && !Array.isArray(value);
      return [key, isDeeper ? watched(value, called, path) : value];
    }),
  ) as T;
}

const functionsOf = (words: Phrases): string[] =>
  leavesOf(words).flatMap(([path, value]) => (typeof value === 'function' ? [path] : []));

describe.each(Object.entries(catalogues))('the catalogue %s', (language, words) => {
  it('has every key, and no other', () => {
    const [own, all] = [keysOf(words), keysOf(english)];
    expect(
      all.filter((key) => !own.includes(key)),
      'missing',
    ).toEqual([]);
    expect(
      own.filter((key) => !all.includes(key)),
      'in no other language',
    ).toEqual([]);
  });

  it('has every sentence, in each of its forms', () => {
    expect(words.language.startsWith(`${language}-`)).toBe(true);
    const said = everything(words);
    expect(Object.keys(said)).toEqual(Object.keys(everything(english)));
    for (const [key, text] of Object.entries(said)) {
      if (!key.startsWith('acceptPage.ago.')) expect(text.trim(), key).not.toBe('');
      expect(text.replaceAll(/\{(?:time|name|cases)\}/g, ''), key).not.toMatch(
        /undefined|\bnull\b|NaN|\[object|\{|\}/,
      );
      expect(text.replace('- . / _', '-'), key).not.toMatch(/ {2}| [.,;:]/);
    }
  });

  it('tries every sentence that there is', () => {
    const called = new Set<string>();
    everything(watched(words, called));
    expect(functionsOf(words).filter((path) => !called.has(path))).toEqual(['time']);
  });

  it('has a voice for each of its regions, and the words for ten digits', () => {
    expect(Object.keys(words.voices)).toContain(words.language);
    for (const voices of Object.values(words.voices)) expect(voices.length).toBeGreaterThan(0);
    expect(new Set(words.digits).size).toBe(10);
    expect(words.bar.behind).toContain('{time}');
  });

  it('names a case and a person where something typed is at stake', () => {
    for (const text of [words.bar.drafts.waiting, words.bar.drafts.gone]) {
      expect(text).toContain('{name}');
      expect(text).toContain('{cases}');
    }
  });

  it('has texts that are GSM-7 and fit their segments uncut', () => {
    for (const [key, text] of Object.entries(texts(words))) {
      expect(toGsm7(text), key).toBe(text);
      expect(gsm7Segments(text), `${key}: ${text}`).toBeLessThanOrEqual(2);
    }
    for (const [key, text] of Object.entries(alarmTexts(words))) {
      expect(toGsm7(text), key).toBe(text);
      expect(gsm7Segments(text), `${key}: ${text}`).toBeLessThanOrEqual(3);
    }
  });

  it('puts the codes that accept and decline first in a page, and the link last', () => {
    const { page: paged, pageOfStranger } = texts(words);
    expect(paged).toMatch(/^A4217 .*\bN4217 .*SEV 1 DVNORDIC-104237 /);
    expect(paged).toContain(page.callbackNumber);
    expect(paged?.endsWith(` ${link}`)).toBe(true);
    expect(pageOfStranger).toMatch(/^A42 .*\bN42 /);
  });

  it('names no code in a text that stands somebody down, nor an opt-out word as an answer', () => {
    const { standDown, second, over, nothingOpen, declined, redirect, redirectSent, caseNumber } =
      texts(words);
    for (const text of [standDown, second, over, nothingOpen, declined, redirect, redirectSent, caseNumber])
      expect(text).not.toMatch(/\b[ANDJ]\s*\d/i);
  });

  it('names the code that joins, and the one that says that the customer was reached', () => {
    expect(texts(words)['secondJoins']).toMatch(/\bJ4217\b/);
    expect(texts(words)['talked']).toMatch(/\bD4217\b/);
    expect(texts(words)['howToAnswer']).toMatch(/\bA42\b.*\bA4217\b/);
  });

  it('has a word for sending customers to the desk that no carrier takes for an opt-out, and no other language has', () => {
    const { keyword } = words.redirect;
    expect(keyword).toMatch(/^\p{Lu}{4,10}$/u);
    expect(carriersOwnWords).not.toContain(keyword);
    const all = Object.values(catalogues).map((of) => of.redirect.keyword);
    expect(all.filter((of) => of === keyword)).toHaveLength(1);
    expect(texts(words)['redirect.unreadable']).toContain(`${keyword} `);
  });

  it('leaves names of people as they are', () => {
    const { standDown, second } = texts(words);
    const said = spoken(words);
    const named = ['takenBy', 'holdAccepted', 'holdElsewhere', 'connectedTo', 'callBack', 'pleaseHangUp'];
    for (const text of [standDown, second, ...named.map((key) => said[key]), said['responderLeft']])
      expect(text).toContain(name);
  });
});

describe.each(Object.entries(catalogues).filter(([, words]) => words !== english))(
  'the catalogue %s',
  (_, words) => {
    it('has left nothing in English', () => {
      const inEnglish = everything(english);
      // A word or two may be the same in both, such as PIN, and so may a name with one word behind it.
      const same = Object.entries(everything(words)).filter(
        ([key, text]) => inEnglish[key] === text && (text.match(/\p{L}{2,}/gu) ?? []).length > 2,
      );
      expect(same).toEqual([]);
    });
  },
);

describe('a language', () => {
  it.each([
    ['sv', 'sv-SE'],
    ['sv-FI', 'sv-SE'],
    ['SV-se', 'sv-SE'],
    ['it', 'it-IT'],
    ['it-CH', 'it-IT'],
    ['de-AT', 'de-DE'],
    ['en-GB', 'en-US'],
    ['fi', 'en-US'],
    ['constructor', 'en-US'],
  ])('%s is served by %s', (asked, served) => {
    expect(phrasesFor(asked).language).toBe(served);
  });

  it('without a catalogue is known to have none', () => {
    expect([hasPhrases('sv-SE'), hasPhrases('fi-FI')]).toEqual([true, false]);
  });
});
