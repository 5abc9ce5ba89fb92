import { expect, it } from 'vitest';
import { anna, bo, cleo, sal, sue } from '../support/people.ts';
import { FIRST_CASE, tellsOf } from '../support/vocabulary.ts';
import { CUSTOMER } from '../support/world.ts';

const tell = tellsOf();

it('pages nobody for a severity 3 case, and one technician after another once the caller presses through', async () => {
  const night = await tell();
  await night.callsDesk({ key: '3' });
  await night.passes(5);
  for (const person of [anna, bo, cleo, sal]) expect(night.rangAt(person)).toEqual([]);

  await night.presses(CUSTOMER, '1', 2);
  expect(night.phone(anna).call?.state).toBe('ringing');
  for (const person of [bo, cleo, sal, sue]) expect(night.rangAt(person)).toEqual([]);
  await night.passes(60);
  expect(night.phone(bo).call?.state).toBe('ringing');
  expect(night.rangAt(anna)).toHaveLength(1);
  await night.passes(60);
  expect(night.phone(cleo).call?.state).toBe('ringing');
  expect(night.phone(sue).call?.state).toBe('ringing');
  expect(night.rangAt(sal)).toEqual([]);
  await night.picksUp(cleo, '1', 6);
  await night.passes(10);
  expect(night.phone(CUSTOMER).with).toEqual([cleo.voice]);
  expect(await night.case(FIRST_CASE)).toMatchObject({ severity: '3', acknowledgedBy: 'cleo' });
});

it('goes on to the next technician at once when one declines', async () => {
  const night = await tell();
  await night.callsDesk({ key: '4' });
  await night.passes(5);
  await night.presses(CUSTOMER, '1', 2);
  await night.picksUp(anna, '2', 5);
  await night.passes(5);
  expect(night.phone(bo).call?.state).toBe('ringing');
});
