import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTransport } from 'nodemailer';
import { caseActions } from '../../src/casework/index.ts';
import { createSmtpTransport } from '../../src/mail/index.ts';
import { registrations } from '../../src/registration/index.ts';
import { startMailServer, type MailServer } from '../support/mail-server.ts';
import { asNordic, stina, tove } from '../support/nordic-casework.ts';
import { supervisorOf } from '../support/sign-in.ts';
import { FIRST_CASE, tellsOf, type Night } from '../support/vocabulary.ts';
import { CUSTOMER } from '../support/world.ts';

const tell = tellsOf();
const SECRET = 'a-secret-for-inbound-mail';
const DANA = 'dana@example.com';

let server: MailServer;
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(() => server.close());

async function withCase(script: Parameters<typeof asNordic>[0] = {}): Promise<Night> {
  const night = await tell({
    at: new Date('2026-11-03T09:00:00Z'),
    people: [tove, stina],
    mail: createSmtpTransport({ smtpUrl: server.url, from: 'no-reply@nordic.example' }),
    scripts: asNordic(script),
    mailInboundSecret: SECRET,
  });
  const { pool } = night.database;
  await pool.query(`INSERT INTO customer (key, name, desks) VALUES ('acme', 'Acme', '{}')`);
  await pool.query(
    `INSERT INTO customer_contact (customer, name, phone, email) VALUES ('acme', 'Dana Dal', $1, 'Dana@Example.com')`,
    [CUSTOMER],
  );
  await night.callsAndHangsUp({ key: '4' });
  await night.passes(5);
  server.mails.sort(
    (a, b) => Number(b.subject?.endsWith('Registrerat')) - Number(a.subject?.endsWith('Registrerat')),
  );
  return night;
}

/** A mail as a mail program writes it. */
async function written(mail: Parameters<ReturnType<typeof createTransport>['sendMail']>[0]): Promise<Buffer> {
  const made = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from: DANA,
    ...mail,
  });
  return (made as unknown as { message: Buffer }).message;
}

async function brings(night: Night, raw: Buffer, authorization = `Bearer ${SECRET}`) {
  const answer = await fetch(`${night.publicUrl}/mail/inbound`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'message/rfc822' },
    body: new Uint8Array(raw),
  });
  await night.passes(2);
  return { status: answer.status, kind: ((await answer.json()) as { kind?: string }).kind };
}

const answerTo = (index: number) => ({ inReplyTo: server.mails[index]!.messageId!, subject: 'Re: ärendet' });
const replies = async (night: Night) =>
  (
    await night.database.pool.query<{ text: string }>(
      `SELECT data ->> 'text' AS text FROM case_event WHERE event = 'customer.replied' ORDER BY id`,
    )
  ).rows;

/** A delivery status notification, RFC 3464, as a mail server writes it. */
const notification = (action: string, messageId: string, id = '<dsn-1@mx.example>', earlier: string[] = []) =>
  Buffer.from(
    [
      'Return-Path: <>',
      'From: Mail Delivery System <mailer-daemon@mx.example>',
      'To: no-reply@nordic.example',
      'Subject: Undelivered Mail Returned to Sender',
      `Message-ID: ${id}`,
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
      '',
      '--b1',
      'Content-Type: text/plain',
      '',
      'Your mail could not be delivered.',
      '--b1',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      'Final-Recipient: rfc822; dana@example.com',
      `Action: ${action}`,
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 no such user',
      '',
      '--b1',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${messageId}`,
      ...earlier.map((id) => `References: ${id}`),
      'Subject: x',
      '--b1--',
      '',
    ].join('\r\n'),
  );

describe("a customer's answer", () => {
  it('lands on the timeline of the case, with what was attached by name and size, and its technician is told', async () => {
    const night = await withCase();
    const raw = await written({
      ...answerTo(0),
      messageId: '<1@dana>',
      text: 'Det funkar fortfarande inte.\nÅ ä ö',
      attachments: [{ filename: 'skärm.jpg', content: Buffer.alloc(3000) }],
    });
    expect(await brings(night, raw)).toEqual({ status: 200, kind: 'reply' });
    expect(await brings(night, raw)).toEqual({ status: 200, kind: 'known' });
    const [reply, ...more] = await replies(night);
    expect(more).toEqual([]);
    expect(reply?.text).toBe('Det funkar fortfarande inte.\nÅ ä ö\n\n[Attached, not kept: skärm.jpg (3 kB)]');
    expect(night.inbox(tove).at(-1)).toContain('the customer has answered');
  });

  it('about a case that nobody has is told to a supervisor where the desk gives cases to nobody', async () => {
    const night = await withCase({ assign: undefined });
    expect(await brings(night, await written({ ...answerTo(0), text: 'Hallå?' }))).toMatchObject({
      kind: 'reply',
    });
    expect(night.inbox(tove)).toEqual([]);
    expect(night.inbox(stina).at(-1)).toContain('the customer has answered');
  });

  it('is put on the case that a call was put on, by the number of the call', async () => {
    const night = await withCase();
    await night.passes(3600);
    // No key that the menu has: nobody has said what it is about.
    await night.callsAndHangsUp({ key: '9' });
    const second = (await night.cases())[0]!.number;
    const writer = { accountId: '00000000-0000-0000-0000-000000000001', name: 'Maja' };
    await registrations(night.app.service).putOn(second, writer, FIRST_CASE);
    const mail = await written({ subject: `Fråga om ${second}`, text: 'Hej igen' });
    expect(await brings(night, mail)).toMatchObject({ kind: 'reply' });
    const { timeline } = await night.case(FIRST_CASE);
    expect(timeline.map(({ event }) => event)).toContain('customer.replied');
  });

  it('is known by the number in its subject too, but only from the customer', async () => {
    const night = await withCase();
    const subject = `SV: [${FIRST_CASE.toLowerCase()}] Registrerat`;
    expect(await brings(night, await written({ subject, text: 'Hej' }))).toMatchObject({ kind: 'reply' });
    expect(
      await brings(night, await written({ subject, text: 'Hej', from: 'eve@example.com' })),
    ).toMatchObject({
      kind: 'unmatched',
    });
    expect(await brings(night, await written({ subject: 'Hjälp', text: 'Hej' }))).toMatchObject({
      kind: 'unmatched',
    });
    expect(await replies(night)).toHaveLength(1);
  });

  it('that is on no case is shown to people, who put it on one', async () => {
    const night = await withCase();
    await brings(
      night,
      await written({ subject: 'Hjälp', text: 'Panelen <är> svart', from: 'eve@example.com' }),
    );
    const cookie = await supervisorOf(night);
    const page = async () => (await fetch(`${night.publicUrl}/mail`, { headers: { cookie } })).text();
    const shown = await page();
    expect(shown).toContain('Panelen &lt;är> svart');
    const csrf = /name="csrf" value="([^"]+)"/.exec(shown)?.[1] ?? '';
    const action = /action="(\/mail\/[^"]+\/settle)"/.exec(shown)?.[1] ?? '';
    const sends = (number: string) =>
      fetch(`${night.publicUrl}${action}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, origin: night.publicUrl },
        body: new URLSearchParams({ csrf, to: 'case', case: number }),
      });
    expect(await (await sends('DINO-1')).text()).toContain('There is no case DINO-1.');
    expect((await sends(FIRST_CASE)).status).toBe(303);
    expect(await page()).not.toContain('svart');
    expect((await replies(night))[0]?.text).toBe('Panelen <är> svart');
  });

  it('to a closed case shows on it, for people to reopen', async () => {
    const night = await withCase();
    const by = { name: 'Stina', person: 'stina' };
    await caseActions(night.app.service).close(FIRST_CASE, by, { reason: undefined, code: 'solved' });
    await night.passes(5);
    await brings(night, await written({ ...answerTo(0), text: 'Nej!' }));
    const cookie = await supervisorOf(night);
    const page = await (
      await fetch(`${night.publicUrl}/cases/${FIRST_CASE}`, { headers: { cookie } })
    ).text();
    expect(page).toContain('The customer has written since it was closed.');
    expect(page).toContain(`Reopen ${FIRST_CASE}`);
    expect((await night.case(FIRST_CASE)).status).toBe('closed');
  });
});

