import { expect, it } from 'vitest';
import { phrasesFor } from '../phrases/index.ts';
import { readDate, type DateField } from './read-date.ts';

const today = '2026-11-12';
const written = (more: Partial<Parameters<typeof readDate>[0]> = {}) => ({
  date: '2026-12-23',
  does: 'hours',
  hours: '08:00-12:00',
  why: 'Half a day',
  ...more,
});

it.each([
  [{ does: 'closed' }, []],
  [{ does: 'open' }, ['00:00-24:00']],
  [{}, ['08:00-12:00']],
  [{ hours: ' 08:00 – 12:00, 13:00-15:30 ' }, ['08:00-12:00', '13:00-15:30']],
  [{ hours: '22:00-06:00' }, ['22:00-06:00']],
  [{ date: today }, ['08:00-12:00']],
])('reads %j as %j', (more, spans) => {
  const { date, why } = written(more);
  expect(readDate(written(more), today)).toEqual({ ok: true, set: { date, spans, why } });
});

it.each([
  [{ date: '2026-11-11' }, 'date', '2026-11-11 is over: today is 2026-11-12.'],
  [{ date: '2026-02-30' }, 'date', 'Give a date, year first, such as 2026-12-23.'],
  [{ date: '23.12.2026' }, 'date', 'Give a date, year first, such as 2026-12-23.'],
  [{ hours: '' }, 'hours', 'Give the hours, such as 08:00-12:00.'],
  [
    { hours: '8-12' },
    'hours',
    '"8-12" is no span of hours. Write 08:00-12:00, or several with commas between.',
  ],
  [{ hours: '08:00-12:00, 11:00-15:00' }, 'hours', 'Two of these spans overlap. Write each hour once.'],
  [{ does: 'maybe' }, 'does', 'Choose one of the three.'],
  [{ why: '  ' }, 'why', 'Say why, for whoever asks later.'],
  [{ why: 'x'.repeat(201) }, 'why', 'At most 200 characters; these are 201.'],
])('refuses %j', (more, field, fault) => {
  const read = readDate(written(more), today);
  const found = read.ok ? undefined : read.faults[field as DateField];
  expect(found && phrasesFor('en').hours.fault(found)).toBe(fault);
});

it('tells every fault at once', () => {
  const nothing = { date: '', does: 'hours', hours: '', why: '' };
  const read = readDate(nothing, today);
  expect(read.ok ? [] : Object.keys(read.faults).sort()).toEqual(['date', 'hours', 'why']);
});
