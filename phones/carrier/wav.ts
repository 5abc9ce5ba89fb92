const SAMPLE_RATE = 8000;
const HEADER_BYTES = 44;

/** How long a RIFF/WAVE file plays, in milliseconds, from its header; null when it is no WAV file. */
export function wavDurationMs(file: Buffer): number | null {
  if (
    file.length < 12 ||
    file.toString('latin1', 0, 4) !== 'RIFF' ||
    file.toString('latin1', 8, 12) !== 'WAVE'
  )
    return null;
  let bytesPerSecond = 0;
  for (let at = 12; at + 8 <= file.length;) {
    const chunk = file.toString('latin1', at, at + 4);
    const size = file.readUInt32LE(at + 4);
    if (chunk === 'fmt ' && at + 20 <= file.length) bytesPerSecond = file.readUInt32LE(at + 16);
    // A streamed file may declare more than it holds: count what is there.
    if (chunk === 'data')
      return bytesPerSecond > 0 ? (Math.min(size, file.length - at - 8) / bytesPerSecond) * 1000 : null;
    at += 8 + size + (size % 2);
  }
  return null;
}

/** A WAV file of a soft 440 Hz tone, 8 kHz, 8 bit, mono: what a simulated recording sounds like. */
export function toneWav(seconds: number): Buffer {
  const samples = Math.max(0, Math.round(seconds * SAMPLE_RATE));
  const file = Buffer.alloc(HEADER_BYTES + samples);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(HEADER_BYTES - 8 + samples, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(SAMPLE_RATE, 24);
  file.writeUInt32LE(SAMPLE_RATE, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(samples, 40);
  for (let i = 0; i < samples; i += 1)
    file[HEADER_BYTES + i] = 128 + Math.round(12 * Math.sin((2 * Math.PI * 440 * i) / SAMPLE_RATE));
  return file;
}
