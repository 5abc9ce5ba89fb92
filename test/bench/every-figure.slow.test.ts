import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { benched, expectFigures } from './bench.test-support.ts';

it.each([
  ['fan-out', ['fan-out', 'webhook answer']],
  ['start-up', ['start to ready']],
  ['webhooks', ['webhooks, calls answered per second', 'webhooks, p99']],
])(
  'the bench of %s prints every figure next to its floor and their ratio',
  async (name, subjects) => expectFigures(await benched(name), subjects),
  240_000,
);

it('the bench of punctuality prints how late due rounds start; a timer may be early by its last millisecond', async () => {
  const lines = await benched('punctuality');
  const late = lines.filter(({ name }) => String(name).startsWith('due rounds'));
  expect(late.length).toBeGreaterThan(0);
  for (const { figure } of late) expect(figure).toBeGreaterThan(-1);
}, 240_000);

it('the bench of growth prints every load and page of the grown database next to the small one', async () => {
  const lines = await benched('growth');
  const late = lines.filter(({ name }) => String(name).startsWith('due rounds'));
  expect(late).toHaveLength(2);
  expectFigures(
    lines.filter((line) => !late.includes(line)),
    [
      ...['fan-out', 'page of the call log', 'page of the case list', 'cases of the JSON API'],
      ...['calls answered per second', 'webhook answer', 'burst, told to all four', 'burst, first page'],
    ],
  );
}, 240_000);

it('in the burst every case is open, all four are told of each, and every figure stands next to its floor', async () => {
  const lines = await benched('burst');
  expectFigures(lines, ['burst, 5 customers']);
  const cases = lines.filter(({ unit }) => unit === 'cases');
  expect(cases.map(({ figure, floor }) => [figure, floor])).toEqual([
    [5, 5],
    [5, 5],
  ]);
}, 240_000);

it.runIf(existsSync('/proc/self/status'))(
  'the soak reads what the service holds between and after its calls',
  async () => {
    const [line] = await benched('soak');
    expect(line).toMatchObject({ unit: 'MiB', samples: 6 });
    expect(line?.['figure']).toBeGreaterThan(20);
  },
  240_000,
);
