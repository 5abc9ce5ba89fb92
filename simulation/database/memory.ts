import type { Step } from './gated-client.ts';

/** What a step is known by. */
type Asked = Pick<Step, 'kind' | 'text' | 'values'> & { client: Pick<Step['client'], 'inTransaction'> };

interface Result {
  rows: Record<string, unknown>[];
  rowCount: number | null;
}

/** What reads alone, outside of a transaction. Advisory locks and notifications are called by SELECT, and change things. */
const READS = /^\s*SELECT\b(?!.*(\bFOR (UPDATE|SHARE|KEY SHARE|NO KEY UPDATE)\b|advisory_|pg_notify))/is;
const CLAIMS = /^\s*WITH due AS MATERIALIZED/i;
const NEXT_DUE =
  /^\s*SELECT due_at FROM task WHERE kind <> ALL\(\$1::text\[\]\) ORDER BY due_at LIMIT 1\s*$/i;
const OWNERS = /^\s*SELECT owner FROM \(SELECT DISTINCT owner FROM task\b/i;
const CHANGES_NOTHING = /^\s*(BEGIN|LISTEN|connect)/i;
const ENDS = /^\s*(COMMIT|ROLLBACK)\s*$/i;
/** Whatever is not known to leave the tasks and the locks of engines alone. */
const CHANGES_TASKS =
  /\btask\b|advisory_|^(?!\s*(SELECT|INSERT|UPDATE|DELETE|WITH|SAVEPOINT|RELEASE|ROLLBACK)\b)/i;
const NOTHING: Result = { rows: [], rowCount: 0 };

/**
 * Engines look again and again while nothing happens: whether something is due, whether all engines live. As long as
 * nothing has changed in the database, and for these looks nothing about tasks and engines, the answer is the one that
 * they got before, and the server is spared: more than half of all statements of a long night.
 */
export class Memory {
  /** How often rows, and how often tasks and locks, may have changed. */
  private version = { rows: 0, tasks: 0 };
  /** Connections that have changed tasks in the transaction that they have open. */
  private readonly changing = new WeakSet<object>();
  private readonly reads = new Map<string, { version: number; result: Result }>();
  private nextDue = { version: -1, ms: 0 };

  /** Something may have changed: rows, locks, connections. */
  forget(what: 'all' | 'rows' = 'all'): void {
    this.version.rows += 1;
    if (what === 'all') this.version.tasks += 1;
  }

  /** The answer to a step, where it must be the one that was given before. */
  recall(step: Asked): Result | undefined {
    const { kind, text, values, client } = step;
    if (kind !== 'query' || client.inTransaction) return undefined;
    if (CLAIMS.test(text)) {
      const now = values?.[1];
      const isQuiet = this.nextDue.version === this.version.tasks && now instanceof Date;
      return isQuiet && now.getTime() < this.nextDue.ms ? NOTHING : undefined;
    }
    if (!READS.test(text)) return undefined;
    const known = this.reads.get(keyOf(step));
    return known?.version === this.versionFor(text) ? known.result : undefined;
  }

  /** The server has answered a step. */
  learn(step: Asked, result: unknown, failed: boolean): void {
    const { kind, text, client } = step;
    if (kind === 'query' && CHANGES_NOTHING.test(text)) return;
    if (kind !== 'query' || failed) return this.forget();
    if (ENDS.test(text)) return this.forget(this.changing.delete(client) ? 'all' : 'rows');
    if (client.inTransaction) {
      if (CHANGES_TASKS.test(text)) this.changing.add(client);
      return;
    }
    if (CLAIMS.test(text) && (result as Result).rowCount === 0) return;
    if (!READS.test(text)) return this.forget(CHANGES_TASKS.test(text) ? 'all' : 'rows');
    this.reads.set(keyOf(step), { version: this.versionFor(text), result: result as Result });
    if (!NEXT_DUE.test(text) || !isOfAllKinds(step)) return;
    const due = (result as Result).rows[0]?.['due_at'];
    this.nextDue = { version: this.version.tasks, ms: due instanceof Date ? due.getTime() : Infinity };
  }

  private versionFor(text: string): number {
    return NEXT_DUE.test(text) || OWNERS.test(text) ? this.version.tasks : this.version.rows;
  }
}

function keyOf({ text, values }: Asked): string {
  return values === undefined ? text : `${text}\n${JSON.stringify(values)}`;
}

/** An engine that has its hands full of some kinds asks for the others alone. */
function isOfAllKinds({ values }: Asked): boolean {
  const kindsNot = values?.[0];
  return Array.isArray(kindsNot) && kindsNot.length === 0;
}
