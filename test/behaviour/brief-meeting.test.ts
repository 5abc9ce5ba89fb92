import { expect, it } from 'vitest';
import { anna } from '../support/people.ts';
import { FIRST_CASE, tellsOf, type Night } from '../support/vocabulary.ts';
import { CUSTOMER } from '../support/world.ts';

const tell = tellsOf();

/** Anna accepts, and hangs up in the moment in which the caller comes into the room. */
async function meetsForAMoment(night: Night, seconds: number): Promise<void> {
  await night.callsDesk();
  await night.picksUp(anna, '1');
  for (let waited = 0; waited < 100 && night.phone(anna).with.length === 0; waited += 1)
    await night.passes(0.1);
  expect(night.phone(anna).with).toEqual([CUSTOMER]);
  await night.passes(seconds);
  night.phone(anna).hangUp();
  await night.passes(1);
}

it('takes a meeting in which no word can be said for no contact: the caller holds on, and is met again', async () => {
  const night = await tell();
  await meetsForAMoment(night, 0.2);
  const found = await night.case(FIRST_CASE);
  expect(found).toMatchObject({ status: 'acknowledged', acknowledgedBy: 'anna', contactedAt: null });
  expect(found.timeline.map(({ event }) => event)).toContain('contact.too-brief');
  await night.passes(8);
  expect(night.heard(CUSTOMER)).not.toContain('To get somebody back');
  expect(night.phone(anna).call?.state).toBe('ringing');
  await night.picksUp(anna, '1');
  await night.passes(8);
  expect(night.phone(anna).with).toEqual([CUSTOMER]);
  expect((await night.case(FIRST_CASE)).contactedAt).not.toBeNull();
});

it('pages again for a caller who was met for a moment and has hung up since', async () => {
  const night = await tell();
  await meetsForAMoment(night, 0.2);
  night.phone(CUSTOMER).hangUp();
  await night.passes(15 * 60 + 5);
  expect((await night.case(FIRST_CASE)).timeline.map(({ event }) => event)).toContain('contact.missing');
  expect(night.rangAt(anna)).toHaveLength(2);
});

it('pages again also when that caller hangs up before they are told that they hold', async () => {
  const night = await tell();
  await meetsForAMoment(night, 0.2);
  // As when the carrier did not move them out of the room.
  await night.database.pool.query(`UPDATE call SET place = 'bridge' WHERE purpose = 'support'`);
  night.phone(CUSTOMER).hangUp();
  await night.passes(15 * 60 + 5);
  expect((await night.case(FIRST_CASE)).timeline.map(({ event }) => event)).toContain('contact.missing');
});

it('leaves the contact of a short talk as it is, and asks the caller whether more is needed', async () => {
  const night = await tell();
  await meetsForAMoment(night, 2);
  await night.passes(4);
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'in-contact' });
  expect((await night.case(FIRST_CASE)).contactedAt).not.toBeNull();
  expect(night.heard(CUSTOMER)).toContain('To get somebody back, press 1.');
});
