import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCallStatus, readGather, readVoice } from './call-webhooks.ts';
import { readConferenceEvent } from './conference-webhooks.ts';
import { readRecording } from './recording-webhooks.ts';
import { readInboundText, readTextStatus } from './text-webhooks.ts';
import { fixture, fixtures } from './webhooks.test-support.ts';

describe('readVoice', () => {
  it('reads an inbound call', () => {
    expect(readVoice(fixture('voice-incoming-get-us'))).toEqual({
      carrierId: 'CAf254cce3fff98f56f253e6dd7bceed58',
      from: '+12025550102',
      fromRaw: '+12025550102',
      to: '+12025550101',
      status: 'ringing',
    });
  });

  it('keeps a forwarding number as it comes, malformed or not', () => {
    expect(readVoice(fixture('gather-digits-forwarded-call-de')).forwardedFrom).toBe(
      '+49000000000000555010004',
    );
  });

  it.each(['anonymous', 'unknown', '', '+266696687', '+7378742833', 'sip:bob@example.com'])(
    'has no number for a caller %j',
    (from) => {
      const read = readVoice({ ...fixture('voice-incoming-get-us'), From: from });
      expect(read).not.toHaveProperty('from');
      expect(read.fromRaw).toBe(from);
    },
  );
});

describe('readGather', () => {
  it('reads keys', () => {
    expect(readGather(fixture('gather-digit1-outbound-api'))).toEqual({ digits: '1' });
    expect(readGather(fixture('gather-digits-inbound-in'))).toEqual({ digits: '300' });
  });

  it('reads words', () => {
    expect(readGather({ SpeechResult: ' severity one. ', Confidence: '0.9' })).toEqual({
      speech: 'severity one.',
    });
  });

  it('reads missing and empty as silence', () => {
    expect(readGather({})).toEqual({});
    expect(readGather({ Digits: '', SpeechResult: '', FinishedOnKey: '', msg: 'Gather End' })).toEqual({});
  });
});

describe('readCallStatus', () => {
  it('reads the end of a call, in seconds talked, not in minutes billed', () => {
    expect(readCallStatus(fixture('call-status-outbound-completed-human'))).toEqual({
      carrierId: 'CA140973725c207093b2dd905a879ab2a6',
      status: 'completed',
      sequence: 3,
      at: new Date('2018-03-25T09:53:19Z'),
      durationSeconds: 49,
      answeredBy: 'human',
    });
    expect(readCallStatus(fixture('call-status-inbound-completed'))).toMatchObject({
      sequence: 0,
      durationSeconds: 10,
    });
  });

  it('reads why nobody could be reached', () => {
    expect(readCallStatus(fixture('call-status-outbound-busy'))).toMatchObject({
      status: 'busy',
      sipCode: 486,
    });
  });

  it.each([
    ['initiated', 'queued'],
    ['in-progress', 'in-progress'],
    ['canceled', 'canceled'],
    ['a word of next year', 'queued'],
    ['constructor', 'queued'],
  ])('reads %s as %s', (word, status) => {
    expect(readCallStatus({ CallSid: 'CA1', CallStatus: word }).status).toBe(status);
  });
});

describe('readRecording', () => {
  it('reads a finished file', () => {
    const params = fixture('recording-status-recordverb-2021');
    expect(readRecording(params)).toEqual({
      recordingId: 'RE3b46e62d5cb20cc238d758dc1db61b79',
      url: params.RecordingUrl,
      status: 'completed',
      durationSeconds: 3,
      carrierId: 'CAabf9c5b0d45c6b152d9ae5495a505f02',
      startedAt: new Date('2021-07-29T06:59:25Z'),
      hungUp: false,
    });
  });

  it('reads the action of a Record that hanging up ended, before any file exists', () => {
    const read = readRecording({ CallSid: 'CA1', RecordingUrl: 'https://x.example/RE9', Digits: 'hangup' });
    expect(read).toMatchObject({ recordingId: 'RE9', hungUp: true });
    expect(read).not.toHaveProperty('status');
  });
});

