import { describe, expect, it } from 'vitest';
import { addLeave, addOverride } from '../../src/duty/override.store.ts';
import { setSchedule, type Layer } from '../../src/duty/index.ts';
import type { Script } from '../../src/ivr/index.ts';
import { desks, type Desk } from '../support/caller.ts';
import {
  approveMaria,
  callsNordic,
  MARIA,
  nordicDesks,
  phoneOf,
  takesTheCall,
  TEN_IN_THE_MORNING,
} from '../support/nordic.ts';
import {
  anna,
  bo,
  cleo,
  dinoPeople,
  nordicPeople,
  sal,
  ulla,
  vaxel,
  type TestPerson,
} from '../support/people.ts';
import { layerOf, schedule, seatsOf } from '../support/schedules.ts';
import { CUSTOMER, NORDIC_NUMBER } from '../support/world.ts';

const nordic = nordicDesks();
const dino = desks();
const hand = { by: 'sue', now: new Date('2026-10-01T00:00Z') };

interface Told {
  office: { open: boolean; opensAt: string | null; because: { reason: { name?: string; why?: string } } };
  caller: { customer: string | null; approved: boolean } | null;
  case: { number: string } | null;
  call: { says: string[] }[];
  onHold: string | null;
  whenNobodyComes: { says: string[] } | null;
  pagings: {
    givenUp: { at: string; why: string } | null;
    rounds: {
      round: number;
      at: string;
      asked: { people: { key: string; channels: string[] }[]; holes: { role: string }[] };
    }[];
  }[];
  handsOn: {
    name: string;
    paging: { rounds: { asked: { people: { key: string; channels: string[] }[] } }[] } | null;
  }[];
  assignment: { at: string; to: { key: string } | null } | null;
  accepted: {
    at: string;
    by: { key: string };
    hears: string;
    callerHears: string | null;
    stoodDown: { key: string; rings: boolean; hears: string | null; text: string | null }[];
    contact: { isMade: boolean; pagedAgain: Told['pagings'][number]['rounds'] } | null;
    mails: { to: string; subject: string }[];
  } | null;
}

