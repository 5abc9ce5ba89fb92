import type { FastifyRequest } from 'fastify';
import { lockCall, type Call } from '../../calls/index.ts';
import { voiceFor, type Script, type Voice } from '../../ivr/index.ts';
import { languageOfCalled } from '../../people/index.ts';
import { scriptOf, unitOfWork, type Service, type Unit } from '../../service/index.ts';
import type { Verb } from '../../telephony/index.ts';
import { isId } from './webhook.ts';

export type LegWork<T> = (unit: Unit, leg: Call, script: Script, voice: Voice) => Promise<T>;

/** A leg that is not in our books hears that nothing is wanted of it: it can only be a stray. */
export async function withLeg(
  service: Service,
  request: FastifyRequest,
  work: LegWork<Verb[]>,
): Promise<Verb[]> {
  const { id } = request.params as { id: string };
  const document = await withLegOrUndefined(service, id, work);
  if (document) return document;
  const script = service.scripts[0];
  if (!script) throw new Error('there is no IVR script');
  const { words, say } = voiceFor(script, script.language);
  return [say(words.goodbye), { verb: 'hangup' }];
}

/** What is done with a leg of ours, locked, in the language of whoever is called. */
export async function withLegOrUndefined<T>(
  service: Service,
  id: string,
  work: LegWork<T>,
): Promise<T | undefined> {
  if (!isId(id)) return undefined;
  return unitOfWork(service, async (unit) => {
    const [leg, language] = await Promise.all([lockCall(unit.db, id), languageOfCalled(unit.tx, id)]);
    const script = leg && (scriptOf(service, leg.desk) ?? service.scripts[0]);
    if (!leg || !script) return undefined;
    return work(unit, leg, script, voiceFor(script, language ?? script.language));
  });
}

const OVER: ReadonlySet<string> = new Set(['completed', 'busy', 'no-answer', 'failed', 'canceled']);

/** True of a request about a call that has ended: nobody hears what is answered, so nothing may follow from it. */
export function isOver(status: string): boolean {
  return OVER.has(status);
}

/** How often something was asked in silence, from the address. */
export function triesOf(request: FastifyRequest): number {
  const { tries = '1' } = request.query as { tries?: string };
  return /^\d{1,3}$/.test(tries) ? Number(tries) : 1;
}
