import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);

it.each([
  ['start-up', ['start to ready']],
  ['fan-out', ['fan-out', 'webhook answer']],
  ['webhooks', ['webhooks, calls answered per second', 'webhooks, p99']],
  ['punctuality', ['due rounds']],
  ['burst', ['burst, 5 customers']],
  ['growth', ['fan-out', 'page of the call log', 'page of the case list', 'cases of the JSON API']],
])(
  'the bench of %s prints every figure next to its floor and their ratio',
  async (name, subjects) => {
    const lines = await benched(name);
    const names = lines.map((line) => String(line['name']));
    for (const subject of subjects) expect(names.some((of) => of.startsWith(subject))).toBe(true);
    for (const { name, figure, floor, ratio } of lines) {
      expect(figure, String(name)).toBeGreaterThan(0);
      expect(floor, String(name)).toBeGreaterThan(0);
      expect(ratio, String(name)).toBeCloseTo(Number(figure) / Number(floor), 0);
    }
  },
  120_000,
);

it('in the burst every case is open and all four are told of each', async () => {
  const lines = await benched('burst');
  const cases = lines.filter(({ unit }) => unit === 'cases');
  expect(cases.map(({ figure, floor }) => [figure, floor])).toEqual([
    [5, 5],
    [5, 5],
  ]);
}, 120_000);

it.runIf(existsSync('/proc/self/status'))(
  'the soak reads what the service holds between and after its calls',
  async () => {
    const [line] = await benched('soak');
    expect(line).toMatchObject({ unit: 'MiB', samples: 6 });
    expect(line?.['figure']).toBeGreaterThan(20);
  },
  120_000,
);

it('a measurement that there is not is told of, with those that there are', async () => {
  await expect(run(process.execPath, ['dist/bench.js', '--quick', 'fanout'])).rejects.toMatchObject({
    stderr: expect.stringMatching(/no measurement "fanout".*fan-out/) as string,
  });
});

const known = new Map<string, Promise<Record<string, unknown>[]>>();

function benched(name: string): Promise<Record<string, unknown>[]> {
  const lines = known.get(name) ?? measure(name);
  known.set(name, lines);
  return lines;
}

async function measure(name: string): Promise<Record<string, unknown>[]> {
  if (!existsSync('dist/bench.js')) await run(process.execPath, ['build.mjs']);
  const { stdout } = await run(process.execPath, ['dist/bench.js', '--quick', name]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
