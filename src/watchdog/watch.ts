import type { CarrierService } from '../dispatch/index.ts';
import type { NewTask, Task, TaskHandler } from '../engine/index.ts';
import { sendMail, type MailTransport } from '../mail/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';
import { callAboutAlarm } from './alarm-call.ts';
import { checkCanary } from './canary-check.ts';
import { sendTextCanaries, sendVoiceCanaries, type CanarySettings } from './canary-send.ts';
import { lookAhead } from './duty-ahead.ts';
import { lookAtTexts } from './look-at-texts.ts';
import { watchRates } from './rates.ts';
import { reviewAlarms } from './review.ts';

/** What the watchdog watches with. */
export interface Watch {
  service: CarrierService;
  /** Undefined: mail stays in the outbox. */
  mail: MailTransport | undefined;
  /** Undefined: no canary is sent. */
  canary: CanarySettings | undefined;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What is done again and again, by whichever engine has it next; one task of each kind exists. */
const rounds: Record<
  string,
  { everyMs: (watch: Watch) => number | undefined; work: (watch: Watch) => Promise<void> }
> = {
  'watch.alarms': { everyMs: () => MINUTE_MS, work: reviewAlarms },
  'watch.texts': { everyMs: () => MINUTE_MS, work: ({ service }) => lookAtTexts(service) },
  'watch.rates': { everyMs: () => 10 * MINUTE_MS, work: ({ service }) => watchRates(service) },
  'watch.duty': { everyMs: () => DAY_MS, work: ({ service }) => lookAhead(service) },
  'watch.canary-text': { everyMs: canaryEveryMs, work: sendTextCanaries },
  'watch.canary-call': { everyMs: canaryEveryMs, work: sendVoiceCanaries },
};

function canaryEveryMs({ canary }: Watch): number | undefined {
  return canary && canary.everyMinutes * MINUTE_MS;
}

/** The rounds that must be there; a round that is due sooner already stays so. For a start of the service. */
export function watchTasks(watch: Watch, now: Date): NewTask[] {
  return Object.entries(rounds).flatMap(([kind, { everyMs }]) => {
    const every = everyMs(watch);
    return every === undefined ? [] : [roundTask(kind, now, every)];
  });
}

/** What the engine does with the watchdog's tasks. */
export function watchdogHandlers(watch: Watch): Record<string, TaskHandler> {
  const { service, mail } = watch;
  const handlers: Record<string, TaskHandler> = {
    'mail.send': (task) => sendMail(service, mail, task.subject),
    'alarm.call': (task) => callAboutAlarm(service, task),
    'canary.check': (task) => checkCanary(watch, task.subject),
  };
  for (const [kind, { everyMs, work }] of Object.entries(rounds)) {
    handlers[kind] = (task) => goRound(service, task, everyMs(watch), () => work(watch));
  }
  return handlers;
}

/** A round that was switched off ends; every other is put down for its next time when it is through. */
async function goRound(
  service: Service,
  task: Task,
  everyMs: number | undefined,
  work: () => Promise<void>,
): Promise<'settled' | void> {
  if (everyMs === undefined) return;
  await work();
  await unitOfWork(service, async (unit) => unit.later(roundTask(task.kind, unit.now, everyMs)));
  return 'settled';
}

function roundTask(kind: string, now: Date, everyMs: number): NewTask {
  return { kind, key: kind, subject: '', priority: 7, dueAt: new Date(now.getTime() + everyMs) };
}
