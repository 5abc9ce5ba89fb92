import type { Script } from '../ivr/index.ts';
import { fitSegments, newId, type PhoneNumber } from '../kernel/index.ts';
import { senderOf, type Service, type Unit } from '../service/index.ts';
import type { CarrierName } from '../telephony/index.ts';
import type { TextPurpose } from './tables.ts';

/** After that the carrier drops a page: one that comes hours later wakes somebody for nothing. */
const PAGE_VALIDITY_SECONDS = 300;
const OTHER_VALIDITY_SECONDS = 3600;

export interface OutgoingText {
  purpose: TextPurpose;
  script: Script;
  to: PhoneNumber;
  body: string;
  /** 0 is sent before 9. */
  urgency: number;
  /** Default: the number that the desk's pages come from. */
  from?: PhoneNumber;
  /** The carrier that the caller came in by, or that an alarm is to go by. */
  wish?: CarrierName | undefined;
  person?: string | undefined;
  caseId?: string | undefined;
  /** The text to us that it answers. */
  answers?: string | undefined;
  /** It can wait until then, as for the end of somebody's quiet hours; at once when that is not ahead. */
  notBefore?: Date | undefined;
  /** Default 2. */
  segments?: number;
}

/** Writes a text and orders it to be sent when the transaction commits, or when its time comes; returns its id. */
export function sendText(service: Service, unit: Unit, text: OutgoingText): string {
  const id = newId(unit.now);
  const from =
    text.from ?? senderOf(service, text.script, { channel: 'sms', now: unit.now, wish: text.wish });
  const body = fitSegments(text.body, text.segments ?? 2);
  const waits = text.notBefore !== undefined && text.notBefore > unit.now ? text.notBefore : undefined;
  unit.insert('text_message', {
    id,
    direction: 'outbound',
    purpose: text.purpose,
    desk: text.script.desk,
    carrier: service.carriers.of(from),
    from_number: from,
    to_number: text.to,
    body,
    person: text.person ?? null,
    case_id: text.caseId ?? null,
    answers: text.answers ?? null,
    status: waits ? 'due' : 'sending',
    attempt: 1,
    created_at: unit.now,
  });
  if (waits) {
    // What the engine takes for an order that nobody has carried out yet.
    const task = { kind: 'text.send', key: `text.send:${id}`, subject: id, priority: text.urgency };
    unit.later({ ...task, dueAt: waits });
    return id;
  }
  const validitySeconds = validityOf(text.purpose);
  // A code goes out with its text, and stands in no row.
  const sent = text.purpose === 'code' ? service.codes.putIn(body, id) : body;
  const order = { from, to: text.to, body: sent, statusUrl: service.urls.textStatus(id), validitySeconds };
  unit.order({ kind: 'text.send', id, urgency: text.urgency, text: order });
  return id;
}

/** How long the carrier may try to deliver a text, in seconds. */
export function validityOf(purpose: TextPurpose): number {
  return purpose === 'page' ? PAGE_VALIDITY_SECONDS : OTHER_VALIDITY_SECONDS;
}
