export {
  hasOperators,
  labelOfQuestion,
  registersCases,
  takesCall,
  transferTargets,
  type TransferTarget,
} from './call-plans.ts';
export { atHold, begin, decide } from './decide.ts';
export { suggestion } from './did-you-mean.ts';
export { formatFault, type ScriptFault } from './fault.ts';
export { loadScripts, type LoadedScripts } from './load.ts';
export { render } from './render.ts';
export {
  coverageHoursOf,
  deskByNumber,
  dutySettingsOf,
  scriptIn,
  type CaseKind,
  type PagedRole,
  type PagingPlan,
  type Role,
  type Script,
  type Severity,
} from './script.ts';
export { speakerOfWords, voiceFor, type Voice } from './speaker.ts';
export { spokenCaseNumber, spokenDigits } from './spoken.ts';
export { renderText } from './template.ts';
export type {
  Awaits,
  IvrContext,
  IvrEffect,
  IvrFacts,
  IvrInput,
  IvrState,
  IvrUrls,
  Line,
  Turn,
} from './turn.ts';
