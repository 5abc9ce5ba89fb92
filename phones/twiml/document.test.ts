import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocument } from './document.ts';
import { TwimlProblem } from './problem.ts';
import type { Setting } from './schema.ts';

function codeOf(body: string, setting: Setting = 'call', inline = false): number | null {
  try {
    readDocument(
      body.startsWith('<?') || body.startsWith('<Response') ? body : `<Response>${body}</Response>`,
      setting,
      { inline },
    );
    return null;
  } catch (error) {
    if (error instanceof TwimlProblem) return error.code;
    throw error;
  }
}

test.each([
  '<Say voice="Polly.Joanna-Neural" language="en-US">Hello <break time="1s"/> you</Say>',
  '<Say voice="Polly.Elin-Neural" language="sv-SE">Hej</Say>',
  '<Say voice="Google.it-IT-Chirp3-HD-Kore">Ciao</Say>',
  '<Gather input="dtmf speech" numDigits="1" timeout="5" action="https://h.example/a" actionOnEmptyResult="true"><Say>a</Say><Play>https://h.example/a.wav</Play><Pause length="1"/></Gather>',
  '<Dial action="https://h.example/a"><Conference startConferenceOnEnter="true" statusCallbackEvent="start end join leave">DINO-1</Conference></Dial>',
  '<Dial><Number url="https://h.example/w">+12025550111</Number><Number>+12025550112</Number></Dial>',
  '<Redirect method="POST">https://h.example/next</Redirect>',
  '<Enqueue waitUrl="https://h.example/wait">hold</Enqueue>',
  '<Record action="https://h.example/r" finishOnKey="#" maxLength="60"/>',
  '',
])('accepts %s', (body) => {
  expect(codeOf(body)).toBeNull();
});

test.each([
  ['<Say>unclosed', 12100],
  ['<Shout>Hi</Shout>', 12200],
  ['<Say voise="man">Hi</Say>', 12200],
  ['<Gather><Dial>+12025550111</Dial></Gather>', 12200],
  ['<Gather numDigits="many"/>', 12200],
  ['<Say voice="Polly.Nobody">Hi</Say>', 13512],
  ['<Say voice="Polly.Joanna" language="sv-SE">Hi</Say>', 13512],
  ['<Say/>', 13520],
  [`<Say voice="Polly.Joanna">${'a'.repeat(3001)}</Say>`, 13521],
  ['<Redirect/>', 11100],
  ['<Dial/>', 13221],
  ['<Dial><Conference>a</Conference><Conference>b</Conference></Dial>', 12200],
  ['<Say>Hi</Say> loose words', 12200],
  ['<Leave/>', 12200],
])('refuses %s with %i', (body, code) => {
  expect(codeOf(body)).toBe(code);
});

test('a relative URL is allowed in a fetched document, not in inline TwiML', () => {
  const body = '<Gather action="/key"/>';
  expect(codeOf(body)).toBeNull();
  expect(codeOf(body, 'call', true)).toBe(11100);
});

test('the waiting room of a conference takes no Gather, that of a queue does', () => {
  const body = '<Gather action="https://h.example/key"/>';
  expect(codeOf(body, 'conference-wait')).toBe(12200);
  expect(codeOf(body, 'queue-wait')).toBeNull();
  expect(codeOf('<Dial>+12025550111</Dial>', 'whisper')).toBe(12200);
});

test('the root is Response', () => {
  expect(codeOf('<?xml version="1.0"?><Answer/>')).toBe(12200);
});

test('whatever is sent, the answer is verbs or a problem with a code', () => {
  const noise = fc.constantFrom(
    '<',
    '>',
    '/',
    '&',
    '"',
    '=',
    ' ',
    'Say',
    'Response',
    'Gather',
    'a',
    ']]>',
    '<!--',
  );
  fc.assert(
    fc.property(fc.array(noise, { maxLength: 40 }), (parts) => {
      const code = codeOf(`<Response>${parts.join('')}</Response>`);
      return code === null || code > 11000;
    }),
  );
});
