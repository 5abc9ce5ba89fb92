import { expect } from 'vitest';
import { anna, bo, cleo, sal, sue, type TestPerson } from './people.ts';
import { layerOf, schedule, seatsOf } from './schedules.ts';
import type { Night } from './vocabulary.ts';
import type { WorldOptions } from './world.ts';

/** The world begins on a Thursday at 13:56 in New York: tests are from 14:00 on, in the last three office hours. */
export const at = new Date('2026-11-12T18:56:00Z');
export const MINUTES = 60;
export const HOURS = 60 * MINUTES;
/** One technician a day, in turn: Cleo on Thursday, Anna from Friday 08:00 on. */
export const oneInTurn = seatsOf([layerOf(['anna', 'bo', 'cleo'], { from: '2026-11-10' })]);

export const noMessages = (scripts: object[]) =>
  scripts.forEach((script) =>
    Object.assign(script, { duty: { messages: false, reminderHours: 12, drills: true, drillDays: 7 } }),
  );

/** A world whose technicians are tried, with `tell` of the test's own file. */
export async function drillsBegin(
  tell: (options?: WorldOptions) => Promise<Night>,
  people: readonly TestPerson[] = [anna, bo, cleo, sal, sue],
): Promise<Night> {
  const night = await tell({ at, people, scripts: noMessages });
  await schedule(night.database.pool, 'senior-technician', oneInTurn);
  return night;
}

export const TEST =
  /^TEST, no case\. You go on duty for Dino-Software on Fri 08:00\. Answer (T\d{4}) to show that our texts reach you\.$/;
export const codeOf = (night: Night, who: TestPerson): string =>
  night
    .inbox(who)
    .flatMap((text) => TEST.exec(text)?.[1] ?? [])
    .at(-1) ?? 'none';

interface Shown {
  channel: string;
  tries: number;
  by: string | null;
  failed: string | null;
}

/** The test pages of a person, by channel. */
export async function shown(night: Night, person = 'anna'): Promise<Shown[]> {
  const { rows } = await night.database.pool.query<Shown>(
    `SELECT channel, tries, reached_by AS by, failed_with AS failed FROM drill_page WHERE person = $1 ORDER BY channel`,
    [person],
  );
  return rows;
}

/** How each drill has ended, in the order in which they began. */
export const outcomes = async (night: Night) =>
  (
    await night.database.pool.query<{ told: string }>(
      `SELECT person || ' ' || coalesce(outcome, 'open') AS told FROM drill ORDER BY begun_at`,
    )
  ).rows.map(({ told }) => told);

/** Until this phone rings, for a quarter of an hour at most. */
export async function rings(night: Night, who: TestPerson): Promise<void> {
  for (let waited = 0; night.phone(who).call?.state !== 'ringing' && waited < 15 * MINUTES; waited += 2)
    await night.passes(2);
  expect(night.phone(who).call?.state).toBe('ringing');
}
export const alarmsAt = (night: Night) => night.inbox(sue).filter((text) => text.startsWith('ALARM'));
