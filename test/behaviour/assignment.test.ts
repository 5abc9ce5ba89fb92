import { describe, expect, it } from 'vitest';
import { caseActions } from '../../src/casework/index.ts';
import { asNordic, stina, tore, tove } from '../support/nordic-casework.ts';
import { Colleague, supervisorOf } from '../support/sign-in.ts';
import { FIRST_CASE, tellsOf, type Night } from '../support/vocabulary.ts';

const tell = tellsOf();
const by = { name: 'Stina Sund', person: 'stina' };

/** A customer has called at this instant, and their case is registered. */
async function registeredAt(at: string, people = [tove, tore, stina], scripts = asNordic()): Promise<Night> {
  const night = await tell({ at: new Date(at), people, scripts });
  await night.database.pool.query(`UPDATE person SET language = 'sv-SE'`);
  await night.callsAndHangsUp({ key: '4' });
  await night.passes(3);
  return night;
}

const assigned = async (night: Night) =>
  (
    await night.database.pool.query<{ person: string | null; at: Date | null; due: Date | null }>(
      'SELECT assigned_to AS person, assigned_at AS at, contact_due_at AS due FROM support_case',
    )
  ).rows[0];
/** Lets time pass until an instant, and a minute more. */
const until = (night: Night, at: string) =>
  night.passes((Date.parse(at) - night.clock.now().getTime()) / 1000 + 60);
const planned = async (night: Night) =>
  (
    await night.database.pool.query<{ at: Date }>(`SELECT due_at AS at FROM task WHERE kind = 'case.assign'`)
  ).rows.map(({ at }) => at.toISOString());

describe('a registered case', () => {
  it('is given to whoever is on duty, at once in the hours of the office, who is told by SMS and asked nothing', async () => {
    const night = await registeredAt('2026-11-03T09:00:00Z');
    expect((await assigned(night))?.person).toBe('tove');
    expect((await assigned(night))?.due?.toISOString()).toMatch(/^2026-11-03T13:00:/);
    const [text] = night.inbox(tove);
    expect(text).toMatch(new RegExp(`^${FIRST_CASE} är ditt: .*/cases/${FIRST_CASE}$`));
    expect(text).not.toMatch(/\bA\d/);
  });

  it('whose first response is late is marked in the lists, and stands before what is not', async () => {
    const night = await registeredAt('2026-11-03T09:00:00Z');
    const stinaAtWork = new Colleague(night, await supervisorOf(night));
    await until(night, '2026-11-03T12:30:00Z');
    await night.callsAndHangsUp({ key: '4' });
    const second = (await night.cases())[0]!.number;
    // Whatever is older and owes nobody a word comes behind what is late.
    await night.database.pool.query(
      `UPDATE support_case SET opened_at = opened_at - interval '2 days' WHERE number = $1`,
      [second],
    );
    const now = async () => (await stinaAtWork.get('/')).body;
    const order = (html: string) => html.indexOf(`>${FIRST_CASE}<`) - html.indexOf(`>${second}<`);
    expect(order(await now())).toBeGreaterThan(0);
    expect((await stinaAtWork.get('/cases')).body).not.toContain('contact late by');
    await until(night, '2026-11-03T13:20:00Z');
    expect(order(await now())).toBeLessThan(0);
    expect((await stinaAtWork.get('/cases')).body.match(/contact late by/g)).toHaveLength(1);
  });

  it.each([
    // Friday 17:30: the office has closed.
    ['on Friday at 17:30', '2026-11-06T16:30:00Z', '2026-11-09T07:00:00.000Z'],
    // Closed by the script though no public holiday; then a Friday that is one, and a weekend.
    ['on 24 December', '2026-12-24T01:00:00Z', '2026-12-28T07:00:00.000Z'],
    ['on the eve of summer time', '2026-03-28T22:00:00Z', '2026-03-30T06:00:00.000Z'],
    ['on the eve of winter time', '2026-10-24T22:00:00Z', '2026-10-26T07:00:00.000Z'],
    ['at 16:59:50', '2026-11-03T15:59:50Z', undefined],
    ['at 17:00:10', '2026-11-03T16:00:10Z', '2026-11-04T07:00:00.000Z'],
  ])('that comes %s is given at the next opening', async (_when, at, opening) => {
    const night = await registeredAt(at);
    if (opening === undefined) {
      expect((await assigned(night))?.person).toBe('tove');
      return;
    }
    expect((await assigned(night))?.person).toBeNull();
    expect(await planned(night)).toEqual([opening]);
    expect(night.inbox(tove)).toEqual([]);
  });

  it('that came by night is given in the morning, by the duty list of the morning', async () => {
    const night = await registeredAt('2026-11-03T06:57:00Z');
    await night.database.pool.query(
      `UPDATE contact_method SET state = 'dead', state_reason = 'gone', state_since = '2026-11-01' WHERE person = 'tove'`,
    );
    await until(night, '2026-11-03T07:00:00Z');
    expect((await assigned(night))?.person).toBe('tore');
    const { rows } = await night.database.pool.query<{ to: string; subject: string }>(
      'SELECT to_address AS to, subject FROM mail',
    );
    expect(rows).toEqual([{ to: 'tore@nordic.example', subject: `[${FIRST_CASE}] är ditt` }]);
  });

  it('waits through half a day that was written as an exception', async () => {
    const half = asNordic();
    const night = await registeredAt('2026-12-23T12:30:00Z', [tove, stina], (scripts) => {
      half(scripts);
      const { coverage } = scripts.find(({ desk }) => desk === 'dino')!;
      coverage.exceptions = [
        {
          date: '2026-12-23',
          hours: [{ startMinute: 8 * 60, endMinute: 12 * 60 }],
          closed: undefined,
          why: 'Half a day',
        },
      ];
    });
    expect(await planned(night)).toEqual(['2026-12-28T07:00:00.000Z']);
  });

  it('without anybody on duty is an alarm, once, and is given as soon as somebody is', async () => {
    const off = { ...tove };
    delete off.duty;
    const night = await registeredAt('2026-11-03T09:00:00Z', [off, stina]);
    expect(Object.keys(await night.standing())).toEqual(['duty-hole']);
    // A quarter of an hour need not pass minute by minute.
    const comesDue = async () => {
      await night.database.pool.query(`UPDATE task SET due_at = $1 WHERE kind = 'case.assign'`, [
        night.clock.now(),
      ]);
      await night.passes(70);
    };
    expect(await planned(night)).toEqual([expect.stringMatching(/^2026-11-03T09:15:/)]);
    await comesDue();
    expect((await night.alarms()).length).toBe(1);
    await night.database.pool.query(
      `INSERT INTO duty (desk, role, position, person) VALUES ('dino', 'technician', 0, 'tove')`,
    );
    await comesDue();
    expect((await assigned(night))?.person).toBe('tove');
    expect(await night.standing()).toEqual({});
    const events = (await night.case(FIRST_CASE)).timeline.map(({ event }) => event);
    expect(events.filter((event) => event === 'duty.hole')).toHaveLength(1);
    expect(events.at(-1)).toBe('case.assigned');
  });

  it('is given to somebody else by hand, who is told, and not to one who cannot be', async () => {
    const mute = { key: 'mute', name: 'Mute Moe', roles: ['technician'] };
    const night = await registeredAt('2026-11-03T05:00:00Z', [tove, tore, mute, stina]);
    const { assign } = caseActions(night.app.service);
    expect(await assign(FIRST_CASE, by, { person: 'mute' })).toMatchObject({ ok: false });
    expect(await assign(FIRST_CASE, by, { person: 'tove' })).toEqual({ ok: true });
    await night.passes(3);
    expect(night.inbox(tove)[0]).toContain('är ditt');
    // What was planned for the morning is settled.
    expect(await planned(night)).toEqual([]);
    expect(await assign(FIRST_CASE, by, { person: 'tove' })).toMatchObject({ ok: false });
  });
});

