import { describe, expect, it } from 'vitest';
import { caseActions } from '../../src/casework/index.ts';
import type { Desk } from '../support/caller.ts';
import {
  approveMaria,
  calledNow,
  callsNordic,
  callsTo,
  MARIA,
  nordicDesks,
  phoneOf,
  takesTheCall,
  technicianWasAsked,
  TEN_IN_THE_MORNING,
  TWO_AT_NIGHT,
} from '../support/nordic.ts';
import { karin, nils, ulla } from '../support/people.ts';

const opens = nordicDesks();

/** The operator and the caller talk. */
async function talking(desk: Desk) {
  const customer = await callsNordic(desk);
  await takesTheCall(desk, ulla);
  expect(customer.phone.with).toEqual([ulla.voice]);
  return customer;
}

async function presses(desk: Desk, key: string, seconds = 4): Promise<void> {
  phoneOf(desk, ulla).press(key);
  await desk.passes(seconds);
}

const heardBy = (desk: Desk) =>
  phoneOf(desk, ulla)
    .said.map((line) => line.text)
    .join(' ');

describe('in office hours the operator', () => {
  it('hands the caller on with two keys and leaves; a technician who accepts has the case', async () => {
    const desk = await opens({ at: TEN_IN_THE_MORNING });
    const customer = await talking(desk);
    await presses(desk, '*', 8);
    expect(heardBy(desk)).toContain(
      'Koppla till supporten: tryck 1, eller 2 om du vill vara kvar på linjen.',
    );
    expect(customer.news()).toContain('Ett ögonblick. Telefonisten är strax tillbaka.');
    await presses(desk, '1', 6);
    expect(heardBy(desk)).toContain('Samtalet kopplas till supporten.');
    expect(calledNow(desk)).toEqual(expect.arrayContaining(['nils', 'karin']));
    expect(phoneOf(desk, ulla).call).toBeNull();
    await desk.passes(10);
    expect(customer.news()).toMatch(/Du kopplas till supporten. Vänta kvar.*Vi ringer upp supporten./);
    await takesTheCall(desk, nils);
    expect(customer.phone.with).toEqual([nils.voice]);
    expect(await desk.newest()).toMatchObject({ status: 'in-contact', acknowledgedBy: 'nils' });
    await customer.hangsUp();
    await desk.passes(5);
    // It is the technician's now, and stays that.
    expect(await desk.newest()).toMatchObject({ status: 'in-contact', acknowledgedBy: 'nils' });
  });

  it('stays with the caller until the technician is there, and leaves by hanging up', async () => {
    const desk = await opens({ at: TEN_IN_THE_MORNING });
    const customer = await talking(desk);
    await presses(desk, '*', 6);
    await presses(desk, '2', 8);
    expect(customer.phone.with).toEqual([ulla.voice]);
    expect(await desk.newest()).toMatchObject({ status: 'paging', acknowledgedBy: null, contactedAt: null });
    await takesTheCall(desk, karin);
    expect([...customer.phone.with].sort()).toEqual([karin.voice, ulla.voice].sort());
    phoneOf(desk, ulla).hangUp();
    await desk.passes(5);
    expect(customer.phone.with).toEqual([karin.voice]);
    expect(await desk.newest()).toMatchObject({ status: 'in-contact', acknowledgedBy: 'karin' });
    expect(callsTo(desk, ulla)).toBe(1);
  });

  it('who asks for support and hangs up before it answers leaves the caller holding for it', async () => {
    const desk = await opens({ at: TEN_IN_THE_MORNING });
    const customer = await talking(desk);
    await presses(desk, '*', 6);
    await presses(desk, '2', 8);
    phoneOf(desk, ulla).hangUp();
    await desk.passes(12);
    expect(customer.news()).toContain('Du kopplas till supporten. Vänta kvar.');
    await takesTheCall(desk, nils);
    expect(customer.phone.with).toEqual([nils.voice]);
  });

  it('who presses another key, or none, is back with the caller', async () => {
    const desk = await opens({ at: TEN_IN_THE_MORNING });
    const customer = await talking(desk);
    await presses(desk, '*', 6);
    await presses(desk, '9', 6);
    expect(customer.phone.with).toEqual([ulla.voice]);
    await presses(desk, '*', 40);
    expect(customer.phone.with).toEqual([ulla.voice]);
    expect(technicianWasAsked(desk)).toBe(false);
  });

  it('who hangs up while choosing leaves the caller with a question, not in silence', async () => {
    const desk = await opens({ at: TEN_IN_THE_MORNING });
    const customer = await talking(desk);
    await presses(desk, '*', 3);
    customer.news();
    phoneOf(desk, ulla).hangUp();
    await desk.passes(6);
    expect(customer.news()).toContain('Tryck 1');
    await customer.presses('1', 8);
    expect(calledNow(desk)).toEqual(['ulla']);
  });

  it('hands on by the console, the telephone untouched', async () => {
    const desk = await opens({ at: TEN_IN_THE_MORNING });
    const customer = await talking(desk);
    const actions = caseActions(desk.app.service);
    expect(await actions.handOnTargets('DVN-2210')).toEqual([{ plan: 'support', name: 'supporten' }]);
    const how = { plan: undefined, isWarm: false };
    const result = await actions.handOn('DVN-2210', { name: 'Ulla Ek', person: 'ulla' }, how);
    expect(result).toEqual({ ok: true });
    await desk.passes(8);
    expect(phoneOf(desk, ulla).call).toBeNull();
    expect(heardBy(desk)).toContain('Samtalet kopplas vidare.');
    await takesTheCall(desk, nils);
    expect(customer.phone.with).toEqual([nils.voice]);

    // Sent once more, from a page that stood open: nobody is called anew for what Nils has, and they talk on.
    expect(await actions.handOnTargets('DVN-2210')).toEqual([]);
    const again = await actions.handOn('DVN-2210', { name: 'Ulla Ek', person: 'ulla' }, how);
    expect(again.ok).toBe(false);
    await desk.passes(8);
    expect(customer.phone.with).toEqual([nils.voice]);
    expect(callsTo(desk, karin)).toBe(1);
    expect(await desk.newest()).toMatchObject({ acknowledgedBy: 'nils' });
  });

  it('reaches nobody in support: the caller leaves a message and has a case', async () => {
    const desk = await opens({ at: TEN_IN_THE_MORNING });
    const customer = await talking(desk);
    await presses(desk, '*', 6);
    await presses(desk, '1');
    await desk.passes(260);
    expect(customer.heard()).toContain('Alla i supporten är upptagna.');
    expect(customer.heard()).toMatch(/nummer D V N, 2 2 1 0\. En tekniker hör av sig idag\. Hej då\.$/);
    expect(await desk.newest()).toMatchObject({ status: 'open', acknowledgedBy: null });
  });
});

