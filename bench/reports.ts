import type { CarrierSettings } from './carrier.ts';
import { send, signed } from './webhook.ts';

interface Taken {
  sid: string;
  kind: 'CA' | 'SM';
  /** Where its owner wants to be told how it goes. */
  callback: string | null;
}

const steps = {
  SM: [
    { status: 'sent', afterMs: 300 },
    { status: 'delivered', afterMs: 1_200 },
  ],
  CA: [
    { status: 'initiated', afterMs: 50 },
    { status: 'ringing', afterMs: 1_000 },
  ],
};

/** Tells of what the carrier has taken, as Twilio does: texts are delivered, phones ring until nobody has picked up. */
export function reporter({ accountSid, authToken, ringSeconds }: CarrierSettings) {
  return ({ sid, kind, callback }: Taken): void => {
    if (callback === null) return;
    const unanswered = { status: 'no-answer', afterMs: 1_000 + ringSeconds * 1_000 };
    const all = kind === 'SM' ? steps.SM : [...steps.CA, unanswered];
    for (const [sequence, { status, afterMs }] of all.entries()) {
      setTimeout(() => {
        const { origin, pathname, search } = new URL(callback);
        const form = kind === 'SM' ? textForm(sid, status) : callForm(sid, status, sequence);
        const told = signed({ url: origin, accountSid, authToken }, pathname + search, {
          AccountSid: accountSid,
          ...form,
        });
        // The service may be gone by now; a callback that is lost is its to cope with.
        send(told).catch(() => undefined);
      }, afterMs);
    }
  };
}

const textForm = (sid: string, status: string) => ({
  MessageSid: sid,
  SmsSid: sid,
  MessageStatus: status,
  SmsStatus: status,
});

const callForm = (sid: string, status: string, sequence: number) => ({
  CallSid: sid,
  CallStatus: status,
  SequenceNumber: String(sequence),
  CallbackSource: 'call-progress-events',
});
