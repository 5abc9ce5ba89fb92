export { readMail } from './read-mail.ts';
export { receiveMail, replyActions } from './receive.ts';
export { mailReceived } from './tables.ts';
