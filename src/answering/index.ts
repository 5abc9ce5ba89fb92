export { openCaseForAbandonedCall } from './abandoned.ts';
export { backToSomebody } from './back-to-somebody.ts';
export { converse, UnknownCall } from './converse.ts';
export { customerDocument, holdDocument } from './hold.ts';
export { keepRecording, type FinishedRecording } from './recording.ts';
export { recording } from './tables.ts';
export { takeCall, type IncomingCall } from './take-call.ts';
export { textCaseNumber } from './text-case-number.ts';
