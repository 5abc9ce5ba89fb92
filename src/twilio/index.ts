export {
  readCallStatus,
  readGather,
  readVoice,
  type CallStatusNotice,
  type GatherResult,
  type VoiceRequest,
} from './call-webhooks.ts';
export type { TwilioSettings } from './client.ts';
export { withConnectionOverrides } from './connection-overrides.ts';
export {
  readConferenceEvent,
  type ConferenceEvent,
  type ConferenceEventKind,
} from './conference-webhooks.ts';
export { textFailure } from './failure-classes.ts';
export { readRecording, type RecordingNotice, type RecordingStatus } from './recording-webhooks.ts';
export { createSignalWireTelephony, signalWireApiUrl, type SignalWireSettings } from './signalwire.ts';
export { createTwilioTelephony } from './telephony.ts';
export {
  readInboundText,
  readTextStatus,
  type InboundText,
  type OptOut,
  type TextStatusNotice,
} from './text-webhooks.ts';
export type { OnWebhookError } from './webhook-faults.ts';
export type { WebhookParams } from './webhook-values.ts';
export type { Signer } from './signers.ts';
export { twilioWebhooks, type TwilioWebhookOptions } from './webhooks.ts';
export { maxDocumentBytes } from './twiml.ts';
export { element, escapeXml } from './xml.ts';
