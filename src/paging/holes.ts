import { alarmSupervisors } from '../alarms/index.ts';
import { noteCase } from '../cases/index.ts';
import type { Roster } from '../people/index.ts';
import type { Service, Unit } from '../service/index.ts';
import type { RoundSubject } from './round.ts';
import type { Hole } from './whom.ts';

/** Says aloud that a role had too few people: on the case, and once to the supervisor with what to do. */
export async function raiseHoles(
  service: Service,
  unit: Unit,
  subject: RoundSubject,
  roster: Roster,
  holes: Hole[],
  peoplePaged: number,
): Promise<void> {
  const desk = subject.script.desk;
  for (const hole of holes) {
    noteCase(unit, subject.caseId, 'duty.hole', { ...hole });
    const message = `${holeSentence(hole, desk)} Mend the duty list of ${desk}.`;
    await alarmSupervisors(
      service,
      unit,
      { kind: 'duty-hole', subject: `${desk} ${hole.role}`, desk, message },
      roster,
    );
  }
  if (peoplePaged > 0) return;
  const message = `Nobody can be paged for ${subject.about.number}: no person of ${desk} has a working number.`;
  noteCase(unit, subject.caseId, 'paging.nobody', {});
  await alarmSupervisors(service, unit, { kind: 'nobody-to-page', subject: desk, desk, message }, roster);
}

function holeSentence(hole: Hole, desk: string): string {
  const found =
    hole.found === 0
      ? `Nobody is on duty as ${hole.role}`
      : `Only ${hole.found} of ${hole.wanted} ${hole.role}`;
  const unreachable =
    hole.unreachable.length > 0 ? `; without a working number: ${hole.unreachable.join(', ')}` : '';
  return `${desk}: ${found}${unreachable}.`;
}
