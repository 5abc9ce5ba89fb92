import { describe, expect, it } from 'vitest';
import twilio from 'twilio';
import { withConnectionOverrides } from './connection-overrides.ts';
import { hasValidSignature } from './signature.ts';

/** The example in Twilio's own documentation of request validation. */
const documented = {
  url: 'https://example.com/myapp.php?foo=1&bar=2',
  signature: 'L/OH5YylLD5NRKLltdqwSvS0BnU=',
  fields: {
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675310',
    Digits: '1234',
    From: '+14158675310',
    To: '+18005551212',
  },
};

describe('signature', () => {
  it('accepts the documented example, with either of two tokens', () => {
    expect(hasValidSignature(['12345'], documented)).toBe(true);
    expect(hasValidSignature(['another', '12345'], documented)).toBe(true);
  });

  it('refuses another token, another field, another query', () => {
    expect(hasValidSignature(['12346'], documented)).toBe(false);
    expect(hasValidSignature([], documented)).toBe(false);
    expect(
      hasValidSignature(['12345'], { ...documented, fields: { ...documented.fields, Digits: '1' } }),
    ).toBe(false);
    expect(hasValidSignature(['12345'], { ...documented, url: `${documented.url}&x=1` })).toBe(false);
  });

  it('accepts https with and without the port, as voice and texts sign differently', () => {
    const bare = sign('https://desk.example.com/twilio/voice');
    const withPort = sign('https://desk.example.com:443/twilio/voice');
    const url = 'https://desk.example.com/twilio/voice';
    expect(hasValidSignature(['t'], { url, signature: bare, fields: {} })).toBe(true);
    expect(hasValidSignature(['t'], { url, signature: withPort, fields: {} })).toBe(true);
  });

  it('needs the port of http when it is not the default one', () => {
    const signature = sign('http://127.0.0.1:3000/twilio/sms');
    expect(hasValidSignature(['t'], { url: 'http://127.0.0.1:3000/twilio/sms', signature, fields: {} })).toBe(
      true,
    );
    expect(hasValidSignature(['t'], { url: 'http://127.0.0.1/twilio/sms', signature, fields: {} })).toBe(
      false,
    );
  });

  it('leaves out the fragment of connection overrides', () => {
    const signature = sign('https://desk.example.com/twilio/voice?a=1');
    const url = 'https://desk.example.com/twilio/voice?a=1#rc=2&rp=all';
    expect(hasValidSignature(['t'], { url, signature, fields: {} })).toBe(true);
  });

  it('may cover our own overrides: a carrier that resembles Twilio signs what it was given', () => {
    const url = 'https://desk.example.com/twilio/voice?a=1';
    expect(hasValidSignature(['t'], { url, signature: sign(withConnectionOverrides(url)), fields: {} })).toBe(
      true,
    );
    expect(hasValidSignature(['t'], { url, signature: sign(`${url}#rc=5`), fields: {} })).toBe(false);
  });

  it('is never valid, and never throws, for what cannot be checked', () => {
    const url = 'https://desk.example.com/';
    for (const signature of ['', 'x', '=', 'A'.repeat(28), `${'A'.repeat(27)}=\n`]) {
      expect(hasValidSignature(['t'], { url, signature, fields: {} })).toBe(false);
    }
    const { signature } = documented;
    expect(hasValidSignature(['t'], { url: '/relative', signature, fields: {} })).toBe(false);
    expect(hasValidSignature([''], { url, signature: sign(url, ''), fields: {} })).toBe(false);
  });
});

function sign(url: string, token = 't'): string {
  return twilio.getExpectedTwilioSignature(token, url, {});
}
