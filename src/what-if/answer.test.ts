import { describe, expect, test } from 'vitest';
import { dinoText } from '../ivr/dino.fixture.ts';
import { readTogether } from '../ivr/load.ts';
import { whatIf, type Answer } from './answer.ts';
import { readArguments } from './arguments.ts';
import { inJson } from './in-json.ts';
import { inText } from './in-text.ts';
import { scriptAlone } from './known.ts';
import { deedInWords, faultInWords } from './words.ts';

const text = dinoText.replace('friday: [09:00-17:00]', 'friday: [09:00-17:00, 22:00-06:00]').replace(
  'public_holidays: closed',
  `public_holidays: closed
  exceptions: [{ date: 2026-12-23, hours: [08:00-12:00], why: The staff celebrates }]`,
);

/** What the desk answers to a command line, `--desk` left out. */
async function ask(...args: string[]): ReturnType<typeof whatIf> {
  const { scripts, faults } = readTogether([{ file: 'dino.yaml', text }]);
  expect(faults).toEqual([]);
  const [script] = scripts;
  const read = readArguments(['--desk', 'dino', ...args]);
  if (read.ok !== true || script === undefined) return expect.fail(JSON.stringify(read));
  return whatIf(script, read.order.wish, scriptAlone);
}

async function answer(...args: string[]): Promise<Answer> {
  const result = await ask(...args);
  return result.ok ? result.answer : expect.fail(JSON.stringify(result.faults));
}
/** What is wrong with a question, as the command says it. */
const inWords = (result: Awaited<ReturnType<typeof whatIf>>) =>
  result.ok ? [] : result.faults.map((fault) => `${fault.part} ${faultInWords(fault)}`);
const told = async (...args: string[]): Promise<string> => inText(await answer(...args)).join('\n');

describe('the office', () => {
  test.each([
    [
      '2026-11-25T10:00',
      'open: on a Wednesday its hours are 09:00-17:00.\nIt closes Wed 2026-11-25 17:00 (UTC-05:00), in 7 h.',
    ],
    [
      '2026-11-26T10:00',
      'closed: 2026-11-26 is Thanksgiving Day, and nothing opens.\nIt opens Fri 2026-11-27 09:00',
    ],
    [
      '2026-11-28T12:00',
      'closed: on a Saturday nothing opens.\nIt opens Mon 2026-11-30 09:00 (UTC-05:00), in 1 d 21 h.',
    ],
    [
      '2026-11-28T05:59',
      'open: on a Friday its hours are 09:00-17:00, 22:00-06:00.\nIt closes Sat 2026-11-28 06:00',
    ],
    [
      '2026-12-23T13:00',
      'closed: 2026-12-23 is an exception, and its hours are 08:00-12:00 (The staff celebrates).\nIt opens Thu',
    ],
  ])('at %s says whether it is open, why, and until when: %s', async (at, words) => {
    expect(await told('--at', at)).toContain(`The office is ${words}`);
  });

  test('counts business time', async () => {
    const { office } = await answer(
      '--at',
      '2026-12-23T11:00',
      '--add',
      '2h',
      '--subtract',
      '4h',
      '--since',
      '2026-12-22T16:00',
      '--within',
      '3h',
    );
    expect(office).toMatchObject({
      added: { until: new Date('2026-12-24T15:00:00Z') },
      subtracted: { since: new Date('2026-12-22T21:00:00Z') },
      passed: { ms: 4 * 3_600_000 },
      promised: { dueAt: new Date('2026-12-23T15:00:00Z'), isDue: true },
    });
  });

  test('tells of a time that clocks skip', async () => {
    expect(await told('--at', '2026-03-08T02:30')).toContain(
      'Note: 2026-03-08T02:30 does not exist in America/New_York',
    );
  });
});