describe('readTextStatus', () => {
  it.each([
    ['sms-status-delivered-full-request', { carrierId: 'SM357343637', status: 'delivered' }],
    ['sms-status-delivered-rawdlr', { carrierId: 'SMyyy', status: 'delivered' }],
    [
      'sms-status-sent-messaging-service',
      { carrierId: 'SMee9586c5ba275607dda71411cda2b35d', status: 'sent' },
    ],
    [
      'sms-status-failed-21610',
      { carrierId: 'SM6cf75cc5952765ce66174245a26b04a3', status: 'failed', errorCode: '21610' },
    ],
    [
      'sms-status-undelivered-30003',
      { carrierId: 'SM55555555555555555555555555555555', status: 'undelivered', errorCode: '30003' },
    ],
  ])('%s', (id, read) => {
    expect(readTextStatus(fixture(id))).toEqual(read);
  });
});

describe('readInboundText', () => {
  it('cuts names off that no index could hold', () => {
    const endless = 'x'.repeat(10_000);
    const read = readInboundText({ MessageSid: endless, From: endless, To: endless, Body: endless });
    expect([read.carrierId, read.fromRaw, read.to].map(({ length }) => length)).toEqual([300, 300, 300]);
    expect(read.body).toBe(endless);
    // Half a character is no text that the database takes.
    const cut = readInboundText({ From: `x${'📟'.repeat(300)}` }).fromRaw;
    expect(cut).toBe(`x${'📟'.repeat(149)}`);
  });

  it('reads a text', () => {
    expect(readInboundText(fixture('sms-inbound-longcode'))).toEqual({
      carrierId: 'SM6cf75cc5952765ce66174245a26b04a3',
      from: '+12025550121',
      fromRaw: '+12025550121',
      to: '+12025550120',
      body: 'Msg',
    });
  });

  it('takes a short code and a picture without words', () => {
    expect(readInboundText(fixture('sms-inbound-shortcode')).to).toBe('384387');
    expect(readInboundText(fixture('mms-inbound-two-media-no-body')).body).toBe('');
  });

  it('sees a word that the carrier acts on, with Advanced Opt-Out or without', () => {
    expect(readInboundText(fixture('sms-inbound-stop')).optOut).toBe('stop');
    expect(readInboundText({ Body: ' quit ' }).optOut).toBe('stop');
    expect(readInboundText({ Body: 'Unstop' }).optOut).toBe('start');
    expect(readInboundText({ Body: 'sluta', OptOutType: 'STOP' }).optOut).toBe('stop');
    expect(readInboundText({ Body: 'A42' })).not.toHaveProperty('optOut');
    expect(readInboundText({ Body: 'stop calling me' })).not.toHaveProperty('optOut');
    expect(readInboundText({ Body: 'constructor' })).not.toHaveProperty('optOut');
  });
});

describe('readConferenceEvent', () => {
  it.each([
    ['conference-start', { event: 'start', sequence: 3 }],
    [
      'conference-participant-join',
      { event: 'join', carrierId: 'CA99d1937718b569cde7280664e7b9e589', sequence: 1 },
    ],
    ['conference-participant-leave', { event: 'leave', reason: 'participant_hung_up', sequence: 4 }],
    ['conference-end', { event: 'end', reason: 'participant-with-end-conference-on-exit-left', sequence: 5 }],
  ])('%s', (id, read) => {
    expect(readConferenceEvent(fixture(id))).toMatchObject({
      conferenceId: 'CFccef6f8baf2da05a6c6f2cf369d6d5c2',
      conference: 'inc-1',
      ...read,
    });
  });

  it('reads the label, and passes over events of another kind', () => {
    const params = { ...fixture('conference-participant-join'), ParticipantLabel: 'anna' };
    expect(readConferenceEvent(params).label).toBe('anna');
    expect(readConferenceEvent({ StatusCallbackEvent: 'participant-speech-start' }).event).toBe('other');
  });
});

describe('every reader', () => {
  const readers = [
    readVoice,
    readGather,
    readCallStatus,
    readRecording,
    readTextStatus,
    readInboundText,
    readConferenceEvent,
  ];

  it('takes any parameters at all without throwing', () => {
    const names = [...new Set(fixtures.flatMap(({ params }) => Object.keys(params)))];
    const anyParams = fc.dictionary(fc.constantFrom(...names), fc.string());
    fc.assert(
      fc.property(anyParams, (params) => {
        for (const read of readers) expect(read(params)).toBeTypeOf('object');
      }),
    );
  });

  it.each(fixtures)('takes $id', ({ params }) => {
    for (const read of readers) expect(read(params)).toBeTypeOf('object');
  });
});
