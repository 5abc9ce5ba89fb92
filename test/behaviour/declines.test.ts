import { expect, it } from 'vitest';
import { anna, bo, cleo, sal } from '../support/people.ts';
import { FIRST_CASE, team, tellsOf } from '../support/vocabulary.ts';

const tell = tellsOf();

it('leaves alone whoever declines until the next round, and goes on with the others', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.picksUp(anna, '2');
  await night.passes(6);
  expect(night.heard(anna)).toContain('Declined');
  expect(night.phone(anna).call).toBeNull();
  for (const person of [bo, cleo, sal]) expect(night.phone(person).call?.state).toBe('ringing');
  await night.passes(35);
  expect(night.rangAt(anna)).toHaveLength(1);
  await night.passes(20);
  expect(night.rangAt(anna)).toHaveLength(2);
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'paging' });
  expect((await night.pages()).filter((p) => p.round === 1 && p.person === 'anna')).toMatchObject([
    { status: 'declined' },
    { status: 'declined' },
  ]);
});

it('begins the next round within 5 seconds when everybody has declined', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  for (const person of team) night.phone(person).answer();
  await night.passes(5);
  for (const person of team) night.phone(person).press('2');
  const declinedAt = night.at();
  await night.passes(60);
  for (const person of team) {
    const again = night.rangAt(person)[1]!;
    expect(again - declinedAt).toBeLessThanOrEqual(5);
  }
});

it('does not hurry while somebody may still accept', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  for (const person of [anna, bo, cleo]) night.phone(person).answer();
  await night.passes(5);
  for (const person of [anna, bo, cleo]) night.phone(person).press('2');
  await night.passes(40);
  expect(night.rangAt(anna)).toHaveLength(1);
});

it('takes N with the code for a decline, stops that phone from ringing, and says so', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  const code = /A(\d+)/.exec(night.inbox(bo)[0]!)![1]!;
  await night.texts(bo, `n ${code}`);
  expect(night.phone(bo).call).toBeNull();
  expect(night.inbox(bo).at(-1)).toMatch(/declined DINO-1042/);
  expect(night.phone(anna).call?.state).toBe('ringing');
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'paging', acknowledgedBy: null });
});

it('does not dial without end when every phone declines by itself', async () => {
  const night = await tell();
  night.everybody({ kind: 'answers', press: '2', pressAfterSeconds: 1 });
  await night.callsAndHangsUp();
  await night.passes(60);
  expect(night.rangAt(anna).length).toBeLessThanOrEqual(8);
  expect(night.rangAt(anna).length).toBeGreaterThanOrEqual(3);
});
