import { callById, type Call } from '../calls/index.ts';
import type { Task, TaskHandler, TaskOutcome } from '../engine/index.ts';
import { hastenRound, pageForMissingContact, runNextRound } from '../paging/index.ts';
import { unitOfWork, type Order } from '../service/index.ts';
import type { CarrierService } from './carrier-service.ts';
import { connectAgain, joinAgain, legEnded } from './leg-ended.ts';
import { cancelLeg, look, redirectLeg } from './move-call.ts';
import { pagesWaitFor } from './waiting-pages.ts';
import { callOrderOf, placeCall, replaceCall, retryCall } from './place-call.ts';
import { isOutOfSight, nextLookMs } from './watch-call.ts';
import { lockLeg } from './lock-leg.ts';
import { legToPlace, textToSend } from './still-to-ask.ts';
import { retryText, sendTextOrder, textOrderOf } from './text-progress.ts';

/** No phone rings this long: a call that was never answered and cannot be asked for must free its phone. */
const LONGEST_RINGING_MS = 150_000;

/** Carries out an order in the process that made it, right after its commit. */
export function handOver(service: CarrierService, task: Task, order: Order): Promise<TaskOutcome> {
  switch (order.kind) {
    case 'call.place':
      return placeCall(service, task, order);
    case 'text.send':
      return sendTextOrder(service, task, order);
    case 'call.redirect':
      return redirectLeg(service, order.id);
    case 'call.cancel':
      return cancelLeg(service, order.id);
  }
}

/** What mostly waits for a carrier's answer. */
export const kindsAtCarriers = ['call.place', 'text.send', 'call.redirect', 'call.cancel', 'call.look'];

/** What the engine does with each kind of task: read the rows, decide anew, act. */
export function taskHandlers(service: CarrierService): Record<string, TaskHandler> {
  return {
    'call.place': (task) => placeClaimed(service, task),
    'text.send': (task) => sendClaimed(service, task),
    'call.redirect': (task) => redirectLeg(service, task.subject),
    'call.cancel': (task) => cancelLeg(service, task.subject),
    'call.retry': (task) => retryCall(service, task.subject),
    'text.retry': (task) => retryText(service, task.subject),
    'call.look': (task) => lookAgain(service, task),
    'paging.round': (task) => runNextRound(service, task.subject),
    'paging.look': (task) => hastenRound(service, task.subject),
    'case.contact': (task) => pageForMissingContact(service, task.subject),
    'case.join': (task) =>
      unitOfWork(service, (unit) => joinAgain(service, unit, task.subject, String(task.data['person']))),
    'case.connect': (task) =>
      unitOfWork(service, (unit) => connectAgain(service, unit, task.subject, String(task.data['person']))),
  };
}

/** A call claimed from the table: made by a process without an engine, or by one that died with it in its hands. */
async function placeClaimed(service: CarrierService, task: Task): Promise<TaskOutcome> {
  const leg = await unitOfWork(service, async (unit) => {
    const found = await legToPlace(service, unit, task.subject);
    if (!found || task.attempt === 1) return found;
    // Its first owner died with it: whether the carrier was asked is not known, so it is asked again.
    await replaceCall(service, unit, found);
    return undefined;
  });
  if (!leg) return;
  const call = await callOrderOf(service, service.db.$client, leg);
  return placeCall(service, task, { id: leg.id, urgency: task.priority, call });
}

async function sendClaimed(service: CarrierService, task: Task): Promise<TaskOutcome> {
  const found = await unitOfWork(service, (unit) => textToSend(service, unit, task.subject));
  if (!found) return;
  const text = textOrderOf(service, found);
  const beside = found.beside_page !== null;
  return sendTextOrder(service, task, { id: found.id, urgency: task.priority, text, beside });
}

/** Looks at a live call of which nothing was heard, and again later while it lives. */
async function lookAgain(service: CarrierService, task: Task): Promise<TaskOutcome> {
  const leg = await callById(service.db, task.subject);
  if (!leg || leg.endedAt !== null) return;
  try {
    // Its answer was lost and no callback has told its id: nobody can be asked.
    if (leg.carrierId === null && isLongOver(service, leg)) throw new Error('nothing is known of it');
    await look(service, leg);
  } catch (error) {
    if (isLongOver(service, leg)) return giveUpLeg(service, leg, 'failed');
    if (await isOutOfSight(service, leg, task.attempt)) return giveUpLeg(service, leg, 'completed');
    throw error;
  }
  const after: Call | undefined = await callById(service.db, task.subject);
  if (!after || after.endedAt !== null) return;
  await unitOfWork(service, async (unit) => {
    const isAwaited = await pagesWaitFor(unit.tx, after.toNumber);
    const dueAt = new Date(unit.now.getTime() + nextLookMs(after, isAwaited));
    unit.later({ kind: 'call.look', key: task.key, subject: task.subject, priority: 6, dueAt });
  });
  return 'settled';
}

function giveUpLeg(service: CarrierService, leg: Call, status: 'failed' | 'completed'): Promise<void> {
  return unitOfWork(service, async (unit) => {
    const found = await lockLeg(unit, leg.id);
    if (found && found.endedAt === null)
      await legEnded(service, unit, found, { status, errorCode: 'never heard of again' });
  });
}

function isLongOver(service: CarrierService, leg: Call): boolean {
  return (
    leg.answeredAt === null && service.clock.now().getTime() - leg.createdAt.getTime() > LONGEST_RINGING_MS
  );
}