describe('the call', () => {
  test('of severity 1 pages three technicians and sales at once, and the supervisor from the third round', async () => {
    const { call, pagings } = await answer(
      '--at',
      '2026-12-24T02:00',
      '--from',
      '+12025550100',
      '--press',
      '1',
    );
    expect(call.case).toMatchObject({ severity: '1', plan: 'emergency' });
    expect(call.exchanges.at(-1)).toMatchObject({
      did: { kind: 'keys', keys: '1', choice: 'Severity 1' },
      says: [
        'Your case is D I N O, 1 0 4 2.',
        '4 people are being called and texted now.',
        'Please hold, or hang up and we will call you back.',
      ],
      waitsFor: { kind: 'hold' },
    });
    const [paging] = pagings;
    expect(
      paging?.rounds.slice(0, 4).map(({ at, page }) => [at.toISOString().slice(11, 19), page.length]),
    ).toEqual([
      ['07:00:00', 2],
      ['07:01:00', 2],
      ['07:02:00', 3],
      ['07:04:00', 3],
    ]);
    expect(paging?.contact).toEqual({
      pagedAgainAfterMinutes: 15,
      supervisorFrom: new Date('2026-12-24T07:45:00Z'),
      dueAt: new Date('2026-12-24T08:00:00Z'),
    });
  });

  test('of a hidden number asks for one, and pages one technician after another when the caller presses through', async () => {
    const { call, pagings } = await answer('--at', '2026-11-28T12:00', '--press', '3,2025550123#,1,1');
    expect(call).toMatchObject({ plans: ['press-through'], callbackNumber: '+12025550123' });
    expect(pagings).toMatchObject([{ plan: 'press-through', oneAtATime: true }]);
    expect(call.exchanges.at(-1)?.waitsFor.kind).toBe('hold');
  });

  test('by day and after hours takes different ways', async () => {
    expect((await answer('--at', '2026-11-25T10:00', '--press', '6')).call.plans).toEqual(['contract']);
    const later = ['--at', '2026-11-25T20:00', '--press', '6,1'];
    expect((await answer(...later)).call.plans).toEqual([]);
    expect(await told(...later)).toContain(
      'The caller is promised an answer on the next business day. The office opens Fri 2026-11-27 09:00',
    );
  });

  test('sends texts, is silent, leaves messages', async () => {
    const { call } = await answer('--at', '2026-11-25T10:00', '--from', '+12025550100', '--press', '7,1');
    expect(call.texts).toEqual([
      { to: '+12025550100', body: expect.stringContaining('Your case is DINO-1042.') as string },
    ]);
    const silent = await answer(
      '--at',
      '2026-11-25T10:00',
      '--from',
      '+12025550100',
      '--press',
      'silence,4,silence,#',
    );
    expect(silent.call.exchanges.map(({ did }) => deedInWords(did))).toEqual([
      'calls',
      'is silent',
      'presses 4: Severity 4',
      'is silent',
      'leaves a message',
    ]);
  });

  test.each([
    ['12', '12: one key at a time is taken here; put commas between.'],
    ['7,9,9,1', '1: the call is over before it.'],
  ])('does not take --press %s', async (press, words) => {
    const result = await ask('--at', '2026-11-25T10:00', '--press', press);
    expect(inWords(result)).toEqual([`press ${words}`]);
  });
});

test('times that are none, or in the wrong order, are refused', async () => {
  expect(await ask('--at', 'noon', '--since', 'dawn')).toMatchObject({ ok: false, faults: { length: 2 } });
  const words = '2026-11-25T11:00 is later than the time asked for, 2026-11-25T10:00.';
  expect(inWords(await ask('--at', '2026-11-25T10:00', '--since', '2026-11-25T11:00'))).toEqual([
    `since ${words}`,
  ]);
});

test('as JSON it says the same', async () => {
  const json = inJson(await answer('--at', '2026-12-24T02:00', '--press', '1', '--add', '2h'));
  expect(json).toMatchObject({
    desk: 'dino',
    at: '2026-12-24T02:00:00-05:00',
    office: {
      open: false,
      because: { weekday: 'thursday', reason: { kind: 'weekday' } },
      opensAt: '2026-12-24T09:00:00-05:00',
      closesAt: null,
      added: { minutes: 120, until: '2026-12-24T11:00:00-05:00' },
    },
    case: { number: 'DINO-1042', severity: '1' },
    pagings: [{ plan: 'emergency', rounds: { length: 15 }, contact: { dueAt: '2026-12-24T03:00:00-05:00' } }],
  });
});
