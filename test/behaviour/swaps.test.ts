import { expect, it } from 'vitest';
import { answer, ask, withdraw, type Doing } from '../../src/duty/index.ts';
import type { Task } from '../../src/engine/index.ts';
import { handoffHandlers } from '../../src/handoffs/index.ts';
import { gsm7Segments, toGsm7 } from '../../src/kernel/index.ts';
import { anna, bo, cleo, sal, sue, type TestPerson } from '../support/people.ts';
import { layerOf, schedule, seatsOf } from '../support/schedules.ts';
import { tellsOf, type Night } from '../support/vocabulary.ts';

const tell = tellsOf();

/** A Thursday, ten in the morning in New York. */
const at = new Date('2026-11-12T15:00:00Z');
/** One technician a day, in turn: Cleo until Friday 08:00, then Anna, then Bo. */
const oneInTurn = seatsOf([layerOf(['anna', 'bo', 'cleo'], { from: '2026-11-10' })]);
const bySwedish: TestPerson = { ...bo, language: 'sv-SE', email: 'bo@example.com' };

const settings = (messages: boolean) => (scripts: object[]) =>
  scripts.forEach((script) =>
    Object.assign(script, { duty: { messages, reminderHours: 0, drills: false, drillDays: 7 } }),
  );

async function begins({ startsAt = at, messages = true } = {}): Promise<Night> {
  const people = [anna, bySwedish, cleo, sal, sue];
  const night = await tell({ at: startsAt, people, scripts: settings(messages) });
  await schedule(night.database.pool, 'senior-technician', oneInTurn);
  return night;
}

/** Whoever is signed in, or sits at the command line. */
function doing(night: Night, by = 'Anna Alm'): Doing {
  const people = night.people.map((person) => ({ ...person, canBeReached: true }));
  return { db: night.database.db, people, desks: [], by, now: night.clock.now() };
}

const shift = (from: string, to: string) => ({
  seat: 'seat 1',
  from: new Date(`${from}:00Z`),
  to: new Date(`${to}:00Z`),
});
const annas = shift('2026-11-13T13:00', '2026-11-14T13:00');
const bos = shift('2026-11-14T13:00', '2026-11-15T13:00');

async function asks(night: Night, { takes = false, gives = annas } = {}): Promise<string> {
  const asked = await ask(doing(night), {
    ...{ desk: 'dino', role: 'senior-technician', askedBy: 'anna', askedOf: 'bo', why: 'Dentist' },
    ...{ gives, takes: takes ? bos : undefined },
  });
  if (!asked.ok) return expect.fail(JSON.stringify(asked.faults));
  return asked.told.split(' ')[1]!;
}

const mails = async (night: Night) =>
  (
    await night.database.pool.query<{ to: string; subject: string; body: string }>(
      'SELECT to_address AS "to", subject, body FROM mail ORDER BY created_at',
    )
  ).rows;

it('whoever is asked for a swap has a text and a mail at once, with the hours, who asks and where to answer', async () => {
  const night = await begins();
  await asks(night, { takes: true });
  await night.passes(3);
  const words =
    'Anna undrar om du kan ta jouren som senior tekniker för Dino-Software fre 08:00 till lör 08:00, och tar din lör 08:00 till sön 08:00 i stället. ' +
    `Svara ja eller nej: ${night.publicUrl}/duty?desk=dino#changes`;
  expect(night.inbox(bo)).toEqual([words]);
  expect(toGsm7(words)).toBe(words);
  expect(gsm7Segments(words)).toBeLessThanOrEqual(2);
  expect(await mails(night)).toEqual([
    {
      to: 'bo@example.com',
      subject: 'Jour för Dino-Software',
      body: `${words}\n\nSkälet som angavs: Dentist`,
    },
  ]);
  expect(night.inbox(anna)).toEqual([]);
});

it('granted, both are told what they have now, each in their own language', async () => {
  const night = await begins();
  const id = await asks(night, { takes: true });
  await night.passes(3);
  expect((await answer(doing(night, 'Bo Berg'), id, 'granted', 'bo')).ok).toBe(true);
  await night.passes(3);
  expect(night.inbox(anna)).toEqual([
    'Granted: Bo takes your duty for Dino-Software, Fri 08:00 to Sat 08:00. You take over Sat 08:00 to Sun 08:00.',
  ]);
  expect(night.inbox(bo).at(-1)).toBe(
    'Du har tagit över jouren från Anna: senior tekniker för Dino-Software fre 08:00 till lör 08:00. Anna tar din lör 08:00 till sön 08:00.',
  );
});

