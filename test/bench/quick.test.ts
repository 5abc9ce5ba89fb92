import { expect, it } from 'vitest';
import { benched, expectFigures, run } from './bench.test-support.ts';

it('the bench of fan-out prints every figure next to its floor and their ratio', async () => {
  expectFigures(await benched('fan-out'), ['fan-out', 'webhook answer']);
}, 120_000);

it('a measurement that there is not is told of, with those that there are', async () => {
  await expect(run(process.execPath, ['dist/bench.js', '--quick', 'fanout'])).rejects.toMatchObject({
    stderr: expect.stringMatching(/no measurement "fanout".*fan-out/) as string,
  });
});
