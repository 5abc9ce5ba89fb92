import { newId, type PhoneNumber } from '../kernel/index.ts';
import { notePage, settleUnsent } from '../paging/index.ts';
import { setContactState } from '../people/index.ts';
import { customerTextFailed } from '../redirect/index.ts';
import { pageNumberOf, scriptOf, unitOfWork, urgencyOf, type Order, type Unit } from '../service/index.ts';
import type { Task, TaskOutcome } from '../engine/index.ts';
import type { CarrierFailure, CarrierName, TextOrder, TextStatus } from '../telephony/index.ts';
import { validityOf } from '../texts/index.ts';
import { afterFailure } from './after-failure.ts';
import type { CarrierService } from './carrier-service.ts';
import { noteRefusing, noteWorking, rememberRefusing, standingOf } from './carrier-standing.ts';
import { noteDoubled } from './doubled.store.ts';
import { inOrder } from './in-order.ts';
import { keepTrying } from './keep-trying.ts';
import { textCameTo } from './quick-progress.store.ts';
import { recordBeside, recordSent } from './record.store.ts';
import { raiseRefusal } from './refusal.ts';
import { isTextOfUse } from './of-use.store.ts';
import { isTextWanted, tellOfUnsent, textStanding } from './still-to-ask.ts';
import { lockText, type TextRow } from './text-row.store.ts';

type SendText = Pick<Extract<Order, { kind: 'text.send' }>, 'id' | 'urgency' | 'text' | 'beside'>;

const RANK: Record<string, number> = { due: 0, sending: 0, lost: 0, queued: 1, sent: 2, delivered: 3 };
const rankOf = (status: string): number => RANK[status] ?? 3;

