/** drizzle/meta/_journal.json: the migrations in their order. */
export interface Journal {
  readonly entries: readonly JournalEntry[];
}

export interface JournalEntry {
  readonly idx: number;
  /** Milliseconds since 1970; the migrator skips what is not later than the newest one applied. */
  readonly when: number;
  /** File name without .sql. */
  readonly tag: string;
}

/** What is wrong with the folder, each with its mend; empty when all is well. The migrator itself would skip in silence. */
export function checkJournal({ entries }: Journal, sqlFiles: readonly string[]): string[] {
  const faults: string[] = [];
  const tags = new Set(entries.map((entry) => entry.tag));
  for (const file of sqlFiles) {
    if (!tags.has(file.replace(/\.sql$/, ''))) {
      faults.push(`drizzle/${file} is not in meta/_journal.json: run node drizzle/add-to-journal.mjs`);
    }
  }
  entries.forEach((entry, index) => {
    const before = entries[index - 1];
    if (!sqlFiles.includes(`${entry.tag}.sql`)) faults.push(`drizzle/${entry.tag}.sql is missing`);
    if (entry.idx !== index) faults.push(`${entry.tag}: idx is ${entry.idx}, and should be ${index}`);
    if (before !== undefined && before.when >= entry.when) {
      faults.push(
        `${entry.tag}: when must be later than that of ${before.tag}, or it would never be applied`,
      );
    }
  });
  return faults;
}

/** How many migrations the database has that this program does not know: a newer program was here. */
export function countUnknown({ entries }: Journal, appliedWhens: readonly number[]): number {
  const known = new Set(entries.map((entry) => entry.when));
  return appliedWhens.filter((when) => !known.has(when)).length;
}
