import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PhoneNumber } from '../kernel/index.ts';
import type { Verb } from '../telephony/index.ts';
import { dinoScript } from './dino.fixture.ts';
import { begin, decide, render } from './index.ts';
import type { IvrContext, IvrFacts, IvrInput, IvrState, Turn } from './index.ts';

const script = dinoScript();
const urls = {
  input: 'input',
  recorded: 'recorded',
  recordingStatus: 'file',
  hold: 'hold',
  holdAtOnce: 'hold/0',
};

const anyInput: fc.Arbitrary<IvrInput> = fc.oneof(
  fc.record({ kind: fc.constant('keys' as const), digits: fc.stringMatching(/^[0-9*#]{0,11}$/) }),
  fc.record({
    kind: fc.constant('keys' as const),
    digits: fc.constantFrom('0', '1', '2', '3', '7', '9', '2025550123'),
  }),
  fc.record({ kind: fc.constant('speech' as const), text: fc.string() }),
  fc.constant({ kind: 'silence' as const }),
  fc.record({ kind: fc.constant('recorded' as const), seconds: fc.nat(200) }),
  fc.constant({ kind: 'resumed' as const }),
);
const anyContext: fc.Arbitrary<IvrContext> = fc.record({
  open: fc.boolean(),
  callerNumber: fc.option(fc.constant('+12025550100' as PhoneNumber), { nil: undefined }),
  hasCase: fc.boolean(),
  paging: fc.constantFrom('none', 'ringing', 'accepted'),
});
const anyState: fc.Arbitrary<IvrState> = fc.record({
  node: fc.oneof(
    fc.constantFrom(...Object.keys(script.nodes)),
    fc.constantFrom('gone', '', 'constructor', '__proto__'),
  ),
  tries: fc.nat(5),
  inputs: fc.nat(40),
  caseOpened: fc.boolean(),
  numberAsked: fc.boolean(),
  asking: fc.constantFrom(undefined, 'number', 'confirmation'),
  callbackNumber: fc.constantFrom(undefined, '+12025550123' as PhoneNumber),
  answered: fc.constantFrom(undefined, 'tomorrow'),
});
const anyFacts: fc.Arbitrary<IvrFacts> = fc.record(
  {
    caseNumber: fc.constant('DINO-1042'),
    peoplePaged: fc.nat(4),
    joinedExisting: fc.boolean(),
    acceptedBy: fc.string(),
  },
  { requiredKeys: [] },
);

/** Whoever listens to the document is asked something and comes back, is passed to hold, or is bidden goodbye. */
function hasWayOn(document: Verb[]): boolean {
  const last = document.at(-1);
  const before = document.at(-2);
  if (last?.verb === 'hangup') return before?.verb === 'say' && before.text.trim() !== '';
  if (last?.verb !== 'redirect') return false;
  if (last.url === urls.hold) return true;
  if (before?.verb === 'gather')
    return before.reportSilence && before.prompts.length > 0 && last.url === urls.input;
  return before?.verb === 'record' && document[0]?.verb === 'say' && last.url === urls.recorded;
}

describe('any conversation', () => {
  test('answers any input at any state with a document that has a way on', () => {
    fc.assert(
      fc.property(anyState, anyInput, anyContext, anyFacts, (state, input, context, facts) => {
        const turn = decide(script, state, input, context);
        expect(JSON.parse(JSON.stringify(turn.state))).toEqual(JSON.parse(JSON.stringify({ ...turn.state })));
        expect(hasWayOn(render(script, turn, facts, urls))).toBe(true);
        expect(hasWayOn(render(script, turn, {}, urls))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('never waits on hold, records or says goodbye without a case', () => {
    fc.assert(
      fc.property(anyState, anyInput, anyContext, (state, input, context) => {
        const turn = decide(script, state, input, context);
        const opened = turn.effects.some((effect) => effect.kind === 'open-case');
        const had = context.hasCase || state.caseOpened;
        if (['hold', 'record', 'end'].includes(turn.awaits.kind)) expect(had || opened).toBe(true);
        expect(had && opened).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  test('has its one case after at most 25 inputs, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(anyInput, { minLength: 25, maxLength: 25 }), anyContext, (inputs, world) => {
        const context = { ...world, hasCase: false };
        let turn: Turn = begin(script, context);
        let cases = 0;
        for (const input of inputs) {
          turn = decide(script, turn.state, input, context);
          cases += turn.effects.filter((effect) => effect.kind === 'open-case').length;
        }
        expect(cases).toBe(1);
      }),
      { numRuns: 500 },
    );
  });

  test('has its case even when the same menu is asked for again and again', () => {
    const context: IvrContext = { open: true, hasCase: false, paging: 'none' };
    let turn = begin(script, context);
    for (let input = 0; input < 25; input += 1) {
      turn = decide(script, turn.state, { kind: 'keys', digits: '0' }, context);
    }
    expect(turn.state.caseOpened).toBe(true);
  });

  test('obeys a late choice that opens a case', () => {
    const context: IvrContext = { open: true, hasCase: false, paging: 'none' };
    const state = { ...begin(script, context).state, inputs: 30 };
    const turn = decide(script, state, { kind: 'keys', digits: '1' }, context);
    expect(turn.effects).toContainEqual(expect.objectContaining({ kind: 'open-case', severity: '1' }));
  });

  test('opens the case before anything else is asked of a caller who has chosen', () => {
    for (const digits of ['1', '2', '3', '4', '5', '6', '7']) {
      const context: IvrContext = { open: true, hasCase: false, paging: 'none' };
      const turn = decide(script, begin(script, context).state, { kind: 'keys', digits }, context);
      expect(turn.effects.map((effect) => effect.kind)).toEqual(['choice', 'open-case']);
    }
  });
});
