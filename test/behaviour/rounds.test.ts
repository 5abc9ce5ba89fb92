import { expect, it } from 'vitest';
import type { Script } from '../../src/ivr/index.ts';
import { anna, bo, cleo, sal, sue } from '../support/people.ts';
import { FIRST_CASE, team, tellsOf } from '../support/vocabulary.ts';
import { CUSTOMER } from '../support/world.ts';

const tell = tellsOf();

/** Rounds that come faster than a phone stops ringing. */
function hurried(scripts: Script[]): void {
  const plan = scripts.find((script) => script.desk === 'dino')!.plans['emergency']!;
  Object.assign(plan, { retryAfterSeconds: [2, 2, 3] });
}

it('pages everybody again by voice and SMS, after 60, 60, 120 and then every 300 seconds, the supervisor from round 3', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.passes(1200);

  const began = night.rangAt(anna)[0]!;
  const rounds = [0, 60, 120, 240, 540, 840, 1140].map((after) => began + after);
  for (const person of team) expect(night.rangAt(person)).toEqual(rounds);
  expect(night.rangAt(sue)).toEqual(rounds.slice(2));
  for (const person of team) expect(night.inbox(person)).toHaveLength(7);
  expect(night.inbox(sue)).toHaveLength(5);
  expect((await night.case(FIRST_CASE)).status).toBe('paging');
});

it('pages nobody any more once somebody has accepted, an hour on', async () => {
  const night = await tell();
  await night.callsDesk();
  await night.passes(70);
  await night.picksUp(bo, '1', 6);
  await night.passes(15);
  expect(night.phone(bo).with).toEqual([CUSTOMER]);
  const rung = team.map((person) => night.rangAt(person).length);
  const texted = team.map((person) => night.inbox(person).length);

  await night.passes(3600);
  expect(team.map((person) => night.rangAt(person).length)).toEqual(rung);
  expect(team.map((person) => night.inbox(person).length)).toEqual(texted);
  expect(night.rangAt(sue)).toEqual([]);
  expect(night.inbox(sue)).toEqual([]);
  expect(night.phone(bo).with).toEqual([CUSTOMER]);
}, 90_000);

it('never rings a phone twice at once, even when rounds come faster than phones stop ringing', async () => {
  const night = await tell({ scripts: hurried });
  night.phone(sal).personality = { kind: 'voicemail' };
  await night.callsAndHangsUp();
  await night.passes(90);
  // That no two calls were at one phone at once is looked at after every test.
  for (const person of [anna, bo, cleo]) {
    const rang = night.rangAt(person);
    expect(rang.length).toBeGreaterThanOrEqual(3);
    expect(rang.slice(1).every((at, i) => at - rang[i]! >= 25)).toBe(true);
  }
  const pages = await night.pages();
  const round = Math.max(...pages.map((page) => page.round));
  expect(round).toBeGreaterThan(20);
  const left = pages.filter((p) => p.channel === 'voice' && p.round < round - 12 && p.status === 'due');
  expect(left).toEqual([]);

  await night.picksUp(anna, '1', 6);
  await night.passes(60);
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'acknowledged', acknowledgedBy: 'anna' });
  for (const person of [bo, cleo, sal]) expect(night.phone(person).call).toBeNull();
});

it('rings as long as the plan says, also for a page that waited for its phone', async () => {
  const night = await tell({
    scripts: (scripts) => {
      hurried(scripts);
      Object.assign(scripts.find((script) => script.desk === 'dino')!.plans['emergency']!, {
        ringSeconds: 5,
      });
    },
  });
  await night.callsAndHangsUp();
  await night.passes(40);
  const rang = night.rangAt(anna);
  const between = rang.slice(1).map((at, index) => at - rang[index]!);
  expect(rang.length).toBeGreaterThanOrEqual(5);
  expect(Math.max(...between)).toBeLessThanOrEqual(8);
});

it('calls a phone in every round whose voicemail is still talking when the round begins', async () => {
  const night = await tell();
  night.everybody({ kind: 'no-answer' });
  night.phone(anna).personality = { kind: 'voicemail' };
  await night.callsAndHangsUp();
  await night.passes(260);
  expect(night.rangAt(anna).length).toBeGreaterThanOrEqual(4);
  const rounds = (await night.pages()).filter((page) => page.person === 'anna' && page.channel === 'voice');
  const carriers = rounds.filter((page) => page.carrierId !== null).map((page) => page.carrierId);
  expect(new Set(carriers).size).toBe(carriers.length);
});

it('pages on for severity 1 although its plan has come to give up while it went on', async () => {
  const night = await tell({
    scripts: (scripts) => {
      const plan = scripts.find((script) => script.desk === 'dino')!.plans['emergency']!;
      Object.assign(plan, { givesUp: { afterRounds: 2, go: 'message' } });
    },
  });
  await night.callsAndHangsUp();
  await night.passes(600);
  expect(night.rangAt(anna)).toHaveLength(5);
  expect((await night.case(FIRST_CASE)).status).toBe('paging');
});
