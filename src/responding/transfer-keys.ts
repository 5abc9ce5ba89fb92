import { liveCustomerLegs, moveLeg } from '../calls/index.ts';
import { caseById } from '../cases/index.ts';
import type { Verb } from '../telephony/index.ts';
import { handOn, transferOf } from '../transfer/index.ts';
import { putThrough } from './talk-keys.ts';
import { keysOf, MOST_OFFERS, transferMenu } from './transfer-offer.ts';
import type { Turn } from './turn.ts';

/** The key to that: hand on and leave, hand on and stay, or back to the caller. */
export async function transferKey(turn: Turn, caseId: string): Promise<Verb[]> {
  const { service, unit, leg, script, voice, key } = turn;
  const words = voice.words.operator;
  if (key.digits === undefined && key.tries < MOST_OFFERS)
    return transferMenu(service, unit, leg, script, voice, key.tries + 1);
  const targets = await transferOf(unit, script, caseId);
  const index = targets.findIndex((_, at) => Object.values(keysOf(at)).includes(key.digits ?? ''));
  const target = targets[index];
  if (!target) return backToCaller(turn, caseId);
  const isWarm = key.digits === keysOf(index).warmKey;
  const by = leg.person ?? '';
  const handed = await handOn(service, unit, { script, caseId, target, by, isWarm });
  if (!handed.ok) return [voice.say(words.transferNot(target.name)), ...(await backToCaller(turn, caseId))];
  if (isWarm) return [voice.say(words.transferStarted(target.name)), ...(await backToCaller(turn, caseId))];
  await moveLeg(unit, leg.id, 'told');
  return [voice.say(words.transferred(target.name)), { verb: 'hangup' }];
}

async function backToCaller(turn: Turn, caseId: string): Promise<Verb[]> {
  const found = await caseById(turn.unit.db, caseId);
  if (!found) return [{ verb: 'hangup' }];
  const callerHolds = (await liveCustomerLegs(turn.unit.db, caseId)).length > 0;
  return putThrough(turn, found, callerHolds, false);
}
