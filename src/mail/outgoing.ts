import { newId } from '../kernel/index.ts';
import type { Unit } from '../service/index.ts';
import { isMailAddress, oneLine } from './form.ts';
import type { MailStatus } from './tables.ts';

/** A mail to one reader. */
export interface NewMail {
  /** One address, without a name: dana@example.com. */
  to: string;
  /** Control characters and line breaks in it become blanks. */
  subject: string;
  /** The whole mail as plain text. */
  text: string;
  /** The same as HTML; absent: it is made from the text. */
  html?: string;
  /** BCP 47, for the reader's program. */
  language?: string;
  /** Mails with the same word are one conversation in the reader's mailbox; for a case, its number. */
  thread?: string;
  /** Where an answer to it goes; absent: to the sender. */
  replyTo?: string;
  /** The case that it is about, and the event of it: there is one mail for one event. */
  of?: { caseId: string; about: string };
  /**
   * What stands in the mail where text and HTML have SECRET_MARK. It is kept apart and only until the mail is sent, so
   * that the outbox does not tell it to whoever reads the database later.
   */
  secret?: string;
}

/** Stands for the secret of a mail; nobody types it. */
export const SECRET_MARK = '\uE000';

/**
 * Puts a mail into the outbox, as part of the unit's transaction; it is sent after the commit. Returns its id. What is
 * no address is kept as failed, where people see it: a mail must never undo the work that it tells of.
 */
export function enqueueMail(unit: Unit, mail: NewMail): string {
  const id = newId(unit.now);
  const sendable = isMailAddress(mail.to);
  const status: MailStatus = sendable ? 'waiting' : 'failed';
  unit.insert('mail', {
    id,
    to_address: oneLine(mail.to),
    subject: oneLine(mail.subject),
    body: mail.text,
    html: mail.html ?? null,
    language: mail.language ?? null,
    thread: mail.thread ?? null,
    reply_to: mail.replyTo ?? null,
    case_id: mail.of?.caseId ?? null,
    about: mail.of?.about ?? null,
    secret: sendable ? (mail.secret ?? null) : null,
    status,
    attempt: 0,
    last_error: sendable ? null : 'this is no mail address',
    created_at: unit.now,
  });
  if (sendable) unit.later(sendTask(id, unit.now));
  return id;
}

/** The task that hands a mail to the mail server at `dueAt`. */
export function sendTask(id: string, dueAt: Date) {
  return { kind: 'mail.send', key: `mail.send:${id}`, subject: id, priority: 4, dueAt };
}
