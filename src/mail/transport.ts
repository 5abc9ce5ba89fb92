/** A mail as it is handed to a mail server. */
export interface OutgoingMail {
  /** Its row: the Message-ID is made from it, so that a mail that is sent twice is shown once. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  language: string | undefined;
  /** An address without a name; undefined: answers go to the sender. */
  replyTo: string | undefined;
  /** The rows of the earlier mails of its thread, oldest first. */
  after: readonly string[];
}

/**
 * - may-pass: the server cannot now; try again.
 * - address-dead: the server will never take a mail to this reader.
 * - ours-broken: sign-in, certificate or sender refused: no mail goes out until somebody mends it.
 */
export type MailFailureClass = 'may-pass' | 'address-dead' | 'ours-broken';

export type MailAnswer = { ok: true } | { ok: false; class: MailFailureClass; error: string };

/** The port to a mail server. It never throws, and gives up within 15 s. */
export interface MailTransport {
  send(mail: OutgoingMail): Promise<MailAnswer>;
  close(): void;
}
