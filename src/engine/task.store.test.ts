import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { transaction } from '../database/index.ts';
import type { NewTask, Task } from './task.ts';
import * as store from './task.store.ts';

const now = new Date('2026-11-12T07:47:00Z');
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const leaseEnd = after(5);
const [anEngine, another] = [11, 22];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.pool.query('DELETE FROM task'));

const due = (key: string, more: Partial<NewTask> = {}): NewTask => ({
  kind: 'test',
  key,
  subject: key,
  dueAt: now,
  ...more,
});
const enqueue = (...tasks: store.ClaimableTask[]) => store.enqueue(database.pool, tasks);
const claim = (owner = anEngine, at = now, limit = 100, running: string[] = []) =>
  store.claim(database.pool, owner, at, new Date(at.getTime() + 5_000), limit, { running });
const keys = (tasks: Task[]) => tasks.map((task) => task.key);
const left = async () =>
  (await database.pool.query<{ key: string }>('SELECT key FROM task ORDER BY key')).rows.map((r) => r.key);

async function claimOne(owner = anEngine, at = now): Promise<Task> {
  const [task, ...others] = await claim(owner, at);
  expect(others).toEqual([]);
  return task!;
}

describe('claiming', () => {
  it('takes the most urgent first, then what has been due longest, and no more than asked', async () => {
    await enqueue(
      due('late', { dueAt: after(-60), priority: 9 }),
      due('urgent', { priority: 0 }),
      due('longest', { dueAt: after(-30) }),
      due('usual', { dueAt: after(-1) }),
    );
    expect(keys(await claim(anEngine, now, 3))).toEqual(['urgent', 'longest', 'usual']);
    expect(keys(await claim(another))).toEqual(['late']);
  });

  it('takes what has been due longest first when it is asked to, and leaves kinds alone', async () => {
    await enqueue(due('urgent', { priority: 0 }), due('old', { dueAt: after(-60), priority: 9 }));
    await enqueue(due('look', { kind: 'look', dueAt: after(-90) }));
    const choice = { oldestFirst: true, kindsNot: ['look'] };
    const one = await store.claim(database.pool, anEngine, now, after(5), 1, choice);
    expect(keys(one)).toEqual(['old']);
    expect(await store.nextDueAt(database.pool, ['look'])).toEqual(now);
    expect(await store.nextDueAt(database.pool)).toEqual(after(-90));
  });

  it('takes nothing before it is due', async () => {
    await enqueue(due('later', { dueAt: after(60) }));
    expect(await claim(anEngine, after(59.999))).toEqual([]);
    expect(keys(await claim(anEngine, after(60)))).toEqual(['later']);
  });

  it('gives no task to two engines that ask at the same moment', async () => {
    const names = Array.from({ length: 200 }, (_, n) => `task-${n}`);
    await enqueue(...names.map((name) => due(name)));
    const claimed = await Promise.all(Array.from({ length: 10 }, (_, n) => claim(n + 1, now, 40)));
    expect(keys(claimed.flat()).sort()).toEqual(names.sort());
  });

  it('holds for the lease, and then the task is anybody’s, one attempt on', async () => {
    await enqueue(due('one'));
    expect(await claimOne(anEngine)).toMatchObject({ attempt: 1 });
    expect(await claim(another, after(4.9))).toEqual([]);
    expect(await claimOne(another, after(5))).toMatchObject({ key: 'one', attempt: 2 });
  });

  it('leaves alone what still runs in the engine that asks', async () => {
    await enqueue(due('one'));
    const { id } = await claimOne(anEngine);
    expect(await claim(anEngine, after(10), 100, [id])).toEqual([]);
    expect(await claimOne(another, after(10))).toMatchObject({ key: 'one' });
  });

  it('holds longer for those that a heartbeat extends, and only for the owner', async () => {
    await enqueue(due('one'));
    const { id } = await claimOne(anEngine);
    await store.extendLeases(database.pool, [id], another, after(100));
    await store.extendLeases(database.pool, [id], anEngine, after(8));
    expect(await claim(another, after(7.9))).toEqual([]);
    expect(await claimOne(another, after(8))).toMatchObject({ attempt: 2 });
  });
});

it('a heartbeat passes over a task that is just being ended, and lengthens the others', async () => {
  await enqueue(due('one'), due('two'));
  const [one, two] = await claim(anEngine);
  const ending = await database.pool.connect();
  await ending.query('BEGIN');
  await ending.query('DELETE FROM task WHERE id = $1', [one!.id]);
  await store.extendLeases(database.pool, [one!.id, two!.id], anEngine, after(8));
  await ending.query('ROLLBACK');
  ending.release();
  expect(keys(await claim(another, after(7.9)))).toEqual([one!.key]);
});

describe('the end of a run', () => {
  it('ends the task', async () => {
    await enqueue(due('one'));
    await store.complete(database.pool, await claimOne(), anEngine);
    expect(await left()).toEqual([]);
  });

  it('changes nothing when another engine has taken the task over', async () => {
    await enqueue(due('one'));
    const first = await claimOne(anEngine);
    const second = await claimOne(another, after(5));
    await store.complete(database.pool, first, anEngine);
    await store.postpone(database.pool, first, anEngine, after(999), 'too late');
    expect(await left()).toEqual(['one']);
    expect(await claim(anEngine, after(9.9))).toEqual([]);
    await store.complete(database.pool, second, another);
    expect(await left()).toEqual([]);
  });

  it('changes nothing when the engine itself has it again after its lease had lapsed', async () => {
    await enqueue(due('one'));
    const first = await claimOne(anEngine);
    await claimOne(anEngine, after(5));
    await store.complete(database.pool, first, anEngine);
    expect(await left()).toEqual(['one']);
  });

  it('puts it off with the reason when it failed', async () => {
    await enqueue(due('one'));
    await store.postpone(database.pool, await claimOne(), anEngine, after(30), 'no answer');
    const { rows } = await database.pool.query('SELECT owner, last_error FROM task');
    expect(rows).toEqual([{ owner: null, last_error: 'no answer' }]);
    expect(await claim(another, after(29))).toEqual([]);
    expect(await claimOne(another, after(30))).toMatchObject({ attempt: 2 });
  });
});

