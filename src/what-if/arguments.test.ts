import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';

const asked = ['--desk', 'dino', '--at', '2026-12-24T02:00'];

test('a wish is read as it stands', () => {
  const more = [
    '--from',
    '+12025550100',
    '--press',
    '3, silence,2',
    '--accepts',
    '2',
    '--add',
    '1h30m',
    '--subtract',
    '90m',
  ];
  const promised = ['--since', '2026-12-23T10:00', '--within', '2h', '--json', '--people', 'people.yaml'];
  expect(readArguments([...asked, ...more, ...promised])).toEqual({
    ok: true,
    order: {
      desk: 'dino',
      wish: {
        at: '2026-12-24T02:00',
        from: '+12025550100',
        presses: ['3', 'silence', '2'],
        acceptsInRound: 2,
        addMs: 5_400_000,
        subtractMs: 5_400_000,
        since: '2026-12-23T10:00',
        withinMs: 7_200_000,
      },
      people: 'people.yaml',
      scriptAlone: false,
      json: true,
    },
  });
});

test.each([
  [['--at', '2026-12-24T02:00'], '--desk is missing: name a desk, such as --desk dino.'],
  [['--desk', 'dino'], '--at is missing: write a time, such as --at 2026-12-24T02:00.'],
  [
    [...asked, '--from', '555'],
    '--from 555: write a number with plus and country code, such as +12025550100.',
  ],
  [
    [...asked, '--press', '1,x'],
    '--press "x": write keys 0 to 9, * and #, or silence, nobody or hang-up, with commas between.',
  ],
  [[...asked, '--press', ''], '--press "": write keys 0 to 9, * and #, or silence, nobody or hang-up'],
  [[...asked, '--people', 'x.yaml', '--script-alone'], '--people and --script-alone do not go together'],
  [[...asked, '--add', '2'], '--add 2: write hours and minutes, such as 2h, 90m or 1h30m.'],
  [[...asked, '--subtract', '-2h'], '--subtract'],
  [[...asked, '--within', '2h'], '--within goes with --since: say when it was promised.'],
])('%j is refused: %s', (args, fault) => {
  expect(readArguments(args)).toEqual({ ok: false, faults: [expect.stringContaining(fault)] });
});

test('every fault is told at once', () => {
  expect(readArguments(['--press', 'x', '--add', 'soon'])).toMatchObject({ faults: { length: 4 } });
});
