import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReply } from '../responding/reply.ts';
import { readDrillReply } from './reply.ts';
import { whyMissed } from './why-missed.ts';

describe('an answer to a test page', () => {
  it.each(['T4821', 't4821', ' T 4821 ', 'ok T4821!', 'got it: t 48 21.', 'T4821\nAnna'])('is %j', (body) =>
    expect(readDrillReply(body)).toEqual({ code: 'T4821' }),
  );
  it.each(['ok', 'OK.', ' Okej! ', 'okay'])('is %j as well', (body) =>
    expect(readDrillReply(body)).toBe('ok'),
  );
  it.each([
    'T482',
    'T48211',
    'BT4821',
    'T4821X',
    'ok, who is this?',
    'I am driving, ok to call later',
    'yes',
    'STOP',
    '',
    'A42',
  ])('is not %j', (body) => expect(readDrillReply(body)).toBeUndefined());

  it('is never a code of a case, nor a code of a case such an answer', () => {
    const digits = fc.integer({ min: 1000, max: 9999 });
    fc.assert(
      fc.property(digits, (code) => {
        expect(readReply(`T${code}`)).toEqual([]);
        for (const letter of 'ANDJ') expect(readDrillReply(`${letter}${code}`)).toBeUndefined();
      }),
    );
    expect(readReply('ok')).toEqual([]);
  });

  it('beside a code of a case leaves that what it is', () => {
    expect(readReply('A42 and T4821')).toEqual([{ kind: 'accept', code: 42 }]);
    expect(readDrillReply('A42 and T4821')).toEqual({ code: 'T4821' });
  });
});

describe('a test page has reached nobody', () => {
  const call = { channel: 'voice', status: 'completed', wasAnswered: true, errorCode: null } as const;
  const text = { channel: 'sms', status: 'delivered', wasAnswered: false, errorCode: null } as const;
  it.each([
    ['when a voicemail box picked up', call, { why: 'no-key' }],
    ['when it rang in vain', { ...call, status: 'no-answer', wasAnswered: false }, { why: 'no-answer' }],
    ['when the line was busy', { ...call, status: 'busy', wasAnswered: false }, { why: 'busy' }],
    [
      'when the carrier refused it',
      { ...call, status: 'failed', wasAnswered: false, errorCode: '21217' },
      { why: 'failed', code: '21217' },
    ],
    ['when its text was delivered and not answered', text, { why: 'no-reply' }],
    [
      'when its text was not delivered',
      { ...text, status: 'undelivered', errorCode: '30003' },
      { why: 'failed', code: '30003' },
    ],
    ['when it was never sent', { ...text, status: null }, { why: 'not-asked' }],
    ['when a case took its phone', { ...call, status: 'canceled', wasAnswered: false }, { why: 'not-asked' }],
  ])('%s', (_, last, why) => expect(whyMissed(last)).toEqual(why));
});
