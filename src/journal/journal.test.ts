import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualClock, type VirtualClock } from '../../phones/testing/virtual-clock.ts';
import { DiskFolder, type JournalFolder } from './folder.ts';
import { Away, benchOf, told, Troubled, type Bench } from './journal.test-support.ts';
import { MemoryFolder } from './memory-folder.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'journal-'));
});
afterAll(() => rmSync(root, { recursive: true }));

let clock: VirtualClock;
let benches: Bench[];
beforeEach(() => {
  clock = createVirtualClock();
  benches = [];
});

async function opens(folder: JournalFolder): Promise<Bench> {
  const bench = benchOf(clock, folder);
  benches.push(bench);
  await bench.journal.start();
  return bench;
}

const passes = (seconds: number) =>
  clock.advance(seconds * 1000, async () => {
    for (const { journal } of benches) await journal.idle();
  });

/** The processes so far take no further step: their clock stands still. */
function dies(): void {
  benches = [];
  clock = createVirtualClock(clock.now());
}

const linesOf = ({ log }: Bench, level: string) =>
  log.filter((line) => line.level === level).map(({ message }) => message);
const away = () => new Away('away');
/** Files but for the signs of life. */
const filesIn = async (folder: JournalFolder) =>
  (await folder.names()).filter((name) => !name.endsWith('.alive'));

describe('what could not be recorded', () => {
  it('is recorded when the database is back, oldest first and once, and no file is left', async () => {
    const folder = new MemoryFolder();
    const bench = await opens(folder);
    bench.fails = away;
    for (const key of ['b', 'a', 'c', 'a']) {
      await bench.journal.keep(told(key));
      await passes(0.1);
    }
    await passes(3 * 3600);
    expect(bench.journal.counts).toMatchObject({ waiting: 3 });
    expect(await filesIn(folder)).toHaveLength(3);
    bench.fails = () => undefined;
    await passes(12);
    expect(bench.recorded).toEqual(['b', 'a', 'c']);
    expect(await filesIn(folder)).toEqual([]);
    expect(linesOf(bench, 'warn')).toEqual([
      'what callers do cannot be recorded: it is kept until it can be',
    ]);
    expect(linesOf(bench, 'info')).toEqual([expect.stringMatching(/^3 recorded after 108\d\d seconds$/)]);
    expect(bench.spells).toMatchObject([{ recorded: 3, lost: 0 }]);
    expect(bench.spells[0]!.longestMs).toBeGreaterThan(3 * 3600 * 1000);
  });

  it('is asked of a database that is away once in 1 to 8 seconds, however much waits', async () => {
    const bench = await opens(new MemoryFolder());
    bench.fails = away;
    for (let n = 0; n < 500; n += 1) await bench.journal.keep(told(`${n}`));
    await passes(60);
    expect(bench.tried.length).toBeGreaterThan(5);
    expect(bench.tried.length).toBeLessThan(12);
  });

  it('is recorded soon where more of it comes all the time', async () => {
    const bench = await opens(new MemoryFolder());
    for (let n = 0; n < 10; n += 1) {
      await bench.journal.keep(told(`${n}`));
      await passes(0.5);
    }
    expect(bench.recorded.length).toBeGreaterThan(7);
  });

  it('is told of until that succeeds', async () => {
    const bench = await opens(new MemoryFolder());
    let failures = 2;
    bench.tells = async () => {
      if ((failures -= 1) >= 0) throw new Away('away again');
    };
    await bench.journal.keep(told('a'));
    await passes(30);
    expect(bench.spells).toHaveLength(1);
    expect(linesOf(bench, 'info')).toHaveLength(1);
  });
});

