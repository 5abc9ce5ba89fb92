import { textProgressed, type CarrierService } from '../dispatch/index.ts';
import { notePage } from '../paging/index.ts';
import { unitOfWork } from '../service/index.ts';
import type { CarrierName } from '../telephony/index.ts';
import { noteLook, pagesOfText, silentTexts, type SilentText } from './look-at-texts.store.ts';

/**
 * How old a text is, in minutes, each time that the carrier is asked where it is. The last lies behind the longest time
 * that the carrier may try to deliver one of ours (an hour). Some routes never say "delivered": such a text stays `sent`.
 */
const LOOKS_AT_MINUTES = [2, 10, 65] as const;

/** So many are asked for at a carrier in one round, the oldest first. */
const MOST_AT_ONCE = 50;
const MOST_UNANSWERED = 3;

/**
 * Asks each carrier for texts of which it has not said by itself what became of them, a few times each. One that does not
 * answer keeps nobody from asking the other.
 */
export async function lookAtTexts(service: CarrierService): Promise<void> {
  for (const carrier of service.carriers.inUse) await lookAtTextsOf(service, carrier);
}

async function lookAtTextsOf(service: CarrierService, carrier: CarrierName): Promise<void> {
  const { db, clock } = service;
  const silent = await silentTexts(db.$client, carrier, clock.now(), LOOKS_AT_MINUTES, MOST_AT_ONCE);
  if (silent.length === MOST_AT_ONCE) {
    service.log.warn(
      { carrier, texts: silent.length },
      'many texts are without a report: the oldest are asked for first',
    );
  }
  let unanswered = 0;
  for (const text of silent) {
    if (!(await lookAt(service, carrier, text))) unanswered += 1;
    // A carrier that does not answer now is asked for the rest in the next round.
    if (unanswered >= MOST_UNANSWERED) return;
  }
}

/** False when the carrier could not say: it is asked again. */
async function lookAt(
  service: CarrierService,
  carrier: CarrierName,
  { id, carrierId, looks }: SilentText,
): Promise<boolean> {
  const answer = await service.telephony.at(carrier).fetchText(carrierId);
  if (!answer.ok && answer.failure.class === 'may-pass') return false;
  const found = answer.ok ? answer.value.status : answer.failure.code;
  await unitOfWork(service, async (unit) => {
    await noteLook(unit.tx, id, looks);
    for (const page of await pagesOfText(unit.tx, id)) notePage(unit, page, 'asked-for', { found });
  });
  if (!answer.ok) return true;
  const { status, failure } = answer.value;
  await textProgressed(service, id, { carrierId, status, failure });
  return true;
}
