export { NOT_ASKED } from './telephony.ts';
export type {
  CallOrder,
  CallStatus,
  CarrierAnswer,
  CarrierFailure,
  CarrierName,
  FailureClass,
  FetchedRecording,
  KeptRecording,
  PlacedCall,
  PlacedText,
  Telephony,
  TextOrder,
  TextStatus,
} from './telephony.ts';
export { routeToCarriers, type CarrierSetup, type RoutedTelephony } from './carriers.ts';
export type {
  Gather,
  Hangup,
  JoinConference,
  Pause,
  Play,
  Prompt,
  RecordMessage,
  Redirect,
  Reject,
  Route,
  Say,
  Verb,
} from './verbs.ts';
