import { expect, it } from 'vitest';
import { desks } from '../support/caller.ts';

const opens = desks();

it('takes nobody for somebody who is there because they came into an earlier meeting in the same room', async () => {
  const desk = await opens();
  const customer = desk.customer();
  await customer.calls();
  await customer.presses('1', 6);
  const { rows } = await desk.database.pool.query<{ caseId: string; caller: string; anna: string }>(
    `SELECT s.id AS "caseId", c.id AS caller, p.call_id AS anna FROM support_case s
     JOIN call c ON c.case_id = s.id AND c.purpose = 'support'
     JOIN page p ON p.case_id = s.id AND p.person = 'anna' AND p.channel = 'voice'`,
  );
  const { caseId, caller, anna } = rows[0]!;
  // A page's leg belongs to its case when it is put through.
  await desk.database.pool.query('UPDATE call SET case_id = $2 WHERE id = $1', [anna, caseId]);
  const comes = (ConferenceSid: string, ParticipantLabel: string) =>
    desk.webhook(`/twilio/conference/${caseId}`, {
      StatusCallbackEvent: 'participant-join',
      SequenceNumber: '1',
      ConferenceSid,
      ParticipantLabel,
    });
  const contactedAt = async () => (await desk.cases())[0]!.contactedAt;

  // She came and went, and of her going nothing was heard, as when the database is locked for a while.
  await comes('CF1', anna);
  await comes('CF2', caller);
  expect(await contactedAt()).toBeNull();
  await comes('CF2', anna);
  expect(await contactedAt()).not.toBeNull();
});
