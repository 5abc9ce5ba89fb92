export { readDocument } from './document.ts';
export { MAX_RESPONSE_BYTES } from './parse.ts';
export type { Element } from './parse.ts';
export { TwimlProblem } from './problem.ts';
export type { Setting } from './schema.ts';
export { spokenLanguage } from './voices.ts';
