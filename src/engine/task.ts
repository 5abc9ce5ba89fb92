/** Something to be done at an instant. It carries ids only: what is true is read from the rows when it runs. */
export interface NewTask {
  kind: string;
  /** At most one task of a key exists; a newer one replaces the older. */
  key: string;
  /** The id of the row it is about. */
  subject: string;
  data?: Record<string, unknown>;
  dueAt: Date;
  /** 0 (Sev 1) before 9; default 5. */
  priority?: number;
}

export interface Task {
  id: string;
  kind: string;
  key: string;
  subject: string;
  data: Record<string, unknown>;
  dueAt: Date;
  priority: number;
  /** 1 on the first run. */
  attempt: number;
  /** The engine that has claimed it. */
  owner: number;
}

/** 'settled' when the run has already deleted or replaced its task, in the transaction of its own result. */
export type TaskOutcome = void | 'settled';
export type TaskRun = () => Promise<TaskOutcome>;
export type TaskHandler = (task: Task) => Promise<TaskOutcome>;

/** What failed is outside of us and may pass, as a carrier that does not answer: a warning, not an error of ours. */
export class PassingFault extends Error {}

const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 60_000;

/** How long a task that failed by a fault of ours waits before its next run: 1 s, 2 s, 4 s … at most a minute. It is never given up. */
export function backoffMs(attempt: number): number {
  return Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** Math.min(attempt, 10));
}
