import { expect, it } from 'vitest';
import { addLeave, addOverride } from '../../src/duty/override.store.ts';
import { anna, bo, cleo, sal, sue } from '../support/people.ts';
import { layerOf, schedule, seatsOf } from '../support/schedules.ts';
import { FIRST_CASE, tellsOf, type Night } from '../support/vocabulary.ts';

const tell = tellsOf();

/** The world begins on a Thursday at 07:55 in New York, five minutes before the handoff. */
const at = new Date('2026-11-12T12:55:00Z');
const hand = { by: 'sue', now: at };
/** One technician a day, in turn: Bo until Thursday 08:00, then Cleo. */
const oneInTurn = seatsOf([layerOf(['anna', 'bo', 'cleo'], { from: '2026-11-10' })]);

const alarmsAt = (night: Night) => night.inbox(sue).filter((text) => text.includes('ALARM'));
const paged = async (night: Night, round: number) => [
  ...new Set((await night.pages()).filter((page) => page.round === round).map(({ person }) => person)),
];

it('pages everybody who has a seat in the schedule, as many as the plan asks for', async () => {
  const night = await tell({ at });
  await schedule(
    night.database.pool,
    'senior-technician',
    seatsOf(
      ...[0, 1, 2].map((first) => [
        layerOf([...['anna', 'bo', 'cleo'].slice(first), ...['anna', 'bo', 'cleo'].slice(0, first)]),
      ]),
    ),
  );
  await night.callsAndHangsUp();
  for (const person of [anna, bo, cleo, sal]) expect(night.phone(person).call?.state).toBe('ringing');
  expect(await night.alarms()).toEqual([]);
});

it('pages whoever has the shift when a round begins, also when the handoff was during the paging', async () => {
  const night = await tell({ at });
  await schedule(night.database.pool, 'senior-technician', oneInTurn);
  await night.passes(170);
  await night.callsAndHangsUp();
  await night.passes(300);
  expect(await paged(night, 1)).toEqual(expect.arrayContaining(['bo', 'sal']));
  expect(await paged(night, 1)).not.toContain('cleo');
  const last = Math.max(...(await night.pages()).map(({ round }) => round));
  expect(await paged(night, last)).toEqual(expect.arrayContaining(['cleo', 'sal']));
  expect(await paged(night, last)).not.toContain('bo');
});

it('pages whoever stands in by an override, and a hole that leave makes brings the supervisor in', async () => {
  const night = await tell({ at });
  const { pool } = night.database;
  await schedule(pool, 'senior-technician', oneInTurn);
  const stretch = { from: new Date('2026-11-12T12:00:00Z'), to: new Date('2026-11-12T12:57:00Z') };
  await addLeave(
    pool,
    { person: 'bo', from: stretch.from, to: new Date('2026-11-12T13:30:00Z'), why: '' },
    hand,
  );
  await addOverride(
    pool,
    { desk: 'dino', role: 'senior-technician', insteadOf: 'bo', person: 'anna', ...stretch, why: 'ill' },
    hand,
  );
  await night.callsAndHangsUp();
  expect(night.phone(anna).call?.state).toBe('ringing');
  expect(night.rangAt(bo)).toEqual([]);
  await night.passes(150);
  expect(await paged(night, 3)).toEqual(expect.arrayContaining(['sal', 'sue']));
  expect(await paged(night, 3)).not.toContain('anna');
  const holes = (await night.case(FIRST_CASE)).timeline.filter(({ event }) => event === 'duty.hole');
  expect(holes.map(({ data }) => (data as { found: number }).found)).toContain(0);
});

it('tells the supervisor who is on duty by schedule, and takes a hole down at the handoff that fills it', async () => {
  const night = await tell({ at, people: [anna, bo, cleo, sal, sue] });
  const { pool } = night.database;
  await schedule(pool, 'supervisor', seatsOf([layerOf(['sal'])]));
  await pool.query(`DELETE FROM duty WHERE role = 'senior-technician'`);
  const three = ['anna', 'bo', 'cleo'].map((person) => [layerOf([person], { from: '2026-11-12' })]);
  await schedule(pool, 'senior-technician', seatsOf(...three));
  await night.callsAndHangsUp();
  expect(await night.standing()).toMatchObject({ 'duty-hole': ['sal sms'] });
  await night.passes(420);
  expect(await night.standing()).not.toHaveProperty('duty-hole');
});

it('goes back to the list when a schedule is ended', async () => {
  const night = await tell({ at });
  await schedule(night.database.pool, 'senior-technician', oneInTurn);
  await schedule(night.database.pool, 'senior-technician', null, '2026-11-12T12:00Z');
  await night.callsAndHangsUp();
  for (const person of [anna, bo, cleo]) expect(night.phone(person).call?.state).toBe('ringing');
});

it('tells the supervisor days before the shift that nobody has, and takes it down when that is mended', async () => {
  const night = await tell({ at, people: [anna, bo, cleo, sal, { ...sue, email: 'sue@example.com' }] });
  const { pool } = night.database;
  const rota = [
    layerOf(['sal'], { until: '2026-11-16' }),
    layerOf(['sal'], { name: 'later', from: '2026-11-17' }),
  ];
  await schedule(pool, 'sales', seatsOf(rota));
  await pool.query(`UPDATE task SET due_at = $1 WHERE kind = 'watch.duty'`, [at]);
  await night.passes(5);
  expect(alarmsAt(night).filter((text) => text.includes('sales'))).toEqual([
    'ALARM dino: nobody is on duty as sales from Mon 16 Nov 08:00 to Tue 17 Nov 08:00. Mend the schedule of dino.',
  ]);
  expect(await night.standing()).toMatchObject({
    'duty-ahead': expect.arrayContaining(['sue sms', 'sue mail']) as string[],
  });
  await schedule(pool, 'sales', seatsOf([layerOf(['sal'])]), '2026-11-12T12:30Z');
  await night.passes(70);
  expect(await night.standing()).not.toHaveProperty('duty-ahead');
});
