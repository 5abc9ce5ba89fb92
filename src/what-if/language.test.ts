import { expect, test } from 'vitest';
import { norrskenScript } from '../ivr/norrsken.fixture.ts';
import { whatIf } from './answer.ts';
import { readArguments } from './arguments.ts';
import { inJson } from './in-json.ts';
import { inText } from './in-text.ts';
import { scriptAlone } from './known.ts';

async function answer(at: string, press: string) {
  const read = readArguments(['--desk', 'norrsken', '--at', at, '--from', '+46701234567', '--press', press]);
  if (read.ok !== true) return expect.fail(JSON.stringify(read));
  const result = await whatIf(norrskenScript(), read.order.wish, scriptAlone);
  return result.ok ? result.answer : expect.fail(JSON.stringify(result.faults));
}

test('a call is told in the language that its caller has chosen, and where it changes', async () => {
  const told = inText(await answer('2026-03-28T20:00', '9,2,1')).join('\n');
  expect(told).toContain('"För driftstopp, tryck ett."');
  expect(told).toContain('- presses 9: English, and is spoken to in en-US from then on\n');
  expect(told).toContain('"We open at eight in the morning on Monday."');
  expect(told).toContain('We open at eight in the morning on Monday. Write to stod@norrsken.example.');
  expect(told.match(/ in en-US from then on/g)).toHaveLength(1);
});

test('as JSON each turn says its language, and the case the one that it has', async () => {
  const json = inJson(await answer('2026-12-23T18:00', '2,9'));
  expect(json).toMatchObject({
    call: [{ language: 'sv-SE' }, { language: 'sv-SE' }, { language: 'en-US' }],
    case: { language: 'en-US' },
  });
  expect(JSON.stringify(json)).toContain('Vi öppnar klockan åtta i morgon.');
});

test('nothing is said of an opening while the office is open', async () => {
  expect(inText(await answer('2026-03-27T12:00', '2')).join('\n')).not.toContain('Vi öppnar');
});
