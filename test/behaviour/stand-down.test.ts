import { expect, it } from 'vitest';
import { anna, bo, cleo, sal, sue } from '../support/people.ts';
import { tellsOf } from '../support/vocabulary.ts';

const tell = tellsOf();

it('stops the phones that ring, tells the one who listens, and texts them all without a reply code', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  night.phone(bo).answer();
  await night.passes(2);
  await night.picksUp(anna, '1', 3);
  await night.passes(6);

  expect(night.phone(cleo).call).toBeNull();
  expect(night.phone(sal).call).toBeNull();
  expect(night.heard(bo)).toContain('taken by Anna');
  await night.passes(5);
  expect(night.phone(bo).call).toBeNull();
  for (const person of [bo, cleo, sal]) {
    const last = night.inbox(person).at(-1)!;
    expect(last).toContain('taken by Anna');
    expect(last).not.toMatch(/\b[ANDJ]\s?\d/);
  }
  expect(night.inbox(anna).filter((text) => text.includes('taken by'))).toEqual([]);
  expect(night.inbox(sue)).toEqual([]);
  const stood = (await night.pages()).filter((page) => page.status === 'stood-down');
  expect(new Set(stood.map((page) => page.person))).toEqual(new Set(['bo', 'cleo', 'sal', 'anna']));
});

it('tells a phone that is picked up in the very moment of the stand-down', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  night.phone(anna).answer();
  await night.passes(4);
  night.phone(anna).press('1');
  night.phone(cleo).answer();
  await night.passes(8);
  expect(night.heard(cleo)).toContain('taken by Anna');
  await night.passes(6);
  expect(night.phone(cleo).call).toBeNull();
});

it('tells those of earlier rounds and the supervisor too', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.passes(125);
  expect(night.phone(sue).call?.state).toBe('ringing');
  await night.picksUp(sal, '1');
  await night.passes(5);
  for (const person of [anna, bo, cleo, sue]) {
    expect(night.inbox(person).at(-1)).toContain('taken by Sal');
    expect(night.phone(person).call).toBeNull();
  }
});
