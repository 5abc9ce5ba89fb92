import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate, openDatabase, startEmbedded } from '../../src/database/index.ts';
import { fuzz } from './fuzz.ts';
import { startTarget } from './target.ts';

// npm run fuzz -- --requests 100000 --seed 7
const { values } = parseArgs({
  options: { requests: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
const requests = Number(values.requests);
const seed = Number(values.seed);
if (!Number.isInteger(requests) || requests < 1 || !Number.isInteger(seed)) {
  console.error('--requests and --seed are whole numbers: npm run fuzz -- --requests 20000 --seed 1');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'afterhours-fuzz-'));
const server = await startEmbedded(folder, { durable: false });
try {
  const empty = openDatabase(server.url);
  await migrate(empty.pool).finally(() => empty.close());
  const target = await startTarget(server.url);
  const beganAt = process.hrtime.bigint();
  const result = await fuzz(target, {
    requests,
    seed,
    onProgress: (done) => {
      if (process.stdout.isTTY) process.stdout.write(`\r${done} of ${requests}`);
    },
  });
  const seconds = Number(process.hrtime.bigint() - beganAt) / 1e9;
  await target.close();
  for (const fault of result.faults) console.log(fault);
  const { sent, statuses, faults } = result;
  console.log(JSON.stringify({ seed, sent, seconds: Math.round(seconds), statuses, faults: faults.length }));
  if (faults.length > 0) process.exitCode = 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
