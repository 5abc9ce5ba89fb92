import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import type { ServerAccount } from './account.ts';
import { serverEnvironment } from './initialise.ts';

/**
 * A shell between us and the server: it stops the server when our end of its standard input closes, which happens
 * however we die, kill -9 included. It says the server's process id first, and ends when the server ends.
 * `read` is the shell's own, so that killing the reader leaves no process behind.
 */
const script = `
log=$1; shift
trap : TERM INT HUP
exec 3<&0
"$@" </dev/null >>"$log" 2>&1 3<&- &
server=$!
echo "$server"
{ read -r _ <&3; kill -INT "$server"; } >/dev/null 2>&1 &
reader=$!
while kill -0 "$server" 2>/dev/null; do wait "$server"; done
kill "$reader" 2>/dev/null
`;

/** A server process under its watchdog. */
export interface Watched {
  readonly pid: number;
  /** True once server and watchdog are gone. */
  hasEnded(): boolean;
  /** Asks the server to end, its sessions cut, its data safe. */
  release(): void;
}

/** Runs `command`, its output appended to `logFile`. It gets a session of its own: Ctrl-C reaches only us. */
export async function watch(
  command: readonly string[],
  logFile: string,
  account: ServerAccount,
  cwd: string,
): Promise<Watched> {
  const shell = spawn('/bin/sh', ['-c', script, 'sh', logFile, ...command], {
    ...account,
    cwd,
    env: serverEnvironment,
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let ended = false;
  shell.on('exit', () => (ended = true));
  shell.stdin.on('error', () => undefined); // closed by the other side: `ended` tells
  const [firstWords] = (await once(shell.stdout, 'data')) as [Buffer];
  // None of these may keep our own process alive.
  shell.unref();
  for (const pipe of [shell.stdin, shell.stdout]) if (pipe instanceof Socket) pipe.unref();
  return {
    pid: Number.parseInt(firstWords.toString(), 10),
    hasEnded: () => ended,
    release: () => void shell.stdin.end(),
  };
}
