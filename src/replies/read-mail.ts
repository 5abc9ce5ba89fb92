import { createHash } from 'node:crypto';
import { simpleParser, type Attachment, type ParsedMail } from 'mailparser';
import { cutText } from '../kernel/index.ts';

/** A mail that came in, as far as it matters. */
export interface ReceivedMail {
  /** The sender's name for it; made from its bytes where it has none. */
  messageId: string;
  /** One address in small letters; '' where none can be read. */
  from: string;
  subject: string;
  text: string;
  /** Names and sizes; what is in them is not kept. */
  attachments: { name: string; bytes: number }[];
  /** The ids of mails that it may be an answer to, nearest first: the local parts of Message-IDs. */
  answers: string[];
  /** A machine wrote it. */
  isAutomatic: boolean;
  /** It says that a mail could not be delivered: whose id it names, and why. */
  bounce: { of: string[]; why: string } | undefined;
}

const LONGEST_TEXT = 20_000;
const MOST_ATTACHMENTS = 20;
const UUID = /<([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})@[^>\s]+>/gi;

/**
 * Reads a raw message (RFC 5322). Recognises what machines write: Auto-Submitted (RFC 3834), the older marks that
 * vacation programs set, and delivery status notifications (RFC 3464), of which only a failure is a bounce.
 * @throws Error when it is no mail: without any sender.
 */
export async function readMail(raw: Buffer): Promise<ReceivedMail> {
  const mail = await simpleParser(raw, {
    keepDeliveryStatus: true,
    skipImageLinks: true,
    skipTextToHtml: true,
    // Whatever a stranger sends, this process answers calls.
    maxHtmlLengthToParse: 1_000_000,
  });
  const from = (mail.from?.value[0]?.address ?? '').toLowerCase();
  if (from === '' && !mail.headers.has('return-path') && mail.subject === undefined)
    throw new Error('this is no mail: it has no sender and no subject');
  const status = mail.attachments.find(({ contentType }) => contentType === 'message/delivery-status');
  return {
    messageId: cutText(mail.messageId ?? `sha256:${createHash('sha256').update(raw).digest('hex')}`, 500),
    from,
    subject: clean(mail.subject ?? '', 300),
    text: clean((mail.text ?? '').trim(), LONGEST_TEXT),
    attachments: attachmentsOf(mail),
    answers: answersOf(mail),
    isAutomatic: status !== undefined || isByMachine(mail),
    bounce: status && bounceOf(status, raw),
  };
}

function attachmentsOf({ attachments }: ParsedMail): ReceivedMail['attachments'] {
  return attachments
    .slice(0, MOST_ATTACHMENTS)
    .map(({ filename, contentType, size }) => ({ name: clean(filename ?? contentType, 100), bytes: size }));
}

function answersOf({ inReplyTo, references }: ParsedMail): string[] {
  const earlier = typeof references === 'string' ? [references] : (references ?? []);
  return [inReplyTo ?? '', ...earlier.toReversed()].flatMap(idsIn);
}

function idsIn(text: string): string[] {
  return [...text.matchAll(UUID)].map(([, id]) => id!.toLowerCase());
}

function isByMachine({ headers }: ParsedMail): boolean {
  const word = (name: string): string => {
    const value = headers.get(name);
    return typeof value === 'string' ? value.trim().toLowerCase() : '';
  };
  const submitted = word('auto-submitted');
  if (submitted !== '' && submitted !== 'no') return true;
  if (/^(bulk|junk|list|auto_reply)$/.test(word('precedence'))) return true;
  if (['x-autoreply', 'x-autorespond', 'x-auto-reply', 'list-id'].some((name) => headers.has(name)))
    return true;
  const type = headers.get('content-type');
  return typeof type === 'object' && 'value' in type && type.value === 'multipart/report';
}

/** Undefined when it speaks of a delay only: the mail may still arrive. */
function bounceOf(status: Attachment, raw: Buffer): ReceivedMail['bounce'] {
  const told = status.content.toString('utf8');
  if (!/^action:\s*failed\b/im.test(told)) return undefined;
  const code = /^status:\s*([245]\.\d+\.\d+)/im.exec(told)?.[1];
  const words = /^diagnostic-code:\s*(?:[\w-]+;)?\s*(.+(?:\r?\n[ \t].+)*)/im.exec(told)?.[1];
  const why = clean([code, words?.replace(/\s+/g, ' ')].filter(Boolean).join(' '), 300);
  return { of: ownIdOf(raw.toString('latin1')), why: why === '' ? 'not delivered' : why };
}

/** Of the mail that is returned its own name alone: it refers to the earlier ones of its thread, and those arrived. */
function ownIdOf(raw: string): string[] {
  return [...raw.matchAll(/^message-id:.*(?:\r?\n[ \t].*)*/gim)].flatMap(([line]) => idsIn(line));
}

/** PostgreSQL keeps no NUL, and nobody reads other control characters. */
function clean(text: string, longest: number): string {
  return cutText(text.replace(/[^\P{Cc}\n\t]/gu, ''), longest);
}
