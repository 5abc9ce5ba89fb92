import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { lineOf, type Compared, type Line } from './line.ts';
import { canMeasureMemory, memoryOf, type Memory } from './memory.ts';
import { startPart } from './parts.ts';
import { startService } from './service.ts';
import { monotonicMs } from './statistics.ts';

export interface StartUpSizes {
  warmStarts: number;
  /** How long a service idles before its memory is read. */
  idleMs: number;
}

interface Started {
  seconds: number;
  service: Memory;
  phones: Memory;
}

/** From the start of the process to ready, the first time and again; and what it holds while nothing happens. */
export async function measureStartUp(folder: string, sizes: StartUpSizes): Promise<Line[]> {
  const first: Compared = { figure: [], floor: [] };
  const warm: Compared = { figure: [], floor: [] };
  let idle: { figure: Started; floor: Started } | undefined;
  for (let at = 0; at <= sizes.warmStarts; at += 1) {
    const idleMs = at === sizes.warmStarts ? sizes.idleMs : 0;
    const floor = await startBare(join(folder, 'bare'), idleMs);
    const figure = await startWhole(join(folder, 'service'), idleMs);
    const samples = at === 0 ? first : warm;
    samples.floor.push(floor.seconds);
    samples.figure.push(figure.seconds);
    idle = { figure, floor };
  }
  const memory = (name: string, part: 'service' | 'phones', kind: keyof Memory, aim: string) => {
    const samples = { figure: [idle!.figure[part][kind]], floor: [idle!.floor.service[kind]] };
    return lineOf(name, 'MiB', samples, 0.5, aim);
  };
  return [
    lineOf('start to ready, first time', 's', first, 0.5, 'figure <= 10'),
    lineOf('start to ready, warm, p50', 's', warm, 0.5, 'figure <= 2'),
    ...(canMeasureMemory
      ? [
          memory('idle memory, service and PostgreSQL, shared pages once', 'service', 'pss', 'figure <= 250'),
          memory('idle memory, service and PostgreSQL, sum of resident sets', 'service', 'rss', 'none'),
          memory('idle memory, simulated phones', 'phones', 'pss', 'none'),
        ]
      : []),
  ];
}

async function startWhole(dataDir: string, idleMs: number): Promise<Started> {
  const service = await startService({
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    PHONES_PORT: String(await freePort()),
  });
  try {
    return { seconds: service.readyAfterMs / 1000, ...(await idleMemory(service.pid, dataDir, idleMs)) };
  } finally {
    await service.stop();
  }
}

async function startBare(dataDir: string, idleMs: number): Promise<Started> {
  const beganAtMs = monotonicMs();
  const { part } = await startPart('bare-service', { dataDir });
  const seconds = (monotonicMs() - beganAtMs) / 1000;
  try {
    return { seconds, ...(await idleMemory(part.pid, dataDir, idleMs)) };
  } finally {
    await part.stop();
  }
}

async function idleMemory(pid: number, dataDir: string, idleMs: number) {
  await new Promise((resolve) => setTimeout(resolve, idleMs));
  const nothing = { pss: 0, rss: 0 };
  return canMeasureMemory ? memoryOf(pid, dataDir) : { service: nothing, phones: nothing };
}
