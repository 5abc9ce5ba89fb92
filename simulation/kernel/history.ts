import { createHash } from 'node:crypto';

/** What has happened in a simulated world, line by line, with a running hash by which two runs are compared. */
export class History {
  private readonly lines: string[] = [];
  private readonly hash = createHash('sha256');
  private readonly nowMs: () => number;
  private readonly keep: number;
  length = 0;
  private hexDigest: string | undefined;

  constructor(nowMs: () => number, keep = 400) {
    this.nowMs = nowMs;
    this.keep = keep;
  }

  note(line: string): void {
    const dated = `${new Date(this.nowMs()).toISOString()}  ${line}`;
    this.hash.update(dated);
    this.lines.push(dated);
    this.length += 1;
    if (this.lines.length > this.keep) this.lines.shift();
  }

  last(count: number): string[] {
    return this.lines.slice(-count);
  }

  digest(): string {
    return (this.hexDigest ??= this.hash.digest('hex').slice(0, 16));
  }
}
