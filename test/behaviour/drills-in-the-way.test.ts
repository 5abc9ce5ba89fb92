import { expect, it } from 'vitest';
import { raiseAlarm } from '../../src/alarms/index.ts';
import { setSchedule } from '../../src/duty/index.ts';
import { addOverride } from '../../src/duty/override.store.ts';
import { unitOfWork } from '../../src/service/index.ts';
import {
  alarmsAt,
  at,
  codeOf,
  drillsBegin,
  HOURS,
  MINUTES,
  noMessages,
  oneInTurn,
  outcomes,
  rings,
  shown,
  TEST,
} from '../support/drills.ts';
import { anna, bo, cleo, sal, sue, type TestPerson } from '../support/people.ts';
import { layerOf, schedule, seatsOf } from '../support/schedules.ts';
import { FIRST_CASE, tellsOf, type Night } from '../support/vocabulary.ts';
import { CUSTOMER, DINO_NUMBER } from '../support/world.ts';

const tell = tellsOf();
const begins = (people?: readonly TestPerson[]) => drillsBegin(tell, people);

it('whoever takes a shift over when the office has closed is asked at once, by call and text', async () => {
  // At 19:00 the time for a test of Friday’s shift is over: nobody is asked.
  const night = await tell({ at: new Date('2026-11-13T00:00:00Z'), scripts: noMessages });
  await schedule(night.database.pool, 'senior-technician', oneInTurn);
  await night.passes(6 * MINUTES);
  expect(await outcomes(night)).toEqual([]);
  const takesOver = {
    ...{ desk: 'dino', role: 'senior-technician', insteadOf: 'anna', person: 'bo', why: 'ill' },
    ...{ from: new Date('2026-11-13T13:00Z'), to: new Date('2026-11-14T13:00Z') },
  };
  await addOverride(night.database.pool, takesOver, { by: 'sue', now: night.clock.now() });
  await night.passes(5);
  expect(night.phone(bo).call?.state).toBe('ringing');
  await night.picksUp(bo, '1', 12);
  await night.texts(bo, codeOf(night, bo));
  expect((await shown(night, 'bo')).map(({ channel, by }) => `${channel} ${by}`)).toEqual([
    'sms code',
    'voice key',
  ]);
  expect(await outcomes(night)).toEqual(['bo open']);
});

it('whoever is put on duty from now on is asked too, and the supervisor is told soon of one who is not reached', async () => {
  const night = await tell({ at: new Date('2026-11-13T00:30:00Z'), scripts: noMessages });
  await schedule(night.database.pool, 'senior-technician', oneInTurn);
  night.phone(bo).personality = { kind: 'no-answer' };
  const now = {
    ...{ desk: 'dino', role: 'senior-technician', insteadOf: 'cleo', person: 'bo', why: 'ill' },
    ...{ from: new Date('2026-11-13T00:30Z'), to: new Date('2026-11-13T13:00Z') },
  };
  await addOverride(night.database.pool, now, { by: 'sue', now: night.clock.now() });
  await night.passes(29 * MINUTES);
  expect(night.rangAt(bo)).toHaveLength(3);
  expect(alarmsAt(night)).toEqual([]);
  await night.passes(4 * MINUTES);
  expect(alarmsAt(night)).toEqual([
    expect.stringMatching(/^ALARM dino: Bo Berg, on duty from .* 19:30, was not/),
  ]);
  await night.passes(15 * MINUTES);
  expect(await outcomes(night)).toEqual(['bo missed']);
});

it('asks nobody at a desk whose script has switched drills off', async () => {
  const off = { messages: false, reminderHours: 12, drills: false, drillDays: 7 };
  const night = await tell({
    at,
    people: [anna, bo, cleo, sal, sue],
    scripts: (scripts) => scripts.forEach((script) => Object.assign(script, { duty: off })),
  });
  await schedule(night.database.pool, 'senior-technician', oneInTurn);
  await night.passes(1 * HOURS);
  expect(await outcomes(night)).toEqual([]);
  for (const person of [anna, bo, cleo]) {
    expect(night.inbox(person)).toEqual([]);
    expect(night.rangAt(person)).toEqual([]);
  }
});

it('ends untried when they are switched off after it was begun', async () => {
  const night = await begins();
  night.phone(anna).personality = { kind: 'no-answer' };
  await night.passes(10 * MINUTES);
  const before = [night.rangAt(anna).length, night.inbox(anna).length];
  for (const script of night.app.service.scripts)
    Object.assign(script, { duty: { messages: false, reminderHours: 12, drills: false, drillDays: 7 } });
  await night.passes(2 * HOURS);
  expect([night.rangAt(anna).length, night.inbox(anna).length]).toEqual(before);
  expect(await outcomes(night)).toEqual(['anna not-needed']);
  expect(alarmsAt(night)).toEqual([]);
});

