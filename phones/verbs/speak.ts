import type { Line } from '../carrier/call.ts';
import { answerCall } from '../carrier/calls.ts';
import { complain } from '../carrier/carrier.ts';
import type { Carrier } from '../carrier/carrier.ts';
import { newToken, sendWebhook, WebhookFailure } from '../carrier/webhook.ts';
import { wavDurationMs } from '../carrier/wav.ts';
import { sleep } from '../clock.ts';
import { spokenLanguage } from '../twiml/index.ts';
import type { Element } from '../twiml/index.ts';
import { absolute, NEXT, numberAttribute } from './context.ts';
import type { DocumentBase, Outcome, Run, VerbRunner } from './context.ts';

const OTHER_AUDIO_MS = 5000;
const MAX_AUDIO_BYTES = 20 * 1024 * 1024;
const KEY_TONE_MS = 200;
/** loop="0" means until the call ends; Twilio stops at 1000. */
const MAX_LOOPS = 1000;

/** Milliseconds that a text takes to say. */
export function speechMs(carrier: Pick<Carrier, 'settings'>, text: string): number {
  const words = text.trim().split(/\s+/).filter(Boolean).length;
  return Math.round((words * 60_000) / carrier.settings.wordsPerMinute);
}

/** Lets the leg hear something for a while. When it is interrupted the line says so. */
export async function playLine(
  run: Run,
  kind: Line['kind'],
  text: string,
  durationMs: number,
  language?: string,
): Promise<void> {
  const { carrier, call, signal } = run;
  signal.throwIfAborted();
  const at = carrier.clock.now();
  const line = call.hear({
    at,
    by: 'carrier',
    kind,
    text,
    endsAt: new Date(at.getTime() + durationMs),
    cut: false,
    ...(language === undefined ? {} : { language }),
  });
  try {
    await sleep(carrier.clock, durationMs, signal);
  } catch (error) {
    line.endsAt = carrier.clock.now();
    line.cut = true;
    call.changed('said');
    throw error;
  }
}

/** An inbound call is answered by the first verb that makes a sound or listens; a Pause leaves it ringing. */
export function ensureAnswered(run: Run): void {
  if (run.call.direction === 'inbound') answerCall(run.carrier, run.call);
}

export const say: VerbRunner = async (run, verb) => {
  ensureAnswered(run);
  const text = verb.text.replace(/\s+/g, ' ').trim();
  const language = spokenLanguage(verb.attributes['voice'], verb.attributes['language']);
  for (let round = 0; round < loops(verb); round += 1)
    await playLine(run, 'speech', text, speechMs(run.carrier, text), language);
  return NEXT;
};

export const pause: VerbRunner = async (run, verb) => {
  await sleep(run.carrier.clock, numberAttribute(verb, 'length', 1) * 1000, run.signal);
  return NEXT;
};

export const play: VerbRunner = async (run, verb, base) => {
  ensureAnswered(run);
  const digits = verb.attributes['digits'];
  if (digits !== undefined) {
    await playLine(run, 'tone', digits, digits.length * KEY_TONE_MS);
    return NEXT;
  }
  const url = absolute(verb.text.trim(), base);
  const durationMs = await audioMs(run, url);
  if (durationMs === null) return NEXT;
  for (let round = 0; round < loops(verb); round += 1) await playLine(run, 'audio', url, durationMs);
  return NEXT;
};

const PROMPTS: Readonly<Record<string, VerbRunner>> = { Say: say, Play: play, Pause: pause };

/** Plays the prompts of a Gather one after the other. */
export async function playPrompts(run: Run, verbs: readonly Element[], base: DocumentBase): Promise<Outcome> {
  for (const verb of verbs) await PROMPTS[verb.name]?.(run, verb, base);
  return NEXT;
}

function loops(verb: Element): number {
  const loop = numberAttribute(verb, 'loop', 1);
  return loop === 0 ? MAX_LOOPS : loop;
}

/** How long an audio file plays; null when it cannot be had, which the debugger shows and the caller does not hear. */
async function audioMs(run: Run, url: string): Promise<number | null> {
  const { carrier, call } = run;
  const fail = (code: number, why: string) => {
    complain(carrier, code, `<Play>: ${why}`, { sid: call.sid, url });
    return null;
  };
  try {
    const reply = await sendWebhook(carrier, {
      kind: 'media',
      url,
      method: 'GET',
      params: {},
      numbers: [call.phone],
      token: newToken(carrier),
      maxBytes: MAX_AUDIO_BYTES,
    });
    run.signal.throwIfAborted();
    if (reply.status >= 400) return fail(11200, `answered ${reply.status}`);
    if (!/^audio\//.test(reply.contentType))
      return fail(12300, `Content-Type is "${reply.contentType}", not audio`);
    return wavDurationMs(reply.body) ?? OTHER_AUDIO_MS;
  } catch (error) {
    run.signal.throwIfAborted();
    if (error instanceof WebhookFailure) return fail(error.code, error.message);
    throw error;
  }
}
