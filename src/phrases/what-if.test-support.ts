import type { QuestionFault } from '../what-if/index.ts';
import { longName as name } from './alarms.test-support.ts';
import type { Phrases } from './index.ts';
import { constantsOf } from './written.test-support.ts';

const spans = [{ startMinute: 480, endMinute: 1020 }];
const day = { date: '2026-12-24', weekday: 'thursday' } as const;
const written = '2026-12-24T02:00';
const faults: QuestionFault[] = [
  ...(['no-time', 'no-number', 'no-keys', 'no-round', 'call-over', 'no-hold'] as const),
  ...(['never-in-vain', 'one-key', 'nobody-paged', 'in-vain', 'nobody-reached'] as const),
].map((kind) => ({ part: 'press', written, kind }));
const whys = ['the office has closed', 'nobody has accepted', 'everybody has been asked'] as const;

/** What the page says that tells what a desk would do, in each of its forms. */
export function whatIfTexts({ whatIf }: Phrases): Record<string, string> {
  const { form, ahead, call, case: of, rounds, accepted, handsOn, assignment } = whatIf;
  const both = [true, false];
  const lists = {
    faults: [
      ...faults,
      { part: 'since', written, kind: 'since-later', at: 'X1' } as const,
      { part: 'accepts', written, kind: 'no-such-round', last: 15 } as const,
      ...whys.map((why) => ({ part: 'accepts', written, kind: 'paging-ends', last: 2, why }) as const),
    ].map((fault) => whatIf.fault(fault)),
    notes: [
      { kind: 'skipped', written, timeZone: 'Europe/Oslo', taken: new Date(0) } as const,
      { kind: 'twice', written, timeZone: 'Europe/Oslo', second: 'X1' } as const,
      { kind: 'no-dates' } as const,
    ].map((note) => whatIf.note(note, () => 'X1')),
    taken: [undefined, 2].map((round) => form.taken(round)),
    findings: [1, 2].flatMap((n) => [ahead.findings(n), call.findings(n), ahead.more(n)]),
    finding: (['nobody', 'too-few', 'unreachable', 'doubled'] as const).map((problem) =>
      ahead.finding({ problem, wanted: 3, found: 2 }, name, ['X1', ahead.at('X2', 'X3')]),
    ),
    comesIn: [undefined, '+1 202'].map((number) => call.comesIn(number)),
    from: [
      undefined,
      { name: undefined, approved: undefined },
      ...[true, false, undefined].map((approved) => ({ name, approved })),
    ].map((caller) => call.from(caller)),
    office: both.map((isOpen) => call.office(isOpen)),
    because: [spans, []].flatMap((hours) => [
      call.because({ ...day, spans: hours, reason: { kind: 'weekday' } }),
      call.because({ ...day, spans: hours, reason: { kind: 'holiday', name: 'X1' } }),
      call.because({ ...day, spans: hours, reason: { kind: 'exception', why: 'X1' } }),
    ]),
    changes: both.flatMap((isOpen) => [call.changes(isOpen, 'X1'), call.changes(isOpen, undefined)]),
    did: [
      ...(['calls', 'silence', 'nobody', 'message', 'hang-up'] as const).map((kind) => call.did({ kind })),
      ...['X1', undefined].map((choice) => call.did({ kind: 'keys', keys: '1', choice })),
    ],
    waits: [
      ...both.map((isSpeech) => call.waits.menu(4, isSpeech)),
      call.waits.number('#'),
      call.waits.record(120),
    ],
    number: both.map((isNext) => of.number('DVN-1', isNext)),
    same: [undefined, '5:00'].map((every) => rounds.same(every)),
    headlines: [0, 1, 3].flatMap((n) => both.map((takesCall) => rounds.headline(n, takesCall))),
    without: (['no number', 'opted out', 'number dead'] as const).flatMap((why) =>
      (['sms', 'voice'] as const).map((channel) => rounds.without({ channel, why })),
    ),
    notAsked: [
      { until: 'X1', without: [] },
      { until: undefined, without: ['X1'] },
      { until: undefined, without: [] },
    ].map((why) => rounds.notAsked(why)),
    holes: [0, 1].flatMap((found) =>
      both.map((takesCall) => rounds.hole({ wanted: 3, found }, 'X1', takesCall)),
    ),
    givenUp: whys.flatMap((why) => both.map((takesCall) => rounds.givenUp(why, takesCall))),
    givesUp: both.map((takesCall) => rounds.givesUp('X1', takesCall)),
    accepts: both.flatMap((takesCall) => [
      accepted.headline(name, 2, takesCall),
      accepted.headline(undefined, 2, takesCall),
    ]),
    handsOn: both.map((canBe) => handsOn.headline('X1', canBe)),
    given: both.map((registered) => assignment.headline(name, registered)),
  };
  return {
    ...constantsOf({ whatIf }),
    ...Object.fromEntries(Object.entries(lists).map(([key, texts]) => [key, texts.join(' ')])),
    at: form.at('ET'),
    inRound: form.inRound('2'),
    span: ahead.from('X1', 'X2'),
    calledBack: of.calledBack('+1 202'),
    text: of.text('+1 202', 'X1'),
    round: rounds.one(1),
    severalRounds: rounds.several(1, 4),
    insteadOf: rounds.seat.insteadOf(name),
    pagedAgain: rounds.pagedAgain(15, '02:45'),
    pickedUp: accepted.pickedUp('X1'),
    mail: accepted.mail('a@example.com', 'X1'),
    nobodyOf: assignment.nobodyOf('X1'),
    passedOver: assignment.passedOver([name, 'Bo']),
    contactDue: assignment.contactDue('X1'),
  };
}
