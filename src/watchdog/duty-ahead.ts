import { raiseAlarm, subjectOf } from '../alarms/index.ts';
import { sweep } from '../duty/index.ts';
import { hoursWith, loadOwnHours } from '../own-hours/index.ts';
import { loadRosterSource, usableChannels, type RosterSource } from '../people/index.ts';
import type { AlarmFacts } from '../phrases/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';

type DutyAhead = Extract<AlarmFacts, { kind: 'duty-ahead' }>;

/** Long enough to find somebody in; what is later is told when it comes near. */
const AHEAD_MS = 7 * 86_400_000;

/**
 * Says what will be missing in the duty of the next seven days, before the shift begins and not after. What stands is
 * told anew each day, as every alarm whose cause is met again after half a day; mended, it is taken down within a minute.
 */
export async function lookAhead(service: Service): Promise<void> {
  for (const facts of await dutyAhead(service))
    await unitOfWork(service, (unit) => raiseAlarm(service, unit, { desk: facts.desk, facts }));
}

/** What is missing in the next seven days, one for each desk, role, fault and person: the first stretch, and how many more. */
export async function dutyAhead(service: Service): Promise<DutyAhead[]> {
  const now = service.clock.now();
  const until = new Date(now.getTime() + AHEAD_MS);
  const own = await loadOwnHours(service.db.$client, now);
  const all: DutyAhead[] = [];
  for (const script of service.scripts) {
    const { desk, timeZone } = script;
    const source = await loadRosterSource(service.db.$client, desk, { from: now, to: until });
    const canBeReached = (key: string): boolean => isReachable(source, key);
    const hours = hoursWith(script, own);
    const firsts = new Map<string, DutyAhead>();
    for (const finding of sweep({ script, duty: source.duty, canBeReached, hours }, now, until)) {
      const facts: DutyAhead = {
        ...finding,
        kind: 'duty-ahead',
        desk,
        timeZone,
        people: finding.people.map((key) => source.people.get(key)?.name ?? key),
        from: finding.from.toISOString(),
        to: finding.to.toISOString(),
        more: 0,
      };
      const subject = subjectOf(facts);
      const first = firsts.get(subject);
      if (first === undefined) firsts.set(subject, facts);
      else first.more += 1;
    }
    all.push(...firsts.values());
  }
  return all;
}

function isReachable({ people }: RosterSource, key: string): boolean {
  const person = people.get(key);
  return person !== undefined && usableChannels(person).length > 0;
}
