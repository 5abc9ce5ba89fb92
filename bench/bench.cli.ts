import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const full = { desks: 100, singleBlocks: 2, bursts: 8, warmUps: 2 };
const quick = { desks: 5, singleBlocks: 1, bursts: 1, warmUps: 1 };

const part = process.argv.find((argument) => argument.startsWith('--part='))?.slice('--part='.length);
if (part === undefined) await bench(process.argv.includes('--quick'));
else await runPart(part, JSON.parse(process.argv.at(-1)!) as never);

async function runPart(name: string, settings: never): Promise<void> {
  if (name === 'carrier') await (await import('./carrier.ts')).runCarrier();
  if (name === 'floor') await (await import('./floor.ts')).runFloor(settings);
}

async function bench(isQuick: boolean): Promise<void> {
  const { measureFanOut } = await import('./fan-out.ts');
  const folder = mkdtempSync(join(tmpdir(), 'afterhours-bench-'));
  try {
    for (const line of await measureFanOut(join(folder, 'fan-out'), isQuick ? quick : full)) print(line);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(line: object): void {
  console.log(JSON.stringify(line));
}
