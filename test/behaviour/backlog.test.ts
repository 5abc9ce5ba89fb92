import { afterEach, describe, expect, it } from 'vitest';
import { caseActions } from '../../src/casework/index.ts';
import { taskHandlers } from '../../src/dispatch/index.ts';
import { drillHandlers } from '../../src/drills/index.ts';
import { Engine } from '../../src/engine/index.ts';
import { handoffHandlers } from '../../src/handoffs/index.ts';
import { anna, sue } from '../support/people.ts';
import { team, tellsOf, type Night } from '../support/vocabulary.ts';

const tell = tellsOf();
const nothing = async () => undefined;
/** The watchdog has tests of its own. */
const resting = { 'watch.alarms': nothing, 'watch.texts': nothing, 'watch.rates': nothing };
const hour = 3_600;

let next: Engine | undefined;
afterEach(async () => {
  await next?.stop();
  next = undefined;
});

/** An engine in place of the one that was stopped, as after a start of the process. */
async function engineStarts(night: Night): Promise<void> {
  const { service } = night.app;
  next = new Engine({
    pool: service.db.$client,
    url: night.database.url,
    clock: night.clock,
    handlers: {
      ...taskHandlers(service),
      ...handoffHandlers(service),
      ...drillHandlers(service),
      ...resting,
    },
    log: service.log,
    pollMs: 60_000,
    leaseMs: 60_000,
  });
  const engine = next;
  service.dispatcher.expect = (dueAt) => engine.expect(dueAt);
  await engine.start();
  await passes(night, 1);
}

async function passes(night: Night, seconds: number): Promise<void> {
  await night.clock.advance(seconds * 1000, async () => {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await night.phones.idle();
      await next?.idle();
    }
  });
}

const customer = (n: number) => `+1202555017${n}`;

/** So many customers press 1 and hang up, each with a case of their own from DINO-1042 on. */
async function customersCall(night: Night, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await night.callsAndHangsUp({ from: customer(n) });
}

/** Page texts about a case that a person has received: those that hold a reply code. */
const pageTexts = (night: Night, number: string, who = anna) =>
  night.inbox(who).filter((body) => body.includes(number) && /\bA\d+ accepts/.test(body));

const spoken = (night: Night) => team.map((person) => night.rangAt(person).length);

async function rounds(night: Night, number: string): Promise<number[]> {
  return [...new Set((await night.pages(number)).map((page) => page.round))].sort();
}

/** What people do to cases while no engine runs: by text, in the console, on the telephone. */
async function takenMeanwhile(night: Night): Promise<void> {
  const actions = caseActions(night.app.service);
  const by = { name: 'Sue Sand', person: 'sue' };
  expect(await actions.close('DINO-1043', by, { reason: 'a drill' })).toEqual({ ok: true });
  expect(await actions.recordReachedDirectly('DINO-1044', by, { person: 'bo' })).toEqual({ ok: true });
}

describe('after an hour without an engine', () => {
  it('pages nobody for what was accepted, closed or settled meanwhile, and once for the rest', async () => {
    const night = await tell();
    await customersCall(night, 5);
    await night.app.engine?.stop();
    await night.passes(60);
    const code = /\bA\d+\b/.exec(pageTexts(night, 'DINO-1042')[0]!)![0];
    await night.texts(anna, code);
    // Without contact she and the others would be asked again, and rightly.
    await night.texts(anna, code.replace('A', 'D'));
    await takenMeanwhile(night);
    await night.passes(hour);
    expect(await night.case('DINO-1042')).toMatchObject({ acknowledgedBy: 'anna' });
    expect(await rounds(night, 'DINO-1045')).toEqual([1]);
    const before = spoken(night);

    await engineStarts(night);
    for (const taken of ['DINO-1042', 'DINO-1043', 'DINO-1044']) {
      expect(await rounds(night, taken)).toEqual([1]);
      for (const person of team) expect(pageTexts(night, taken, person)).toHaveLength(1);
    }
    for (const open of ['DINO-1045', 'DINO-1046']) {
      expect(await rounds(night, open)).toEqual([1, 2]);
      for (const person of team) expect(pageTexts(night, open, person)).toHaveLength(2);
    }
    // One call a phone speaks both cases, and none of it is repeated until the next round is due.
    expect(spoken(night)).toEqual(before.map((calls) => calls + 1));
    await passes(night, 50);
    expect(await rounds(night, 'DINO-1045')).toEqual([1, 2]);
    await passes(night, 15);
    expect(await rounds(night, 'DINO-1045')).toEqual([1, 2, 3]);
    expect(pageTexts(night, 'DINO-1045', sue)).toHaveLength(1);
  }, 60_000);

  it('sends one round, not two, for a case that was opened while none ran', async () => {
    const night = await tell();
    await night.app.engine?.stop();
    await customersCall(night, 4);
    await takenMeanwhile(night);
    await night.passes(hour);
    expect(night.inbox(anna)).toEqual([]);

    await engineStarts(night);
    for (const taken of ['DINO-1043', 'DINO-1044'])
      for (const person of team) expect(pageTexts(night, taken, person)).toEqual([]);
    for (const open of ['DINO-1042', 'DINO-1045'])
      for (const person of team) expect(pageTexts(night, open, person)).toHaveLength(1);
    expect(spoken(night)).toEqual([1, 1, 1, 1]);
    await passes(night, 50);
    for (const person of team) expect(pageTexts(night, 'DINO-1042', person)).toHaveLength(1);
  }, 60_000);

  it('does not try again what the carrier had refused, for what was taken meanwhile', async () => {
    const night = await tell();
    const refusing = ['Calls', 'Messages'].map((resource) =>
      night.phones.faults.add({ kind: 'rest-500', resource: resource as 'Calls' }),
    );
    await customersCall(night, 4);
    await night.app.engine?.stop();
    for (const id of refusing) night.phones.faults.remove(id);
    await takenMeanwhile(night);
    await night.passes(hour);

    await engineStarts(night);
    await passes(night, 30);
    for (const taken of ['DINO-1043', 'DINO-1044'])
      for (const person of team) expect(pageTexts(night, taken, person)).toEqual([]);
    for (const open of ['DINO-1042', 'DINO-1045'])
      for (const person of team) expect(pageTexts(night, open, person)).toHaveLength(1);
    // The second case's call waits until the phone is free: one call a case and phone, no more.
    for (const open of ['DINO-1042', 'DINO-1045']) {
      const calls = (await night.pages(open)).filter(
        (page) => page.channel === 'voice' && page.carrierId !== null,
      );
      expect(calls.map((page) => page.person).sort()).toEqual(['anna', 'bo', 'cleo', 'sal']);
    }
  }, 60_000);
});
