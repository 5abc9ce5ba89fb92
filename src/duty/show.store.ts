import { DateTime } from 'luxon';
import { readChanges } from './changes.store.ts';
import type { Doing } from './changing.store.ts';
import { readKeptGaps } from './gap.store.ts';
import { loadDeskDuty } from './load.store.ts';
import { whoIsOnDuty } from './on-duty.ts';
import { gapInText } from './sweep-report.ts';

/** Who is on duty for a desk, why and until when, and what was changed by hand and is not over: a line each. */
export async function showDuty(
  { db, people, now }: Doing,
  desk: string,
  timeZone: string,
): Promise<string[]> {
  const nameOf = (key: string): string => people.find((person) => person.key === key)?.name ?? key;
  const time = (at: Date): string =>
    DateTime.fromJSDate(at, { zone: timeZone }).setLocale('en').toFormat('ccc yyyy-MM-dd HH:mm');
  const ahead = new Date(now.getTime() + 120 * 86_400_000);
  const onDuty = whoIsOnDuty(await loadDeskDuty(db.$client, desk, now, ahead), now);
  const { overrides, leave, swaps } = await readChanges(db, desk, now);
  const gaps = await readKeptGaps(db, desk, now);
  return [
    `On duty for ${desk}, ${time(now)} in ${timeZone}:`,
    ...onDuty.map(({ role, seat, person, layer, override: by, until }) => {
      const why = by === undefined ? (layer ?? 'duty list') : `override ${by}`;
      return `  ${role} ${seat}: ${nameOf(person)} (${why})${until === undefined ? '' : ` until ${time(until)}`}`;
    }),
    ...overrides.map(
      (of) =>
        `Override ${of.id}: ${nameOf(of.person)} as ${of.role}, ${time(of.fromAt)} to ${time(of.toAt)}: ${of.why}`,
    ),
    ...leave.map((of) => `Leave ${of.id}: ${nameOf(of.person)}, ${time(of.fromAt)} to ${time(of.toAt)}`),
    ...swaps.map(
      (of) =>
        `Swap ${of.id}: ${nameOf(of.askedBy)} asks ${nameOf(of.askedOf)} for ${time(of.givesFrom)} to ${time(of.givesTo)}: ${of.why}`,
    ),
    ...gaps.map((of) => `Left open by ${of.openedBy}: ${gapInText(of, { timeZone, nameOf })}: ${of.reason}`),
  ];
}
