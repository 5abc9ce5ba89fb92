import { createHash } from 'node:crypto';
import { transaction, type Database, type Queryable } from '../database/index.ts';
import { enqueue, type NewTask, type Task } from '../engine/index.ts';
import type { Order } from './orders.ts';
import type { Service } from './service.ts';

type Row = Record<string, unknown>;

/** A prepared statement and its values. */
export interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

/**
 * One transaction of the product: rows to insert, tasks for later and orders for the carrier are collected and written
 * together, in few round trips; after the commit the orders are handed over.
 */
export interface Unit {
  readonly db: Database;
  /** The same transaction, for statements written by hand. */
  readonly tx: Queryable;
  readonly now: Date;
  /** Columns in snake_case; those left out get their default. Written at `flush`, or at the end. */
  insert(table: string, row: Row): void;
  later(task: NewTask): void;
  /** A statement of this transaction makes a task due then, if `still` holds after the commit. */
  expect(dueAt: Date, still: () => boolean): void;
  /** `still` is asked after the commit: an order that has fallen away meanwhile is not handed over. */
  order(order: Order, still?: () => boolean): void;
  /** A statement that is under way and nobody waits for: when it fails, so does the transaction. */
  underWay(statement: Promise<unknown>): void;
  /** A statement whose result nobody waits for: sent after the rows and tasks, together with the commit. */
  atEnd(statement: Statement): void;
  /** A line for the log, written once, when the transaction has committed. */
  tell(fields: Record<string, unknown>, message: string): void;
  /** Writes what was inserted so far, for a statement that must see it. */
  flush(): Promise<void>;
}

/** Runs `work` in one transaction, then hands its orders to the carrier. Work may run twice after a deadlock. */
export async function unitOfWork<T>(service: Service, work: (unit: Unit) => Promise<T>): Promise<T> {
  const done = await transaction(service.db, async (tx, atEnd) => {
    const unit = newUnit(tx, service.clock.now(), atEnd);
    const result = await work(unit);
    const tasks: Task[] = [];
    atEnd(unit.flush());
    atEnd(writeTasks(service, unit).then((written) => tasks.push(...written)));
    for (const statement of unit.statements) atEnd(tx.$client.query(statement));
    const expected = unit.tasks.map(({ dueAt }) => ({ dueAt, still: always }));
    return {
      result,
      orders: unit.orders,
      tasks,
      expected: [...expected, ...unit.expected],
      lines: unit.lines,
    };
  });
  const standing = done.orders.filter(({ still }) => still());
  const byKey = new Map(standing.map(({ order }) => [keyOf(order), order]));
  for (const task of done.tasks) {
    const order = byKey.get(task.key);
    if (order) service.dispatcher.handOver(task, order);
  }
  for (const [fields, message] of done.lines) service.log.info(fields, message);
  for (const { dueAt, still } of done.expected) if (still()) service.dispatcher.expect(dueAt);
  service.changes.publish();
  return done.result;
}

interface CollectingUnit extends Unit {
  readonly statements: Statement[];
  readonly orders: { order: Order; still: () => boolean }[];
  readonly tasks: NewTask[];
  readonly expected: { dueAt: Date; still: () => boolean }[];
  readonly lines: [Record<string, unknown>, string][];
}

const always = (): boolean => true;

function newUnit(db: Database, now: Date, underWay: Unit['underWay']): CollectingUnit {
  const tx = db.$client;
  const rows = new Map<string, Row[]>();
  const orders: CollectingUnit['orders'] = [];
  const tasks: NewTask[] = [];
  const expected: CollectingUnit['expected'] = [];
  const statements: Statement[] = [];
  const lines: CollectingUnit['lines'] = [];
  return {
    db,
    statements,
    tx,
    now,
    orders,
    tasks,
    expected,
    lines,
    insert: (table, row) => void (rows.get(table)?.push(row) ?? rows.set(table, [row])),
    later: (task) => void tasks.push(task),
    expect: (dueAt, still) => void expected.push({ dueAt, still }),
    atEnd: (statement) => void statements.push(statement),
    order: (order, still = always) => void orders.push({ order, still }),
    underWay,
    tell: (fields, message) => void lines.push([fields, message]),
    flush: async () => {
      if (rows.size === 0) return;
      const batch = [...rows];
      rows.clear();
      await insertBatch(tx, batch);
    },
  };
}

/** The key of an order's task: one order of a kind for a row at a time. */
function keyOf(order: Pick<Order, 'kind' | 'id'>): string {
  return `${order.kind}:${order.id}`;
}

async function writeTasks(service: Service, unit: CollectingUnit): Promise<Task[]> {
  const { owner } = service.dispatcher;
  const dueAt = owner === undefined ? unit.now : service.dispatcher.leaseEnd();
  const orders = unit.orders.map(({ order }) => ({
    kind: order.kind,
    key: keyOf(order),
    subject: order.id,
    priority: order.urgency,
    dueAt,
    owner,
  }));
  const newest = new Map([...unit.tasks, ...orders].map((task) => [task.key, task]));
  return enqueue(unit.tx, [...newest.values()], unit.now);
}

const statementNames = new Map<string, string>();

/** Inserts rows of several tables in one statement; foreign keys among them hold because they are checked at its end. */
async function insertBatch(tx: Queryable, batch: [string, Row[]][]): Promise<void> {
  const parts = batch.map(([table, rows], index) => {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].map((c) => `"${c}"`).join(', ');
    return `b${index} AS (INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $${index + 1}::jsonb))`;
  });
  const text = `WITH ${parts.join(', ')} SELECT 1`;
  await tx.query({ name: nameOf(text), text, values: batch.map(([, rows]) => JSON.stringify(rows)) });
}

/** A short name for a prepared statement, the same for the same text. */
function nameOf(text: string): string {
  const known = statementNames.get(text);
  if (known) return known;
  const name = `batch-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  statementNames.set(text, name);
  return name;
}
