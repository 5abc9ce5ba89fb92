import { beforeEach, expect, it } from 'vitest';
import { Memory } from '../../simulation/database/memory.ts';
import type { Queryable } from '../../src/database/index.ts';
import { claim, nextDueAt } from '../../src/engine/task.store.ts';

const LOOK = 'SELECT count(*) FROM task';
const instant = (seconds: number): Date => new Date(Date.UTC(2026, 10, 1, 3, 0, seconds));

const step = (text: string, values?: unknown[], inTransaction = false) =>
  ({ kind: 'query', text, values, client: { inTransaction } }) as const;
const answer = (...rows: object[]) => ({ rows, rowCount: rows.length });

let memory: Memory;
beforeEach(() => {
  memory = new Memory();
  memory.learn(step(LOOK), answer({ count: 7 }), false);
});

it('gives the answer of before while nothing has changed', () => {
  expect(memory.recall(step(LOOK))).toEqual(answer({ count: 7 }));
  expect(memory.recall(step(LOOK, ['of another question']))).toBeUndefined();
});

it.each([
  'UPDATE task SET owner = 1',
  'COMMIT',
  'SELECT id FROM call WHERE id = $1 FOR UPDATE',
  'SELECT pg_advisory_lock_shared($1, $2)',
  `SELECT pg_notify('task', '')`,
])('has forgotten it after %s', (text) => {
  memory.learn(step(text), answer({ id: 1 }), false);
  expect(memory.recall(step(LOOK))).toBeUndefined();
});

it('has forgotten it after something that failed, and when a connection broke', () => {
  memory.learn(step(LOOK), undefined, true);
  expect(memory.recall(step(LOOK))).toBeUndefined();
  memory.learn(step(LOOK), answer(), false);
  memory.forget();
  expect(memory.recall(step(LOOK))).toBeUndefined();
});

it('leaves transactions to the server, which alone knows what they see', () => {
  expect(memory.recall(step(LOOK, undefined, true))).toBeUndefined();
  memory.learn(step(LOOK, undefined, true), answer({ count: 8 }), false);
  expect(memory.recall(step(LOOK))).toEqual(answer({ count: 7 }));
});

/** What the engine's own store asks: were its statements put otherwise, the memory would have to know them so. */
async function asked(ask: (db: Queryable) => Promise<unknown>) {
  const steps: ReturnType<typeof step>[] = [];
  const query = ({ text, values }: { text: string; values: unknown[] }) => {
    steps.push(step(text, values));
    return Promise.resolve(answer());
  };
  await ask({ query } as unknown as Queryable);
  return steps[0]!;
}
const claimAt = (now: Date, kindsNot: string[] = []) =>
  asked((db) => claim(db, 1, now, instant(59), 32, { running: [], kindsNot, oldestFirst: false }));
const nextDue = (...kindsNot: string[]) => asked((db) => nextDueAt(db, kindsNot));

it('knows that a claim finds nothing before anything is due, and asks from then on', async () => {
  expect(memory.recall(await claimAt(instant(0)))).toBeUndefined();
  memory.learn(await claimAt(instant(0)), answer(), false);
  memory.learn(await nextDue(), answer({ due_at: instant(30) }), false);
  expect(memory.recall(await claimAt(instant(29)))).toEqual(answer());
  expect(memory.recall(await claimAt(instant(30)))).toBeUndefined();
  memory.learn(await claimAt(instant(30)), answer({ id: 1 }), false);
  expect(memory.recall(await claimAt(instant(29)))).toBeUndefined();
});

it('learns nothing of all from an engine that asked for some kinds only', async () => {
  memory.learn(await claimAt(instant(0)), answer(), false);
  memory.learn(await nextDue('telephony.place-call'), answer({ due_at: instant(30) }), false);
  expect(memory.recall(await claimAt(instant(1)))).toBeUndefined();
});

const learnsNextDue = async (): Promise<void> => {
  memory.learn(await claimAt(instant(0)), answer(), false);
  memory.learn(await nextDue(), answer({ due_at: instant(30) }), false);
};

it('knows what is due next while only other rows change', async () => {
  await learnsNextDue();
  memory.learn(step('UPDATE call SET place = $2 WHERE id = $1'), answer(), false);
  expect(memory.recall(await claimAt(instant(1)))).toEqual(answer());
  expect(memory.recall(step(LOOK))).toBeUndefined();
});

it.each(['INSERT INTO task (kind) VALUES ($1)', 'SELECT pg_advisory_lock($1)', 'TRUNCATE task'])(
  'has forgotten what is due next once a transaction with %s has ended, and not before',
  async (text) => {
    await learnsNextDue();
    const client = { inTransaction: true };
    memory.learn({ ...step(text), client }, answer(), false);
    expect(memory.recall(await claimAt(instant(1)))).toEqual(answer());
    memory.learn({ ...step('COMMIT'), client }, answer(), false);
    expect(memory.recall(await claimAt(instant(1)))).toBeUndefined();
  },
);

it('keeps it over a transaction that leaves tasks alone', async () => {
  await learnsNextDue();
  const client = { inTransaction: true };
  memory.learn({ ...step('UPDATE call SET place = $2'), client }, answer(), false);
  memory.learn({ ...step('COMMIT'), client }, answer(), false);
  expect(memory.recall(await claimAt(instant(1)))).toEqual(answer());
  expect(memory.recall(step(LOOK))).toBeUndefined();
});
