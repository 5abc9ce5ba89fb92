import { newSid } from '../carrier/carrier.ts';
import type { Carrier } from '../carrier/carrier.ts';
import type { Hook, Message, MessageStatus } from '../carrier/model.ts';
import { notify } from '../carrier/notify.ts';
import { segmentCount } from '../carrier/segments.ts';

const SENT_AFTER_MS = 300;
const DELIVERED_AFTER_MS = 1200;
const RECEIPT_DATE_LENGTH = 10;
const UNREACHABLE_HANDSET = 30003;
const VALIDITY_EXPIRED = 30036;

export interface TextOrder {
  from: string;
  to: string;
  body: string;
  statusHook: Hook | null;
  validitySeconds: number;
  messagingServiceSid: string | null;
  direction: 'outbound-api' | 'outbound-reply';
}

/** Takes a text for sending: queued in the answer; sent, then delivered or not, by callbacks. */
export function sendText(carrier: Carrier, order: TextOrder): Message {
  const now = carrier.clock.now();
  const message: Message = {
    sid: newSid(carrier, 'SM'),
    direction: order.direction,
    from: order.from,
    to: order.to,
    body: order.body,
    status: 'queued',
    errorCode: null,
    numSegments: segmentCount(order.body),
    statusHook: order.statusHook,
    messagingServiceSid: order.messagingServiceSid,
    createdAt: now,
    updatedAt: now,
    sentAt: null,
  };
  carrier.messages.set(message.sid, message);
  const slow = carrier.faults.strike('sms-slow', { numbers: [order.from, order.to] });
  const queuedMs = SENT_AFTER_MS + (slow?.delayMs ?? 0);
  const validityMs = order.validitySeconds * 1000;
  if (queuedMs >= validityMs)
    carrier.clock.after(validityMs, () => setTextStatus(carrier, message, 'failed', VALIDITY_EXPIRED));
  else carrier.clock.after(queuedMs, () => transmit(carrier, message));
  return message;
}

function transmit(carrier: Carrier, message: Message): void {
  if (message.status !== 'queued') return;
  message.sentAt = carrier.clock.now();
  setTextStatus(carrier, message, 'sent', null);
  const about = { numbers: [message.from, message.to] };
  carrier.clock.after(DELIVERED_AFTER_MS, () => {
    const fault = carrier.faults.strike('sms-undelivered', about);
    if (fault) return setTextStatus(carrier, message, 'undelivered', fault.code ?? UNREACHABLE_HANDSET);
    if (carrier.exchange.deliverText(message) === 'switched-off')
      return setTextStatus(carrier, message, 'undelivered', UNREACHABLE_HANDSET);
    // Some routes never give a receipt: the handset has it, the sender is not told.
    if (carrier.faults.strike('sms-never-delivered', about)) return;
    setTextStatus(carrier, message, 'delivered', null);
  });
}

/** Calls off a text that has not been sent yet. False when it is too late. */
export function cancelText(carrier: Carrier, message: Message): boolean {
  if (message.status !== 'queued') return false;
  setTextStatus(carrier, message, 'canceled', null);
  return true;
}

function setTextStatus(
  carrier: Carrier,
  message: Message,
  status: MessageStatus,
  errorCode: number | null,
): void {
  message.status = status;
  message.errorCode = errorCode;
  message.updatedAt = carrier.clock.now();
  carrier.changed({ what: 'text', number: message.to, sid: message.sid, status });
  if (!message.statusHook) return;
  const isReceipt = status === 'delivered' || status === 'undelivered';
  const params = {
    SmsSid: message.sid,
    SmsStatus: status,
    MessageStatus: status,
    To: message.to,
    MessageSid: message.sid,
    AccountSid: carrier.account.sid,
    From: message.from,
    ApiVersion: '2010-04-01',
    ...(message.messagingServiceSid === null ? {} : { MessagingServiceSid: message.messagingServiceSid }),
    ...(errorCode === null ? {} : { ErrorCode: String(errorCode) }),
    ...(isReceipt ? { RawDlrDoneDate: receiptDate(message.updatedAt) } : {}),
  };
  notify(carrier, {
    hook: message.statusHook,
    kind: 'message-status',
    params,
    numbers: [message.to],
    sid: message.sid,
  });
}

/** YYMMDDhhmm, as carriers write it. */
function receiptDate(at: Date): string {
  return at
    .toISOString()
    .replace(/\D/g, '')
    .slice(2, 2 + RECEIPT_DATE_LENGTH);
}
