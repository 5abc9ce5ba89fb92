/** An address of the product and how to ask it. */
export interface Hook {
  url: string;
  method: 'GET' | 'POST';
}

/** A number of the account, with where it sends what reaches it. */
export interface OwnedNumber {
  sid: string;
  number: string;
  name: string;
  voice: Hook | null;
  voiceFallback: Hook | null;
  sms: Hook | null;
  smsFallback: Hook | null;
  status: Hook | null;
  createdAt: Date;
  updatedAt: Date;
}

export type MessageStatus =
  | 'queued'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'received'
  | 'canceled';

export interface Message {
  sid: string;
  direction: 'inbound' | 'outbound-api' | 'outbound-reply';
  from: string;
  to: string;
  body: string;
  status: MessageStatus;
  errorCode: number | null;
  numSegments: number;
  statusHook: Hook | null;
  messagingServiceSid: string | null;
  createdAt: Date;
  updatedAt: Date;
  sentAt: Date | null;
}

export interface Recording {
  sid: string;
  callSid: string;
  conferenceSid: string | null;
  source: 'RecordVerb' | 'DialVerb' | 'Conference' | 'OutboundAPI' | 'StartCallRecordingAPI';
  status: 'in-progress' | 'processing' | 'completed' | 'absent';
  startedAt: Date;
  updatedAt: Date;
  durationSeconds: number;
  channels: number;
}

export interface Account {
  sid: string;
  authToken: string;
  /** Signs webhooks; Twilio's is the token itself. */
  signingKey: string;
  /** API keys (SK…) that may sign in too. They never sign webhooks. */
  apiKeys: Readonly<Record<string, string>>;
}

/** One change of anything that a page or a test may want to see. */
export interface Change {
  what: 'call' | 'said' | 'text' | 'conference' | 'wire' | 'debugger' | 'faults' | 'phones' | 'numbers';
  number?: string;
  sid?: string;
  status?: string;
}
