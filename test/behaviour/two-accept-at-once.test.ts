import { expect, it } from 'vitest';
import { caseActions } from '../../src/casework/index.ts';
import { anna, bo, sue, type TestPerson } from '../support/people.ts';
import { FIRST_CASE, team, tellsOf, type Night } from '../support/vocabulary.ts';
import { CUSTOMER } from '../support/world.ts';

const tell = tellsOf();

/** A customer holds, and Anna and Bo have both picked up and listen. */
async function bothListen(): Promise<Night> {
  const night = await tell();
  await night.callsDesk();
  night.phone(anna).answer();
  night.phone(bo).answer();
  await night.passes(4);
  return night;
}

/** Anna presses 1, and Bo a moment after her. */
async function annaThenBo(night: Night): Promise<void> {
  night.phone(anna).press('1');
  await night.passes(0.2);
  night.phone(bo).press('1');
  await night.passes(6);
}

it('gives the case to one of two who press 1 at the same instant, tells the other, who may join: three in one room', async () => {
  const night = await bothListen();
  night.phone(anna).press('1');
  night.phone(bo).press('1');
  await night.passes(5);

  const found = await night.case(FIRST_CASE);
  const winner: TestPerson = found.acknowledgedBy === 'anna' ? anna : bo;
  const second: TestPerson = winner === anna ? bo : anna;
  expect(found.timeline.filter((line) => line.event === 'case.acknowledged')).toHaveLength(1);
  expect(found.pages.filter((page) => page.status === 'acknowledged')).toHaveLength(1);
  expect(night.heard(second)).toContain(`taken by ${winner.name.split(' ')[0]}`);
  expect(night.phone(winner).with).toEqual([CUSTOMER]);

  await night.passes(3);
  expect(night.heard(second)).toContain('Press 1 to join');
  await night.presses(second, '1', 5);
  expect([...night.phone(CUSTOMER).with].sort()).toEqual([anna.voice, bo.voice]);
  expect((await night.case(FIRST_CASE)).acknowledgedBy).toBe(winner.key);
});

it('lets whoever came second hang up, without harm to the call', async () => {
  const night = await bothListen();
  await annaThenBo(night);
  expect(night.heard(bo)).toContain('taken by Anna');
  night.phone(bo).hangUp();
  await night.passes(30);
  expect(night.phone(anna).with).toEqual([CUSTOMER]);
  expect(night.rangAt(bo)).toHaveLength(1);
});

it('does not break the bridge when the one who joined leaves it', async () => {
  const night = await bothListen();
  await annaThenBo(night);
  await night.presses(bo, '1', 6);
  expect(night.phone(CUSTOMER).with).toHaveLength(2);
  night.phone(bo).hangUp();
  await night.passes(10);
  expect(night.phone(CUSTOMER).with).toEqual([anna.voice]);
});

it('does not lead whoever came second into an empty room when the call is over meanwhile', async () => {
  const night = await bothListen();
  night.phone(anna).press('1');
  night.phone(bo).press('1');
  await night.passes(4);
  const { acknowledgedBy } = await night.case(FIRST_CASE);
  const second: TestPerson = acknowledgedBy === 'anna' ? bo : anna;
  night.phone(CUSTOMER).hangUp();
  await night.passes(1);
  if (night.phone(second).call) await night.presses(second, '1', 8);
  expect(night.phone(second).call).toBeNull();
  expect(night.heard(second)).not.toContain('You have it');
});

it('leaves nothing that pages later when a case is closed in the very moment in which somebody accepts it', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  night.phone(anna).answer();
  await night.passes(4);
  night.phone(anna).press('1');
  const by = { name: 'Sue Sand', person: undefined };
  await caseActions(night.app.service).close(FIRST_CASE, by, { reason: 'a mistake' });
  await night.passes(10);
  expect((await night.case(FIRST_CASE)).status).toBe('closed');
  const told = () => team.map((person) => [night.rangAt(person).length, night.inbox(person).length]);
  const before = told();

  // Past every further round, and past the case's contact target.
  await night.passes(3600);
  expect(told()).toEqual(before);
  expect([night.rangAt(sue), night.inbox(sue)]).toEqual([[], []]);
}, 90_000);
