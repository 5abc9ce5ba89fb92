import fs from 'node:fs';

/** The processes that a process has started, and those that these have. Linux only: elsewhere it finds none. */
export function descendantsOf(pid: number): number[] {
  const children = processes()
    .filter(({ parent }) => parent === pid)
    .map((found) => found.pid);
  return [...children, ...children.flatMap(descendantsOf)];
}

/** Those of the processes that still run. */
export function living(pids: readonly number[]): number[] {
  const running = new Set(processes().map((found) => found.pid));
  return pids.filter((pid) => running.has(pid));
}

function processes(): { pid: number; parent: number }[] {
  if (!fs.existsSync('/proc')) return [];
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [state, parent] = fs.readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
        return state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent) }];
      } catch {
        return []; // it has just ended
      }
    });
}
