import { raiseAlarm } from '../alarms/index.ts';
import { noteCase } from '../cases/index.ts';
import type { Service, Unit } from '../service/index.ts';
import type { RoundSubject } from './round.ts';
import type { Hole } from './whom.ts';

/** Says aloud that a role had too few people: on the case, and once to the supervisor with what to do. */
export async function raiseHoles(
  service: Service,
  unit: Unit,
  subject: RoundSubject,
  holes: Hole[],
  peoplePaged: number,
): Promise<void> {
  const desk = subject.script.desk;
  for (const hole of holes) {
    noteCase(unit, subject.caseId, 'duty.hole', { ...hole });
    await raiseAlarm(service, unit, { desk, facts: { kind: 'duty-hole', desk, ...hole } });
  }
  if (peoplePaged > 0) return;
  noteCase(unit, subject.caseId, 'paging.nobody', {});
  const caseNumber = subject.about.number;
  await raiseAlarm(service, unit, { desk, facts: { kind: 'nobody-to-page', desk, caseNumber } });
}
