import {
  desksWithSchedules,
  loadDeskDuty,
  NO_SCHEDULE_MS,
  scheduleRounds,
  stretches,
  swapNews,
  type SeatStretch,
} from '../duty/index.ts';
import type { NewTask, Task, TaskHandler } from '../engine/index.ts';
import { dutySettingsOf, type Script } from '../ivr/index.ts';
import { loadQuietHours } from '../people/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';
import { untold } from './notice.store.ts';
import { AHEAD_MS, BACK_MS, nextLookAt, noticesDue } from './notices.ts';
import { tellNotice } from './tell.ts';
import { tellSwap } from './tell-swap.ts';

const KIND = scheduleRounds.handoffs;

/** The round that must be there; one that is due sooner already stays so. For a start of the service. */
export function handoffTasks(now: Date): NewTask[] {
  return [roundTask(new Date(now.getTime() + 1000))];
}

/** What the engine does with it, and with the swaps that are asked for. */
export function handoffHandlers(service: Service): Record<string, TaskHandler> {
  return { [KIND]: (task) => goRound(service, task), [swapNews]: (task) => tellSwap(service, task) };
}

/**
 * Tells of what has changed hands since, and of what will. Nothing is put down for a handoff itself: who is on duty is
 * decided anew from the schedules each time, so a swap needs nobody to think of a message that is under way.
 */
async function goRound(service: Service, task: Task): Promise<'settled'> {
  const now = service.clock.now();
  const known: SeatStretch[] = [];
  const faults: unknown[] = [];
  const scheduled = await desksWithSchedules(service.db.$client);
  const quietHours = await loadQuietHours(service.db.$client);
  for (const script of service.scripts.filter(({ desk }) => scheduled.has(desk))) {
    if (!dutySettingsOf(script).messages) continue;
    try {
      known.push(...(await tellOfDesk(service, script, { now, quietHours })));
    } catch (fault) {
      faults.push(fault);
    }
  }
  const next =
    scheduled.size === 0 ? new Date(now.getTime() + NO_SCHEDULE_MS) : nextLookAt(known, service.clock.now());
  await unitOfWork(service, async (unit) => unit.later({ ...roundTask(next), key: task.key }));
  // One desk's fault keeps no other from being told, and is told itself.
  if (faults.length > 0) throw faults[0];
  return 'settled';
}

async function tellOfDesk(
  service: Service,
  script: Script,
  { now, quietHours }: { now: Date; quietHours: ReadonlyMap<string, string> },
): Promise<SeatStretch[]> {
  const { desk, timeZone } = script;
  const [from, to] = [new Date(now.getTime() - BACK_MS), new Date(now.getTime() + AHEAD_MS)];
  const duty = await loadDeskDuty(service.db.$client, desk, from, to);
  const found = stretches(duty, from, to);
  const { reminderHours } = dutySettingsOf(script);
  const due = noticesDue(found, now, { timeZone, reminderHours, quietHours });
  for (const notice of await untold(service.db.$client, desk, due))
    await tellNotice(service, script, notice, found);
  return found;
}

function roundTask(dueAt: Date): NewTask {
  return { kind: KIND, key: KIND, subject: '', priority: 7, dueAt };
}
