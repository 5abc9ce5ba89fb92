export { acceptLinks, type LinkCase, type LinkState } from './accept-links.ts';
export { alarmDocument, alarmKey } from './alarm-leg.ts';
export { keyDocument } from './key.ts';
export type { LegKey } from './turn.ts';
export { legDocument } from './leg-document.ts';
export { takeText, type IncomingText } from './text-answer.ts';
