import { expect, it } from 'vitest';
import { anna, bo, cleo, sal } from '../support/people.ts';
import { FIRST_CASE, team, tellsOf } from '../support/vocabulary.ts';

const tell = tellsOf();

it("tells each page's path in order: queued, sent, rang, picked up, accepted", async () => {
  const night = await tell();
  night.phone(sal).personality = { kind: 'busy' };
  await night.callsAndHangsUp();
  night.phone(bo).answer();
  await night.passes(3);
  await night.picksUp(anna, '1');
  await night.passes(10);

  expect(await night.receipt(anna, 'voice')).toEqual(['queued', 'sent', 'rang', 'picked-up', 'accepted']);
  expect(await night.receipt(bo, 'voice')).toEqual(['queued', 'sent', 'rang', 'picked-up', 'stood-down']);
  expect(await night.receipt(cleo, 'voice')).toEqual(['queued', 'sent', 'rang', 'stood-down']);
  expect(await night.receipt(sal, 'voice')).toEqual(['queued', 'sent', 'rang', 'not-answered']);
  expect(await night.receipt(bo, 'sms')).toEqual(['queued', 'sent', 'at-carrier', 'delivered', 'stood-down']);
  for (const page of await night.pages()) {
    const times = page.events.map((event) => Date.parse(event.at));
    expect([...times].sort((a, b) => a - b)).toEqual(times);
  }
});

it('names every call and text that the carrier took, for each person, channel and round', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.passes(150);
  const pages = await night.pages();
  for (const person of team) {
    const own = pages.filter((page) => page.person === person.key);
    const calls = night.phone(person).calls.map((call) => call.sid);
    const texts = night.phone(person).texts.map((text) => text.sid);
    expect(own.filter((page) => page.channel === 'voice').map((page) => page.carrierId)).toEqual(calls);
    expect(own.filter((page) => page.channel === 'sms').map((page) => page.carrierId)).toEqual(texts);
    expect(own.every((page) => page.attemptedAt !== null)).toBe(true);
  }
});

it('cannot be altered: what is written on a receipt, a timeline and a call log stays', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  const { pool } = night.database;
  for (const table of ['page_event', 'case_event', 'call_event']) {
    await expect(pool.query(`UPDATE ${table} SET event = 'delivered'`)).rejects.toThrow(/append-only/);
    await expect(pool.query(`DELETE FROM ${table}`)).rejects.toThrow(/append-only/);
  }
});

it('calls a delivered text no acknowledgement, on the receipt either', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.passes(10);
  const texts = (await night.pages()).filter((page) => page.channel === 'sms');
  expect(texts.map((page) => page.status)).toEqual(['delivered', 'delivered', 'delivered', 'delivered']);
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'paging', acknowledgedAt: null });
});
