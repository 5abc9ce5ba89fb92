import { expect, it } from 'vitest';
import type { CoverageHours } from '../../coverage/index.ts';
import type { DutyFinding, Stretch } from '../../duty/index.ts';
import { dayAfter, markedStrips, mondayOf, placeIn, readDay, weekFrom } from './duty-week.ts';

const stockholm: CoverageHours = {
  ...{ timeZone: 'Europe/Stockholm', country: 'SE', closedOnPublicHolidays: true },
  ...{ alsoClosed: [], days: {}, exceptions: [] },
};

it('a week has seven days of equal width, also the one in which clocks are changed', () => {
  const week = weekFrom('2027-03-22', stockholm, 'en');
  expect(week.map(({ from, to }) => (to.getTime() - from.getTime()) / 3_600_000)).toEqual([
    ...[24, 24, 24, 24, 24, 24, 23],
  ]);
  // Good Friday.
  expect(week.map(({ special }) => special)[4]).toBe('Good Friday');
  expect(placeIn(week, new Date('2027-03-21T23:00Z'))).toBe(0);
  expect(placeIn(week, new Date('2027-03-25T11:00Z'))).toBeCloseTo((100 * 3.5) / 7);
  expect(placeIn(week, new Date('2027-03-28T10:30Z'))).toBeCloseTo((100 * (6 + 11.5 / 23)) / 7);
  expect(placeIn(week, new Date('2027-04-01T00:00Z'))).toBe(100);
});

it('knows Mondays and days by the desk’s clock', () => {
  // Sunday 23:30 in UTC is Monday in Stockholm.
  expect(mondayOf(new Date('2026-11-08T23:30Z'), 'Europe/Stockholm')).toBe('2026-11-09');
  expect(dayAfter('2026-12-28', 7)).toBe('2027-01-04');
  expect([readDay('2026-02-29'), readDay('x'), readDay(undefined), readDay('2026-02-28')]).toEqual([
    ...[undefined, undefined, undefined, '2026-02-28'],
  ]);
});

const at = (hour: number) => new Date(Date.UTC(2026, 10, 9, hour));
const stretch = (from: number, to: number, person?: string): Stretch => ({
  ...{ from: at(from), to: at(to), person, shift: undefined },
});
const finding = (problem: DutyFinding['problem'], from: number, to: number, ...people: string[]) => ({
  ...{ problem, role: 'sales', people, wanted: 1, found: 0, from: at(from), to: at(to) },
});

it('marks what the sweep found: where nobody is missed, an empty seat is no gap', () => {
  const strips = [
    { role: 'sales', seat: '1', stretches: [stretch(0, 8, 'sal'), stretch(8, 20), stretch(20, 24, 'ty')] },
  ];
  const found = [
    finding('nobody', 10, 14),
    finding('unreachable', 20, 24, 'ty'),
    finding('doubled', 2, 4, 'sal'),
    finding('doubled', 20, 24, 'ty'),
  ];
  const [strip] = markedStrips(strips, found, { from: at(0), to: at(24) });
  expect(
    strip?.stretches.map(({ from, to, marks }) => [from.getUTCHours(), to.getUTCHours(), marks]),
  ).toEqual([
    [0, 8, ['partly-doubled']],
    [8, 10, []],
    [10, 14, ['missing']],
    [14, 20, []],
    [20, 0, ['unreachable', 'doubled']],
  ]);
});

it('a role that is needed and has no seat at all is an empty one', () => {
  const strips = markedStrips([], [finding('nobody', 0, 24)], { from: at(0), to: at(24) });
  expect(strips).toMatchObject([{ role: 'sales', seat: '', stretches: [{ marks: ['missing'] }] }]);
  expect(markedStrips([], [finding('nobody', 0, 24)], { from: at(24), to: at(48) })).toEqual([]);
});
