import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toneWav, wavDurationMs } from './wav.ts';

test('a tone of n seconds plays n seconds', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20 }),
      (seconds) => wavDurationMs(toneWav(seconds)) === seconds * 1000,
    ),
  );
});

test('what is no WAV file has no length', () => {
  expect(wavDurationMs(Buffer.from('ID3 something else'))).toBeNull();
});
