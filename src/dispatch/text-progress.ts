import { newId, type PhoneNumber } from '../kernel/index.ts';
import { notePage } from '../paging/index.ts';
import { setContactState } from '../people/index.ts';
import { unitOfWork, urgencyOf, type Unit } from '../service/index.ts';
import type { Task, TaskOutcome } from '../engine/index.ts';
import type { CarrierFailure, TextOrder, TextStatus } from '../telephony/index.ts';
import { validityOf, type TextPurpose } from '../texts/index.ts';
import { afterFailure } from './after-failure.ts';
import type { CarrierService } from './carrier-service.ts';
import { noteDoubled } from './doubled.store.ts';
import { inOrder } from './in-order.ts';
import { keepTrying } from './keep-trying.ts';
import { textCameTo } from './quick-progress.store.ts';
import { recordSent } from './record.store.ts';
import { raiseRefusal } from './refusal.ts';

interface TextRow {
  id: string;
  purpose: TextPurpose;
  desk: string;
  from_number: PhoneNumber;
  to_number: PhoneNumber;
  body: string;
  person: string | null;
  case_id: string | null;
  status: string;
  carrier_id: string | null;
  attempt: number;
}

const RANK: Record<string, number> = { due: 0, sending: 0, lost: 0, queued: 1, sent: 2, delivered: 3 };
const rankOf = (status: string): number => RANK[status] ?? 3;

/** Asks the carrier to send a text and records what it said. */
export async function sendTextOrder(
  service: CarrierService,
  task: Task,
  textId: string,
  order: TextOrder,
): Promise<TaskOutcome> {
  const answer = await service.telephony.sendText(order);
  if (answer.ok) {
    const now = service.clock.now();
    await keepTrying(service.clock, () => recordSent(service.db.$client, textId, answer.value, now, task));
    return 'settled';
  }
  const { failure } = answer;
  await unitOfWork(service, async (unit) => {
    const text = await lockText(unit, textId);
    if (text?.carrier_id === null) await textFailed(service, unit, text, failure);
  });
}

/** What the carrier reports of a text; a late or doubled callback changes nothing. */
export function textProgressed(
  service: CarrierService,
  textId: string,
  progress: TextProgress,
): Promise<void> {
  return inOrder(textId, () => takeProgress(service, textId, progress));
}

interface TextProgress {
  carrierId: string;
  status: TextStatus;
  failure: CarrierFailure | undefined;
}

async function takeProgress(service: CarrierService, textId: string, progress: TextProgress): Promise<void> {
  const { carrierId, status } = progress;
  if (status === 'queued' || status === 'sent' || status === 'delivered') {
    if (await textCameTo(service.db.$client, textId, carrierId, status, service.clock.now())) {
      return service.changes.publish();
    }
  }
  await unitOfWork(service, async (unit) => {
    const text = await lockText(unit, textId);
    if (!text) return;
    if (text.carrier_id === null) await learnId(unit, text, progress.carrierId);
    if (rankOf(progress.status) <= rankOf(text.status)) return;
    if (progress.failure) return textFailed(service, unit, text, progress.failure);
    const settled = progress.status === 'delivered' ? unit.now : null;
    await unit.tx.query('UPDATE text_message SET status = $2, settled_at = $3 WHERE id = $1', [
      textId,
      progress.status,
      settled,
    ]);
    const { rows } = await unit.tx.query<{ id: string }>(
      `UPDATE page SET status = CASE WHEN status IN ('due', 'sending', 'sent') AND settled_at IS NULL THEN $2 ELSE status END
       WHERE text_id = $1 RETURNING id`,
      [textId, progress.status === 'delivered' ? 'delivered' : 'sent'],
    );
    const event = progress.status === 'delivered' ? 'delivered' : 'at-carrier';
    if (progress.status !== 'queued') for (const { id } of rows) notePage(unit, id, event, {});
  });
}

