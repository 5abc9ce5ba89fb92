export { acceptLinks, type LinkCase, type LinkState } from './accept-links.ts';
export { keyDocument, type LegKey } from './key.ts';
export { legDocument } from './leg-document.ts';
export { voiceOf, type Voice } from './speech.ts';
export { takeText, type IncomingText } from './text-answer.ts';
