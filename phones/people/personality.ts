/** How a telephone behaves when it is called. Without the optional fields the usual thing happens. */
export type Personality =
  /** Played by a person or a test. */
  | { kind: 'manual' }
  /** Picks up after some rings (2), then may press keys, speak, hang up; seconds count from picking up. */
  | {
      kind: 'answers';
      afterRings?: number;
      press?: string;
      pressAfterSeconds?: number;
      say?: string;
      sayAfterSeconds?: number;
      hangUpAfterSeconds?: number;
    }
  | { kind: 'no-answer' }
  /** A box picks up after 20 s, talks, records, hangs up; it never presses a key. */
  | { kind: 'voicemail'; afterSeconds?: number; greeting?: string }
  | { kind: 'busy' }
  /** Not on the network: calls fail at once, texts come back with 30003. */
  | { kind: 'off' }
  /** Picks up and says nothing until the other side gives up. */
  | { kind: 'silent'; afterRings?: number }
  /** Picks up and presses a key that means nothing (7). */
  | { kind: 'wrong-key'; key?: string; afterRings?: number }
  /** Picks up and hangs up in the middle (after 3 s). */
  | { kind: 'hangs-up'; afterSeconds?: number; afterRings?: number }
  /** The phone's assistant answers first; the person comes on later and presses, or never does. */
  | { kind: 'screening'; acceptsAfterSeconds?: number; press?: string };

/** What a phone texts back by itself. `{code}` in the body stands for the first acceptance code of the text, as A42. */
export interface Texting {
  body: string;
  afterSeconds: number;
}

export const PERSONALITY_KINDS = [
  'manual',
  'answers',
  'no-answer',
  'voicemail',
  'busy',
  'off',
  'silent',
  'wrong-key',
  'hangs-up',
  'screening',
] as const satisfies readonly Personality['kind'][];

/** One thing that a phone does by itself, some time after the ring began or after it was picked up. */
export interface Deed {
  afterMs: number;
  from: 'ring' | 'pick-up';
  does: 'answer' | 'press' | 'say' | 'hang-up';
  with?: string;
}

/** Two seconds of ringing, four of silence: the North American cadence. The nth ring has sounded after this. */
const ringsMs = (rings: number) => Math.max(1, rings) * 6000 - 4000;

const GREETING =
  'Hello, you have reached my voicemail. I cannot take your call right now. Please leave a message after the tone.';
const SCREENING =
  'Hi, the person you are calling is using a screening service. Please say your name and why you are calling.';
/** A voicemail box stops recording after a minute. */
const BOX_SECONDS = 60;
const SCREENING_SECONDS = 30;

/** What a personality does when it is called, in time order. Pure. */
export function deedsOf(personality: Personality): Deed[] {
  const answer = (afterMs: number): Deed => ({ afterMs, from: 'ring', does: 'answer' });
  const then = (afterSeconds: number, does: Deed['does'], text?: string): Deed => ({
    afterMs: afterSeconds * 1000,
    from: 'pick-up',
    does,
    ...(text === undefined ? {} : { with: text }),
  });
  switch (personality.kind) {
    case 'manual':
    case 'no-answer':
    case 'busy':
    case 'off':
      return [];
    case 'answers':
      return [
        answer(ringsMs(personality.afterRings ?? 2)),
        ...(personality.say === undefined
          ? []
          : [then(personality.sayAfterSeconds ?? 1, 'say', personality.say)]),
        ...(personality.press === undefined
          ? []
          : [then(personality.pressAfterSeconds ?? 4, 'press', personality.press)]),
        ...(personality.hangUpAfterSeconds === undefined
          ? []
          : [then(personality.hangUpAfterSeconds, 'hang-up')]),
      ];
    case 'silent':
      return [answer(ringsMs(personality.afterRings ?? 2))];
    case 'wrong-key':
      return [answer(ringsMs(personality.afterRings ?? 2)), then(4, 'press', personality.key ?? '7')];
    case 'hangs-up':
      return [answer(ringsMs(personality.afterRings ?? 2)), then(personality.afterSeconds ?? 3, 'hang-up')];
    case 'voicemail':
      return [
        answer((personality.afterSeconds ?? 20) * 1000),
        then(0.5, 'say', personality.greeting ?? GREETING),
        then(BOX_SECONDS, 'hang-up'),
      ];
    case 'screening':
      return [
        answer(1000),
        then(0.5, 'say', SCREENING),
        ...(personality.acceptsAfterSeconds === undefined
          ? [then(SCREENING_SECONDS, 'hang-up')]
          : [then(personality.acceptsAfterSeconds, 'press', personality.press ?? '1')]),
      ];
  }
}

/** The body of an automatic reply to a text. */
export function replyTo(text: string, reply: string): string {
  return reply.replaceAll('{code}', /\bA\d+/i.exec(text)?.[0] ?? 'OK');
}
