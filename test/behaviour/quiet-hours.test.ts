import { describe, expect, it } from 'vitest';
import { caseActions } from '../../src/casework/index.ts';
import { answer, ask, withdraw, type Doing } from '../../src/duty/index.ts';
import { importPeople } from '../../src/people/import/index.ts';
import { asNordic, stina, tove } from '../support/nordic-casework.ts';
import { anna, bo, cleo, sal, sue, type TestPerson } from '../support/people.ts';
import { layerOf, schedule, seatsOf } from '../support/schedules.ts';
import { Colleague, supervisorOf } from '../support/sign-in.ts';
import { FIRST_CASE, tellsOf, type Night } from '../support/vocabulary.ts';

const tell = tellsOf();
const NIGHT = '21:00-07:00';
const NEW_NUMBER = '+12025550177';
/** Lets time pass until an instant, and some seconds more. */
const until = (night: Night, at: string) =>
  night.passes((Date.parse(at) - night.clock.now().getTime()) / 1000 + 5);
const texts = async (night: Night, person: string) =>
  (
    await night.database.pool.query<{ status: string; at: Date }>(
      'SELECT status, created_at AS at FROM text_message WHERE person = $1 ORDER BY created_at',
      [person],
    )
  ).rows.map(({ status, at }) => ({ status, at: at.toISOString().slice(0, 16) }));

describe('at three in the morning, whoever has quiet hours then', () => {
  const threeInTheMorning = new Date('2026-11-12T08:00:00Z');
  const people = [{ ...anna, quiet: NIGHT }, { ...bo, quiet: NIGHT }, sal, { ...sue, quiet: NIGHT }];

  it.each(['1', '2'])('is paged for a case of severity %s by text and voice at once', async (key) => {
    const night = await tell({ at: threeInTheMorning, people });
    await night.callsDesk({ key });
    await night.passes(2);
    expect(night.inbox(anna)).toEqual([expect.stringContaining(`SEV ${key}`)]);
    expect(night.phone(anna).call?.state).toBe('ringing');
  });

  it('is answered at once, and stood down at once', async () => {
    const night = await tell({ at: threeInTheMorning, people });
    await night.callsDesk();
    await night.passes(2);
    const [, code] = /^(A\d+)/.exec(night.inbox(anna)[0] ?? '') ?? [];
    await night.texts(anna, code ?? 'none');
    expect((await night.case(FIRST_CASE)).acknowledgedBy).toBe('anna');
    expect(night.inbox(anna)).toHaveLength(2);
    expect(night.inbox(bo)).toHaveLength(2);
  });

  it('has a code that they asked for at once', async () => {
    const night = await tell({ at: threeInTheMorning, people });
    const boss = new Colleague(night, await supervisorOf(night));
    await boss.sends('/people/anna/number', { channel: 'sms', number: anna.sms! });
    await night.passes(2);
    expect(night.inbox(anna)).toEqual([expect.stringMatching(/^\d{6} is your code/)]);
  });

  it('is told of an alarm at once', async () => {
    const night = await tell({ at: threeInTheMorning, people });
    for (const channel of ['voice', 'sms'])
      await night.database.pool.query(
        `UPDATE contact_method SET state = 'dead', state_reason = 'gone', state_since = $2 WHERE channel = $1 AND person <> 'sue'`,
        [channel, threeInTheMorning],
      );
    await night.callsDesk();
    await night.passes(10);
    expect(Object.values(await night.standing()).flat()).toContain('sue sms');
    expect(night.inbox(sue).length).toBeGreaterThan(0);
  });
});

