import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions, tellUsage } from '../../src/command-line/index.ts';
import { migrate, openDatabase, startEmbedded } from '../../src/database/index.ts';
import { fuzz } from './fuzz.ts';
import { startTarget } from './target.ts';

const usage = `Usage: npm run fuzz -- [--requests 20000] [--seed 1]
  Sends odd requests to the whole service, on a database of its own, and prints what it answers to none of them.`;

const options = {
  requests: { type: 'string', default: '20000' },
  seed: { type: 'string', default: '1' },
} as const;
const read = readOptions(process.argv.slice(2), options);
if (read.ok !== true) process.exit(tellUsage(read, usage));
const requests = Number(read.values.requests);
const seed = Number(read.values.seed);
if (!Number.isInteger(requests) || requests < 1 || !Number.isInteger(seed))
  process.exit(tellUsage({ ok: false, faults: ['--requests and --seed are whole numbers.'] }, usage));

const folder = mkdtempSync(join(tmpdir(), 'afterhours-fuzz-'));
const server = await startEmbedded(folder, { durable: false });
try {
  const empty = openDatabase(server.url);
  try {
    await migrate(empty.pool);
  } finally {
    await empty.close();
  }
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
