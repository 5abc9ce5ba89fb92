import { clearAlarm, raiseAlarm } from '../alarms/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';
import type { Verb } from '../telephony/index.ts';
import { readCanaryCode } from './canary-body.ts';
import { BACK_WITHIN_MINUTES } from './canary-send.ts';
import { callCameBack, readCanary, textCameBack } from './canary.store.ts';
import type { Watch } from './watch.ts';

/**
 * The canary's time is up. Not back: the way of a page by that carrier is broken somewhere, and the supervisor is told by
 * other ways.
 * Back, but the carrier has reported nothing: callbacks do not reach us. `sent` is report enough, because some routes
 * never say "delivered", and that it arrived is known better here.
 */
export async function checkCanary({ service }: Watch, canaryId: string): Promise<void> {
  await unitOfWork(service, async (unit) => {
    const canary = await readCanary(unit.tx, canaryId);
    if (!canary) return;
    const gone = canary.cameBack ? 'reports' : 'all';
    const { channel, carrier, to: number } = canary;
    const facts = {
      kind: 'canary-missing',
      channel,
      carrier,
      number,
      minutes: BACK_WITHIN_MINUTES,
      gone,
    } as const;
    if (canary.cameBack && canary.reported) {
      await clearAlarm(unit.tx, facts, 'a later one came back', unit.now);
    } else if (canary.isNewest) {
      await raiseAlarm(service, unit, { desk: service.scripts[0]?.desk, facts });
    }
  });
}

/** Takes a text that is a canary of ours; false when it is not, and means something. */
export async function takeCanaryText(service: Service, text: { body: string }): Promise<boolean> {
  const code = readCanaryCode(text.body);
  return code !== undefined && textCameBack(service.db.$client, code, service.clock.now());
}

/**
 * The document for a call that is a canary of ours; undefined when it is not, and somebody is on the line. `cameAt`: of
 * one that could not be recorded when it came.
 */
export async function takeCanaryCall(
  service: Service,
  { from, to }: { from: PhoneNumber | undefined; to: string },
  cameAt = service.clock.now(),
): Promise<Verb[] | undefined> {
  const isOurs = from !== undefined && ourNumbers(service).has(from);
  if (!isOurs || !(await callCameBack(service.db.$client, from, to, cameAt))) return undefined;
  const script = service.scripts[0];
  if (!script) return undefined;
  // A word first: a hang-up alone would refuse the call, and the way back would not be tried.
  return [{ verb: 'say', text: 'Test.', language: script.language, voice: script.voice }, { verb: 'hangup' }];
}

function ourNumbers(service: Service): Set<string> {
  const { carriers, pageFrom, scripts } = service;
  const atCarriers = carriers.inUse.flatMap((carrier) => carriers.numbersOf(carrier));
  return new Set([...pageFrom, ...atCarriers, ...scripts.flatMap(({ numbers }) => numbers)]);
}
