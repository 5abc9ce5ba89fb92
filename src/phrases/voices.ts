/** Amazon's voices as Twilio names them, the recommended ones first. */
export function polly(names: { neural: string[]; generative: string[]; standard: string[] }): string[] {
  return [
    ...names.neural.map((name) => `Polly.${name}-Neural`),
    ...names.generative.map((name) => `Polly.${name}-Generative`),
    ...names.standard.map((name) => `Polly.${name}`),
  ];
}

const chirpNames = ['Aoede', 'Charon', 'Fenrir', 'Kore', 'Leda', 'Orus', 'Puck', 'Zephyr'];

/** Google's voices as Twilio names them: letters by series, and the Chirp ones where a language has them. */
export function google(
  language: string,
  series: Record<string, string>,
  chirp: 'with Chirp' | 'without Chirp',
): string[] {
  const lettered = Object.entries(series).flatMap(([name, letters]) =>
    [...letters].map((letter) => `Google.${language}-${name}-${letter}`),
  );
  const chirps = chirpNames.map((name) => `Google.${language}-Chirp3-HD-${name}`);
  return chirp === 'with Chirp' ? [...lettered, ...chirps] : lettered;
}