/** A text that was refused, or that a callback reports as not delivered. */
async function textFailed(
  service: CarrierService,
  unit: Unit,
  text: TextRow,
  failure: CarrierFailure,
): Promise<void> {
  const next = afterFailure(failure, text.attempt, Math.random());
  await notePages(unit, text.id, 'not-delivered', { code: failure.code });
  if (next.kind !== 'give-up' && (await stillWanted(unit, text))) {
    await unit.tx.query(`UPDATE text_message SET status = 'lost', error_code = $2 WHERE id = $1`, [
      text.id,
      failure.code,
    ]);
    const dueAt = new Date(unit.now.getTime() + next.afterMs);
    unit.later({ kind: 'text.retry', key: `text.retry:${text.id}`, subject: text.id, priority: 2, dueAt });
    return;
  }
  await unit.tx.query(
    `UPDATE text_message SET status = 'failed', error_code = $2, settled_at = $3 WHERE id = $1`,
    [text.id, failure.code, unit.now],
  );
  await unit.tx.query(
    `UPDATE page SET status = 'failed', settled_at = $2 WHERE text_id = $1 AND settled_at IS NULL`,
    [text.id, unit.now],
  );
  if (next.kind !== 'give-up' || !next.alarm) return;
  if (next.address !== 'unknown') {
    await setContactState(unit.tx, text.to_number, 'sms', next.address, failure.code, unit.now);
  }
  const { desk, person } = text;
  const of = { channel: 'sms', desk, from: text.from_number, to: text.to_number, person } as const;
  await raiseRefusal(service, unit, of, failure, next.address);
}

/** A page is worth another try while its case is open; an answer to a person always is. */
async function stillWanted(unit: Unit, text: TextRow): Promise<boolean> {
  if (text.purpose !== 'page') return true;
  const { rows } = await unit.tx.query(
    `SELECT 1 FROM page p JOIN paging g ON g.id = p.paging_id AND g.status = 'open'
     WHERE p.text_id = $1 AND p.settled_at IS NULL`,
    [text.id],
  );
  return rows.length > 0;
}

/** Sends a text once more as a new row, unless a callback has settled the first meanwhile. */
export async function retryText(service: CarrierService, textId: string): Promise<void> {
  await unitOfWork(service, async (unit) => {
    const text = await lockText(unit, textId);
    if (text?.status !== 'lost') return;
    if (!(await stillWanted(unit, text))) return endLost(unit, textId);
    const id = newId(unit.now);
    await unit.tx.query(
      `INSERT INTO text_message (id, direction, purpose, desk, from_number, to_number, body, person, case_id, status, attempt, created_at)
       SELECT $2, direction, purpose, desk, from_number, to_number, body, person, case_id, 'sending', attempt + 1, $3
       FROM text_message WHERE id = $1`,
      [textId, id, unit.now],
    );
    await endLost(unit, textId);
    await notePages(unit, textId, 'tried-again', { attempt: text.attempt + 1, instead: textId });
    await unit.tx.query('UPDATE page SET text_id = $2 WHERE text_id = $1', [textId, id]);
    await unit.tx.query('UPDATE alarm_telling SET text_id = $2 WHERE text_id = $1', [textId, id]);
    unit.order({
      kind: 'text.send',
      id,
      urgency: urgencyOf(null),
      text: textOrderOf(service, { ...text, id }),
    });
  });
}

/** This try has come to nothing. A callback may still say that it arrived. */
async function endLost(unit: Unit, textId: string): Promise<void> {
  await unit.tx.query(`UPDATE text_message SET settled_at = $2, status = 'failed' WHERE id = $1`, [
    textId,
    unit.now,
  ]);
}

export function textOrderOf(service: CarrierService, text: TextRow): TextOrder {
  return {
    from: text.from_number,
    to: text.to_number,
    body: text.body,
    statusUrl: service.urls.textStatus(text.id),
    validitySeconds: validityOf(text.purpose),
  };
}

/** The text's row, locked. */
export async function lockText(unit: Unit, id: string): Promise<TextRow | undefined> {
  const { rows } = await unit.tx.query<TextRow>(
    `SELECT id, purpose, coalesce(desk, '') AS desk, from_number, to_number, body, person, case_id, status, carrier_id, attempt
     FROM text_message WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return rows[0];
}

async function learnId(unit: Unit, text: TextRow, carrierId: string): Promise<void> {
  await unit.tx.query('UPDATE text_message SET carrier_id = $2 WHERE id = $1', [text.id, carrierId]);
  const { rows } = await unit.tx.query<{ id: string }>(
    'UPDATE page SET carrier_id = $2 WHERE text_id = $1 RETURNING id',
    [text.id, carrierId],
  );
  for (const { id } of rows) notePage(unit, id, 'settled-by-callback', { carrierId });
  if (rows.length === 0) await noteDoubled(unit, { id: text.id, address: text.to_number }, carrierId);
}

async function notePages(
  unit: Unit,
  textId: string,
  event: string,
  data: Record<string, unknown>,
): Promise<void> {
  const { rows } = await unit.tx.query<{ id: string }>('SELECT id FROM page WHERE text_id = $1', [textId]);
  for (const { id } of rows) notePage(unit, id, event, data);
}
