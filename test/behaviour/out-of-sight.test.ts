import { expect, it } from 'vitest';
import { anna } from '../support/people.ts';
import { FIRST_CASE, tellsOf } from '../support/vocabulary.ts';
import { CUSTOMER, DINO_NUMBER, SECOND_NUMBER } from '../support/world.ts';

const tell = tellsOf();

/** The first carrier refuses whatever it is asked and tells nothing more, as after its token was changed. */
async function tellUntilTwilioIsGone(before: (night: Awaited<ReturnType<typeof tell>>) => Promise<void>) {
  const night = await tell({ twoCarriers: true });
  night.expected.push(/"leg not (moved|ended|looked up)/);
  await before(night);
  night.phones.faults.add({ kind: 'rest-401' });
  night.phones.faults.add({ kind: 'callback-drop' });
  return night;
}

it('rings a phone by the other carrier whose call the first one says no more of', async () => {
  const night = await tellUntilTwilioIsGone(async (night) => {
    await night.callsAndHangsUp();
    await night.picksUp(anna);
  });
  night.phone(anna).hangUp();
  await night.passes(12 * 60);
  expect(night.rangAt(anna).length).toBeGreaterThan(1);
  expect(night.phone(anna).calls.at(-1)).toMatchObject({ remote: SECOND_NUMBER });
  const receipt = (await night.pages()).find(
    (p) => p.person === 'anna' && p.channel === 'voice' && p.round === 1,
  );
  expect(receipt).toMatchObject({ status: 'unanswered' });
});

it('does not let an accepter hold for a caller of whom the carrier says no more', async () => {
  const night = await tellUntilTwilioIsGone((night) => night.callsDesk());
  night.phone(CUSTOMER).hangUp();
  await night.passes(4 * 60);
  expect(night.phone(anna).call).toMatchObject({ state: 'ringing', remote: SECOND_NUMBER });
  await night.picksUp(anna, '1', 6);
  await night.passes(20);
  await night.presses(anna, '1', 5);
  expect(night.phone(CUSTOMER).call).toMatchObject({ state: 'ringing', remote: SECOND_NUMBER });
  night.phone(CUSTOMER).answer();
  await night.passes(8);
  expect(night.phone(anna).with).toEqual([CUSTOMER]);
});

it('tells an accepter who waits that the caller has gone, once the carrier has said nothing of them for minutes', async () => {
  const night = await tellUntilTwilioIsGone(async () => undefined);
  await night.callsDesk();
  await night.picksUp(anna, '1', 6);
  night.phone(CUSTOMER).hangUp();
  await night.passes(195);
  expect(night.heard(anna)).toContain('The caller has hung up. Press 1 to call the customer now.');
  await night.presses(anna, '1', 5);
  expect(night.phone(CUSTOMER).call).toMatchObject({ state: 'ringing', remote: SECOND_NUMBER });
});

it('leaves a caller alone who holds while the carrier refuses to be asked', async () => {
  const night = await tell();
  night.expected.push(/"leg not (moved|ended|looked up)/);
  night.everybody({ kind: 'no-answer' });
  await night.callsDesk();
  night.phones.faults.add({ kind: 'rest-500' });
  await night.passes(20 * 60);
  expect(night.phone(CUSTOMER).call).toMatchObject({ state: 'talking', remote: DINO_NUMBER });
  const { timeline } = await night.case(FIRST_CASE);
  expect(timeline.map(({ event }) => event)).not.toContain('caller.hung-up');
});
