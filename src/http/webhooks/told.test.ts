import { describe, expect, it } from 'vitest';
import { toKeep } from './told.ts';

const ID = '019a0000-0000-7000-8000-000000000001';
const requestOf = (url: string, webhook: Record<string, string>) =>
  ({ url: `/twilio${url}`, webhook, carrier: 'twilio' }) as const;
const keyOf = (url: string, fields: Record<string, string>) => toKeep(requestOf(url, fields))?.key;

describe('what is kept when it cannot be recorded', () => {
  it.each([
    ['/voice?fault=3', { CallSid: 'CA1' }, 'twilio call CA1'],
    [`/call/${ID}/input/2`, { Digits: '1' }, `twilio input ${ID}/2`],
    [`/call/${ID}/input/2`, { SpeechResult: 'one' }, `twilio input ${ID}/2`],
    [`/call/${ID}/input/2`, { FinishedOnKey: '#' }, `twilio input ${ID}/2`],
    [`/call/${ID}/recorded/3`, { RecordingSid: 'RE1' }, `twilio recorded ${ID}/3`],
    [`/call/${ID}/recording`, { RecordingSid: 'RE1', RecordingStatus: 'completed' }, 'twilio recording RE1'],
    ['/sms', { MessageSid: 'SM1', Body: 'A42' }, 'twilio text SM1'],
  ])('%s with %j', (url, fields, key) => {
    expect(keyOf(url, fields)).toBe(key);
  });

  it.each([
    [`/call/${ID}/input/2`, {}],
    [`/call/${ID}/hold/2`, { Digits: '1' }],
    [`/call/${ID}/recording`, { RecordingSid: 'RE1', RecordingStatus: 'absent' }],
    [`/leg/${ID}/key`, { Digits: '1' }],
    [`/leg/${ID}/status`, { CallStatus: 'completed' }],
    [`/text/${ID}/status`, { MessageStatus: 'delivered' }],
    ['/status', { CallStatus: 'completed', CallSid: 'CA1' }],
    // Nobody could tell it from another one.
    ['/voice', {}],
    ['/sms', { Body: 'A42' }],
  ])('is not %s with %j', (url, fields) => {
    expect(keyOf(url, fields)).toBeUndefined();
  });

  it('is of all fields those that are read again, and no more of them than a text has', () => {
    const fields = { MessageSid: 'SM1', Body: 'A'.repeat(9_000), FromCity: 'Reston', AccountSid: 'AC1' };
    expect(toKeep(requestOf('/sms', fields))).toEqual({
      key: 'twilio text SM1',
      path: '/sms',
      carrier: 'twilio',
      fields: { MessageSid: 'SM1', Body: 'A'.repeat(4_000) },
    });
  });
});
