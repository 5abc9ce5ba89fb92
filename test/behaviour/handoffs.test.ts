import { expect, it } from 'vitest';
import { addOverride, withdrawOverride } from '../../src/duty/override.store.ts';
import type { Task } from '../../src/engine/index.ts';
import { handoffHandlers } from '../../src/handoffs/index.ts';
import { anna, bo, cleo, sal, sue, type TestPerson } from '../support/people.ts';
import { layerOf, schedule, seatsOf } from '../support/schedules.ts';
import { tellsOf, type Night } from '../support/vocabulary.ts';

const tell = tellsOf();

/** The world begins on a Thursday at 07:55 in New York, five minutes before the handoff. */
const at = new Date('2026-11-12T12:55:00Z');
const hand = { by: 'sue', now: at };
const MINUTES = 60;
const HOURS = 60 * MINUTES;
/** One technician a day, in turn: Bo until Thursday 08:00, then Cleo, then Anna. */
const oneInTurn = seatsOf([layerOf(['anna', 'bo', 'cleo'], { from: '2026-11-10' })]);

const quiet = (scripts: { duty?: object | undefined }[]) =>
  scripts.forEach((script) => Object.assign(script, { duty: { ...usual, drills: false } }));
const usual = { messages: true, reminderHours: 12, drills: true, drillDays: 7 };

async function begins(
  people: readonly TestPerson[] = [anna, bo, cleo, sal, sue],
  startsAt = at,
): Promise<Night> {
  const night = await tell({ at: startsAt, people, scripts: quiet });
  await schedule(night.database.pool, 'senior-technician', oneInTurn);
  return night;
}

const override = (night: Night, person: string, insteadOf: string, from: string, to: string) =>
  addOverride(
    night.database.pool,
    {
      desk: 'dino',
      role: 'senior-technician',
      insteadOf,
      person,
      from: new Date(from),
      to: new Date(to),
      why: 'swap',
    },
    hand,
  );

it('at a handoff whoever comes on and whoever goes off have one text each, at once', async () => {
  const night = await begins();
  await night.passes(5 * MINUTES - 1);
  for (const person of [anna, bo, cleo]) expect(night.inbox(person)).toEqual([]);
  await night.passes(3);
  expect(night.inbox(cleo)).toEqual([
    'You are on duty for Dino-Software until Fri 08:00 as senior technician.',
  ]);
  expect(night.inbox(bo)).toEqual([
    'You are off duty for Dino-Software as senior technician: Cleo has taken over.',
  ]);
  await night.passes(10 * MINUTES);
  for (const person of [bo, cleo]) expect(night.inbox(person)).toHaveLength(1);
  expect([night.inbox(anna), night.inbox(sal), night.inbox(sue)]).toEqual([[], [], []]);
});

it('what was put down before a standstill and is old by then is not sent', async () => {
  const night = await begins();
  night.phones.faults.add({ kind: 'rest-429', resource: 'Messages', number: cleo.sms! });
  await night.passes(5 * MINUTES + 2);
  night.phones.faults.clear();
  const { rowCount } = await night.database.pool.query(
    `UPDATE task SET due_at = due_at + interval '3 hours' WHERE kind = 'text.retry'`,
  );
  expect(rowCount).toBe(1);
  await night.passes(4 * HOURS);
  expect(night.inbox(cleo)).toEqual([]);
  const { rows } = await night.database.pool.query(
    `SELECT status FROM text_message WHERE purpose = 'duty' AND person = 'cleo'`,
  );
  expect(rows).toEqual([{ status: 'failed' }]);
});

it('are told in their own language, and by mail where texts do not reach them', async () => {
  const night = await begins([
    anna,
    { ...bo, sms: undefined, email: 'bo@example.com' },
    { ...cleo, language: 'sv-SE' },
    sal,
    sue,
  ]);
  await night.passes(6 * MINUTES);
  expect(night.inbox(cleo)).toEqual(['Du har jour för Dino-Software till fre 08:00 som senior tekniker.']);
  const { rows } = await night.database.pool.query('SELECT to_address, subject, body FROM mail');
  expect(rows).toEqual([
    {
      to_address: 'bo@example.com',
      subject: 'Duty for Dino-Software',
      body: 'You are off duty for Dino-Software as senior technician: Cleo has taken over.',
    },
  ]);
});

it('are told once, though two processes tell at the same moment', async () => {
  const night = await begins();
  await night.passes(4 * MINUTES);
  await night.database.pool.query(`UPDATE task SET due_at = $1 WHERE kind = 'duty.tell'`, [
    new Date('2026-11-12T14:00:00Z'),
  ]);
  await night.passes(2 * MINUTES);
  expect(night.inbox(cleo)).toEqual([]);
  const task = { kind: 'duty.tell', key: 'duty.tell' } as Task;
  const processes = [1, 2, 3].map(() => handoffHandlers(night.app.service)['duty.tell']!(task));
  await Promise.all(processes);
  await night.passes(3 * MINUTES);
  for (const person of [bo, cleo]) expect(night.inbox(person)).toHaveLength(1);
});

it('after a standstill are told of it for two hours, and of nothing older', async () => {
  const night = await begins();
  await night.database.pool.query(`UPDATE task SET due_at = $1 WHERE kind = 'duty.tell'`, [
    new Date('2026-11-12T14:55:00Z'),
  ]);
  await night.passes(2 * HOURS + 1);
  expect(night.inbox(cleo)).toHaveLength(1);
  expect(night.inbox(bo)).toHaveLength(1);
});

