import type { AlarmFacts } from './index.ts';

/** The longest that a name may reasonably be. */
export const longName = 'Ann-Charlotte Söderström-Öhlund';
const name = longName;
const caseNumber = 'DVNORDIC-104237';

const ahead = {
  kind: 'duty-ahead',
  desk: 'dvnordic',
  timeZone: 'Europe/Stockholm',
  role: 'senior-technician',
  wanted: 3,
  found: 1,
  from: '2026-12-24T16:00:00.000Z',
  to: '2026-12-25T07:00:00.000Z',
  more: 2,
} as const;

/** Every alarm, in each of its forms. */
export const alarms: Record<string, AlarmFacts> = {
  nobodyAhead: { ...ahead, problem: 'nobody', people: [], more: 1 },
  tooFewAhead: { ...ahead, problem: 'too-few', people: [] },
  unreachableAhead: { ...ahead, problem: 'unreachable', people: [name], more: 0 },
  doubledAhead: { ...ahead, problem: 'doubled', people: [name] },
  refusesAll: {
    kind: 'carrier-refuses',
    channel: 'voice',
    code: '20003',
    wholeAccount: true,
    carrier: 'twilio',
    isLast: true,
  },
  refusesTexts: {
    kind: 'carrier-refuses',
    channel: 'sms',
    code: '21606',
    from: '+46858460600',
    wholeAccount: false,
    pagesGoBy: 'SignalWire',
  },
  refusesCalls: { kind: 'carrier-refuses', channel: 'voice', code: '21210', wholeAccount: false },
  deadVoice: { kind: 'contact-dead', channel: 'voice', number: '+46701234567', person: name, code: '21217' },
  deadTexts: { kind: 'contact-dead', channel: 'sms', number: '+46701234567', person: name, code: '21614' },
  optedOut: { kind: 'opted-out', number: '+46701234567', person: name, ourNumber: '+46858460600' },
  nobodyOnDuty: {
    kind: 'duty-hole',
    desk: 'dvnordic',
    role: 'senior-technician',
    wanted: 3,
    found: 0,
    unreachable: [],
  },
  tooFew: {
    kind: 'duty-hole',
    desk: 'dvnordic',
    role: 'senior-technician',
    wanted: 3,
    found: 1,
    unreachable: [name, 'Bo Berg'],
  },
  nobodyToPage: { kind: 'nobody-to-page', desk: 'dvnordic', caseNumber: caseNumber },
  canaryGone: {
    kind: 'canary-missing',
    channel: 'voice',
    carrier: 'signalwire',
    number: '+46858460600',
    minutes: 15,
    gone: 'all',
  },
  canaryUnreported: {
    kind: 'canary-missing',
    channel: 'sms',
    carrier: 'twilio',
    number: '+46858460600',
    minutes: 1,
    gone: 'reports',
  },
  dropOfCalls: {
    kind: 'delivery-drop',
    channel: 'voice',
    from: '+46858460600',
    recentPercent: 12,
    usualPercent: 97,
    recent: 50,
  },
  dropOfTexts: {
    kind: 'delivery-drop',
    channel: 'sms',
    from: '+46858460600',
    recentPercent: 12,
    usualPercent: 97,
    recent: 50,
  },
  mail: { kind: 'mail-stuck', error: '535 5.7.8 Authentication credentials invalid' },
  recordings: { kind: 'recordings-kept', code: '20003', carrier: 'twilio' },
  recordingsElsewhere: { kind: 'recordings-kept', code: 'elsewhere', carrier: 'twilio', what: 'recordings' },
  recordsUnconfigured: {
    kind: 'recordings-kept',
    code: 'not-configured',
    carrier: 'signalwire',
    what: 'records',
  },
  late: {
    kind: 'recorded-late',
    recorded: 3,
    lost: 2,
    from: '2026-11-12T07:47:09Z',
    until: '2026-11-13T08:03:00Z',
  },
  lateOne: {
    kind: 'recorded-late',
    recorded: 1,
    lost: 0,
    from: '2026-11-12T07:47:09Z',
    until: '2026-11-12T07:47:30Z',
  },
  lost: {
    kind: 'recorded-late',
    recorded: 0,
    lost: 1,
    from: '2026-11-12T07:47:09Z',
    until: '2026-11-12T08:47:09Z',
  },
  failOpenPeople: { kind: 'fail-open', desk: 'dvnordic', fault: 'people', told: 'a.' },
  failOpenStale: { kind: 'fail-open', desk: 'dvnordic', fault: 'stale', told: 'a.' },
  failOpenHost: { kind: 'fail-open', desk: 'dvnordic', fault: 'gone', told: 'a.' },
};
