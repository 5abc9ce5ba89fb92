import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { installProgram, publicFolder, run, type Program, type RunOptions } from './harness.ts';

const isRoot = process.getuid?.() === 0;
const folder = publicFolder();
const started: Program[] = [];
let program = '';

beforeAll(async () => {
  program = await installProgram(path.join(folder, 'app'));
});
afterEach(async () => {
  const running = started
    .splice(0)
    .filter((one) => one.child.exitCode === null && one.child.signalCode === null);
  await Promise.all(running.map((one) => one.kill()));
});
afterAll(async () => {
  await sleep(500); // the servers of killed programs are still ending
  fs.rmSync(folder, { recursive: true, force: true });
});

const dataFolder = (name: string): string => path.join(folder, name);

async function start(dir: string, options: RunOptions = {}, which = program): Promise<Program> {
  const one = await run(which, dir, options);
  started.push(one);
  return one;
}

async function query(url: string | undefined, statement: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

const serverPid = (home: string | undefined): number =>
  Number.parseInt(fs.readFileSync(path.join(home ?? '', 'pgdata', 'postmaster.pid'), 'utf8'), 10);

describe('the embedded PostgreSQL', () => {
  it('keeps what was written when it is stopped and started again', async () => {
    const first = await start(dataFolder('kept'));
    await query(first.report.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.end();
    await expect(query(first.report.url, 'SELECT 1')).rejects.toThrow();
    const second = await start(dataFolder('kept'));
    expect(await query(second.report.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.end();
  });

  it('is joined by a second program, and refused to a second service with who has it', async () => {
    const service = await start(dataFolder('shared'), { how: 'own' });
    const tool = await start(dataFolder('shared'), { how: 'join' });
    expect(tool.report).toMatchObject({ owner: false, url: service.report.url });
    await tool.end();
    const another = await start(dataFolder('shared'), { how: 'own' });
    expect(another.report.fault).toContain(`already running here: process ${service.child.pid}`);
    expect(another.report.fault).toContain('set DATA_DIR');
    expect(await query(service.report.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('has one owner when several start at the same time on a new folder', async () => {
    const all = await Promise.all([1, 2, 3].map(() => start(dataFolder('raced'))));
    expect(all.map((one) => one.report.owner).sort()).toEqual([false, false, true]);
    for (const one of all) await query(one.report.url, 'SELECT 1');
    expect(fs.readdirSync(dataFolder('raced')).filter((name) => name.startsWith('pgdata.'))).toEqual([]);
  });

  it('goes when its program is killed, loses nothing, and starts again at once', async () => {
    const dir = dataFolder('killed');
    for (let round = 1; round <= 3; round += 1) {
      const one = await start(dir, { how: 'own' });
      expect(one.report.fault).toBeUndefined();
      await query(
        one.report.url,
        `CREATE TABLE IF NOT EXISTS rounds (n int); INSERT INTO rounds VALUES (${round})`,
      );
      await one.kill();
    }
    const last = await start(dir, { how: 'own' });
    expect(await query(last.report.url, 'SELECT count(*)::int AS n FROM rounds')).toEqual([{ n: 3 }]);
    await last.end();
    expect(() => serverPid(last.report.home)).toThrow();
  });

  it('starts although an old lock file names a process of somebody else', async () => {
    const dir = dataFolder('stale');
    const first = await start(dir);
    const lockFile = path.join(first.report.home ?? '', 'pgdata', 'postmaster.pid');
    const lock = fs.readFileSync(lockFile, 'utf8');
    await first.end();
    fs.writeFileSync(lockFile, lock.replace(/^\d+/, String(process.pid)));
    const second = await start(dir, { how: 'own' });
    expect(second.report.owner).toBe(true);
    await second.end();
  });

  it('puts its socket elsewhere when the path is too long for one, and is found there', async () => {
    const dir = path.join(dataFolder('long'), 'a-folder-name-of-forty-characters-or-so-x'.repeat(3));
    const owner = await start(dir);
    const socketFolder = new URL(owner.report.url ?? '').searchParams.get('host') ?? '';
    expect(socketFolder.length).toBeLessThan(90);
    const tool = await start(dir);
    expect(tool.report.owner).toBe(false);
    expect(await query(tool.report.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await tool.end();
    await owner.end();
    expect(fs.existsSync(socketFolder)).toBe(false);
  });
});

const rootCases = {
  'says that a folder cannot be made where nothing can': async () => {
    const one = await start('/proc/afterhours/data');
    expect(one.report.fault).toMatch(/\/proc\/afterhours\/data cannot be made \(ENOENT\).*set DATA_DIR/);
    await one.end();
  },
  'runs for an ordinary user whose installation belongs to root': async () => {
    const dir = dataFolder('ordinary');
    fs.mkdirSync(dir);
    fs.chownSync(dir, 65534, 65534);
    const one = await start(dir, { uid: 65534 });
    expect(await query(one.report.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await one.end();
    const asRoot = await start(dir);
    expect(asRoot.report.owner).toBe(true);
    expect(fs.statSync(`/proc/${serverPid(asRoot.report.home)}`).uid).toBe(65534);
    await asRoot.end();
    const asUserAgain = await start(dir, { uid: 65534 });
    expect(asUserAgain.report.owner).toBe(true);
    await asUserAgain.end();
  },
  'tells an ordinary user that the folder is not theirs': async () => {
    const dir = dataFolder('theirs');
    fs.mkdirSync(dir, { mode: 0o700 });
    const one = await start(dir, { uid: 65534 });
    expect(one.report.fault).toMatch(/belongs to user 0, and we are user 65534.*set DATA_DIR/);
    await one.end();
  },
  'runs for root from a project that no other account can enter': async () => {
    const hidden = path.join(folder, 'hidden');
    fs.mkdirSync(hidden, { mode: 0o700 });
    const hiddenProgram = await installProgram(path.join(hidden, 'app'));
    const dir = path.join(hidden, 'data');
    const first = await start(dir, {}, hiddenProgram);
    expect(first.report.fault).toBeUndefined();
    expect(first.report.home).toMatch(/^\/var\/lib\/afterhours-/);
    await query(first.report.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.end();
    const second = await start(dir, {}, hiddenProgram);
    expect(await query(second.report.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.end();
    fs.rmSync(second.report.home ?? '', { recursive: true });
  },
  'stops an orphan whose watchdog was killed with its program': async () => {
    const dir = dataFolder('orphan');
    const one = await start(dir);
    const orphan = serverPid(one.report.home);
    const watchdog = Number(/^PPid:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${orphan}/status`, 'utf8'))?.[1]);
    process.kill(-watchdog, 'SIGSTOP'); // the whole session stops, so that nobody notices the end of the program
    await one.kill();
    process.kill(watchdog, 'SIGKILL');
    for (const reader of childrenOf(watchdog)) if (reader !== orphan) process.kill(reader, 'SIGKILL');
    process.kill(orphan, 'SIGCONT');
    const next = await start(dir, { how: 'own' });
    expect(next.report).toMatchObject({ owner: true });
    expect(serverPid(next.report.home)).not.toBe(orphan);
    await next.end();
  },
};

/** The processes of the session that `leader` began, itself left out. */
function childrenOf(leader: number): number[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return (
          pid !== leader &&
          fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[3] === `${leader}`
        );
      } catch {
        return false;
      }
    });
}

// What needs two accounts can only be tried by root, on Linux.
if (isRoot && process.platform === 'linux') {
  describe('the embedded PostgreSQL between two accounts', () => {
    for (const [name, testCase] of Object.entries(rootCases)) it(name, testCase);
  });
}
