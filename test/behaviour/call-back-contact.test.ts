import { expect, it } from 'vitest';
import type { Script } from '../../src/ivr/index.ts';
import { anna } from '../support/people.ts';
import { FIRST_CASE, tellsOf, type Night } from '../support/vocabulary.ts';
import { CUSTOMER } from '../support/world.ts';

const tell = tellsOf();
const MINUTE = 60;
const LONG_MS = 90_000;

/** The caller hangs up, Anna accepts and calls back; the phone that rings behaves as it was told to. */
async function annaCallsBack(night: Night, rings = 4): Promise<void> {
  await night.callsAndHangsUp();
  await night.picksUp(anna, '1');
  await night.passes(7);
  await night.presses(anna, '1', rings);
}

/** A box that picks up after 2 s, speaks, and records for a minute. */
const box = { kind: 'voicemail', afterSeconds: 2 } as const;

const eventsOf = async (night: Night) => (await night.case(FIRST_CASE)).timeline.map((line) => line.event);

it('asks whoever called back whether it was the customer, and 2 undoes the contact', async () => {
  const night = await tell();
  night.phone(CUSTOMER).personality = box;
  await annaCallsBack(night, 12);
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'in-contact', contactedAt: null });
  await night.passes(65);
  expect(night.heard(anna)).toContain('Did you talk to the customer? Press 1 for yes, 2 for no.');
  await night.presses(anna, '2', 4);
  expect(night.heard(anna)).toContain('the customer was not reached, and the case is still yours');
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'acknowledged', contactedAt: null });
  expect(await eventsOf(night)).toContain('contact.denied');

  await night.presses(anna, '1', 4);
  expect(night.phone(CUSTOMER).call?.state).toBe('talking');
});

it(
  'pages again at the contact target when a voicemail box was all that answered',
  async () => {
    const night = await tell();
    night.phone(CUSTOMER).personality = box;
    await annaCallsBack(night, 12);
    night.phone(anna).hangUp();
    await night.passes(14 * MINUTE);
    expect(night.rangAt(anna)).toHaveLength(1);
    await night.passes(MINUTE);
    expect(night.rangAt(anna)).toHaveLength(2);
    expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'paging' });
    expect(await eventsOf(night)).toContain('contact.missing');
  },
  LONG_MS,
);

it('lets whoever hears a voicemail box leave it by star, and hangs up on it', async () => {
  const night = await tell();
  night.phone(CUSTOMER).personality = box;
  await annaCallsBack(night, 12);
  expect(night.heard(anna)).toContain('If a voicemail box answers, press star.');
  await night.presses(anna, '*', 4);
  expect(night.heard(anna)).toContain('Did you reach the customer?');
  await night.presses(anna, '2', 4);
  expect(night.phone(CUSTOMER).call).toBeNull();
  expect(night.heard(CUSTOMER)).not.toContain('has left the call');
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'acknowledged' });
  expect(night.heard(anna)).toContain('Press 1 to call again');
});

it('brings whoever pressed star by mistake back to the customer', async () => {
  const night = await tell();
  await annaCallsBack(night);
  night.phone(CUSTOMER).answer();
  await night.passes(8);
  await night.presses(anna, '*', 3);
  expect(night.phone(anna).with).toEqual([]);
  await night.presses(anna, '1', 5);
  expect(night.phone(anna).with).toEqual([CUSTOMER]);
  const found = await night.case(FIRST_CASE);
  expect(found.status).toBe('in-contact');
  expect(found.contactedAt).not.toBeNull();
});

it(
  'is silent once whoever called back has said that it was the customer',
  async () => {
    const night = await tell();
    await annaCallsBack(night);
    night.phone(CUSTOMER).answer();
    await night.passes(20);
    night.phone(CUSTOMER).hangUp();
    await night.passes(6);
    await night.presses(anna, '1', 4);
    expect(night.heard(anna)).toContain('Noted, you have talked to the customer.');
    night.phone(anna).hangUp();
    const rung = night.rangAt(anna).length;
    await night.passes(50 * MINUTE);
    expect(night.rangAt(anna)).toHaveLength(rung);
    expect((await night.case(FIRST_CASE)).contactedAt).not.toBeNull();
  },
  LONG_MS,
);

it(
  'takes two minutes of talk for contact without asking',
  async () => {
    const night = await tell();
    await annaCallsBack(night);
    night.phone(CUSTOMER).answer();
    await night.passes(130);
    night.phone(anna).hangUp();
    await night.passes(5);
    expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'in-contact' });
    expect((await night.case(FIRST_CASE)).contactedAt).not.toBeNull();
    expect(night.inbox(anna).join(' ')).not.toContain('Did you');
    const rung = night.rangAt(anna).length;
    await night.passes(50 * MINUTE);
    expect(night.rangAt(anna)).toHaveLength(rung);
  },
  LONG_MS,
);

it(
  'asks by text whoever hung up without a word on it, and D with the code answers',
  async () => {
    const night = await tell();
    await annaCallsBack(night);
    night.phone(CUSTOMER).answer();
    await night.passes(20);
    night.phone(anna).hangUp();
    await night.passes(5);
    const asked = night.inbox(anna).at(-1);
    expect(asked).toMatch(/Did you talk to the customer of DINO-1042\? Answer D\d+ if you did/);
    await night.texts(anna, /D\d+/.exec(asked!)![0]);
    expect((await night.case(FIRST_CASE)).contactedAt).not.toBeNull();
    const rung = night.rangAt(anna).length;
    await night.passes(50 * MINUTE);
    expect(night.rangAt(anna)).toHaveLength(rung);
  },
  LONG_MS,
);

it('does not page again in the middle of the talk', async () => {
  const oneMinute = (scripts: Script[]) => {
    for (const plan of scripts.flatMap((script) => Object.values(script.plans))) {
      if (plan.contact) plan.contact.pageAgainAfterMinutes = 1;
    }
  };
  const night = await tell({ scripts: oneMinute });
  await annaCallsBack(night);
  night.phone(CUSTOMER).answer();
  await night.passes(90);
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'in-contact' });
  expect(await eventsOf(night)).not.toContain('contact.missing');
  night.phone(anna).hangUp();
  await night.passes(60);
  expect(await eventsOf(night)).toContain('contact.missing');
});