it('whoever has given their shift away in between is told nothing, and the other one is', async () => {
  const night = await begins();
  await night.passes(4 * MINUTES);
  await override(night, 'anna', 'cleo', '2026-11-12T13:00:00Z', '2026-11-13T13:00:00Z');
  await night.passes(3 * MINUTES);
  expect(night.inbox(cleo)).toEqual([]);
  // It is Anna's turn on Friday, too: one stretch.
  expect(night.inbox(anna)).toEqual([
    'You are on duty for Dino-Software until Sat 08:00 as senior technician.',
  ]);
  expect(night.inbox(bo)).toEqual([
    'You are off duty for Dino-Software as senior technician: Anna has taken over.',
  ]);
});

it('whoever stands in for some hours is told when they begin, and so is whoever comes back', async () => {
  const night = await begins();
  const id = await override(night, 'sal', 'cleo', '2026-11-12T15:00:00Z', '2026-11-12T17:00:00Z');
  await night.passes(2 * HOURS + 6 * MINUTES);
  expect(night.inbox(sal)).toEqual([
    // Known since five to eight: reminded at once.
    'You go on duty for Dino-Software on Thu 10:00, until Thu 12:00 as senior technician.',
    'You are on duty for Dino-Software until Thu 12:00 as senior technician.',
  ]);
  await withdrawOverride(night.database.pool, id, { by: 'sue', now: night.clock.now() });
  await night.passes(2 * MINUTES);
  expect(night.inbox(cleo).at(-1)).toBe(
    'You are on duty for Dino-Software until Fri 08:00 as senior technician.',
  );
  expect(night.inbox(sal).at(-1)).toBe(
    'You are off duty for Dino-Software as senior technician: Cleo has taken over.',
  );
});

it('before a shift its person is reminded once, and not when it is another’s by then', async () => {
  const night = await begins(undefined, new Date('2026-11-13T00:55:00Z'));
  await night.passes(2 * MINUTES);
  await override(night, 'bo', 'anna', '2026-11-13T13:00:00Z', '2026-11-14T13:00:00Z');
  await night.passes(20 * MINUTES);
  expect(night.inbox(anna)).toEqual([]);
  expect(night.inbox(bo).filter((text) => text.includes('go on duty'))).toEqual([
    // His own turn follows: Anna's on Friday, then Bo's.
    'You go on duty for Dino-Software on Fri 08:00, until Sun 08:00 as senior technician.',
  ]);
});

it('names the seat where the role has several', async () => {
  const night = await tell({ at, scripts: quiet });
  const turn = (people: string[]) => [layerOf(people, { from: '2026-11-10' })];
  await schedule(
    night.database.pool,
    'senior-technician',
    seatsOf(turn(['anna', 'bo', 'cleo']), turn(['bo', 'cleo', 'anna'])),
  );
  await night.passes(6 * MINUTES);
  expect(night.inbox(cleo)).toEqual([
    'You are on duty for Dino-Software until Fri 08:00 as senior technician (seat 1).',
  ]);
  expect(night.inbox(anna)).toEqual([
    'You are on duty for Dino-Software until Fri 08:00 as senior technician (seat 2).',
  ]);
});

it('at a desk with a duty list, or whose script says so, nobody is told anything', async () => {
  const night = await tell({
    at,
    desks: ['dino'],
    scripts: (scripts) =>
      scripts.forEach((script) => Object.assign(script, { duty: { ...usual, messages: false } })),
  });
  await schedule(night.database.pool, 'senior-technician', oneInTurn);
  await night.passes(10 * MINUTES);
  for (const person of [anna, bo, cleo, sal, sue]) expect(night.inbox(person)).toEqual([]);
});

/** Bo has the nights of this week, and Cleo the office hours of every day. */
async function weekOfNights(startsAt: Date): Promise<Night> {
  const night = await tell({ at: startsAt, people: [anna, bo, cleo, sal, sue], scripts: quiet });
  const office = Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, ['08:00-17:00']]),
  );
  const weeks = {
    ...{ name: 'nights', every: { count: 1, unit: 'weeks' as const }, from: '2026-11-02' },
    handoff: { time: '08:00', weekday: 'monday' as const },
  };
  const layers = [layerOf(['anna', 'bo'], weeks), layerOf(['cleo'], { name: 'office', hours: office })];
  await schedule(night.database.pool, 'senior-technician', seatsOf(layers));
  return night;
}

it('whoever has the nights of a week is told when they begin, until when and that there are breaks', async () => {
  const night = await weekOfNights(new Date('2026-11-09T21:58:00Z'));
  await night.passes(3 * MINUTES);
  expect(night.inbox(bo)).toEqual([
    'You are on duty for Dino-Software until Mon 16 Nov 08:00, with breaks, as senior technician.',
  ]);
});

it.each([
  ['in the evening', '2026-11-10T21:58:00Z'],
  ['in the morning', '2026-11-11T12:58:00Z'],
])('and is not told the next day %s', async (_, startsAt) => {
  const night = await weekOfNights(new Date(startsAt));
  await night.passes(3 * MINUTES);
  expect([night.inbox(bo), night.inbox(cleo)]).toEqual([[], []]);
});
