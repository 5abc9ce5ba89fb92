import { expect, it } from 'vitest';
import { anna, bo, cleo, sal, sue } from '../support/people.ts';
import { FIRST_CASE, tellsOf, type Night } from '../support/vocabulary.ts';
import { CUSTOMER } from '../support/world.ts';

const tell = tellsOf();
const MINUTE = 60;
/** Tests of an hour of the night take longer than others on a busy machine. */
const LONG_MS = 90_000;

/** Accepts, hears that the caller has hung up, and forgets it. */
async function acceptsAndForgets(night: Night, who = anna): Promise<void> {
  await night.picksUp(who, '1');
  await night.passes(2);
  night.phone(who).hangUp();
  await night.passes(1);
}

it(
  'pages the accepter after 15 minutes without contact, then everybody',
  async () => {
    const night = await tell();
    await night.callsAndHangsUp();
    await acceptsAndForgets(night);
    const accepted = Date.parse((await night.case(FIRST_CASE)).acknowledgedAt!);
    await night.passes(15 * MINUTE - 10);
    expect(night.rangAt(anna)).toHaveLength(1);
    await night.passes(10);
    expect(night.rangAt(anna)).toHaveLength(2);
    const again = night.startedAt.getTime() + night.rangAt(anna)[1]! * 1000 - accepted;
    expect(Math.round(again / 1000)).toBe(15 * MINUTE);
    expect(night.inbox(anna).filter((text) => text.includes('accepts'))).toHaveLength(2);
    for (const person of [bo, cleo, sal, sue]) expect(night.rangAt(person).length).toBeLessThanOrEqual(1);

    await night.passes(60);
    for (const person of [bo, cleo, sal]) expect(night.rangAt(person)).toHaveLength(2);
    expect(night.rangAt(sue)).toHaveLength(0);
    expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'paging' });
  },
  LONG_MS,
);

it(
  'pages the supervisor too when there is no contact after 45 minutes, however often somebody accepts',
  async () => {
    const night = await tell();
    await night.callsAndHangsUp();
    await acceptsAndForgets(night);
    for (const _again of [1, 2]) {
      while (night.phone(anna).call === null) await night.passes(5);
      await acceptsAndForgets(night);
    }
    expect(night.rangAt(sue)).toEqual([]);
    await night.passes(45 * MINUTE - night.at());
    expect(night.rangAt(sue)).toEqual([]);
    await night.passes(5);
    expect(night.rangAt(sue)).toHaveLength(1);
    expect(night.inbox(sue).some((text) => text.includes('DINO-1042'))).toBe(true);
  },
  LONG_MS,
);

it(
  'is silent once contact has been made',
  async () => {
    const night = await tell();
    await night.callsDesk();
    await night.picksUp(anna, '1');
    await night.passes(10);
    night.phone(anna).hangUp();
    await night.passes(20);
    const rung = night.rangAt(anna).length;
    await night.passes(50 * MINUTE);
    expect(night.rangAt(anna)).toHaveLength(rung);
    expect(night.rangAt(sue)).toEqual([]);
    expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'in-contact' });
  },
  LONG_MS,
);

it(
  'stops the second paging when anybody accepts it, and expects contact from them',
  async () => {
    const night = await tell();
    await night.callsAndHangsUp();
    await acceptsAndForgets(night);
    await night.passes(15 * MINUTE + 62);
    await acceptsAndForgets(night, bo);
    expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'acknowledged', acknowledgedBy: 'bo' });
    expect(night.inbox(anna).at(-1)).toContain('taken by Bo');
    const [annas, bos] = [night.rangAt(anna).length, night.rangAt(bo).length];
    await night.passes(14 * MINUTE);
    expect([night.rangAt(anna).length, night.rangAt(bo).length]).toEqual([annas, bos]);
    await night.passes(MINUTE);
    expect(night.rangAt(bo)).toHaveLength(bos + 1);
  },
  LONG_MS,
);

it(
  'watches over the contact that a case owes again when its caller wanted somebody back',
  async () => {
    const night = await tell();
    await night.callsDesk();
    await night.picksUp(anna, '1');
    await night.passes(10);
    night.phone(anna).hangUp();
    await night.passes(6);
    await night.presses(CUSTOMER, '1', 3);
    night.phone(CUSTOMER).hangUp();
    await night.passes(2);
    await acceptsAndForgets(night);
    expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'acknowledged', acknowledgedBy: 'anna' });
    const rung = night.rangAt(anna).length;
    await night.passes(15 * MINUTE);
    expect(night.rangAt(anna)).toHaveLength(rung + 1);
  },
  LONG_MS,
);

it(
  'tells nobody that a case is taken by whoever has let it lie, while it is paged for again',
  async () => {
    const night = await tell();
    await night.callsAndHangsUp();
    await acceptsAndForgets(night);
    await night.passes(16 * MINUTE);
    await night.picksUp(bo, '9', 8);
    await night.passes(10);
    expect(night.heard(bo).match(/case D I N O, 1 0 4 2/g)!.length).toBeGreaterThanOrEqual(2);
    expect(night.heard(bo)).not.toContain('is taken by');
  },
  LONG_MS,
);