describe('what cannot be recorded', () => {
  it('blocks nothing else, and is set aside after twenty tries that were not the fault of the database', async () => {
    const folder = new MemoryFolder();
    const bench = await opens(folder);
    bench.fails = ({ key }) => (key === 'bad' ? new TypeError('undefined is not an id') : undefined);
    await bench.journal.keep(told('bad'));
    await passes(0.1);
    await bench.journal.keep(told('good'));
    await passes(2);
    expect(bench.recorded).toEqual(['good']);
    await passes(300);
    expect(bench.tried.filter((key) => key === 'bad')).toHaveLength(20);
    expect(bench.journal.counts).toMatchObject({ waiting: 0, givenUp: 1 });
    expect(await filesIn(folder)).toEqual([expect.stringMatching(/\.given-up$/)]);
    expect(linesOf(bench, 'error')).toEqual([expect.stringContaining('given up')]);
    expect(bench.spells).toMatchObject([{ recorded: 1, lost: 1 }]);
  });

  it('blocks nothing either when the database fails for it alone, and is tried for ever', async () => {
    const bench = await opens(new MemoryFolder());
    const bad = ['0', '1', '2', '3'];
    bench.fails = ({ key }) => (bad.includes(key) ? new Troubled('locked') : undefined);
    for (const key of [...bad, 'good', 'better']) {
      await bench.journal.keep(told(key));
      await passes(0.01);
    }
    await passes(12);
    expect(bench.recorded).toEqual(['good', 'better']);
    await passes(3600);
    expect(bench.journal.counts).toMatchObject({ waiting: 4, givenUp: 0 });
    bench.fails = () => undefined;
    await passes(16);
    expect(bench.journal.counts).toMatchObject({ waiting: 0 });
  });

  it('is taken up again when its file gets its name back', async () => {
    const folder = new MemoryFolder();
    const bench = await opens(folder);
    bench.fails = () => new TypeError('a fault of ours');
    await bench.journal.keep(told('bad'));
    await passes(300);
    const [name = ''] = await folder.names();
    await folder.rename(name, name.replace('.given-up', '.json'));
    const mended = await opens(folder);
    await passes(2);
    expect(mended.recorded).toEqual(['bad']);
    expect(await filesIn(folder)).toEqual([]);
  });
});

it('keeps no more than ten thousand, and says what it does not keep', async () => {
  const bench = await opens(new MemoryFolder());
  bench.fails = away;
  for (let n = 0; n < 10_002; n += 1) await bench.journal.keep(told(`${n}`));
  expect(bench.journal.counts).toMatchObject({ waiting: 10_000, refused: 2 });
  expect(linesOf(bench, 'error')).toHaveLength(2);
});

describe.each([
  ['in memory', () => new MemoryFolder()],
  ['on disk', () => new DiskFolder(join(mkdtempSync(join(root, 'of-')), 'deep', 'journal'))],
])('a folder %s', (_, open) => {
  it('gives what a dead process has left to its successor', async () => {
    const folder = open();
    const dead = await opens(folder);
    dead.fails = away;
    await dead.journal.keep(told('key'));
    await passes(5);
    const tried = dead.tried.length;
    dies();
    const next = await opens(folder);
    await passes(60);
    expect(next.recorded).toEqual(['key']);
    expect(dead.tried).toHaveLength(tried);
    expect(await filesIn(folder)).toEqual([]);
  });

  it('gives what a stopped process has left to the next at once', async () => {
    const folder = open();
    const first = await opens(folder);
    first.fails = away;
    await first.journal.keep(told('key'));
    await passes(5);
    await first.journal.stop();
    const next = await opens(folder);
    await passes(1);
    expect(next.recorded).toEqual(['key']);
    expect(await filesIn(folder)).toEqual([]);
  });

  it('leaves to the living what is theirs', async () => {
    const folder = open();
    const first = await opens(folder);
    first.fails = away;
    await first.journal.keep(told('key'));
    const second = await opens(folder);
    await passes(300);
    expect(second.tried).toEqual([]);
    first.fails = () => undefined;
    await passes(10);
    expect(first.recorded).toEqual(['key']);
  });

  it('gives a piece of the dead to one of two', async () => {
    const folder = open();
    const dead = await opens(folder);
    dead.fails = away;
    const keys = Array.from({ length: 20 }, (_key, n) => `${n}`);
    for (const key of keys) await dead.journal.keep(told(key));
    dies();
    const [one, two] = await Promise.all([opens(folder), opens(folder)]);
    await passes(60);
    expect([...one.recorded, ...two.recorded].sort()).toEqual(keys.sort());
  });

  it('sets a damaged file aside, and says so', async () => {
    const folder = open();
    await folder.write('00001-abc.json', '{"key":');
    const bench = await opens(folder);
    expect(await filesIn(folder)).toEqual(['00001-abc.given-up']);
    expect(bench.journal.counts).toMatchObject({ givenUp: 1 });
    expect(linesOf(bench, 'error')).toEqual(['a file in JOURNAL_DIR cannot be read: set aside']);
  });
});

