import type { Roster } from '../people/index.ts';
import { phrasesFor } from '../phrases/index.ts';
import { scriptOf, type Service, type Unit } from '../service/index.ts';
import { sendText } from '../texts/index.ts';
import { raiseAlarm, type NewAlarm } from './alarm.store.ts';

/**
 * Raises an alarm and, when it is new, texts it to the supervisors of its desk: those on duty, else those of the
 * reserve. `except` is a number that must not be used for it, such as the one that is dead.
 */
export async function alarmSupervisors(
  service: Service,
  unit: Unit,
  alarm: NewAlarm,
  roster: Roster,
  except?: string,
): Promise<void> {
  if (!(await raiseAlarm(unit.tx, alarm, unit.now))) return;
  service.log.warn({ alarm: alarm.kind, subject: alarm.subject }, alarm.message);
  const script = alarm.desk === undefined ? service.scripts[0] : scriptOf(service, alarm.desk);
  if (!script) return;
  const onDuty = roster.duty['supervisor'] ?? [];
  const people =
    onDuty.length > 0 ? onDuty : roster.reserve.filter((person) => person.roles.includes('supervisor'));
  for (const person of people) {
    const contact = person.contacts.sms;
    if (contact?.state !== 'ok' || contact.address === except) continue;
    const body = phrasesFor(person.language).alarmText(alarm.message);
    sendText(service, unit, {
      purpose: 'alarm',
      script,
      to: contact.address,
      body,
      person: person.key,
      urgency: 3,
    });
  }
}
