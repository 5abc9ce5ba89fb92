export { hasOptedOut, noteOptOut, takeBackOptOut } from './opt-out.store.ts';
export { sendText, validityOf, type OutgoingText } from './outgoing.ts';
export { textMessage, type StoredTextStatus, type TextPurpose } from './tables.ts';
