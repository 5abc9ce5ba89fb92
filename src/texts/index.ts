export { fitSegments, gsm7Segments, toGsm7 } from './gsm7.ts';
export { sendText, validityOf, type OutgoingText } from './outgoing.ts';
export { textMessage, type StoredTextStatus, type TextPurpose } from './tables.ts';
