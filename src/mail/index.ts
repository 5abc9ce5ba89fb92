export { enqueueMail, SECRET_MARK, type NewMail } from './outgoing.ts';
export { outboxState, sendWhatWaits, type OutboxState } from './mail.store.ts';
export { sendMail } from './send.ts';
export { createSmtpTransport, type SmtpSettings } from './smtp.ts';
export { mail, type MailStatus } from './tables.ts';
export type { MailAnswer, MailFailureClass, MailTransport, OutgoingMail } from './transport.ts';
