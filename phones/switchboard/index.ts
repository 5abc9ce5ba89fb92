export { hasOptedOut, receiveText } from './inbound-texts.ts';
export { withOwnNumbers } from './own-numbers.ts';
export { cancelText, sendText } from './texts.ts';
export type { TextOrder } from './texts.ts';
export { placeCall, placeLeg, receiveCall } from './voice-calls.ts';
export type { CallOrder } from './voice-calls.ts';
