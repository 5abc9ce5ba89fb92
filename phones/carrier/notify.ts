import type { Carrier } from './carrier.ts';
import { complain } from './carrier.ts';
import type { Hook } from './model.ts';
import { newToken, sendWebhook, WebhookFailure } from './webhook.ts';
import type { Webhook } from './webhook.ts';
import { MAX_RESPONSE_BYTES } from '../twiml/index.ts';

/** A callback held back by the reorder fault until the next one for the same thing has gone. */
const held = new WeakMap<Carrier, Map<string, () => void>>();
const REORDER_WAIT_MS = 3000;
const DUPLICATE_AFTER_MS = 500;
const DELAY_MS = 5000;

export interface Notice {
  hook: Hook;
  kind: Webhook['kind'];
  params: Readonly<Record<string, string>>;
  numbers: string[];
  /** The call, message, conference or recording that it is about: the reorder fault swaps within one. */
  sid: string;
}

/** Sends a status callback, through whatever faults are on. Never throws: nobody waits for the answer. */
export function notify(carrier: Carrier, notice: Notice): void {
  const about = { numbers: notice.numbers };
  if (carrier.faults.strike('callback-drop', about)) return logDropped(carrier, notice);
  const token = newToken(carrier);
  const send = () => void deliver(carrier, notice, token);
  const duplicate = carrier.faults.strike('callback-duplicate', about);
  if (duplicate) carrier.clock.after(duplicate.delayMs ?? DUPLICATE_AFTER_MS, send);
  const delay = carrier.faults.strike('callback-delay', about);
  if (delay) return void carrier.clock.after(delay.delayMs ?? DELAY_MS, send);
  const waiting = held.get(carrier) ?? new Map<string, () => void>();
  held.set(carrier, waiting);
  const earlier = waiting.get(notice.sid);
  const reorder = earlier ? null : carrier.faults.strike('callback-reorder', about);
  if (reorder) return hold(carrier, waiting, notice.sid, send, reorder.delayMs ?? REORDER_WAIT_MS);
  send();
  earlier?.();
}

function hold(
  carrier: Carrier,
  waiting: Map<string, () => void>,
  sid: string,
  send: () => void,
  forMs: number,
): void {
  const timer = carrier.clock.after(forMs, () => release());
  const release = () => {
    timer.cancel();
    waiting.delete(sid);
    send();
  };
  waiting.set(sid, release);
}

async function deliver(carrier: Carrier, notice: Notice, token: string): Promise<void> {
  const about = { sid: notice.sid, url: notice.hook.url, level: 'warning' as const };
  try {
    const reply = await sendWebhook(carrier, {
      ...notice,
      ...notice.hook,
      token,
      maxBytes: MAX_RESPONSE_BYTES,
    });
    if (reply.tooLarge) complain(carrier, 11750, 'the answer to a callback is larger than 64 kB', about);
    else if (reply.status >= 400) complain(carrier, 11200, `a callback was answered ${reply.status}`, about);
    else if (reply.status === 200 && reply.contentType === '')
      complain(
        carrier,
        11200,
        'a callback was answered 200 without a Content-Type; Twilio logs that as a 502',
        about,
      );
  } catch (error) {
    if (!(error instanceof WebhookFailure)) throw error;
    complain(carrier, error.code, error.message, about);
  }
}

function logDropped(carrier: Carrier, notice: Notice): void {
  carrier.wire.add({
    at: carrier.clock.now(),
    way: 'to-product',
    kind: notice.kind,
    method: notice.hook.method,
    url: notice.hook.url,
    status: null,
    ms: 0,
    request: notice.params,
    answer: '',
    numbers: notice.numbers,
    note: 'dropped by fault callback-drop',
  });
}
