import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { voicesOf } from './voices.ts';

test.each(['en-US', 'en-GB', 'sv-SE', 'it-IT', 'de-DE'] as const)(
  'every voice offered for %s is one that the carrier lists',
  async (language) => {
    const types = createRequire(import.meta.url).resolve('twilio/lib/twiml/VoiceResponse.d.ts');
    const listed = new Set((await readFile(types, 'utf8')).match(/"(?:Polly|Google)\.[^"]+"/g));
    expect(voicesOf(language).filter((voice) => !listed.has(`"${voice}"`))).toEqual([]);
    expect(voicesOf(language).length).toBeGreaterThan(10);
  },
);
