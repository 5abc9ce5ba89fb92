import type { Call, CallEvent } from '../carrier/call.ts';
import { createCall, dial, endCall, takeCallSlot } from '../carrier/calls.ts';
import { complain } from '../carrier/carrier.ts';
import type { Carrier } from '../carrier/carrier.ts';
import type { Hook } from '../carrier/model.ts';
import { startProgram } from '../verbs/index.ts';
import type { Source } from '../verbs/index.ts';

/** From the last dialled digit until the carrier asks the product. */
const ARRIVAL_MS = 300;

export interface CallOrder {
  from: string;
  to: string;
  source: Source;
  fallback: Hook | null;
  statusHook: Hook | null;
  statusEvents: ReadonlySet<CallEvent>;
  ringTimeoutSeconds: number;
  timeLimitSeconds: number | null;
}

/** Takes an order for a call. It waits its turn in the calls-per-second queue; the answer URL is asked on pick-up. */
export function placeCall(carrier: Carrier, order: CallOrder): Call {
  return placeLeg(carrier, order, (call) => startProgram(carrier, call, order.source));
}

/** The same, with something else than a document for the answered leg. */
export function placeLeg(carrier: Carrier, order: CallOrder, onAnswered: (call: Call) => void): Call {
  const call = createCall(carrier, {
    direction: 'outbound-api',
    from: order.from,
    to: order.to,
    statusHook: order.statusHook,
    statusEvents: order.statusEvents,
  });
  call.fallback = order.fallback;
  dial(carrier, call, {
    waitMs: takeCallSlot(carrier),
    ringTimeoutSeconds: order.ringTimeoutSeconds,
    onAnswered: () => {
      onAnswered(call);
      if (order.timeLimitSeconds !== null)
        carrier.clock.after(order.timeLimitSeconds * 1000, () => endCall(carrier, call, 'completed'));
    },
  });
  return call;
}

/**
 * A telephone dials one of the account's numbers, shown as `from`, which may be `anonymous`.
 * A number without a Voice URL fails at once, as with Twilio.
 */
export function receiveCall(carrier: Carrier, phone: string, from: string, to: string): Call {
  const number = carrier.numbers.get(to);
  const call = createCall(carrier, {
    direction: 'inbound',
    phone,
    from,
    to,
    statusHook: number?.status ?? null,
  });
  call.dialledAt = carrier.clock.now();
  call.status = 'ringing';
  call.fallback = number?.voiceFallback ?? null;
  carrier.clock.after(ARRIVAL_MS, () => {
    if (call.ended) return;
    if (number?.voice) return startProgram(carrier, call, number.voice);
    if (number) complain(carrier, 0, `${to} has no Voice URL`, { sid: call.sid });
    endCall(carrier, call, 'failed', 404);
  });
  return call;
}