describe('the return of an old unit', () => {
  it('is asked for every three working days, of the customer and of whoever has the case, until it is back', async () => {
    const night = await registeredAt('2026-11-03T09:00:00Z');
    await night.database.pool.query(`UPDATE support_case SET contact_email = 'dana@example.com'`);
    const does = caseActions(night.app.service);
    const ship = () => does.ship(FIRST_CASE, by, { what: 'Panel 7', where: 'Umeå', tracking: undefined });
    expect(await ship()).toMatchObject({ ok: false });
    await does.assess(FIRST_CASE, by, { assessment: 'hardware', why: '' });
    expect(await ship()).toEqual({ ok: true });
    const returns = async () =>
      (
        await night.database.pool.query<{ at: Date }>(
          `SELECT due_at AS at FROM task WHERE kind = 'case.return'`,
        )
      ).rows.map(({ at }) => at.toISOString());
    const asked = async () =>
      (await night.case(FIRST_CASE)).timeline.filter(({ event }) => event === 'unit.return-asked').length;
    // Two weeks need not pass minute by minute.
    const comesDue = async () => {
      await night.database.pool.query(`UPDATE task SET due_at = $1 WHERE kind = 'case.return'`, [
        night.clock.now(),
      ]);
      await night.passes(70);
    };
    expect(await returns()).toEqual(['2026-11-06T07:00:00.000Z']);
    await comesDue();
    expect(await returns()).toEqual(['2026-11-06T07:00:00.000Z']);
    await comesDue();
    expect(await asked()).toBe(2);
    expect(night.inbox(tove).filter((text) => text.includes('gamla enheten'))).toHaveLength(2);
    expect(await does.close(FIRST_CASE, by, { reason: undefined, code: 'solved' })).toMatchObject({
      ok: false,
    });
    await does.received(FIRST_CASE, by);
    expect(await does.returned(FIRST_CASE, by)).toEqual({ ok: true });
    expect(await returns()).toEqual([]);
    const { rows } = await night.database.pool.query<{ subject: string }>(
      `SELECT subject FROM mail WHERE case_id IS NOT NULL AND subject LIKE '%Skicka tillbaka%'`,
    );
    expect(rows).toHaveLength(2);
    expect(await does.close(FIRST_CASE, by, { reason: undefined, code: 'other' })).toMatchObject({
      ok: false,
    });
    expect(await does.close(FIRST_CASE, by, { reason: undefined, code: 'solved' })).toEqual({ ok: true });
  });
});
