import type { Transporter } from 'nodemailer';
import { cutText } from '../kernel/index.ts';
import type { MailFailureClass, MailAnswer, MailTransport, OutgoingMail } from './transport.ts';

export interface SmtpSettings {
  /** smtp://USER:PASSWORD@HOST:587, or smtps:// for TLS from the first byte. */
  smtpUrl: string;
  /** The sender: an address, or "Name <address>". */
  from: string;
}

const CONNECT_TIMEOUT_MS = 5_000;
const SILENCE_TIMEOUT_MS = 10_000;

/** Mail over SMTP. Nothing is loaded and no connection made before the first mail. */
export function createSmtpTransport(settings: SmtpSettings): MailTransport {
  let transporter: Promise<Transporter> | undefined;
  return {
    send: async (mail) => {
      try {
        transporter ??= connect(settings.smtpUrl);
        await (await transporter).sendMail(messageOf(mail, settings.from));
        return { ok: true };
      } catch (error) {
        return failureOf(error);
      }
    },
    close: () => void transporter?.then((open) => open.close()).catch(() => undefined),
  };
}

async function connect(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function messageOf(mail: OutgoingMail, from: string) {
  const domain = /@([^\s>@]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  const messageId = (id: string) => `<${id}@${domain}>`;
  return {
    from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: messageId(mail.id),
    ...(mail.replyTo === undefined ? {} : { replyTo: { name: '', address: mail.replyTo } }),
    ...(mail.after.length === 0
      ? {}
      : { inReplyTo: messageId(mail.after.at(-1)!), references: mail.after.map(messageId) }),
    headers: {
      // No machine shall answer: two of them would write to each other for ever.
      'Auto-Submitted': 'auto-generated',
      ...(mail.language === undefined ? {} : { 'Content-Language': mail.language }),
    },
  };
}

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
  /** The SMTP command that was refused: MAIL FROM, RCPT TO, DATA, ... */
  command?: string;
}

function failureOf(thrown: unknown): MailAnswer {
  const error = thrown as SmtpError;
  // A server may repeat what it was told, and that was a password.
  const words =
    error.code === 'EAUTH' ? `sign-in refused (${error.responseCode ?? 'no code'})` : error.message;
  return { ok: false, class: classOf(error), error: cutText(words.replace(/\s+/g, ' '), 300) };
}

/** By where it failed and the server's code: RFC 5321, 4xx may pass, 5xx will not. */
function classOf({ code, responseCode, command }: SmtpError): MailFailureClass {
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'ETLS' || code === 'ECONFIG') return 'ours-broken';
  if (responseCode === undefined || responseCode < 500) return 'may-pass';
  return command === 'RCPT TO' ? 'address-dead' : 'ours-broken';
}
