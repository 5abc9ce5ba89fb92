import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { PhoneNumber } from '../kernel/index.ts';
import { begin, decide } from './decide.ts';
import { readTogether } from './load.ts';
import { nordicScript, nordicText } from './nordic.fixture.ts';
import type { IvrContext, IvrInput, Turn } from './turn.ts';

const script = nordicScript();
const caller = '+46701740650' as PhoneNumber;
const context: IvrContext = {
  open: false,
  callerNumber: caller,
  hasCase: true,
  approved: true,
  paging: 'none',
};

/** The first question, after nobody came. */
const alone = (): Turn => {
  const { state } = begin(script, { ...context, hasCase: false });
  return decide(script, state, { kind: 'nobody-came', go: 'nobody-answers' }, context);
};
const after = (...inputs: IvrInput[]): Turn =>
  inputs.reduce((turn, input) => decide(script, turn.state, input, context), alone());
const keys = (digits: string): IvrInput => ({ kind: 'keys', digits });
const spoken = (recordingId: string): IvrInput => ({ kind: 'recorded', seconds: 9, recordingId });
const silence: IvrInput = { kind: 'silence' };

describe('a call to a desk with operators', () => {
  test('opens a case and rings them in its very first turn', () => {
    const { effects, awaits } = begin(script, { ...context, hasCase: false });
    expect(effects).toEqual([
      expect.objectContaining({ kind: 'open-case', caseKind: 'registration', plan: 'operators' }),
    ]);
    expect(awaits.kind).toBe('hold');
  });
});

describe('an interview', () => {
  test('keeps a keyed number at once, and asks for it anew when it was read back wrong', () => {
    const first = after(keys('0701740655'));
    expect(first.effects).toEqual([{ kind: 'callback-number', number: '+46701740655' }]);
    expect(after(keys('0701740655'), keys('2')).awaits.kind).toBe('number');
    expect(after(keys('0701740655'), keys('1')).awaits).toMatchObject({
      kind: 'record',
      question: 'contact',
    });
    expect(after(keys('12'), keys('12'), keys('12')).awaits).toMatchObject({ question: 'contact' });
  });

  test('lets every question be skipped by pound or by silence', () => {
    expect(after(keys('')).awaits).toMatchObject({ kind: 'record', question: 'contact' });
    expect(after(silence, silence, silence).awaits).toMatchObject({ question: 'office' });
  });

  test('asks again where it was when a call comes back without an answer', () => {
    expect(after(keys(''), spoken('RE1'), { kind: 'resumed' }).awaits).toMatchObject({ question: 'office' });
    expect(after(keys('0701740655'), { kind: 'resumed' }).awaits.kind).toBe('menu');
  });

  test('tells an unapproved caller, and not one whom nobody has looked up', () => {
    const says = (approved: boolean | undefined) => {
      const state = begin(script, { ...context, hasCase: false }).state;
      const turn = decide(
        script,
        state,
        { kind: 'nobody-came', go: 'nobody-answers' },
        { ...context, approved },
      );
      return [turn.lines.some(({ text }) => text.includes('godkända')), turn.effects.length];
    };
    expect([says(false), says(true), says(undefined)]).toEqual([
      [true, 1],
      [false, 0],
      [false, 0],
    ]);
  });

  test('comes to its end whatever is answered, and says the case number there', () => {
    const input = fc.oneof(
      fc.constant(silence),
      fc.stringMatching(/^[0-9]{0,14}$/).map(keys),
      fc
        .record({ seconds: fc.nat(300), bySilence: fc.boolean() })
        .map((recorded): IvrInput => ({ kind: 'recorded', ...recorded, recordingId: 'RE1' })),
    );
    fc.assert(
      fc.property(fc.array(input, { minLength: 60, maxLength: 60 }), (inputs) => {
        let turn = alone();
        for (const one of inputs)
          if (turn.awaits.kind !== 'end') turn = decide(script, turn.state, one, context);
        expect(turn.awaits.kind).toBe('end');
        expect(turn.lines.map(({ text }) => text).join(' ')).toContain('{case_number}');
      }),
      { numRuns: 200 },
    );
  });
});

describe('a script is refused', () => {
  const faultsOf = (from: string, to: string) =>
    readTogether([{ file: 'dvnordic.yaml', text: nordicText.replace(from, to) }]).faults.map(
      ({ what }) => what,
    );

  test.each([
    ['    gives_up: { go: nobody-answers }\n', '', 'does not say what the caller does when nobody does'],
    ['by: [voice]', 'by: [sms, voice]', 'nobody can answer a caller by a text'],
    ['after_rounds: 4, ', '', 'does not say when it gives up'],
    ['go: nobody-free', 'go: nobody-fre', 'There is no node "nobody-fre"'],
    ['plan: support,', 'plan: suport,', 'There is no paging plan "suport"'],
    ['takes: call', 'takes: case', 'whoever accepts by it takes the case'],
  ])('%s → %s: %s', (from, to, words) => {
    expect(faultsOf(from, to).join('\n')).toContain(words);
  });

  test.each([
    ['gives_up: { after_rounds: 3, go: nobody-free }', 'which gives up'],
    ['when: open', 'which pages nobody while the office is closed'],
    ['takes: call', 'by which people take the call and not the case'],
  ])('whose severity 1 pages by a plan with %s', (key, why) => {
    const plan = `  urgent:\n    page: [{ role: technician, people: 3 }]\n    by: [voice]\n    retry_after_seconds: [60]\n    ${key}\n`;
    const node = `  urgent-case:\n    open_case: { kind: severity, severity: 1, summary: x, page: urgent, say: x, then: hold }\n`;
    const text = nordicText.replace('plans:\n', `plans:\n${plan}`).replace('nodes:\n', `nodes:\n${node}`);
    const { faults } = readTogether([{ file: 'nordic.yaml', text }]);
    expect(faults.map(({ what }) => what)).toContainEqual(`Severity 1 pages by the plan "urgent", ${why}.`);
  });

  test('whose severity 1 pages, behind the opening of its case, by a plan of people who take calls', () => {
    const nodes = `  urgent-case:
    open_case: { kind: severity, severity: 1, summary: x, say: x, then: urgent-page }
  urgent-page:
    page: { plan: operators, say: x, then: hold }
`;
    const { faults } = readTogether([
      { file: 'x.yaml', text: nordicText.replace('nodes:\n', `nodes:\n${nodes}`) },
    ]);
    expect(faults.map(({ what }) => what)).toContainEqual(
      'Severity 1 pages by the plan "operators", by which people take the call and not the case.',
    );
  });
});
