import { expect, it } from 'vitest';
import { anna, bo } from '../support/people.ts';
import { FIRST_CASE, tellsOf } from '../support/vocabulary.ts';
import { CUSTOMER, DINO_NUMBER } from '../support/world.ts';

const tell = tellsOf();

it('tells the accepter that the caller has hung up, and key 1 calls the customer back and joins them', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.picksUp(anna, '1');
  await night.passes(7);
  expect(night.heard(anna)).toContain('The caller has hung up. Press 1 to call the customer now.');
  expect(night.phone(CUSTOMER).call).toBeNull();

  await night.presses(anna, '1', 3);
  expect(night.phone(CUSTOMER).call).toMatchObject({ state: 'ringing', remote: DINO_NUMBER });
  night.phone(CUSTOMER).answer();
  await night.passes(8);
  expect(night.heard(CUSTOMER)).toContain('support calls you back. Anna is on the line.');
  expect(night.phone(CUSTOMER).with).toEqual([anna.voice]);
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'in-contact', acknowledgedBy: 'anna' });
  const rung = night.rangAt(anna).length;
  await night.passes(120);
  night.phone(CUSTOMER).hangUp();
  await night.passes(1800);
  expect(night.rangAt(anna)).toHaveLength(rung);
});

it('tells the accepter that the customer does not answer, and key 1 tries again', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.picksUp(anna, '1');
  await night.passes(7);
  await night.presses(anna, '1', 40);
  expect(night.heard(anna)).toContain('The customer did not answer. Press 1 to call again');
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'acknowledged' });
  await night.presses(anna, '1', 4);
  night.phone(CUSTOMER).answer();
  await night.passes(8);
  expect(night.phone(CUSTOMER).with).toEqual([anna.voice]);
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'in-contact' });
});

it("does not leave the accepter waiting when the customer's phone is busy", async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.picksUp(anna, '1');
  await night.passes(7);
  night.phone(CUSTOMER).personality = { kind: 'busy' };
  await night.presses(anna, '1', 8);
  expect(night.heard(anna)).toContain('The customer did not answer. Press 1 to call again');
});

it('tells the accepter when the caller hangs up while the bridge is being made, and calls them back', async () => {
  const night = await tell();
  await night.callsDesk();
  night.phone(anna).answer();
  await night.passes(4);
  night.phone(anna).press('1');
  night.phone(CUSTOMER).hangUp();
  await night.passes(12);
  expect(night.heard(anna)).toMatch(/The caller has (hung up|left)|The customer did not answer/);
  await night.presses(anna, '1', 4);
  expect(night.phone(CUSTOMER).call?.state).toBe('ringing');
  night.phone(CUSTOMER).answer();
  await night.passes(8);
  expect(night.phone(CUSTOMER).with).toEqual([anna.voice]);
});

it('tells the accepter when the caller hangs up a moment before the rooms meet', async () => {
  const night = await tell();
  await night.callsDesk();
  night.phone(anna).answer();
  await night.passes(4);
  night.phone(anna).press('1');
  await night.passes(1.5);
  night.phone(CUSTOMER).hangUp();
  await night.passes(12);
  expect(night.heard(anna)).toMatch(/The caller has (hung up|left)/);
  await night.presses(anna, '1', 4);
  expect(night.phone(CUSTOMER).call?.state).toBe('ringing');
});

it('tells the responder that the caller has left the bridge, and calls them back by 1', async () => {
  const night = await tell();
  await night.callsDesk();
  await night.picksUp(anna, '1');
  await night.passes(10);
  expect(night.phone(anna).with).toEqual([CUSTOMER]);
  night.phone(CUSTOMER).hangUp();
  await night.passes(6);
  expect(night.heard(anna)).toContain('The caller has left. Press 1 to call the customer');
  await night.presses(anna, '1', 4);
  night.phone(CUSTOMER).answer();
  await night.passes(8);
  expect(night.phone(CUSTOMER).with).toEqual([anna.voice]);
});

it('offers the caller whose responder has left to have somebody back, the accepter first', async () => {
  const night = await tell();
  await night.callsDesk();
  await night.picksUp(anna, '1');
  await night.passes(10);
  const bosCalls = night.rangAt(bo).length;
  night.phone(anna).hangUp();
  await night.passes(4);
  expect(night.heard(CUSTOMER)).toContain('Anna has left the call. To get somebody back, press 1.');
  await night.presses(CUSTOMER, '1', 5);
  expect(night.phone(anna).call?.state).toBe('ringing');
  expect(night.rangAt(bo)).toHaveLength(bosCalls);
  await night.passes(60);
  expect(night.rangAt(bo)).toHaveLength(bosCalls + 1);
  await night.picksUp(bo, '1');
  await night.passes(12);
  expect(night.phone(CUSTOMER).with).toEqual([bo.voice]);
  expect(await night.case(FIRST_CASE)).toMatchObject({ acknowledgedBy: 'bo' });
});

it('lets the caller whose responder has left go', async () => {
  const night = await tell();
  await night.callsDesk();
  await night.picksUp(anna, '1');
  await night.passes(10);
  night.phone(anna).hangUp();
  await night.passes(60);
  expect(night.phone(CUSTOMER).call).toBeNull();
  const rung = night.rangAt(anna).length;
  await night.passes(1200);
  expect(night.rangAt(anna)).toHaveLength(rung);
});

it('joins the caller who calls again to the accepter who is still on the line', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.picksUp(anna, '1');
  await night.passes(2);
  await night.callsDesk();
  await night.passes(20);
  if (night.phone(anna).with.length === 0) await night.presses(anna, '1', 12);
  expect(night.phone(CUSTOMER).with).toEqual([anna.voice]);
  expect(await night.cases()).toHaveLength(1);
});

it('brings the accepter back to the caller who holds when the accepter hangs up before they have met', async () => {
  const night = await tell();
  await night.callsDesk();
  night.phone(anna).answer();
  await night.passes(4);
  night.phone(anna).press('1');
  await night.passes(0.5);
  night.phone(anna).hangUp();
  await night.passes(8);
  if (night.heard(CUSTOMER).includes('has left the call')) await night.presses(CUSTOMER, '1', 8);
  expect(night.phone(CUSTOMER).call).not.toBeNull();
  expect(night.phone(anna).call?.state).toBe('ringing');
  await night.picksUp(anna, '1', 5);
  await night.passes(10);
  expect(night.phone(CUSTOMER).with).toEqual([anna.voice]);
});
