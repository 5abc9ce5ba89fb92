import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** The programs as they are run, built from what is tested: dist/ could be yesterday's. */
export default function buildPrograms(): void {
  execFileSync(process.execPath, [path.join(import.meta.dirname, '../../build.mjs')], { stdio: 'inherit' });
}
