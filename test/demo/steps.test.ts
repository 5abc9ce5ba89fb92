import { describe, expect, it } from 'vitest';
import { newsIn, type Happening } from '../../demo/happenings.ts';
import type { CallState, PhonesState } from '../../demo/phones.ts';
import { missingSteps, stepCount, type DemoCase, type Story } from '../../demo/steps.ts';

const caller = '+12025550100';
const anna = { key: 'anna', name: 'Anna Alm', number: '+12025550111' };
const others = ['bo', 'cleo', 'sal'].map((key, at) => ({ key, name: key, number: `+1202555011${at + 2}` }));
const everybody = [anna, ...others];
const at = '2026-11-12T07:47:00.000Z';

const page = (number: string): Happening => ({
  at,
  number,
  kind: 'text',
  text: 'A42 accepts. SEV 1 DINO-1042',
});
const heard = (number: string, text: string): Happening => ({ at, number, kind: 'heard', call: 'CA1', text });
const of = (number: string, kind: 'rang' | 'answered' | 'stopped-ringing', call = 'CA1'): Happening => ({
  at,
  number,
  kind,
  call,
});

function wholeStory(): Story & { case: DemoCase } {
  const happenings: Happening[] = [
    heard(caller, 'Dino-Software support.'),
    { at, number: caller, kind: 'pressed', call: 'CA0', text: '1' },
    heard(caller, 'Your case is D I N O, 1 0 4 2.'),
    ...everybody.flatMap(({ number }) => [page(number), of(number, 'rang'), of(number, 'stopped-ringing')]),
    ...everybody.flatMap(({ number }) => [page(number), of(number, 'rang', 'CA2')]),
    of(anna.number, 'answered', 'CA2'),
    heard(anna.number, 'Severity 1. Case D I N O, 1 0 4 2.'),
    { at, number: anna.number, kind: 'pressed', call: 'CA2', text: '1' },
    heard(caller, 'Anna has your case.'),
    { at, number: caller, kind: 'joined', call: 'CA0', with: anna.number },
    { at, number: anna.number, kind: 'joined', call: 'CA2', with: caller },
    ...others.flatMap(({ number }): Happening[] => [
      of(number, 'stopped-ringing', 'CA2'),
      { at, number, kind: 'text', text: 'DINO-1042 taken by Anna Alm. You need do nothing.' },
    ]),
  ];
  const voice = (round: number) =>
    everybody.map(({ key }) => {
      const last = key === 'anna' ? 'acknowledged' : 'stood-down';
      return { person: key, channel: 'voice', round, status: round === 1 ? 'unanswered' : last };
    });
  const found = {
    number: 'DINO-1042',
    status: 'in-contact',
    severity: '1',
    openedAt: at,
    acknowledgedAt: at,
  };
  const pages = [...voice(1), ...voice(2)];
  return { caller, accepter: anna, others, happenings, case: { ...found, acknowledgedBy: 'anna', pages } };
}

const without = (left: (happening: Happening) => boolean): string[] => {
  const story = wholeStory();
  return missingSteps({ ...story, happenings: story.happenings.filter((h) => !left(h)) });
};

describe('the steps of the demo', () => {
  it('are all seen in the whole story, and none in an empty one', () => {
    expect(missingSteps(wholeStory())).toEqual([]);
    const nothing = { ...wholeStory(), happenings: [], case: undefined };
    expect(missingSteps(nothing)).toHaveLength(stepCount - 1);
  });

  it('are missed when one person of four is not texted, or not called a second time', () => {
    expect(without((h) => h.number === others[0]!.number && h.kind === 'text')).toEqual([
      'four people are paged by SMS, each with a reply code',
      'the second round rings all four again, by SMS too',
      'the others are told by SMS who took it',
    ]);
    expect(without((h) => h.number === others[1]!.number && 'call' in h && h.call === 'CA2')).toEqual([
      'the second round rings all four again, by SMS too',
    ]);
  });

  it('are missed when the two cannot talk, or only one hears the other', () => {
    expect(without((h) => h.kind === 'joined' && h.number === caller)).toEqual([
      'caller and accepter talk with each other',
    ]);
  });

  it('are missed when a telephone rings on, or a stand-down holds a code', () => {
    expect(without((h) => h.kind === 'stopped-ringing' && h.call === 'CA2')).toEqual([
      'the other telephones stop ringing',
    ]);
    const story = wholeStory();
    const happenings = story.happenings.map((h) =>
      h.kind === 'text' && h.text.includes('taken') ? { ...h, text: `${h.text} A42` } : h,
    );
    expect(missingSteps({ ...story, happenings })).toEqual(['the others are told by SMS who took it']);
  });

  it('are missed when somebody accepts in the first round already', () => {
    const story = wholeStory();
    const first = { person: 'anna', channel: 'voice', round: 1, status: 'acknowledged' };
    const pages = [first, ...story.case.pages.filter((p) => p.person !== 'anna')];
    expect(missingSteps({ ...story, case: { ...story.case, pages } })).toEqual([
      'nobody answers the first round',
      'the case is theirs, accepted in the second round',
    ]);
  });
});

describe('the news of a state of the phones', () => {
  const call: CallState = {
    sid: 'CA1',
    way: 'incoming',
    state: 'ringing',
    startedAt: '2026-11-12T07:47:01.000Z',
    answeredAt: null,
    endedAt: null,
    with: [],
    said: [],
  };
  const state = (more: Partial<CallState>): PhonesState => ({
    now: at,
    customers: [],
    people: [{ number: anna.number, name: anna.name, call: { ...call, ...more }, lastCall: null, texts: [] }],
  });

  it('are told once, in the order in which they happened', () => {
    const known = new Set<string>();
    expect(newsIn(state({}), known).map((h) => h.kind)).toEqual(['rang']);
    expect(newsIn(state({}), known)).toEqual([]);
    const later = {
      state: 'ended' as const,
      answeredAt: '2026-11-12T07:47:05.000Z',
      endedAt: '2026-11-12T07:47:09.000Z',
      said: [{ at: '2026-11-12T07:47:07.000Z', by: 'me', kind: 'keys' as const, text: '2' }],
    };
    expect(newsIn(state(later), known).map((h) => h.kind)).toEqual(['answered', 'pressed', 'hung-up']);
  });
});
