import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSmtpTransport, type MailTransport } from '../../src/mail/index.ts';
import { startMailServer, type MailServer } from '../support/mail-server.ts';
import { anna, bo, cleo, sal, sue } from '../support/people.ts';
import { tellsOf, type Night } from '../support/vocabulary.ts';

const tell = tellsOf();

let server: MailServer;
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(() => server.close());

const smtp = (): MailTransport => createSmtpTransport({ smtpUrl: server.url, from: 'support@example.com' });
const NO_TELEPHONE = '+15005550001';

/** A night with an alarm that is told by mail. */
async function withAlarm(mail?: MailTransport, name = bo.name): Promise<Night> {
  const people = [
    anna,
    { ...bo, name, voice: NO_TELEPHONE },
    cleo,
    sal,
    { ...sue, email: 'sue@example.com' },
  ];
  const night = await tell({ people, ...(mail && { mail }) });
  await night.callsAndHangsUp();
  await night.picksUp(anna, '1');
  return night;
}

const mails = async (night: Night) =>
  (
    await night.database.pool.query<{ status: string; error: string | null; attempt: number }>(
      'SELECT status, last_error AS error, attempt FROM mail ORDER BY created_at',
    )
  ).rows;

it('reaches a real mail server as text and HTML', async () => {
  const night = await withAlarm(smtp());
  expect(await mails(night)).toEqual([{ status: 'sent', error: null, attempt: 1 }]);
  expect(server.mails).toHaveLength(1);
  expect(server.mails[0]?.subject).toMatch(/^ALARM Calls to Bo Berg fail for good/);
  expect(server.mails[0]?.text).toContain('What to do: Mend the number and import it.');
  expect(server.mails[0]?.html).toContain(`<a href="${night.publicUrl}/">`);
});

it('has no header and no reader that a name brings with it', async () => {
  await withAlarm(smtp(), 'Bo\r\nBcc: eve@example.com\r\nX-Name: Bo\r\n\r\nPay here');
  expect(server.readers).toEqual([['sue@example.com']]);
  const [mail] = server.mails;
  expect(mail?.subject).toMatch(/^ALARM Calls to Bo Bcc: eve@example.com X-Name: Bo Pay here fail for good/);
  expect([mail?.bcc, mail?.headers.has('x-name')]).toEqual([undefined, false]);
});

it('keeps mail while no server is set up', async () => {
  const night = await withAlarm();
  await night.passes(3600);
  expect(await mails(night)).toEqual([{ status: 'waiting', error: null, attempt: 0 }]);
});

it('tries again while the server refuses, says so by text after a quarter of an hour, and sends once', async () => {
  Object.assign(server.refuse, { at: 'sign-in', code: 535 });
  const night = await withAlarm(smtp());
  await night.passes(20 * 60);
  expect((await mails(night))[0]).toMatchObject({ status: 'waiting', error: 'sign-in refused (535)' });
  expect((await night.standing())['mail-stuck']).toEqual(['sue sms']);
  delete server.refuse.at;
  await night.passes(31 * 60);
  expect((await mails(night))[0]?.status).toBe('sent');
  expect(server.mails).toHaveLength(1);
  expect(await night.standing()).not.toHaveProperty('mail-stuck');
});

it('gives a mail up that its reader refuses, and shows why', async () => {
  Object.assign(server.refuse, { at: 'reader', code: 550 });
  const night = await withAlarm(smtp());
  await night.passes(3600);
  const [mail] = await mails(night);
  expect(mail).toMatchObject({ status: 'failed', attempt: 1 });
  expect(mail?.error).toContain('550');
});
