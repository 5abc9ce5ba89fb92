import { randomBytes } from 'node:crypto';
import { newId, type PhoneNumber } from '../kernel/index.ts';
import type { Script } from '../ivr/index.ts';
import { pageNumberOf, unitOfWork, type Service, type Unit } from '../service/index.ts';
import { sendText } from '../texts/index.ts';
import { canaryBody } from './canary-body.ts';
import { forgetOldCanaries } from './canary.store.ts';
import type { Watch } from './watch.ts';

export interface CanarySettings {
  /** A number of ours at either carrier, none that pages come from, whose webhooks lead to this service. */
  number: PhoneNumber;
  everyMinutes: number;
}

/** By then a canary must be back; a page that takes longer is as good as none. */
export const BACK_WITHIN_MINUTES = 5;
const RING_SECONDS = 20;

/** Sends a text to ourselves by each carrier, by the same engine and number as a page. */
export async function sendTextCanaries({ service, canary }: Watch): Promise<void> {
  const script = service.scripts[0];
  if (!canary || !script) return;
  await unitOfWork(service, async (unit) => {
    for (const from of pageNumbersOf(service, script)) {
      const code = newCode();
      const body = canaryBody(code);
      const text = { purpose: 'canary', script, from, to: canary.number, body, urgency: 3 } as const;
      const textId = sendText(service, unit, text);
      writeCanary(unit, { channel: 'sms', code, from, to: canary.number, textId });
    }
    await forgetOldCanaries(unit.tx, unit.now);
  });
}

/** Calls ourselves by each carrier: the number's own webhook answers, and with it our call is picked up. */
export async function sendVoiceCanaries({ service, canary }: Watch): Promise<void> {
  const script = service.scripts[0];
  if (!canary || !script) return;
  await unitOfWork(service, async (unit) => {
    for (const from of pageNumbersOf(service, script)) {
      const callId = newId(unit.now);
      unit.insert('call', {
        id: callId,
        desk: script.desk,
        direction: 'outbound',
        purpose: 'canary',
        carrier: service.carriers.of(from),
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
    }
  });
}

/**
 * The number that pages come from at each carrier, whether that one is known to refuse or not: a canary that takes another
 * way shows nothing.
 */
function pageNumbersOf(service: Service, script: Script): Set<PhoneNumber> {
  return new Set(service.carriers.inUse.map((by) => pageNumberOf(service, script, by)));
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
