const SAMPLES_A_SECOND = 8_000;
const SECONDS = 10;
/** A slow broken chord, low and soft: what people can bear for minutes on a bad line. Frequencies in Hz. */
const NOTES = [220, 277.18, 329.63, 440, 329.63, 277.18, 246.94, 311.13, 369.99, 493.88, 369.99, 311.13];

/**
 * Ten seconds of hold music as an 8 kHz mono WAV in mu-law, the telephone's own form: 80 kB. Ends where it begins, so
 * that it can follow itself.
 */
export function holdMusicWav(): Buffer {
  return (made ??= makeWav());
}

/** Made when the first caller holds: a start has no time to lose. */
let made: Buffer | undefined;

function makeWav(): Buffer {
  const samples = Buffer.alloc(SAMPLES_A_SECOND * SECONDS);
  const noteSeconds = SECONDS / NOTES.length;
  for (let i = 0; i < samples.length; i += 1) {
    const seconds = i / SAMPLES_A_SECOND;
    samples[i] = toMuLaw(Math.round(8_000 * toneAt(seconds, noteSeconds)));
  }
  return Buffer.concat([header(samples.length), samples]);
}

function toneAt(seconds: number, noteSeconds: number): number {
  const note = Math.floor(seconds / noteSeconds) % NOTES.length;
  const within = seconds - note * noteSeconds;
  const fade = Math.min(1, within * 20) * Math.exp(-within * 2.2);
  const phase = 2 * Math.PI * NOTES[note]! * within;
  return fade * (0.75 * Math.sin(phase) + 0.25 * Math.sin(2 * phase));
}

/** ITU-T G.711 mu-law of a 16-bit sample. */
function toMuLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(32_635, Math.abs(sample)) + 132;
  const exponent = Math.floor(Math.log2(magnitude)) - 7;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

/** RIFF header with a fact chunk, as WAVE asks of every form but PCM. */
function header(dataBytes: number): Buffer {
  const head = Buffer.alloc(58);
  head.write('RIFF', 0, 'ascii');
  head.writeUInt32LE(50 + dataBytes, 4);
  head.write('WAVEfmt ', 8, 'ascii');
  head.writeUInt32LE(18, 16);
  head.writeUInt16LE(7, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(SAMPLES_A_SECOND, 24);
  head.writeUInt32LE(SAMPLES_A_SECOND, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.writeUInt16LE(0, 36);
  head.write('fact', 38, 'ascii');
  head.writeUInt32LE(4, 42);
  head.writeUInt32LE(dataBytes, 46);
  head.write('data', 50, 'ascii');
  head.writeUInt32LE(dataBytes, 54);
  return head;
}
