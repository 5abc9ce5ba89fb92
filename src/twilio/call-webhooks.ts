import type { PhoneNumber } from '../kernel/index.ts';
import type { CallStatus } from '../telephony/index.ts';
import { toCallStatus } from './statuses.ts';
import {
  present,
  readCount,
  readInstant,
  readName,
  readNumber,
  readText,
  type WebhookParams,
} from './webhook-values.ts';

/** A call that asks for its next document. */
export interface VoiceRequest {
  carrierId: string;
  /** Absent when the caller withholds the number. */
  from?: PhoneNumber;
  fromRaw: string;
  to: string;
  /** `ringing` on the first request of an inbound call, `in-progress` once answered. */
  status: CallStatus;
  /** The number that the caller dialled first; forwarding carriers write it in many ways. */
  forwardedFrom?: string;
  /** The carriers' word on whether the caller's number is genuine: for the log, never to refuse a caller. */
  stirVerstat?: string;
}

/** What was keyed or said. Neither: silence. */
export interface GatherResult {
  /** Without the finish key. */
  digits?: string;
  speech?: string;
}

/** A step of a call. Order by `sequence`, never by arrival. */
export interface CallStatusNotice {
  carrierId: string;
  status: CallStatus;
  /** Counts from 0 over the events subscribed to. */
  sequence?: number;
  at?: Date;
  /** Time talked; only at the end. */
  durationSeconds?: number;
  answeredBy?: string;
  /** Why the far end refused: 486 is busy. */
  sipCode?: number;
}

export function readVoice(params: WebhookParams): VoiceRequest {
  return {
    carrierId: readName(params.CallSid),
    fromRaw: readName(params.From),
    to: readName(params.To),
    status: toCallStatus(params.CallStatus),
    ...present({
      from: readNumber(params.From),
      forwardedFrom: readText(params.ForwardedFrom),
      stirVerstat: readText(params.StirVerstat),
    }),
  };
}

/** Reads a Gather's answer; missing and empty digits are silence, never a choice. */
export function readGather(params: WebhookParams): GatherResult {
  return present({ digits: readText(params.Digits), speech: readText(params.SpeechResult?.trim()) });
}

export function readCallStatus(params: WebhookParams): CallStatusNotice {
  return {
    carrierId: readName(params.CallSid),
    status: toCallStatus(params.CallStatus),
    ...present({
      sequence: readCount(params.SequenceNumber),
      at: readInstant(params.Timestamp),
      // `Duration` beside it is billed minutes.
      durationSeconds: readCount(params.CallDuration),
      answeredBy: readText(params.AnsweredBy),
      sipCode: readCount(params.SipResponseCode),
    }),
  };
}
