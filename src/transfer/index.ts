export { handOn, setAside, transferOf, TRANSFERRED, type HandedOn } from './hand-on.ts';
export { answerByHand } from './answer-by-hand.ts';
export { handOnByHand, targetsByHand, type HandOnRefusal } from './by-hand.ts';
