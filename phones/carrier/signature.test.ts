import twilio from 'twilio';
import { expect, test } from 'vitest';
import { sign, signedUrl } from './signature.ts';

const FIELDS = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+14158675310',
  Digits: '1234',
  From: '+14158675310',
  To: '+18005551212',
};

test("gives Twilio's documented known answer", () => {
  expect(sign('12345', 'https://example.com/myapp.php?foo=1&bar=2', FIELDS)).toBe(
    'L/OH5YylLD5NRKLltdqwSvS0BnU=',
  );
});

test("agrees with Twilio's own library", () => {
  const url = 'http://127.0.0.1:3000/twilio/voice?attempt=7&x=%27';
  expect(twilio.validateRequest('secret', sign('secret', url, FIELDS), url, FIELDS)).toBe(true);
});

test.each([
  ['https://u:p@example.com:8443/a?b=1#rc=2', 'voice', 'https://example.com/a?b=1'],
  ['https://u:p@example.com:8443/a?b=1#rc=2', 'sms', 'https://example.com:8443/a?b=1'],
  ['http://example.com:3000/a', 'voice', 'http://example.com:3000/a'],
] as const)('%s for %s is signed as %s', (url, product, expected) => {
  expect(signedUrl(url, product)).toBe(expected);
});