describe('what a machine writes', () => {
  it.each([
    ['an automatic answer', { headers: { 'Auto-Submitted': 'auto-replied' } }],
    ['an old vacation program', { headers: { Precedence: 'bulk' } }],
    ['ourselves', { from: 'support@nordic.example' }],
  ])('is put on no case: %s', async (_name, mail) => {
    const night = await withCase();
    const before = server.mails.length;
    expect(await brings(night, await written({ ...answerTo(0), text: 'Away', ...mail }))).toMatchObject({
      kind: 'automatic',
    });
    expect(await replies(night)).toEqual([]);
    expect(server.mails).toHaveLength(before);
  });

  it('marks a mail that came back, on the case and in the outbox, and a delay marks nothing', async () => {
    const night = await withCase();
    const { messageId } = server.mails[0]!;
    expect(await brings(night, notification('delayed', messageId!, '<d@mx>'))).toMatchObject({
      kind: 'automatic',
    });
    // A mail of the thread that came after it refers to it; only the one that is returned came back.
    const later = '<019ac000-0000-7000-8000-000000000001@nordic.example>';
    await brings(night, notification('failed', later, '<dsn-0@mx.example>', [messageId!]));
    const none = await night.database.pool.query('SELECT 1 FROM mail WHERE bounced_at IS NOT NULL');
    expect(none.rowCount).toBe(0);
    expect(await brings(night, notification('failed', messageId!))).toMatchObject({ kind: 'bounce' });
    const { rows } = await night.database.pool.query<{ why: string }>(
      'SELECT bounce_reason AS why FROM mail WHERE bounced_at IS NOT NULL',
    );
    expect(rows).toEqual([{ why: '5.1.1 550 5.1.1 no such user' }]);
    const events = (await night.case(FIRST_CASE)).timeline.map(({ event }) => event);
    expect(events.filter((event) => event === 'customer.mail-bounced')).toHaveLength(1);
    const cookie = await supervisorOf(night);
    const page = await (
      await fetch(`${night.publicUrl}/cases/${FIRST_CASE}`, { headers: { cookie } })
    ).text();
    expect(page).toContain('came back');
  });
});

describe('the webhook', () => {
  it('takes nothing without the secret, and reads nothing that is no mail', async () => {
    const night = await withCase();
    const raw = await written({ ...answerTo(0), text: 'Hej' });
    expect((await brings(night, raw, 'Bearer wrong')).status).toBe(401);
    expect((await brings(night, raw, '')).status).toBe(401);
    const basic = `Basic ${Buffer.from(`mail:${SECRET}`).toString('base64')}`;
    expect(await brings(night, raw, basic)).toEqual({ status: 200, kind: 'reply' });
    expect((await brings(night, Buffer.from('\r\n\r\n'))).status).toBe(400);
    const json = await fetch(`${night.publicUrl}/mail/inbound`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(json.status).toBe(415);
  });

  it('is not there when no secret is set', async () => {
    const night = await tell();
    expect((await brings(night, Buffer.from('From: a@b.example\r\n\r\nx'))).status).toBe(404);
  });
});
