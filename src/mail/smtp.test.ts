import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startMailServer, type MailServer } from '../../test/support/mail-server.ts';
import { createSmtpTransport } from './smtp.ts';
import type { MailTransport, OutgoingMail } from './transport.ts';

let server: MailServer;
let transport: MailTransport;
beforeEach(async () => {
  server = await startMailServer();
  transport = createSmtpTransport({ smtpUrl: server.url, from: 'Dino support <support@example.com>' });
});
afterEach(async () => {
  transport.close();
  await server.close();
});

const mail = (more: Partial<OutgoingMail> = {}): OutgoingMail => ({
  id: '0199-a',
  to: 'dana@example.com',
  subject: 'Ärende DINO-1042',
  text: 'Anna är på väg.',
  html: '<p>Anna är på väg.</p>',
  language: 'sv-SE',
  after: [],
  replyTo: undefined,
  ...more,
});

describe('a mail over SMTP', () => {
  it('arrives as it was written, as text and HTML, under an id of our own', async () => {
    expect(await transport.send(mail())).toEqual({ ok: true });
    const [read] = server.mails;
    expect(read).toMatchObject({
      subject: 'Ärende DINO-1042',
      text: expect.stringContaining('Anna är på väg.') as string,
      html: expect.stringContaining('<p>Anna är på väg.</p>') as string,
      messageId: '<0199-a@example.com>',
    });
    expect(read?.from?.value).toEqual([{ name: 'Dino support', address: 'support@example.com' }]);
    expect(read?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(read?.headers.get('content-language')).toBe('sv-SE');
    expect(server.readers).toEqual([['dana@example.com']]);
  });

  it('stands with the earlier mails of its thread', async () => {
    await transport.send(mail({ id: 'c', after: ['a', 'b'] }));
    expect(server.mails[0]).toMatchObject({
      inReplyTo: '<b@example.com>',
      references: ['<a@example.com>', '<b@example.com>'],
    });
  });

  it('gets no header and no reader from what stands in its fields', async () => {
    await transport.send(mail({ subject: 'Hello\r\nBcc: eve@example.com\r\n\r\nPay here' }));
    await transport.send(mail({ to: 'dana@example.com>\r\nRCPT TO:<eve@example.com' }));
    await transport.send(mail({ to: 'dana@example.com, eve@example.com' }));
    expect(server.readers.flat()).not.toContain('eve@example.com');
    expect(server.mails[0]?.bcc).toBeUndefined();
    expect(server.mails[0]?.subject).toContain('Hello');
    await transport.send(mail({ language: 'sv-SE\r\nX-Language: sv' }));
    expect(server.mails.at(-1)?.headers.has('x-language')).toBe(false);
    for (const readers of server.readers) expect(readers).toHaveLength(1);
  });

  it.each([
    ['reader', 550, 'address-dead'],
    ['reader', 450, 'may-pass'],
    ['data', 554, 'ours-broken'],
    ['data', 451, 'may-pass'],
    ['sender', 553, 'ours-broken'],
    ['sign-in', 535, 'ours-broken'],
  ] as const)('refused at %s with %i is %s', async (at, code, failureClass) => {
    Object.assign(server.refuse, { at, code });
    const answer = await transport.send(mail());
    expect(answer).toMatchObject({ ok: false, class: failureClass });
    expect(JSON.stringify(answer)).not.toContain('a-secret-word');
  });

  it('may pass when nobody listens there', async () => {
    await server.close();
    expect(await transport.send(mail())).toMatchObject({ ok: false, class: 'may-pass' });
  });
});