/** Asks the carrier to send a text when it is its turn, and records what it said. `beside`: the page's own text is tried again elsewhere. */
export async function sendTextOrder(
  service: CarrierService,
  task: Task,
  { id: textId, urgency, text: order, beside = false }: SendText,
): Promise<TaskOutcome> {
  const answer = await service.turns.ask(service.carriers.of(order.from), {
    urgency,
    wanted: () => isTextWanted(service, textId),
    ask: () => service.telephony.sendText(order),
  });
  if (answer === 'unwanted') return;
  if (answer.ok) {
    const now = service.clock.now();
    const db = service.db.$client;
    await keepTrying(service.clock, () => recordSent(db, textId, answer.value, now, task));
    if (beside) await recordBeside(db, textId, answer.value.carrierId, now);
    await noteWorking(service, service.carriers.of(order.from), 'sms');
    return 'settled';
  }
  const { failure } = answer;
  const toTell = await unitOfWork(service, async (unit) => {
    const text = await lockText(unit, textId);
    return text?.carrier_id === null ? textFailed(service, unit, text, failure) : undefined;
  });
  await tellOfRefusal(service, toTell, failure);
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
  const toTell = await unitOfWork(service, async (unit) => {
    const text = await lockText(unit, textId);
    if (!text) return;
    if (text.carrier_id !== null && text.carrier_id !== carrierId) {
      await noteTwin(unit, text, progress);
      // It has arrived, whichever of the two it was; what else becomes of the second says nothing of the first.
      if (progress.status !== 'delivered') return;
    }
    if (text.carrier_id === null) await learnId(unit, text, carrierId);
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
       WHERE text_id = $1 OR id = $3 RETURNING id`,
      [textId, progress.status === 'delivered' ? 'delivered' : 'sent', text.beside_page],
    );
    const event = progress.status === 'delivered' ? 'delivered' : 'at-carrier';
    const data = text.beside_page === null ? {} : { carrier: text.carrier };
    if (progress.status !== 'queued') for (const { id } of rows) notePage(unit, id, event, data);
    return undefined;
  });
  if (progress.failure) await tellOfRefusal(service, toTell, progress.failure);
}

/** The same try reached the carrier twice, as when a process dies before the answer: both are on the receipt, and the one in the books is followed. */
async function noteTwin(unit: Unit, text: TextRow, { carrierId, status }: TextProgress): Promise<void> {
  if (status === 'queued') return;
  const { rows } = await unit.tx.query<{ id: string; isKnown: boolean }>(
    `SELECT p.id, EXISTS (SELECT 1 FROM page_event e WHERE e.page_id = p.id AND e.event = 'doubled'
       AND e.data ->> 'carrierId' = $3 AND e.data ->> 'status' = $4) AS "isKnown"
     FROM page p WHERE p.text_id = $1 OR p.id = $2`,
    [text.id, text.beside_page, carrierId, status],
  );
  for (const { id, isKnown } of rows) if (!isKnown) notePage(unit, id, 'doubled', { carrierId, status });
  // Another try has taken its place on the page.
  if (rows.length === 0) await noteDoubled(unit, { id: text.id, address: text.to_number }, carrierId);
}

/**
 * A text that was refused, or that a callback reports as not delivered. Returns the text whose refusal is to be told when
 * it has gone out the other way.
 */
async function textFailed(
  service: CarrierService,
  unit: Unit,
  text: TextRow,
  failure: CarrierFailure,
): Promise<TextRow | undefined> {
  noteRefusing(service, text.carrier, 'sms', failure);
  await notePages(unit, text, 'not-delivered', { code: failure.code, carrier: text.carrier });
  if (text.beside_page !== null && !(await isThePagesOwn(unit, text))) {
    // The page's own text is being tried again; this one was beside it.
    await settle(unit, text, failure.code);
    return failure.class === 'ours-broken' ? text : undefined;
  }
  const other = text.purpose === 'canary' ? undefined : service.carriers.otherThan(text.carrier);
  const next = afterFailure(failure, {
    number: text.attempt,
    channel: 'sms',
    isUrgent: other !== undefined && (await isUrgent(unit, text)),
    jitter: Math.random(),
    other: other && standingOf(service, other, 'sms'),
    most: text.purpose === 'drill' ? 2 : undefined,
  });
  if (next.kind !== 'give-up' && text.purpose !== 'code' && (await stillWanted(unit, text))) {
    await unit.tx.query(`UPDATE text_message SET status = 'lost', error_code = $2 WHERE id = $1`, [
      text.id,
      failure.code,
    ]);
    if (next.kind === 'other-carrier') {
      await replaceText(service, unit, text, other);
      return text;
    }
    if (next.beside && other) await sendBeside(service, unit, text, other);
    const dueAt = new Date(unit.now.getTime() + next.afterMs);
    unit.later({ kind: 'text.retry', key: `text.retry:${text.id}`, subject: text.id, priority: 2, dueAt });
    return undefined;
  }
  await settle(unit, text, failure.code);
  if (text.purpose === 'customer') {
    const { id, to_number: to, case_id: caseId } = text;
    await customerTextFailed(service, unit, { id, to, caseId }, failure.code);
  }
  if (next.kind === 'give-up' && (await wentBeside(unit, text))) return undefined;
  await unit.tx.query(
    `UPDATE page SET status = 'failed', settled_at = $2 WHERE text_id = $1 AND settled_at IS NULL`,
    [text.id, unit.now],
  );
  if (next.kind !== 'give-up' || !next.alarm) return undefined;
  if (next.address === 'unknown') return text;
  await setContactState(unit.tx, text.to_number, 'sms', next.address, failure.code, unit.now);
  await raiseRefusal(service, unit, toldOf(text), failure, next.address);
  return undefined;
}

function toldOf(text: TextRow) {
  const { desk, carrier, purpose } = text;
  // A number that a code is sent to is nobody's yet.
  const person = purpose === 'code' ? null : text.person;
  return {
    channel: 'sms',
    carrier,
    desk,
    from: text.from_number,
    to: text.to_number,
    person,
    purpose,
  } as const;
}

/** Tells all processes and the supervisor that the carrier is broken, when the page has gone out the other way. */
async function tellOfRefusal(
  service: CarrierService,
  text: TextRow | undefined,
  failure: CarrierFailure,
): Promise<void> {
  await rememberRefusing(service, failure);
  if (text)
    await unitOfWork(service, (unit) => raiseRefusal(service, unit, toldOf(text), failure, 'unknown'));
}

async function settle(unit: Unit, text: TextRow, code: string): Promise<void> {
  await unit.tx.query(
    `UPDATE text_message SET status = 'failed', error_code = $2, settled_at = $3 WHERE id = $1`,
    [text.id, code, unit.now],
  );
}

/** A page of severity 1 or 2, and an alarm. */
async function isUrgent(unit: Unit, text: TextRow): Promise<boolean> {
  if (text.purpose === 'alarm') return true;
  if (text.purpose !== 'page') return false;
  const { rows } = await unit.tx.query(
    `SELECT 1 FROM support_case WHERE id = $1 AND severity IN ('1', '2')`,
    [text.case_id],
  );
  return rows.length > 0;
}

/**
 * True when the other carrier has the same text, or may deliver it yet: the page follows that one from now on.
 */
async function wentBeside(unit: Unit, text: TextRow): Promise<boolean> {
  const { rowCount } = await unit.tx.query(
    `UPDATE page SET text_id = m.id FROM text_message m
     WHERE page.text_id = $1 AND m.beside_page = page.id AND m.status IN ('sending', 'queued', 'sent', 'delivered')`,
    [text.id],
  );
  return (rowCount ?? 0) > 0;
}

/** True of a text that went beside and that its page has followed since the page's first text was given up. */
async function isThePagesOwn(unit: Unit, text: TextRow): Promise<boolean> {
  const { rowCount } = await unit.tx.query('SELECT 1 FROM page WHERE text_id = $1', [text.id]);
  return (rowCount ?? 0) > 0;
}

/** The same text, by the other carrier and at the same time: doubled beats missed. */
async function sendBeside(
  service: CarrierService,
  unit: Unit,
  text: TextRow,
  by: CarrierName,
): Promise<void> {
  const { rows } = await unit.tx.query<{ id: string }>('SELECT id FROM page WHERE text_id = $1', [text.id]);
  const page = rows[0]?.id;
  const from = senderBy(service, text, by);
  if (page === undefined || from === undefined) return;
  const id = await copyText(unit, text, { from, carrier: by, attempt: text.attempt, besidePage: page });
  notePage(unit, page, 'sent-beside', { carrier: by });
  unit.order({
    kind: 'text.send',
    id,
    urgency: 0,
    text: textOrderOf(service, { ...text, id, from_number: from }),
    beside: true,
  });
}

function senderBy(service: CarrierService, text: TextRow, by: CarrierName): PhoneNumber | undefined {
  const script = scriptOf(service, text.desk) ?? service.scripts[0];
  return script && pageNumberOf(service, script, by);
}

async function copyText(
  unit: Unit,
  text: TextRow,
  as: { from: PhoneNumber; carrier: CarrierName; attempt: number; besidePage: string | null },
): Promise<string> {
  const id = newId(unit.now);
  await unit.tx.query(
    `INSERT INTO text_message (id, direction, purpose, desk, from_number, to_number, body, person, case_id, status, attempt, created_at, carrier, beside_page, answers)
     SELECT $2, direction, purpose, desk, $4, to_number, body, person, case_id, 'sending', $5, $3, $6, $7, answers
     FROM text_message WHERE id = $1`,
    [text.id, id, unit.now, as.from, as.attempt, as.carrier, as.besidePage],
  );
  return id;
}

/** A page is worth another try while its case is open, and what is about no case in its time; an answer to a person always is. */
async function stillWanted(unit: Unit, text: TextRow): Promise<boolean> {
  if (text.purpose !== 'page') return isTextOfUse(unit.tx, text, unit.now);
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
    const standing = await textStanding(service, unit, text);
    if (standing !== 'wanted') {
      if (standing !== 'past') await settleUnsent(unit, { textId }, standing);
      await endLost(unit, textId);
      return tellOfUnsent(service, unit, text);
    }
    const by =
      text.purpose === 'canary' ? text.carrier : service.carriers.choose('sms', unit.now, text.carrier);
    await replaceText(service, unit, text, by);
  });
}

/** Whose rows say which text is theirs, beside pages and alarms: table and column. */
const followers: Partial<Record<TextRow['purpose'], readonly (readonly [string, string])[]>> = {
  canary: [['canary', 'text_id']],
  drill: [['drill_page', 'text_id']],
  duty: [
    ['duty_notice', 'text_id'],
    ['swap_notice', 'text_id'],
    ['replaced_number', 'text_id'],
    ['replaced_number', 'old_text_id'],
  ],
};

async function replaceText(
  service: CarrierService,
  unit: Unit,
  text: TextRow,
  by: CarrierName = text.carrier,
): Promise<void> {
  const from = by === text.carrier ? text.from_number : (senderBy(service, text, by) ?? text.from_number);
  const carrier = service.carriers.of(from);
  const attempt = text.attempt + 1;
  const id = await copyText(unit, text, { from, carrier, attempt, besidePage: null });
  await endLost(unit, text.id);
  await notePages(unit, text, 'tried-again', { attempt, carrier, instead: text.id });
  await unit.tx.query('UPDATE page SET text_id = $2 WHERE text_id = $1', [text.id, id]);
  await unit.tx.query('UPDATE alarm_telling SET text_id = $2 WHERE text_id = $1', [text.id, id]);
  await unit.tx.query('UPDATE desk_redirect SET text_id = $2 WHERE text_id = $1', [text.id, id]);
  for (const [table, column] of followers[text.purpose] ?? [])
    await unit.tx.query(`UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1`, [text.id, id]);
  const order = textOrderOf(service, { ...text, id, from_number: from });
  // A page again goes before what is no page, and after the first try of severity 1.
  const urgency = text.purpose === 'page' ? urgencyOf('2') : urgencyOf(null);
  unit.order({ kind: 'text.send', id, urgency, text: order });
}

/** This try has come to nothing. A callback may still say that it arrived. */
async function endLost(unit: Unit, textId: string): Promise<void> {
  await unit.tx.query(`UPDATE text_message SET settled_at = $2, status = 'failed' WHERE id = $1`, [
    textId,
    unit.now,
  ]);
}

/** A code stands in no row: it is put in where it is sent. */
function bodyOf({ codes }: CarrierService, { purpose, id, body }: TextRow): string {
  return purpose === 'code' ? codes.putIn(body, id) : body;
}

export function textOrderOf(service: CarrierService, text: TextRow): TextOrder {
  return {
    from: text.from_number,
    to: text.to_number,
    body: bodyOf(service, text),
    statusUrl: service.urls.textStatus(text.id),
    validitySeconds: validityOf(text.purpose),
  };
}

async function learnId(unit: Unit, text: TextRow, carrierId: string): Promise<void> {
  await unit.tx.query('UPDATE text_message SET carrier_id = $2 WHERE id = $1', [text.id, carrierId]);
  const { rows } = await unit.tx.query<{ id: string }>(
    'UPDATE page SET carrier_id = $2 WHERE text_id = $1 OR id = $3 RETURNING id',
    [text.id, carrierId, text.beside_page],
  );
  for (const { id } of rows) notePage(unit, id, 'settled-by-callback', { carrierId });
  if (rows.length === 0) await noteDoubled(unit, { id: text.id, address: text.to_number }, carrierId);
}

async function notePages(
  unit: Unit,
  text: Pick<TextRow, 'id' | 'beside_page'>,
  event: string,
  data: Record<string, unknown>,
): Promise<void> {
  const { rows } = await unit.tx.query<{ id: string }>('SELECT id FROM page WHERE text_id = $1 OR id = $2', [
    text.id,
    text.beside_page,
  ]);
  for (const { id } of rows) notePage(unit, id, event, data);
}
