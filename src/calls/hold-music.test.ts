import { expect, it } from 'vitest';
import { holdMusicWav } from './hold-music.ts';

it('is ten seconds of mu-law that a telephone can play, and not silence', () => {
  const wav = holdMusicWav();
  expect(wav.toString('ascii', 0, 4)).toBe('RIFF');
  expect(wav.readUInt32LE(4)).toBe(wav.length - 8);
  expect(wav.readUInt16LE(20)).toBe(7);
  expect(wav.readUInt32LE(54) / wav.readUInt32LE(24)).toBe(10);
  expect(new Set(wav.subarray(58)).size).toBeGreaterThan(50);
});
