export type { ForeseenAcceptance } from './accepted.ts';
export { whatIf, type Answer } from './answer.ts';
export type { AskedInRound, ForeseenPerson } from './asked.ts';
export { inDatabase } from './in-database.ts';
export { inJson } from './in-json.ts';
export type { ForeseenPaging } from './rounds.ts';
export { spellsOf, type Spell } from './spells.ts';
export { readQuestion, type QuestionFault } from './question.ts';
export { sweepDesk } from './sweep-desk.ts';
export {
  assumptions,
  callerInWords,
  holeInWords,
  notAskedInWords,
  reasonInWords,
  seatInWords,
  withoutInWords,
} from './words.ts';
