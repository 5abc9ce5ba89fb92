import { clearAlarm, raiseAlarm } from '../alarms/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';
import { hasDropped, partOf, type DropLimits } from './drop.ts';
import { readRates } from './rates.store.ts';

/** Texts arrive nearly always. Whether people answer at night varies by itself, so calls need more of them, and a deeper fall. */
const limits: Record<'sms' | 'voice', DropLimits> = {
  sms: { leastRecent: 6, leastUsual: 30, belowPart: 0.7 },
  voice: { leastRecent: 16, leastUsual: 60, belowPart: 0.3 },
};

/** Watches what arrives, per channel and number that it comes from, against its own last two weeks. */
export async function watchRates(service: Service): Promise<void> {
  const rates = await readRates(service.db.$client, service.clock.now());
  for (const { channel, from, desk, recent, usual } of rates) {
    const facts = {
      kind: 'delivery-drop',
      channel,
      from,
      recentPercent: percent(partOf(recent)),
      usualPercent: percent(partOf(usual)),
      recent: recent.sent,
    } as const;
    const dropped = hasDropped(recent, usual, limits[channel]);
    // Too few to say: an alarm that stands goes on standing.
    if (!dropped && recent.sent < limits[channel].leastRecent) continue;
    await unitOfWork(service, async (unit) => {
      if (dropped) await raiseAlarm(service, unit, { desk, facts });
      else await clearAlarm(unit.tx, facts, 'as many arrive as usual', unit.now);
    });
  }
}

function percent(part: number): number {
  return Math.round(part * 100);
}
