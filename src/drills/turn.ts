import { raiseAlarm } from '../alarms/index.ts';
import { loadDeskDuty, onDutyAt } from '../duty/index.ts';
import type { NewTask, Task } from '../engine/index.ts';
import { dutySettingsOf, type Script } from '../ivr/index.ts';
import { newId } from '../kernel/index.ts';
import { reservePhones } from '../paging/index.ts';
import { personName } from '../people/index.ts';
import { phrasesFor } from '../phrases/index.ts';
import { scriptOf, senderOf, unitOfWork, type Service, type Unit } from '../service/index.ts';
import { sendText } from '../texts/index.ts';
import {
  endDrill,
  isPaging,
  lockDrill,
  noteMiss,
  noteTry,
  pagesOfDrill,
  type DrillPage,
  type OpenDrill,
} from './drill.store.ts';
import { languageOf } from './language.store.ts';
import { nextTurnAt, triesBy } from './when.ts';
import { whyMissed, writeMiss } from './why-missed.ts';

/** Behind pages, alarms and answers. */
const URGENCY = 6;
const RING_SECONDS = 25;
/** A phone that has a call of ours is looked at again so soon, and a desk that is paging. */
const BUSY_AGAIN_MS = 60_000;

export function turnTask(drillId: string, dueAt: Date): NewTask {
  return { kind: 'drill.turn', key: `drill.turn:${drillId}`, subject: drillId, priority: 7, dueAt };
}

/**
 * A turn of a drill: tries whoever has not answered yet by the channels that are due, or says that they were not reached.
 * Whether they go on duty at all, and by which number they are reached, is decided anew each time.
 */
export function takeTurn(service: Service, { subject }: Task): Promise<'settled' | void> {
  return unitOfWork(service, async (unit) => {
    const drill = await lockDrill(unit.tx, subject);
    if (!drill) return;
    const script = scriptOf(service, drill.desk);
    // The desk is there no more, or its script has switched drills off meanwhile.
    if (!script || !dutySettingsOf(script).drills) return endDrill(unit, drill.id, 'not-needed');
    const pages = await pagesOfDrill(unit.tx, drill.id);
    const open = pages.filter(({ reachedAt, isInUse }) => reachedAt === null && isInUse);
    if (open.length === 0) {
      const wereReached = pages.some(({ reachedAt }) => reachedAt !== null);
      return endDrill(unit, drill.id, wereReached ? 'reached' : 'not-needed');
    }
    if (!(await goesOnDuty(unit, drill))) return endDrill(unit, drill.id, 'not-needed');
    if (unit.now >= drill.verdictAt) return giveUp(service, unit, drill, script, open);
    const isDone =
      !(await isPaging(unit.tx, drill.desk)) && (await tryAll(service, unit, drill, script, open));
    const again = new Date(Math.min(unit.now.getTime() + BUSY_AGAIN_MS, drill.verdictAt.getTime()));
    unit.later(turnTask(drill.id, isDone ? nextTurnAt(drill, unit.now) : again));
    return 'settled';
  });
}

async function goesOnDuty({ tx, now }: Unit, { desk, person, shiftAt }: OpenDrill): Promise<boolean> {
  const at = shiftAt > now ? shiftAt : now;
  const duty = await loadDeskDuty(tx, desk, at, at);
  return onDutyAt(duty, at).some((of) => of.person === person);
}

/** False when a phone is at another call of ours. */
async function tryAll(
  service: Service,
  unit: Unit,
  drill: OpenDrill,
  script: Script,
  pages: readonly DrillPage[],
): Promise<boolean> {
  let areAllTried = true;
  for (const page of pages) {
    if (page.tries >= triesBy(drill, unit.now)) continue;
    if (page.channel === 'sms') await text(service, unit, drill, script, page);
    else areAllTried = await call(service, unit, drill, script, page);
  }
  return areAllTried;
}

async function text(
  service: Service,
  unit: Unit,
  { person, shiftAt }: OpenDrill,
  script: Script,
  { id, address, code }: DrillPage,
): Promise<void> {
  const { name: deskName, timeZone } = script;
  const { duty: words } = phrasesFor(await languageOf(unit.tx, person));
  const body = words.drillText({ deskName, code: code ?? '', from: shiftAt, timeZone, now: unit.now });
  const textId = sendText(service, unit, {
    purpose: 'drill',
    script,
    to: address,
    body,
    person,
    urgency: URGENCY,
  });
  await unit.flush();
  await noteTry(unit, id, { textId });
}

async function call(
  service: Service,
  unit: Unit,
  { person }: OpenDrill,
  script: Script,
  { id, address }: DrillPage,
): Promise<boolean> {
  const from = senderOf(service, script, { channel: 'voice', now: unit.now });
  const callId = newId(unit.now);
  const row = {
    id: callId,
    desk: script.desk,
    person,
    from_number: from,
    to_number: address,
    carrier: service.carriers.of(from),
    attempt: 1,
  };
  if (!(await reservePhones(unit.tx, [row], 'drill', unit.now)).has(callId)) return false;
  await noteTry(unit, id, { callId });
  const order = {
    from,
    to: address,
    answerUrl: service.urls.drill(callId),
    statusUrl: service.urls.callStatus(callId),
    ringTimeoutSeconds: RING_SECONDS,
  };
  unit.order({ kind: 'call.place', id: callId, urgency: URGENCY, call: order });
  return true;
}

/** They could not be reached in time: told to the supervisor while there is time to find somebody else. */
async function giveUp(
  service: Service,
  unit: Unit,
  { id, desk, person, shiftAt }: OpenDrill,
  { timeZone }: Script,
  pages: readonly DrillPage[],
): Promise<void> {
  const missed = pages.map((page) => ({ channel: page.channel, ...whyMissed(page) }));
  for (const [index, page] of pages.entries()) await noteMiss(unit, page.id, writeMiss(missed[index]!));
  await endDrill(unit, id, 'missed');
  const facts = {
    kind: 'drill-missed',
    desk,
    timeZone,
    key: person,
    person: (await personName(unit.tx, person)) ?? person,
    missed,
    from: shiftAt.toISOString(),
  } as const;
  await raiseAlarm(service, unit, { desk, facts });
}
