/** How long what is personal is kept, in days; 0: for ever. */
export interface RetentionSettings {
  readonly recordingDays: number;
  readonly personalDataDays: number;
}

const dayMs = 86_400_000;

/** What is older than this has had its time; undefined: nothing ever has. */
export function cutoff(now: Date, days: number): Date | undefined {
  return days === 0 ? undefined : new Date(now.getTime() - days * dayMs);
}