it('an approved contact whom nobody in support took after a transfer has their case given to somebody', async () => {
  const desk = await opens({ at: TEN_IN_THE_MORNING });
  await approveMaria(desk);
  await talking(desk);
  await presses(desk, '*', 6);
  await presses(desk, '1');
  await desk.passes(260);
  expect((await desk.newest()).timeline).toContainEqual(
    expect.objectContaining({ event: 'case.assigned', data: { person: 'nils' } }),
  );
});

it('a case is not given away while the operator who asked support in vain still talks to the caller', async () => {
  const desk = await opens({ at: TEN_IN_THE_MORNING });
  await approveMaria(desk);
  const customer = await talking(desk);
  await presses(desk, '*', 6);
  await presses(desk, '2', 8);
  await desk.passes(260);
  expect(customer.phone.with).toEqual([ulla.voice]);
  const events = (await desk.newest()).timeline.map(({ event }) => event);
  expect(events).toContain('paging.given-up');
  expect(events).not.toContain('case.assigned');
});

describe('after hours', () => {
  it.each([
    ['at two at night', TWO_AT_NIGHT],
    ['ten seconds after five', new Date('2026-11-12T16:00:10Z')],
    ['on Christmas Eve at ten', new Date('2026-12-24T09:00:00Z')],
    ['on Saturday 28 March 2026 at 23:30, before clocks change', new Date('2026-03-28T22:30:00Z')],
    ['on Sunday 25 October 2026, in the hour that comes twice', new Date('2026-10-25T01:30:00Z')],
  ])('%s nobody is reached past the operator, by telephone or console', async (_, at) => {
    const desk = await opens({ at });
    const customer = await talking(desk);
    await presses(desk, '*', 12);
    expect(heardBy(desk)).toContain('Supporten är stängd nu.');
    expect(customer.phone.with).toEqual([ulla.voice]);
    const actions = caseActions(desk.app.service);
    expect(await actions.handOnTargets('DVN-2210')).toEqual([]);
    const how = { plan: 'support', isWarm: true };
    const result = await actions.handOn('DVN-2210', { name: 'Ulla Ek', person: 'ulla' }, how);
    expect(result).toMatchObject({
      ok: false,
      why: { kind: 'office-closed' },
    });
    await customer.hangsUp();
    await desk.passes(600);
    expect(technicianWasAsked(desk)).toBe(false);
    expect(await desk.newest()).toMatchObject({ status: 'open' });
  });

  it('nor on a date that was set to closed in the console', async () => {
    const desk = await opens({ at: TEN_IN_THE_MORNING });
    await desk.database.pool.query(
      `INSERT INTO own_hours (id, desk, date, spans, why, set_by, set_at)
       VALUES (gen_random_uuid(), 'dvnordic', '2026-11-12', '{}', 'Flytt', 'Eva', $1)`,
      [TEN_IN_THE_MORNING],
    );
    await talking(desk);
    await presses(desk, '*', 12);
    expect(heardBy(desk)).toContain('Supporten är stängd nu.');
    expect(technicianWasAsked(desk)).toBe(false);
  });

  it('a transfer that began at 16:59:50 ends with the hours, and the caller is told', async () => {
    const desk = await opens({ at: new Date('2026-11-12T15:59:10Z') });
    const customer = await talking(desk);
    await desk.passes(Math.ceil((Date.parse('2026-11-12T15:59:50Z') - desk.clock.now().getTime()) / 1000));
    await presses(desk, '*', 3);
    await presses(desk, '1', 3);
    expect(calledNow(desk)).toEqual(expect.arrayContaining(['nils', 'karin']));
    await desk.passes(120);
    expect(callsTo(desk, nils)).toBe(1);
    expect(customer.heard()).toContain('Alla i supporten är upptagna.');
  });

  it('whoever talked to a technician when the office closed, and wants somebody back, gets the operator', async () => {
    const desk = await opens({ at: new Date('2026-11-12T15:55:00Z') });
    const customer = await talking(desk);
    await presses(desk, '*', 6);
    await presses(desk, '1');
    await takesTheCall(desk, nils);
    await desk.passes(600);
    phoneOf(desk, nils).hangUp();
    await desk.passes(8);
    await customer.presses('1', 8);
    expect(calledNow(desk)).toEqual(['ulla']);
    expect(callsTo(desk, nils)).toBe(1);
  });
});

it('on the Monday after the clocks went forward, eight is eight', async () => {
  const desk = await opens({ at: new Date('2026-03-30T05:59:00Z') });
  const customer = await talking(desk);
  await desk.passes(60);
  await presses(desk, '*', 6);
  await presses(desk, '1', 4);
  expect(calledNow(desk)).toEqual(expect.arrayContaining(['nils', 'karin']));
  await customer.hangsUp();
  expect(MARIA).toBe(customer.phone.number);
});
