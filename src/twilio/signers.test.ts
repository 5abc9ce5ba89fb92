import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { signerOf, type Signer } from './signers.ts';

const url = 'https://desk.example.com/twilio/voice';
const fields = { CallSid: '0d7f6f6e-8a5c-4e0e-9d55-0c2f3b1c7a10', From: '+12025550100' };
const signed = (key: string) => twilio.getExpectedTwilioSignature(key, url, fields);

const first: Signer = { carrier: 'twilio', keys: ['token'] };
const second: Signer = { carrier: 'signalwire', keys: ['PSK_key'] };
const both = [first, second];

describe('who has signed a webhook', () => {
  it('is told by the key that verifies, in either header of SignalWire', () => {
    const twilios = { headers: { 'x-twilio-signature': signed('token') }, url, fields };
    const theirs = { headers: { 'x-signalwire-signature': signed('PSK_key') }, url, fields };
    const likeTwilio = { headers: { 'x-twilio-signature': signed('PSK_key') }, url, fields };
    expect(signerOf(both, twilios)).toBe('twilio');
    expect(signerOf(both, theirs)).toBe('signalwire');
    expect(signerOf(both, likeTwilio)).toBe('signalwire');
  });

  it('is nobody when no key verifies, or the header is not that of the key', () => {
    const wrong = { headers: { 'x-signalwire-signature': signed('guess') }, url, fields };
    const misplaced = { headers: { 'x-signalwire-signature': signed('token') }, url, fields };
    expect(signerOf(both, wrong)).toBeUndefined();
    expect(signerOf(both, misplaced)).toBeUndefined();
    expect(signerOf(both, { headers: {}, url, fields })).toBeUndefined();
  });

  it('is not SignalWire where it is not configured', () => {
    const theirs = { headers: { 'x-signalwire-signature': signed('PSK_key') }, url, fields };
    expect(signerOf([first], theirs)).toBeUndefined();
  });
});