it('refused, by whomever, both are told, and the shift stays whose it was', async () => {
  const night = await begins();
  const id = await asks(night);
  await night.passes(3);
  await answer(doing(night, 'Sue Sand'), id, 'refused');
  await night.passes(3);
  expect(night.inbox(anna)).toEqual([
    'Not granted: Bo does not take your duty for Dino-Software, Fri 08:00 to Sat 08:00. It stays yours.',
  ]);
  expect(night.inbox(bo).at(-1)).toMatch(/^Du behöver inte ta jouren för Dino-Software fre 08:00/);
});

it('taken back, whoever was asked is told, and its asker is not', async () => {
  const night = await begins();
  const id = await asks(night);
  await night.passes(3);
  await withdraw(doing(night), id, 'anna');
  await night.passes(3);
  expect(night.inbox(bo)).toHaveLength(2);
  expect(night.inbox(anna)).toEqual([]);
});

it('what was answered before anybody was told is told as it is then', async () => {
  // Asked and granted in the same night, which is told in the morning.
  const night = await begins({ startsAt: new Date('2026-11-12T11:57:00Z') });
  const id = await asks(night);
  await night.passes(60);
  await answer(doing(night, 'Sue Sand'), id, 'granted');
  await night.passes(3 * 60);
  expect(night.inbox(bo)).toHaveLength(1);
  expect(night.inbox(bo)[0]).toMatch(/^Du har tagit över/);
});

it('of what was taken back in the night in which it was asked, nobody is told', async () => {
  const night = await begins({ startsAt: new Date('2026-11-12T11:57:00Z') });
  const id = await asks(night);
  await night.passes(60);
  await withdraw(doing(night), id, 'anna');
  await night.passes(3 * 60);
  expect([night.inbox(anna), night.inbox(bo), await mails(night)]).toEqual([[], [], []]);
});

it('at night nobody is woken for a shift that begins after it', async () => {
  // Two minutes to seven in New York; Anna's shift begins at 08:00 on Friday, the next day.
  const night = await begins({ startsAt: new Date('2026-11-12T11:58:00Z') });
  await asks(night);
  await night.passes(110);
  expect(night.inbox(bo)).toEqual([]);
  await night.passes(20);
  expect(night.inbox(bo)).toHaveLength(1);
});

it('a shift that begins in the night is told in it', async () => {
  const night = await begins({ startsAt: new Date('2026-11-13T08:00:00Z') });
  await asks(night, { gives: shift('2026-11-13T13:00', '2026-11-13T15:00') });
  await night.passes(5);
  expect(night.inbox(bo).length).toBeGreaterThan(0);
});

it('a desk whose script switches messages off tells nobody', async () => {
  const night = await begins({ messages: false });
  const id = await asks(night);
  await night.passes(5);
  await answer(doing(night), id, 'granted');
  await night.passes(5);
  expect([night.inbox(anna), night.inbox(bo), await mails(night)]).toEqual([[], [], []]);
});

it('each is told once, though several processes tell at the same moment', async () => {
  const night = await begins();
  const id = await asks(night);
  const task = { kind: 'duty.swap', key: 'x', subject: id, data: { step: 'asked' } } as unknown as Task;
  const tellings = [1, 2, 3].map(() => handoffHandlers(night.app.service)['duty.swap']!(task));
  await Promise.all(tellings);
  await night.passes(5);
  expect(night.inbox(bo)).toHaveLength(1);
});

it('a text that waited for the carrier until the swap was answered is not sent', async () => {
  const night = await begins();
  night.phones.faults.add({ kind: 'rest-429', resource: 'Messages', number: bo.sms! });
  const id = await asks(night);
  await night.passes(2);
  await answer(doing(night), id, 'refused');
  night.phones.faults.clear();
  await night.passes(120);
  expect(night.inbox(bo).filter((text) => text.startsWith('Anna undrar'))).toEqual([]);
});

it('a text that the carrier has refused twice for lack of room arrives when there is some', async () => {
  const night = await begins();
  night.phones.faults.add({ kind: 'rest-429', resource: 'Messages', number: bo.sms! });
  await asks(night);
  await night.passes(9.5);
  night.phones.faults.clear();
  await night.passes(60);
  expect(night.inbox(bo)).toHaveLength(1);
  const { rows } = await night.database.pool.query(
    'SELECT t.attempt FROM swap_notice n JOIN text_message t ON t.id = n.text_id',
  );
  expect(rows).toEqual([{ attempt: 3 }]);
});