describe('what can wait until the quiet hours are over', () => {
  /** One technician a day, in turn: Bo until Thursday 08:00, then Cleo, then Anna. */
  const oneInTurn = seatsOf([layerOf(['anna', 'bo', 'cleo'], { from: '2026-11-10' })]);
  const withoutDrills = (scripts: object[]) =>
    scripts.forEach((script) =>
      Object.assign(script, { duty: { messages: true, reminderHours: 0, drills: false, drillDays: 7 } }),
    );
  async function scheduled(at: string, people: readonly TestPerson[]): Promise<Night> {
    const night = await tell({ at: new Date(at), people, scripts: withoutDrills });
    await schedule(night.database.pool, 'senior-technician', oneInTurn);
    return night;
  }

  it('is a handoff: told then, once; the other’s is told at once', async () => {
    const people = [anna, bo, { ...cleo, quiet: '21:00-09:00' }, sal, sue];
    const night = await scheduled('2026-11-12T12:59:00Z', people);
    await until(night, '2026-11-12T13:59:50Z');
    expect(night.inbox(bo)).toHaveLength(1);
    expect(night.inbox(cleo)).toEqual([]);
    await until(night, '2026-11-12T14:01:00Z');
    const words = 'You are on duty for Dino-Software until Fri 08:00 as senior technician.';
    expect(night.inbox(cleo)).toEqual([words]);
    await until(night, '2026-11-12T14:10:00Z');
    expect(night.inbox(cleo)).toEqual([words]);
  });

  it('is a handoff that waits for the carrier besides', async () => {
    const night = await scheduled('2026-11-12T12:59:00Z', [bo, { ...cleo, quiet: '21:00-10:30' }, sal, sue]);
    await until(night, '2026-11-12T15:29:00Z');
    night.phones.faults.add({ kind: 'rest-429', resource: 'Messages', number: cleo.sms! });
    await until(night, '2026-11-12T15:29:58Z');
    night.phones.faults.clear();
    await until(night, '2026-11-12T15:31:00Z');
    expect(night.inbox(cleo)).toEqual([expect.stringContaining('You are on duty')]);
  });

  it('is no mail: whoever takes no texts is told of a handoff at once', async () => {
    const mailed = { ...cleo, sms: undefined, email: 'cleo@example.com', quiet: '21:00-09:00' };
    const night = await scheduled('2026-11-12T12:59:00Z', [bo, mailed, sal, sue]);
    await until(night, '2026-11-12T13:02:00Z');
    const { rows } = await night.database.pool.query('SELECT to_address AS to FROM mail');
    expect(rows).toEqual([{ to: 'cleo@example.com' }]);
  });

  describe('is a swap', () => {
    const asked: TestPerson = { ...bo, email: 'bo@example.com', quiet: '10:01-12:00' };
    const shift = (from: string, to: string) => ({
      ...{ seat: 'seat 1', from: new Date(from), to: new Date(to) },
    });
    const doing = (night: Night): Doing => ({
      ...{ db: night.database.db, desks: [], by: 'Anna Alm', now: night.clock.now() },
      people: night.people.map((person) => ({ ...person, canBeReached: true })),
    });
    /** Two minutes past ten in the morning in New York. */
    async function asks({
      at = '2026-11-12T15:02:00Z',
      gives = shift('2026-11-13T13:00:00Z', '2026-11-14T13:00:00Z'),
      of = asked,
    } = {}) {
      const night = await scheduled(at, [anna, of, cleo, sal, sue]);
      const made = await ask(doing(night), {
        ...{ desk: 'dino', role: 'senior-technician', askedBy: 'anna', askedOf: 'bo', why: 'Dentist' },
        ...{ gives, takes: undefined },
      });
      if (!made.ok) return expect.fail(JSON.stringify(made.faults));
      await night.passes(5);
      return { night, id: made.told.split(' ')[1]! };
    }

    it('with its mail at once', async () => {
      const { night } = await asks();
      expect((await night.database.pool.query('SELECT to_address AS to FROM mail')).rows).toEqual([
        { to: 'bo@example.com' },
      ]);
      await until(night, '2026-11-12T16:59:50Z');
      expect(night.inbox(bo)).toEqual([]);
      await until(night, '2026-11-12T17:00:00Z');
      expect(night.inbox(bo)).toEqual([expect.stringMatching(/^Anna asks/)]);
    });

    it('that was taken back before it was told, which is told to nobody', async () => {
      const { email: _, ...unmailed } = asked;
      const { night, id } = await asks({ of: unmailed });
      await withdraw(doing(night), id, 'anna');
      await until(night, '2026-11-12T17:00:30Z');
      expect(night.inbox(bo)).toEqual([]);
    });

    it('that cannot wait, because the shift begins before the hours are over: told at once', async () => {
      const gives = shift('2026-11-13T16:00:00Z', '2026-11-13T17:30:00Z');
      const { night } = await asks({ at: '2026-11-13T15:02:00Z', gives });
      expect(night.inbox(bo)).toHaveLength(1);
    });

    it('of which only what is true then is told', async () => {
      const { night, id } = await asks();
      await answer(doing(night), id, 'refused');
      await until(night, '2026-11-12T17:00:30Z');
      expect(night.inbox(anna)).toHaveLength(1);
      expect(night.inbox(bo)).toHaveLength(1);
      expect(night.inbox(bo)[0]).not.toMatch(/^Anna asks/);
    });
  });

  describe('is a number that was replaced', () => {
    /** Noon in New York: Anna's verified number gives way to that of a file. */
    async function replaced() {
      const annas = { ...anna, email: 'anna@example.com', quiet: '11:00-14:00' };
      const night = await tell({ people: [annas, bo, sal, sue], at: new Date('2026-11-12T17:00:00Z') });
      await night.database.pool.query(`UPDATE contact_method SET verified_at = $1 WHERE person = 'anna'`, [
        night.clock.now(),
      ]);
      const { key, name, roles, voice, email } = annas;
      const text = JSON.stringify({ people: [{ key, name, roles, voice, email, sms: NEW_NUMBER }] });
      await importPeople(night.database.db, { file: 'people.yaml', text }, { now: night.clock.now() });
      await night.passes(5);
      return night;
    }
    const received = (night: Night) =>
      [night.inbox(NEW_NUMBER), night.inbox(anna)].map(({ length }) => length);

    it('which is told at both numbers, with its mail at once', async () => {
      const night = await replaced();
      expect((await night.database.pool.query('SELECT to_address AS to FROM mail')).rows).toEqual([
        { to: 'anna@example.com' },
      ]);
      await until(night, '2026-11-12T18:59:50Z');
      expect(received(night)).toEqual([0, 0]);
      await until(night, '2026-11-12T19:00:00Z');
      expect(received(night)).toEqual([1, 1]);
    });

    it('which is not told at the old one when that is another’s by then', async () => {
      const night = await replaced();
      await night.database.pool.query(
        `UPDATE contact_method SET address = $1 WHERE person = 'bo' AND channel = 'sms'`,
        [anna.sms],
      );
      await until(night, '2026-11-12T19:00:30Z');
      expect(received(night)).toEqual([1, 0]);
    });

    it('which is not told when the new one was verified meanwhile', async () => {
      const night = await replaced();
      await night.database.pool.query(`UPDATE contact_method SET verified_at = $1 WHERE address = $2`, [
        night.clock.now(),
        NEW_NUMBER,
      ]);
      await until(night, '2026-11-12T19:00:30Z');
      expect(received(night)).toEqual([0, 0]);
    });
  });

  it('is a case that was given to them, which is sent once and looked after from then on', async () => {
    const night = await tell({
      at: new Date('2026-11-03T09:00:00Z'),
      people: [{ ...tove, quiet: '20:00-11:00' }, stina],
      scripts: asNordic(),
    });
    await night.callsAndHangsUp({ key: '4' });
    await night.passes(10);
    expect((await night.case(FIRST_CASE)).timeline.map(({ event }) => event)).toContain('case.assigned');
    expect(night.inbox(tove)).toEqual([]);
    expect(await texts(night, 'tove')).toEqual([{ status: 'due', at: '2026-11-03T09:00' }]);
    await until(night, '2026-11-03T09:59:50Z');
    expect(night.inbox(tove)).toEqual([]);
    await until(night, '2026-11-03T10:00:00Z');
    expect(night.inbox(tove)).toEqual([expect.stringContaining(FIRST_CASE)]);
    expect(await texts(night, 'tove')).toEqual([{ status: 'delivered', at: '2026-11-03T10:00' }]);
  });

  it('is a case that was given to them, of which they are not told when it is another’s by then', async () => {
    const people = [{ ...tove, quiet: '20:00-11:00' }, stina];
    const night = await tell({ at: new Date('2026-11-03T09:55:00Z'), people, scripts: asNordic() });
    await night.callsAndHangsUp({ key: '4' });
    await night.passes(10);
    expect(await texts(night, 'tove')).toEqual([{ status: 'due', at: '2026-11-03T09:55' }]);
    const { assign } = caseActions(night.app.service);
    await assign(FIRST_CASE, { name: 'Stina Sund', person: 'stina' }, { person: 'stina' });
    await until(night, '2026-11-03T10:00:30Z');
    expect([night.inbox(tove), night.inbox(stina)].map(({ length }) => length)).toEqual([0, 1]);
  });
});

