import { expect, it } from 'vitest';
import { anna, bo } from '../support/people.ts';
import { tellsOf, type Night } from '../support/vocabulary.ts';

const tell = tellsOf();

/** How often we have asked the carrier for this text. */
const looks = (night: Night, sid = 'none') =>
  night.phones.wire.filter(
    ({ way, method, url }) => way === 'to-carrier' && method === 'GET' && url.includes(sid),
  ).length;

it('asks the carrier what became of a text of which no report has come, and puts it on the receipt', async () => {
  const night = await tell();
  night.phones.faults.add({ kind: 'callback-drop', number: bo.sms! });
  await night.callsAndHangsUp();
  await night.picksUp(anna, '1');
  expect(await night.receipt(bo, 'sms')).not.toContain('delivered');
  await night.passes(180);
  expect(await night.receipt(bo, 'sms')).toEqual(
    expect.arrayContaining(['sent', 'asked-for', 'delivered']) as string[],
  );
  const [first] = night.phone(bo).texts;
  await night.passes(1200);
  expect(looks(night, first?.sid)).toBe(1);
});

it('learns in the same way that a text has failed', async () => {
  const night = await tell();
  night.phones.faults.add({ kind: 'callback-drop', number: bo.sms! });
  night.phones.faults.add({ kind: 'sms-undelivered', number: bo.sms!, code: 30005 });
  await night.callsAndHangsUp();
  await night.picksUp(anna, '1');
  await night.passes(180);
  expect(await night.receipt(bo, 'sms')).toContain('not-delivered');
  expect(await night.standing()).toHaveProperty('contact-dead');
});

it('stays honest about a text that is never reported as delivered: sent, and asked for three times at most', async () => {
  const night = await tell();
  night.phones.faults.add({ kind: 'sms-never-delivered', number: bo.sms! });
  await night.callsAndHangsUp();
  await night.picksUp(bo, '1');
  night.phone(bo).hangUp();
  await night.passes(2 * 3600);
  const texts = await night.database.pool.query<{ status: string; looks: number }>(
    `SELECT status, looks FROM text_message WHERE to_number = $1 AND purpose = 'page' ORDER BY created_at LIMIT 1`,
    [bo.sms],
  );
  expect(texts.rows).toEqual([{ status: 'sent', looks: 3 }]);
});

it('asks one carrier for its texts also while the other does not answer', async () => {
  const night = await tell({ twoCarriers: true });
  night.phones.faults.add({ kind: 'sms-never-delivered' });
  night.second.faults.add({ kind: 'sms-never-delivered' });
  await night.callsAndHangsUp();
  night.phones.faults.add({ kind: 'rest-500' });
  await night.passes(900);
  const { rows } = await night.database.pool.query<{ carrier: string; looks: number[] }>(
    `SELECT carrier, array_agg(DISTINCT looks) AS looks FROM text_message
     WHERE purpose = 'page' AND status = 'sent' AND created_at < $1 GROUP BY carrier ORDER BY carrier`,
    [new Date(night.clock.now().getTime() - 11 * 60_000)],
  );
  expect(rows).toEqual([
    { carrier: 'signalwire', looks: [2] },
    { carrier: 'twilio', looks: [0] },
  ]);
});
