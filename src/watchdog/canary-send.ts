import { randomBytes } from 'node:crypto';
import { newId, type PhoneNumber } from '../kernel/index.ts';
import { pageNumberOf, unitOfWork, type Unit } from '../service/index.ts';
import { sendText } from '../texts/index.ts';
import { canaryBody } from './canary-body.ts';
import { forgetOldCanaries } from './canary.store.ts';
import type { Watch } from './watch.ts';

export interface CanarySettings {
  /** A number of ours, not the one that pages come from, whose webhooks lead to this service. */
  number: PhoneNumber;
  everyMinutes: number;
}

/** By then a canary must be back; a page that takes longer is as good as none. */
export const BACK_WITHIN_MINUTES = 5;
const RING_SECONDS = 20;

/** Sends a text to ourselves, by the same engine, number and carrier as a page. */
export async function sendTextCanary({ service, canary }: Watch): Promise<void> {
  const script = service.scripts[0];
  if (!canary || !script) return;
  await unitOfWork(service, async (unit) => {
    const code = newCode();
    const textId = sendText(service, unit, {
      purpose: 'canary',
      script,
      // Always the first carrier's: a canary that takes another way shows nothing.
      from: pageNumberOf(service, script),
      to: canary.number,
      body: canaryBody(code),
      urgency: 3,
    });
    writeCanary(unit, {
      channel: 'sms',
      code,
      from: pageNumberOf(service, script),
      to: canary.number,
      textId,
    });
    await forgetOldCanaries(unit.tx, unit.now);
  });
}

/** Calls ourselves: the number's own webhook answers, and with it our call is picked up. */
export async function sendVoiceCanary({ service, canary }: Watch): Promise<void> {
  const script = service.scripts[0];
  if (!canary || !script) return;
  await unitOfWork(service, async (unit) => {
    const callId = newId(unit.now);
    const from = pageNumberOf(service, script);
    unit.insert('call', {
      id: callId,
      desk: script.desk,
      direction: 'outbound',
      purpose: 'canary',
      from_number: from,
      to_number: canary.number,
      status: 'sending',
      place: 'canary',
      created_at: unit.now,
      attempt: 1,
    });
    const call = {
      from,
      to: canary.number,
      answerUrl: service.urls.leg(callId),
      statusUrl: service.urls.callStatus(callId),
      ringTimeoutSeconds: RING_SECONDS,
    };
    unit.order({ kind: 'call.place', id: callId, urgency: 3, call });
    writeCanary(unit, { channel: 'voice', code: newCode(), from, to: canary.number, callId });
  });
}

function writeCanary(
  unit: Unit,
  sent: {
    channel: 'sms' | 'voice';
    code: string;
    from: string;
    to: string;
    textId?: string;
    callId?: string;
  },
): void {
  const id = newId(unit.now);
  unit.insert('canary', {
    id,
    channel: sent.channel,
    code: sent.code,
    from_number: sent.from,
    to_number: sent.to,
    text_id: sent.textId ?? null,
    call_id: sent.callId ?? null,
    sent_at: unit.now,
  });
  const dueAt = new Date(unit.now.getTime() + BACK_WITHIN_MINUTES * 60_000);
  unit.later({ kind: 'canary.check', key: `canary.check:${id}`, subject: id, priority: 6, dueAt });
}

/** Ten hexadecimal digits: no word, no reply code, and nothing that somebody guesses. */
function newCode(): string {
  return randomBytes(5).toString('hex').toUpperCase();
}