describe('the page of a person', () => {
  const quietOf = async (night: Night, key: string) =>
    (
      await night.database.pool.query<{ quiet: string | null }>('SELECT quiet FROM person WHERE key = $1', [
        key,
      ])
    ).rows[0]?.quiet;

  async function begins() {
    const night = await tell({ people: [anna, bo, { ...sue, language: 'sv-SE' }] });
    const boss = new Colleague(night, await supervisorOf(night));
    const tom = await boss.brings('technician', 'Tom');
    await night.database.pool.query(`UPDATE account SET person = 'anna' WHERE name = 'Tom'`);
    await night.database.pool.query(`UPDATE account SET person = 'sue' WHERE name = 'Sue'`);
    return { night, boss, tom };
  }

  it('sets quiet hours and takes them away, by themselves or a supervisor, and nobody else’s', async () => {
    const { night, boss, tom } = await begins();
    expect((await tom.get('/people/anna')).body).toContain('Quiet hours');
    const saved = await tom.sends('/people/anna/quiet', { quiet: ' 21:00 – 07:00 ' });
    expect([saved.statusCode, saved.headers.location]).toEqual([303, '/people/anna#night']);
    expect(await quietOf(night, 'anna')).toBe('21:00-07:00');
    expect((await tom.get('/people/anna')).body).toMatch(/name="quiet"[^>]* value="21:00-07:00"/);
    const others = await tom.sends('/people/bo/quiet', { quiet: '21:00-07:00' });
    expect([others.statusCode, others.body.includes('Quiet hours are changed by their own person')]).toEqual([
      403,
      true,
    ]);
    await boss.sends('/people/bo/quiet', { quiet: '22:00-06:00' });
    expect((await tom.get('/people/bo')).body).toContain('Quiet hours: 22:00-06:00.');
    await boss.sends('/people/anna/quiet', { quiet: '' });
    expect(await quietOf(night, 'anna')).toBeNull();
    expect((await boss.sends('/people/nobody/quiet', { quiet: '' })).statusCode).toBe(404);
  });

  it.each(['21-7', '07:00-07:00', '06:00-23:00', 'natten'])('refuses %j in Swedish', async (quiet) => {
    const { night, boss } = await begins();
    await boss.sends('/people/bo/quiet', { quiet: '22:00-06:00' });
    const refused = await boss.sends('/people/bo/quiet', { quiet });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Skriv från och till, som 21:00-07:00, högst 16 timmar');
    expect(refused.body).toContain(`value="${quiet}"`);
    expect(await quietOf(night, 'bo')).toBe('22:00-06:00');
  });
});
