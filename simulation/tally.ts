/** What has been done in one or many simulated worlds, to be told at the end. */
export class Tally {
  runs = 0;
  simulatedMs = 0;
  cases = 0;
  pages = 0;
  callers = 0;
  webhooks = 0;
  statements = 0;
  readonly faults = new Map<string, number>();

  fault(kind: string): void {
    this.faults.set(kind, (this.faults.get(kind) ?? 0) + 1);
  }

  add(
    other: Omit<Tally, 'fault' | 'add' | 'faults'> & { faults: Iterable<readonly [string, number]> },
  ): void {
    this.runs += other.runs;
    this.simulatedMs += other.simulatedMs;
    this.cases += other.cases;
    this.pages += other.pages;
    this.callers += other.callers;
    this.webhooks += other.webhooks;
    this.statements += other.statements;
    for (const [kind, count] of other.faults) this.faults.set(kind, (this.faults.get(kind) ?? 0) + count);
  }
}