describe('a task put anew under its key', () => {
  it('replaces the one that waits', async () => {
    await enqueue(due('one', { dueAt: after(60), subject: 'old' }));
    await enqueue(due('one', { subject: 'new', data: { person: 'anna' } }));
    expect(await claimOne()).toMatchObject({ subject: 'new', data: { person: 'anna' }, attempt: 1 });
    expect(await left()).toEqual(['one']);
  });

  it('outlives the run of the old one, in whatever order they end', async () => {
    await enqueue(due('one'));
    const old = await claimOne(anEngine);
    await enqueue(due('one'));
    await store.complete(database.pool, old, anEngine);
    const renewed = await claimOne(anEngine);
    await store.complete(database.pool, old, anEngine);
    await store.postpone(database.pool, old, anEngine, after(999), 'of the old one');
    expect(await left()).toEqual(['one']);
    await store.complete(database.pool, renewed, anEngine);
    expect(await left()).toEqual([]);
  });

  it('outlives it also when both were born claimed by one engine', async () => {
    const [old] = await enqueue({ ...due('one'), dueAt: leaseEnd, owner: anEngine });
    const [renewed] = await enqueue({ ...due('one'), dueAt: leaseEnd, owner: anEngine });
    await store.complete(database.pool, old!, anEngine);
    expect(await left()).toEqual(['one']);
    await store.complete(database.pool, renewed!, anEngine);
    expect(await left()).toEqual([]);
  });
});

describe('enqueueing', () => {
  it('returns what is born claimed, which nobody else can take before its lease ends', async () => {
    const owned = await enqueue({ ...due('mine'), dueAt: leaseEnd, owner: anEngine }, due('anybody’s'));
    expect(owned).toMatchObject([{ key: 'mine', attempt: 1 }]);
    expect(keys(await claim(another))).toEqual(['anybody’s']);
    expect(await claim(another, leaseEnd)).toMatchObject([{ key: 'mine', attempt: 2 }, {}]);
  });

  it('is part of the caller’s transaction', async () => {
    const undone = transaction(database.db, async (tx) => {
      await store.enqueue(tx.$client, [due('one')], now);
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect(await left()).toEqual([]);
  });
});

it('knows what is due and how long the oldest has waited', async () => {
  expect(await store.backlog(database.pool, now)).toEqual({ due: 0, oldestSeconds: 0 });
  await enqueue(
    due('a', { dueAt: after(-12) }),
    due('b', { dueAt: after(-2) }),
    due('c', { dueAt: after(2) }),
  );
  expect(await store.backlog(database.pool, now)).toEqual({ due: 2, oldestSeconds: 12 });
});

describe('owners of tasks', () => {
  it('are dead without their lock, and then their tasks are due at once; the living keep theirs', async () => {
    const session = await database.pool.connect();
    await session.query('SELECT pg_advisory_lock_shared($1, $2)', [store.LIVENESS_LOCK, anEngine]);
    await enqueue({ ...due('of the living'), dueAt: leaseEnd, owner: anEngine });
    await enqueue({ ...due('of the dead'), dueAt: leaseEnd, owner: another });
    expect(await store.anyEngineLives(database.pool)).toBe(true);
    expect(await store.ownersWithoutLife(database.pool, anEngine)).toEqual([another]);
    expect(await store.ownersWithoutLife(database.pool, another)).toEqual([]);
    expect(await store.releaseTasksOf(database.pool, [another], now)).toBe(1);
    expect(await claimOne(33)).toMatchObject({ key: 'of the dead', attempt: 2 });
    session.release(true);
    await expect.poll(() => store.anyEngineLives(database.pool)).toBe(false);
  });
});

it('brings what waits for later forward, of one kind, and nothing that runs', async () => {
  await enqueue(due('look', { kind: 'look', dueAt: after(60) }), due('round', { dueAt: after(60) }), {
    ...due('taken', { kind: 'look' }),
    dueAt: leaseEnd,
    owner: anEngine,
  });
  await store.bringForward(database.pool, 'look', now);
  expect(keys(await claim(another))).toEqual(['look']);
});

describe('a task that must be there', () => {
  const dueAt = async () =>
    (
      await database.pool.query<{ key: string; due_at: Date }>('SELECT key, due_at FROM task ORDER BY key')
    ).rows.map(({ key, due_at }) => [key, due_at]);

  it('is written once, however many processes start, and put off by none of them', async () => {
    await Promise.all(
      [1, 2, 3].map(() => store.enqueueMissing(database.pool, [due('a', { dueAt: after(60) })])),
    );
    await store.enqueueMissing(database.pool, [
      due('a', { dueAt: after(90) }),
      due('b', { dueAt: after(90) }),
    ]);
    expect(await dueAt()).toEqual([
      ['a', after(60)],
      ['b', after(90)],
    ]);
  });

  it('comes due sooner when that is wanted, unless it is being run', async () => {
    await enqueue(due('a', { dueAt: after(60) }), due('b'));
    await claimOne();
    const lease = (await dueAt()).find(([key]) => key === 'b')?.[1];
    await store.enqueueMissing(database.pool, [
      due('a', { dueAt: after(10) }),
      due('b', { dueAt: after(1) }),
    ]);
    expect(await dueAt()).toEqual([
      ['a', after(10)],
      ['b', lease],
    ]);
  });
});
