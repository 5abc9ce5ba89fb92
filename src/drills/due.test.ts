import { describe, expect, it } from 'vitest';
import { readSpan, type CoverageHours } from '../coverage/index.ts';
import type { SeatStretch } from '../duty/index.ts';
import { drillsDue, type DutyChange } from './due.ts';

const nine = [readSpan('09:00-17:00')!];
const office: CoverageHours = {
  timeZone: 'America/New_York',
  country: 'US',
  closedOnPublicHolidays: true,
  alsoClosed: [],
  days: { monday: nine, tuesday: nine, wednesday: nine, thursday: nine, friday: nine },
  exceptions: [],
};
/** In New York, in November; the 13th is a Friday. */
const at = (local: string) => new Date(`2026-11-${local}:00-05:00`);
const shift = (person: string, from: string, to: string): SeatStretch => ({
  ...{ role: 'technician', seat: 'first', person },
  ...{ from: at(from), to: at(to) },
});
const change = (from: string, to: string, made: string): DutyChange => ({
  from: at(from),
  to: at(to),
  at: at(made),
});
const due = (now: string, stretches: SeatStretch[], ...changes: DutyChange[]) =>
  drillsDue(stretches, office, at(now), changes).map(({ person, shiftAt }) => [person, shiftAt]);

const saturday = [shift('anna', '13T08:00', '14T08:00'), shift('bo', '14T08:00', '15T08:00')];

describe('whoever has come to a shift when the time for its test was over', () => {
  it('is tried at once', () => {
    const evening = change('14T08:00', '15T08:00', '13T19:00');
    expect(due('13T19:00', saturday, evening)).toEqual([['bo', at('14T08:00')]]);
    expect(due('13T19:00', saturday)).toEqual([]);
  });

  it('is tried too when it begins in minutes, or has begun', () => {
    const began = [shift('anna', '13T08:00', '13T20:00'), shift('bo', '13T20:00', '14T08:00')];
    const now = change('13T20:00', '14T08:00', '13T20:01');
    expect(due('13T20:01', began, now)).toEqual([['bo', at('13T20:00')]]);
    expect(due('13T21:59', began, now)).toEqual([['bo', at('13T20:00')]]);
    expect(due('13T22:00', began, now)).toEqual([]);
  });

  it('is not tried for a change that was made before, which its time has seen', () => {
    const before = change('14T08:00', '15T08:00', '13T10:00');
    expect(due('13T15:00', saturday, before)).toEqual([['bo', at('14T08:00')]]);
    expect(due('13T19:00', saturday, before)).toEqual([]);
  });

  it('is not tried for another time that was changed, nor for less than an hour', () => {
    expect(due('13T19:00', saturday, change('15T08:00', '16T08:00', '13T18:00'))).toEqual([]);
    const short = [shift('bo', '13T20:00', '13T20:50')];
    expect(due('13T19:00', short, change('13T20:00', '13T20:50', '13T19:00'))).toEqual([]);
  });

  it('is not tried who was on duty until then, and goes on', () => {
    const goesOn = [shift('anna', '13T08:00', '14T08:00'), { ...saturday[1]!, person: 'anna' }];
    expect(due('13T19:00', goesOn, change('14T08:00', '15T08:00', '13T19:00'))).toEqual([]);
  });

  it('at night is tried in the morning where the shift leaves time for it, else as soon as it is known', () => {
    const late = change('14T12:00', '15T08:00', '13T23:30');
    const noon = [shift('bo', '14T12:00', '15T08:00')];
    expect(due('13T23:30', noon, late)).toEqual([]);
    expect(due('14T07:00', noon, late)).toEqual([['bo', at('14T12:00')]]);
    const tonight = change('14T02:00', '14T08:00', '13T23:30');
    const night = [shift('bo', '14T02:00', '14T08:00')];
    expect(due('13T23:30', night, tonight)).toEqual([['bo', at('14T02:00')]]);
    // After a standstill of hours nobody is woken.
    expect(due('14T01:31', night, tonight)).toEqual([]);
  });
});
