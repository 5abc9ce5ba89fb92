import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

const options = { seed: { type: 'string' }, quick: { type: 'boolean' } } as const;

it.each([[['--help']], [['-h']], [['--seed', '7', '-h']], [['--sed', '--help']]])(
  '%j asks for the usage, whatever else it says',
  (args) => expect(readOptions(args, options)).toEqual({ ok: 'help' }),
);

it.each([
  [['--sed', '7'], "Unknown option '--sed'."],
  [['-q'], "Unknown option '-q'."],
  [['--seed'], "Option '--seed <value>' argument missing."],
  [['--quick=1'], "Option '--quick' does not take an argument."],
  [['fan-out'], "Unexpected argument 'fan-out'. This command does not take positional arguments."],
])('%j is refused in one line', (args, fault) => {
  expect(readOptions(args, options)).toEqual({ ok: false, faults: [fault] });
});

it('options and words are read in any order', () => {
  const read = readOptions(['fan-out', '--seed=7', 'burst'], options, { allowPositionals: true });
  expect(read).toEqual({ ok: true, values: { seed: '7' }, positionals: ['fan-out', 'burst'] });
});