it('are begun at every desk but the one at which something is wrong, and that is said', async () => {
  let isBroken = false;
  const night = await tell({
    ...{ at, desks: ['dvnordic', 'dino'], people: [anna, bo, cleo, sal, sue] },
    scripts: (scripts) => {
      noMessages(scripts);
      const script = scripts.find(({ desk }) => desk === 'dvnordic')!;
      const { coverage } = script;
      Object.defineProperty(script, 'coverage', {
        get: () => {
          if (isBroken) throw new Error('the hours of dvnordic cannot be read');
          return coverage;
        },
      });
    },
  });
  night.expected.push(/the hours of dvnordic cannot be read/);
  await schedule(night.database.pool, 'senior-technician', oneInTurn);
  await setSchedule(
    night.database.pool,
    {
      ...{ desk: 'dvnordic', role: 'technician', validFrom: new Date('2026-10-01T00:00Z') },
      definition: seatsOf([layerOf(['bo', 'cleo'], { from: '2026-11-10' })]),
    },
    { by: 'sue', now: new Date('2026-10-01T00:00Z') },
  );
  isBroken = true;
  await rings(night, anna);
  expect((await outcomes(night)).filter((line) => line.startsWith('anna'))).toEqual(['anna open']);
  expect(night.errors.some((line) => line.includes('the hours of dvnordic cannot be read'))).toBe(true);
});

it('waits while its phone is at a talk with a customer, and is tried when that is over', async () => {
  const night = await begins();
  await schedule(night.database.pool, 'sales', seatsOf([layerOf(['anna'])]), '2026-11-01T00:00Z');
  await night.callsDesk();
  await night.picksUp(anna, '1', 8);
  await night.passes(12 * MINUTES);
  // The text of the test has come meanwhile: nothing is paged for any more.
  expect(night.inbox(anna).filter((text) => TEST.test(text))).toHaveLength(1);
  expect(night.phone(anna).calls).toHaveLength(1);
  expect(night.phone(anna).call?.state).toBe('talking');
  night.phone(anna).hangUp();
  night.phone(CUSTOMER).hangUp();
  await rings(night, anna);
  await night.picksUp(anna, '1', 12);
  expect((await shown(night)).find(({ channel }) => channel === 'voice')?.by).toBe('key');
});

it('that is listened to gives way to whoever has just accepted by text, and they are connected', async () => {
  const night = await begins();
  await schedule(night.database.pool, 'sales', seatsOf([layerOf(['anna'])]), '2026-11-01T00:00Z');
  await rings(night, anna);
  await night.picksUp(anna, undefined, 1);
  await night.callsDesk();
  const [, code] = /A(\d+) accepts/.exec(night.inbox(anna).join(' '))!;
  await night.texts(anna, `A${code}`);
  for (let waited = 0; night.phone(anna).call?.state !== 'ringing' && waited < 60; waited += 1)
    await night.passes(1);
  await night.picksUp(anna, '1', 6);
  await night.passes(6);
  expect(night.heard(CUSTOMER)).toContain('Anna has your case. You are being connected.');
  expect(await night.case(FIRST_CASE)).toMatchObject({ acknowledgedBy: 'anna', status: 'in-contact' });
  expect((await shown(night)).find(({ channel }) => channel === 'voice')?.by).toBeNull();
});

it('stands behind a call about an alarm to the same phone, and comes after it', async () => {
  // Sue is on duty as technician tomorrow, and is told of alarms today.
  const night = await tell({ at, people: [anna, bo, cleo, sal, sue], scripts: noMessages });
  const turns = seatsOf([layerOf(['sue', 'bo', 'cleo'], { from: '2026-11-10' })]);
  await schedule(night.database.pool, 'senior-technician', turns);
  await night.passes(4 * MINUTES - 1);
  await calledAboutAlarm(night);
  await rings(night, sue);
  night.phone(sue).answer();
  // She lets it speak for some minutes, as nobody does; the test has the phone no sooner.
  await night.passes(8);
  expect(night.heard(sue)).toMatch(/an alarm/);
  night.phone(sue).press('1');
  await night.passes(20);
  const alarms = night.rangAt(sue).length;
  for (let waited = 0; night.rangAt(sue).length === alarms && waited < 10 * MINUTES; waited += 2)
    await night.passes(2);
  await night.picksUp(sue, '1', 12);
  expect(night.heard(sue)).toMatch(/This is a test before you go on duty/);
  expect((await shown(night, 'sue')).find(({ channel }) => channel === 'voice')?.by).toBe('key');
});

it('that rings gives way to a call about an alarm', async () => {
  const night = await tell({ at, people: [anna, bo, cleo, sal, sue], scripts: noMessages });
  const turns = seatsOf([layerOf(['sue', 'bo', 'cleo'], { from: '2026-11-10' })]);
  await schedule(night.database.pool, 'senior-technician', turns);
  await rings(night, sue);
  await calledAboutAlarm(night);
  await night.passes(25);
  await rings(night, sue);
  await night.picksUp(sue, undefined, 8);
  expect(night.heard(sue)).toMatch(/an alarm/);
});

/** Something that supervisors are called about is wrong. */
async function calledAboutAlarm(night: Night): Promise<void> {
  await unitOfWork(night.app.service, (unit) =>
    raiseAlarm(night.app.service, unit, {
      desk: 'dino',
      facts: {
        kind: 'carrier-refuses',
        channel: 'voice',
        code: '20003',
        wholeAccount: false,
        from: DINO_NUMBER,
      },
    }),
  );
}
