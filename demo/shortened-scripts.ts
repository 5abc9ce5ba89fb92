import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { projectRoot } from '../src/config/index.ts';

/** What the demo shortens, in seconds, and what the desk's script really says. */
export interface Shortened {
  folder: string;
  retryAfterSeconds: { demo: number[]; real: number[] };
  ringSeconds: { demo: number; real: number };
}

/** A copy of the Dino desk's script in which only waiting and ringing of the emergency plan are shorter. */
export function writeShortenedScripts(folder: string): Shortened {
  const document = parseDocument(readFileSync(join(projectRoot(), 'ivr-scripts', 'dino.yaml'), 'utf8'));
  const emergency = ['plans', 'emergency'];
  const real = document.getIn(emergency) as { toJSON(): Record<string, unknown> };
  const plan = real.toJSON();
  const shortened: Shortened = {
    folder,
    retryAfterSeconds: { demo: [18, 30], real: plan['retry_after_seconds'] as number[] },
    ringSeconds: { demo: 14, real: plan['ring_seconds'] as number },
  };
  document.setIn([...emergency, 'retry_after_seconds'], shortened.retryAfterSeconds.demo);
  document.setIn([...emergency, 'ring_seconds'], shortened.ringSeconds.demo);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'dino.yaml'), document.toString());
  return shortened;
}
