import { expect, it } from 'vitest';
import { anna, bo } from '../support/people.ts';
import { FIRST_CASE, tellsOf, type Night } from '../support/vocabulary.ts';
import { CUSTOMER } from '../support/world.ts';

const tell = tellsOf();

const live = async (night: Night): Promise<unknown[]> =>
  (
    await night.database.pool.query<Record<string, string>>(
      'SELECT purpose, status FROM call WHERE ended_at IS NULL',
    )
  ).rows;

it('does not take a call for live for ever when its answer was lost and nothing was heard of it', async () => {
  const night = await tell();
  night.phones.faults.add({ kind: 'rest-hang', resource: 'Calls', number: bo.voice!, times: 1 });
  await night.callsAndHangsUp();
  await night.passes(20);
  await night.picksUp(anna, '1', 6);
  night.phone(anna).hangUp();
  await night.passes(300);
  expect(await live(night)).toEqual([]);
});

it('calls nobody again whose call was refused when somebody has accepted meanwhile', async () => {
  const night = await tell();
  night.phones.faults.add({ kind: 'rest-429', resource: 'Calls', number: bo.voice!, times: 1 });
  await night.callsAndHangsUp();
  await night.picksUp(anna, '1', 1);
  expect(await night.case(FIRST_CASE)).toMatchObject({ acknowledgedBy: 'anna' });
  await night.passes(60);
  const asked = night.phones.wire.filter(
    ({ url, request }) => url.endsWith('Calls.json') && request['To'] === bo.voice,
  );
  expect(asked.map(({ status }) => status)).toEqual([429]);
});

it('sends no text again that was refused when somebody has accepted meanwhile, and says that it is over', async () => {
  const night = await tell();
  night.phones.faults.add({ kind: 'rest-429', resource: 'Messages', number: bo.sms!, times: 1 });
  await night.callsAndHangsUp();
  await night.picksUp(anna, '1', 1);
  await night.passes(60);
  expect(night.inbox(bo)).toEqual(['DINO-1042 taken by Anna Alm. You need do nothing.']);
  const { rows } = await night.database.pool.query(
    `SELECT 1 FROM text_message WHERE status IN ('due', 'sending', 'lost')`,
  );
  expect(rows).toEqual([]);
});

it('asks a customer who picks up our call back when the technician has just left, and brings somebody', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.picksUp(anna, '1');
  await night.passes(7);
  await night.presses(anna, '1', 3);
  night.phone(anna).hangUp();
  await night.passes(1);
  night.phone(CUSTOMER).answer();
  await night.passes(10);
  expect(night.heard(CUSTOMER)).toContain('Dino-Software support. Anna has left the call.');
  expect(night.heard(CUSTOMER)).not.toContain('fault on our side');
  await night.presses(CUSTOMER, '1', 20);
  expect(night.heard(CUSTOMER)).toContain('We are calling our people again.');
  await night.picksUp(anna, '1', 6);
  await night.passes(15);
  expect(night.phone(CUSTOMER).with).toEqual([anna.voice]);
});
