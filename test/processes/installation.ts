import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder that programs are started from, as a clone is, built from this source. */
export interface Installation {
  readonly folder: string;
  /** IVR scripts with rounds that follow each other after `seconds`, for IVR_SCRIPTS. */
  scriptsWithRoundsEvery(seconds: number): string;
  remove(): void;
}

const leftOut = new Set(['dist', 'node_modules', '.git', '.data']);

/** Copies the source into a new folder and builds it there: what is changed meanwhile does not change what runs. */
export function install(): Installation {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'afterhours-'));
  fs.chmodSync(folder, 0o755);
  const source = process.cwd();
  for (const name of fs.readdirSync(source).filter((entry) => !leftOut.has(entry))) {
    fs.cpSync(path.join(source, name), path.join(folder, name), { recursive: true });
  }
  fs.symlinkSync(path.join(source, 'node_modules'), path.join(folder, 'node_modules'));
  execFileSync(process.execPath, [path.join(source, 'build.mjs')], { cwd: folder, stdio: 'inherit' });
  return {
    folder,
    scriptsWithRoundsEvery: (seconds) => {
      const scripts = path.join(folder, `ivr-scripts-${seconds}`);
      fs.cpSync(path.join(source, 'ivr-scripts'), scripts, { recursive: true });
      const dino = path.join(scripts, 'dino.yaml');
      const text = fs.readFileSync(dino, 'utf8');
      const faster = text.replace(/retry_after_seconds: \[[^\]]*\]/, `retry_after_seconds: [${seconds}]`);
      if (faster === text) throw new Error('dino.yaml has no retry_after_seconds to change');
      fs.writeFileSync(dino, faster);
      return scripts;
    },
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}
