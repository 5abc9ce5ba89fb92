import { expect, it } from 'vitest';
import { run } from './bench.test-support.ts';

it('a measurement that there is not is told of, with those that there are', async () => {
  await expect(run(process.execPath, ['dist/bench.js', '--quick', 'fanout'])).rejects.toMatchObject({
    stderr: expect.stringMatching(/no measurement "fanout".*fan-out/) as string,
  });
});