describe('on disk', () => {
  it('only the owner of the folder reads what callers did', async () => {
    const path = join(root, 'private');
    const bench = await opens(new DiskFolder(path));
    bench.fails = away;
    await bench.journal.keep(told('key'));
    expect(statSync(path).mode & 0o777).toBe(0o700);
    const files = readdirSync(path).filter((name) => name.endsWith('.json'));
    expect(files).toHaveLength(1);
    expect(statSync(join(path, files[0]!)).mode & 0o777).toBe(0o600);
  });

  it('a folder that cannot be used is said once, and what waits is kept in memory', async () => {
    writeFileSync(join(root, 'file'), '');
    const bench = await opens(new DiskFolder(join(root, 'file', 'journal')));
    bench.fails = away;
    await bench.journal.keep(told('key'));
    await passes(60);
    bench.fails = () => undefined;
    await passes(10);
    expect(bench.recorded).toEqual(['key']);
    expect(linesOf(bench, 'warn').filter((line) => line.includes('JOURNAL_DIR'))).toHaveLength(1);
    expect(linesOf(bench, 'error')).toEqual([]);
  });

  it('what waits in memory gets its file as soon as the folder can be used, which is said', async () => {
    const inTheWay = join(root, 'in-the-way');
    writeFileSync(inTheWay, '');
    const folder = new DiskFolder(join(inTheWay, 'journal'));
    const bench = await opens(folder);
    bench.fails = away;
    await bench.journal.keep(told('key'));
    await passes(60);
    rmSync(inTheWay);
    await passes(20);
    expect(await filesIn(folder)).toEqual([expect.stringMatching(/\.json$/)]);
    expect(linesOf(bench, 'info')).toEqual(['JOURNAL_DIR can be written again']);
    dies();
    const next = await opens(folder);
    await passes(60);
    expect(next.recorded).toEqual(['key']);
  });

  it('what is given up without a folder to say so in gets its file when there is one', async () => {
    const inTheWay = join(root, 'still-in-the-way');
    writeFileSync(inTheWay, '');
    const folder = new DiskFolder(join(inTheWay, 'journal'));
    const bench = await opens(folder);
    bench.fails = ({ key }) => (key === 'bad' ? new TypeError('a fault of ours') : undefined);
    await bench.journal.keep(told('bad'));
    await passes(0.1);
    await bench.journal.keep(told('good'));
    await passes(300);
    expect(bench.tried.filter((key) => key === 'bad')).toHaveLength(20);
    expect(bench.journal.counts).toMatchObject({ waiting: 0, givenUp: 1 });
    expect(bench.spells).toMatchObject([{ recorded: 1, lost: 1 }]);
    expect(linesOf(bench, 'error')).toEqual([expect.stringContaining('given up')]);
    rmSync(inTheWay);
    await passes(20);
    expect(bench.journal.counts).toMatchObject({ waiting: 0, givenUp: 1 });
    expect(await filesIn(folder)).toEqual([expect.stringMatching(/\.given-up$/)]);
    expect(linesOf(bench, 'info').slice(-1)).toEqual(['JOURNAL_DIR can be written again']);
  });

  it('what is given up has its file although its own one has gone', async () => {
    const folder = new MemoryFolder();
    const bench = await opens(folder);
    bench.fails = () => new TypeError('a fault of ours');
    await bench.journal.keep(told('bad'));
    for (const name of await filesIn(folder)) await folder.remove(name);
    await passes(300);
    expect(await filesIn(folder)).toEqual([expect.stringMatching(/\.given-up$/)]);
  });

  it('leaves no file of what was recorded while it was being written', async () => {
    class Slow extends MemoryFolder {
      isOut = true;
      override async write(name: string, text: string): Promise<void> {
        if (this.isOut) throw new Error('no space left');
        await new Promise<void>((resolve) => void clock.after(9_000, resolve));
        await super.write(name, text);
      }
    }
    const folder = new Slow();
    const bench = await opens(folder);
    bench.fails = away;
    for (const key of ['a', 'b', 'c']) await bench.journal.keep(told(key));
    folder.isOut = false;
    await clock.advance(5_000, () => sleep(1));
    bench.fails = () => undefined;
    await clock.advance(60_000, () => sleep(1));
    expect(bench.recorded.toSorted()).toEqual(['a', 'b', 'c']);
    expect(await filesIn(folder)).toEqual([]);
  });

  it('a process that stops with things in memory alone says what is lost', async () => {
    const bench = await opens(new DiskFolder(join(root, 'file', 'journal')));
    bench.fails = away;
    await bench.journal.keep(told('key'));
    await bench.journal.stop();
    expect(linesOf(bench, 'error')).toEqual(['stopped with things that are recorded nowhere']);
  });

  it('a disk that hangs costs no caller the answer', async () => {
    class Hanging extends MemoryFolder {
      override write = () => new Promise<void>(() => undefined);
    }
    const bench = benchOf(clock, new Hanging());
    let answered = false;
    const kept = bench.journal.keep(told('key')).then(() => (answered = true));
    await sleep(1);
    expect(answered).toBe(false);
    await clock.advance(600, async () => undefined);
    await kept;
    await clock.advance(2_000, () => sleep(1));
    expect(bench.recorded).toEqual(['key']);
  });
});