/** What the API says that would happen at this moment. */
async function whatIf(desk: Desk, query: Record<string, string>): Promise<Told> {
  const at = desk.clock.now().toISOString().replace('.000Z', 'Z');
  const url = `${desk.publicUrl}/api/v1/what-if?${new URLSearchParams({ at, ...query }).toString()}`;
  const answer = await fetch(url, { headers: { authorization: `Bearer ${desk.token}` } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Told;
}

/** Who is rung, by which second after the call came, as what-if tells it. */
function rungByWord({ pagings }: Told, since: Date): [string, number][] {
  return (pagings[0]?.rounds ?? []).flatMap(({ at, asked }) =>
    asked.people.map(({ key }): [string, number] => [key, (Date.parse(at) - since.getTime()) / 1000]),
  );
}

/** The same, as the telephones have it. */
function rungInTruth(desk: Desk, people: readonly TestPerson[], since: Date): [string, number][] {
  return people
    .flatMap(({ key, voice }) =>
      desk.phones
        .telephone(voice ?? '')
        .calls.filter(({ way }) => way === 'incoming')
        .map(({ startedAt }): [string, number] => [key, (startedAt.getTime() - since.getTime()) / 1000]),
    )
    .sort((a, b) => a[1] - b[1]);
}

/** A carrier takes a moment for every call, and a phone that is asked after another a moment more. */
function expectSame(truth: [string, number][], word: [string, number][], withinSeconds = 4): void {
  expect(truth.map(([key]) => key)).toEqual(word.map(([key]) => key));
  for (const [index, [, second]] of truth.entries())
    expect(Math.abs(second - word[index]![1])).toBeLessThanOrEqual(withinSeconds);
}

const zone = 'Europe/Stockholm';
const daily = (people: string[], handoff: string): Layer => ({
  ...{ name: 'rota', every: { count: 1, unit: 'days' }, handoff: { time: handoff } },
  ...{ from: '2026-11-01', people },
});

it.each([
  ['at 16:59', '2026-11-12T15:59:00Z', true, ['karin', 'nils'], '2026-11-12T16:59:00+01:00'],
  ['at 17:00', '2026-11-12T16:00:00Z', false, null, '2026-11-13T08:00:00+01:00'],
  ['on Christmas Eve at 02:00', '2026-12-24T01:00:00Z', false, null, '2026-12-28T08:00:00+01:00'],
  // The Monday after that night is Easter Monday.
  ['on the eve of a change of clocks', '2027-03-27T22:00:00Z', false, null, '2027-03-30T08:00:00+02:00'],
])('a call to the Swedish desk %s goes as what-if has told', async (_, at, open, handsOn, assignedAt) => {
  const desk = await nordic({ at: new Date(at) });
  const since = desk.clock.now();
  const told = await whatIf(desk, { desk: 'dvnordic', from: MARIA });
  expect(told).toMatchObject({
    office: { open },
    case: { number: 'DVN-2210' },
    caller: { customer: null, approved: false },
    assignment: { at: assignedAt, to: { key: 'nils' } },
  });
  const able = told.handsOn[0]?.paging?.rounds[0]?.asked.people.map(({ key }) => key).sort() ?? null;
  expect(able).toEqual(handsOn);

  const customer = desk.customer(MARIA);
  await customer.calls(NORDIC_NUMBER);
  await desk.passes(100);
  expectSame(rungInTruth(desk, nordicPeople, since), rungByWord(told, since));
  for (const sentence of [...(told.call[0]?.says ?? []), told.onHold, ...(told.whenNobodyComes?.says ?? [])])
    expect(customer.heard()).toContain(sentence);
  expect((await desk.newest()).number).toBe('DVN-2210');
  const given = (await desk.newest()).timeline.find(({ event }) => event === 'paging.given-up');
  const givenUp = told.pagings[0]?.givenUp;
  expect((given?.data as { why: string } | undefined)?.why).toBe(givenUp?.why);
  expect(Math.abs(Date.parse(given?.at ?? '') - Date.parse(givenUp?.at ?? ''))).toBeLessThan(6_000);
});

it('the hand-over in the hour that clocks skip is where what-if has told', async () => {
  const desk = await nordic({ at: new Date('2027-03-28T00:59:45Z') });
  const { pool } = desk.database;
  await setSchedule(
    pool,
    {
      ...{ desk: 'dvnordic', role: 'operator', validFrom: new Date('2026-11-01T00:00Z') },
      definition: { timeZone: zone, seats: [{ name: 'phone', layers: [daily(['vaxel', 'ulla'], '02:30')] }] },
    },
    hand,
  );
  const since = desk.clock.now();
  const told = await whatIf(desk, { desk: 'dvnordic', from: MARIA });
  const word = rungByWord(told, since);
  expect(word.map(([key]) => key)).toHaveLength(2);
  await desk.customer(MARIA).calls(NORDIC_NUMBER);
  await desk.passes(80);
  expectSame(rungInTruth(desk, [ulla, vaxel], since), word);
});

it('a date of one’s own closes the Swedish desk for what-if as for a call', async () => {
  const desk = await nordic({ at: new Date('2026-11-12T09:00:00Z') });
  await desk.database.pool.query(
    `INSERT INTO own_hours (id, desk, date, spans, why, set_by, set_at)
     VALUES (gen_random_uuid(), 'dvnordic', '2026-11-12', '{}', 'Flytt', 'Eva', now())`,
  );
  const told = await whatIf(desk, { desk: 'dvnordic', from: MARIA });
  expect(told.office).toMatchObject({
    open: false,
    opensAt: '2026-11-13T08:00:00+01:00',
    because: { reason: { kind: 'exception', why: 'Flytt' } },
  });
  expect(told.handsOn).toEqual([expect.objectContaining({ name: 'supporten', paging: null })]);
  const customer = desk.customer(MARIA);
  await customer.calls(NORDIC_NUMBER);
  await desk.passes(90);
  expect(customer.heard()).toContain(told.whenNobodyComes?.says.join(' '));
});

it('an operator who hands the caller on pages whom what-if has told, until it is given up', async () => {
  const desk = await nordic({ at: TEN_IN_THE_MORNING });
  const hours = { from: new Date('2026-11-12T00:00Z'), to: new Date('2026-11-12T09:01:30Z') };
  await addLeave(desk.database.pool, { person: 'nils', ...hours, why: 'Dentist' }, hand);
  const customer = await callsNordic(desk);
  await takesTheCall(desk, ulla);
  phoneOf(desk, ulla).press('*');
  await desk.passes(8);
  const told = await whatIf(desk, { desk: 'dvnordic', from: MARIA });
  const rounds = told.handsOn[0]?.paging?.rounds ?? [];
  expect(rounds.map(({ asked }) => asked.people.map(({ key }) => key).sort())).toEqual([
    ['karin'],
    ['karin'],
    ['karin', 'nils'],
    ['karin', 'nils'],
  ]);
  phoneOf(desk, ulla).press('1');
  await desk.passes(300);
  const truth = (await desk.newest()).pages.filter(({ role }) => role === 'technician');
  expect(Math.max(...truth.map(({ round }) => round))).toBe(rounds.length);
  for (const [index, { asked }] of rounds.entries()) {
    const pages = truth.filter(({ round }) => round === index + 1);
    expect(pages.map(({ person, channel }) => `${person} ${channel}`).sort()).toEqual(
      asked.people.flatMap(({ key, channels }) => channels.map((channel) => `${key} ${channel}`)).sort(),
    );
  }
  expect(customer.heard()).toContain('Alla i supporten är upptagna.');
});

it('a severity 1 call pages whom what-if has told, round by round, by rotation, override and leave', async () => {
  const at = new Date('2026-11-12T12:58:30Z');
  const desk = await dino({ at, people: dinoPeople });
  const { pool } = desk.database;
  // Handoff at 08:00 in New York, 90 seconds after the call.
  const inTurn = [['anna', 'bo'], ['bo', 'cleo'], ['cleo']].map((people) => [layerOf(people)]);
  await schedule(pool, 'senior-technician', seatsOf(...inTurn));
  const stretch = { from: new Date('2026-11-12T00:00Z'), to: new Date('2026-11-12T13:01:00Z') };
  await addOverride(
    pool,
    { desk: 'dino', role: 'senior-technician', seat: 'seat 3', person: 'sue', ...stretch, why: 'ill' },
    hand,
  );
  await addLeave(pool, { person: 'sal', ...stretch, why: 'Travels' }, hand);
  const told = await whatIf(desk, { desk: 'dino', from: CUSTOMER, press: '1' });
  const [paging] = told.pagings;
  expect(paging?.rounds[0]?.asked.holes).toEqual([expect.objectContaining({ role: 'sales' })]);

  const customer = desk.customer();
  await customer.calls();
  await customer.presses('1', 2);
  await desk.passes(590);
  const truth = (await desk.newest()).pages;
  const rounds = Math.max(...truth.map(({ round }) => round));
  expect(rounds).toBe(5);
  for (const { round, at: when, asked } of paging!.rounds.slice(0, rounds)) {
    const pages = truth.filter((page) => page.round === round);
    expect(pages.map(({ person, channel }) => `${person} ${channel}`).sort()).toEqual(
      asked.people.flatMap(({ key, channels }) => channels.map((channel) => `${key} ${channel}`)).sort(),
    );
    for (const { attemptedAt } of pages)
      expect(Math.abs(Date.parse(attemptedAt ?? '') - Date.parse(when))).toBeLessThan(4_000);
  }
  for (const sentence of told.call.at(-1)?.says ?? []) expect(customer.heard()).toContain(sentence);
  expect((await desk.newest()).number).toBe(told.case?.number);
  expect((await whatIf(desk, { desk: 'dino', from: '+12025550177', press: '1' })).case?.number).toBe(
    'DINO-1043',
  );
});

describe('somebody accepts', () => {
  it('in the second round, and all hear and read what what-if has told; nobody is paged any more', async () => {
    const desk = await dino({ people: dinoPeople });
    const told = await whatIf(desk, { desk: 'dino', from: CUSTOMER, press: '1', accepts: '2' });
    const accepted = told.accepted!;
    expect(accepted).toMatchObject({ by: { key: 'anna' }, contact: { isMade: true } });
    expect(told.pagings[0]?.rounds).toHaveLength(2);
    const customer = desk.customer();
    await customer.calls();
    await customer.presses('1', 2);
    await desk.passes(62);
    const [phone, others] = [phoneOf(desk, anna), [bo, cleo, sal]];
    expect(accepted.stoodDown.map(({ key, rings }) => [key, rings])).toEqual(
      others.map((person) => [person.key, phoneOf(desk, person).call?.state === 'ringing']),
    );
    // One of those who are stood down has picked the phone up, and listens.
    phoneOf(desk, cleo).answer();
    await desk.passes(2);
    phone.answer();
    await desk.passes(4);
    phone.press('1');
    await desk.passes(8);
    expect(heardOn(desk, anna)).toContain(accepted.hears);
    expect(customer.heard()).toContain(accepted.callerHears);
    for (const person of others) {
      const of = accepted.stoodDown.find(({ key }) => key === person.key)!;
      const texts = phoneOf(desk, person).texts.map(({ body }) => body);
      expect(texts.at(-1)).toBe(of.text);
    }
    expect(heardOn(desk, cleo)).toContain(accepted.stoodDown.find(({ key }) => key === 'cleo')?.hears);
    await desk.passes(3 * 60);
    phone.hangUp();
    await desk.passes(16 * 60);
    const truth = (await desk.newest()).pages;
    expect(Math.max(...truth.map(({ round }) => round))).toBe(2);
    expect((await desk.newest()).status).toBe('in-contact');
  }, 90_000);

  it('and forgets the customer, who has hung up: they are paged again when and as what-if has told', async () => {
    const desk = await dino({ people: dinoPeople });
    const since = desk.clock.now();
    const told = await whatIf(desk, { desk: 'dino', from: CUSTOMER, press: '1,hang-up', accepts: '1' });
    const again = told.accepted?.contact?.pagedAgain ?? [];
    expect(told.accepted).toMatchObject({ callerHears: null, contact: { isMade: false } });
    const customer = desk.customer();
    await customer.calls();
    await customer.presses('1', 2);
    await customer.hangsUp();
    await desk.passes(1);
    phoneOf(desk, anna).answer();
    await desk.passes(4);
    phoneOf(desk, anna).press('1');
    await desk.passes(10);
    expect(heardOn(desk, anna)).toContain(told.accepted?.hears);
    phoneOf(desk, anna).hangUp();
    await desk.passes(47 * 60);
    const begun = (await desk.newest()).pages.filter(
      ({ attemptedAt }) => Date.parse(attemptedAt ?? '') - since.getTime() > 60_000,
    );
    const rounds = Math.max(...begun.map(({ round }) => round));
    // Past the 45 minutes from which the supervisor is asked whatever the round.
    expect(rounds).toBeGreaterThan(7);
    for (const { round, at, asked } of again.slice(0, rounds)) {
      const pages = begun.filter((page) => page.round === round);
      expect(pages.map(({ person, channel }) => `${person} ${channel}`).sort()).toEqual(
        asked.people.flatMap(({ key, channels }) => channels.map((channel) => `${key} ${channel}`)).sort(),
      );
      // What-if takes it that the key is pressed as soon as the phone rings.
      for (const { attemptedAt } of pages)
        expect(Math.abs(Date.parse(attemptedAt ?? '') - Date.parse(at))).toBeLessThan(15_000);
    }
  }, 90_000);

  it('as operator of the Swedish desk: the caller hears it, and nobody is texted or mailed', async () => {
    const desk = await nordic({ at: TEN_IN_THE_MORNING });
    const told = await whatIf(desk, { desk: 'dvnordic', from: MARIA, accepts: '2' });
    expect(told.accepted).toMatchObject({ by: { key: 'vaxel' }, contact: null, mails: [] });
    const customer = await callsNordic(desk);
    await desk.passes(32);
    await takesTheCall(desk, vaxel);
    expect(heardOn(desk, vaxel)).toContain(told.accepted?.hears);
    expect(customer.heard()).toContain(told.accepted?.callerHears);
    expect(phoneOf(desk, ulla).texts).toEqual([]);
    expect(told.accepted?.stoodDown).toMatchObject([{ key: 'ulla', rings: false, text: null }]);
  });

  it('at a desk that tells its customers by mail: those that what-if has told are written', async () => {
    // The support is paged for the case itself, as at a desk without operators.
    const desk = await nordic({ at: TEN_IN_THE_MORNING, scripts: pagesTheSupport });
    await approveMaria(desk);
    await desk.database.pool.query(`UPDATE customer_contact SET email = 'maria@norrby.example'`);
    const told = await whatIf(desk, { desk: 'dvnordic', from: MARIA, accepts: '1' });
    const customer = await callsNordic(desk);
    const [by] = nordicPeople.filter(({ key }) => key === told.accepted?.by.key);
    await takesTheCall(desk, by!);
    await desk.passes(5);
    expect(customer.heard()).toContain(told.accepted?.callerHears);
    const { rows } = await desk.database.pool.query<{ subject: string }>(
      `SELECT subject FROM mail WHERE to_address = 'maria@norrby.example' AND about ~ '^(assigned|contacted)' ORDER BY created_at`,
    );
    expect(told.accepted?.mails).toHaveLength(2);
    expect(rows.map(({ subject }) => subject)).toEqual(told.accepted?.mails.map(({ subject }) => subject));
  });
});

/** Has the Swedish script page the support instead of the operators. */
function pagesTheSupport(scripts: Script[]): void {
  for (const { nodes } of scripts)
    for (const { openCase } of Object.values(nodes))
      if (openCase?.page === 'operators') openCase.page = 'support';
}

/** What a person's phone has heard. */
function heardOn(desk: Desk, person: TestPerson): string {
  return phoneOf(desk, person)
    .said.filter(({ by }) => by !== 'me')
    .map(({ text }) => text)
    .join(' ');
}

it('nothing is written, rung or used up by asking', async () => {
  const desk = await dino({ people: dinoPeople });
  const before = await counts(desk);
  for (const press of ['1', '2', '3,1', '6']) await whatIf(desk, { desk: 'dino', from: CUSTOMER, press });
  await desk.passes(120);
  expect(await counts(desk)).toEqual(before);
  expect(desk.pagesSent()).toBe(0);
  const customer = desk.customer();
  await customer.calls();
  await customer.presses('1', 2);
  expect((await desk.newest()).number).toBe('DINO-1042');
});

async function counts({ database }: Desk): Promise<unknown> {
  const tables = ['call', 'support_case', 'paging', 'page', 'text_message', 'alarm'];
  const { rows } = await database.pool.query<Record<string, string>>(
    `SELECT ${tables.map((name) => `(SELECT count(*) FROM ${name}) AS "${name}"`).join(', ')}`,
  );
  return rows[0];
}
