import { GIVES_WAY, moveLeg, type Call } from '../calls/index.ts';
import type { Voice } from '../ivr/index.ts';
import type { Service, Unit } from '../service/index.ts';
import type { Verb } from '../telephony/index.ts';
import { codeOfCall } from './code.store.ts';

/** A phone was picked up: the code is read out, digit by digit, as long as it is good and nobody else wants the phone. */
export async function codeDocument(
  service: Service,
  unit: Unit,
  leg: Call,
  { words, say }: Voice,
): Promise<Verb[]> {
  const id = await codeOfCall(unit.tx, leg.id, unit.now);
  await moveLeg(unit, leg.id, 'told');
  if (id === undefined || leg.place === GIVES_WAY) return [say(words.goodbye), { verb: 'hangup' }];
  return [say(words.duty.codeSpoken([...service.codes.of(id)].join(' '))), { verb: 'hangup' }];
}
