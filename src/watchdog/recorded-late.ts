import { raiseAlarm } from '../alarms/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';

/** A caller who waits for longer may have given up, and somebody should look. */
const TOLD_AFTER_MS = 60_000;

/** A time in which things could not be recorded at once; it is over. */
interface LateRecords {
  recorded: number;
  lost: number;
  from: Date;
  until: Date;
  longestMs: number;
}

/** Tells the supervisor when callers had to wait for being recorded, or were not recorded at all. */
export async function tellOfLateRecords(service: Service, late: LateRecords): Promise<void> {
  const { recorded, lost, from, until, longestMs } = late;
  if (longestMs <= TOLD_AFTER_MS && lost === 0) return;
  const facts = {
    kind: 'recorded-late',
    recorded,
    lost,
    from: from.toISOString(),
    until: until.toISOString(),
  } as const;
  await unitOfWork(service, async (unit) => {
    await raiseAlarm(service, unit, { desk: undefined, facts });
  });
}
