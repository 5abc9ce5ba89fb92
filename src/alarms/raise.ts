import { newId } from '../kernel/index.ts';
import { enqueueMail } from '../mail/index.ts';
import { loadDuty } from '../people/index.ts';
import { phrasesFor, type AlarmWords } from '../phrases/index.ts';
import { scriptOf, type Service, type Unit } from '../service/index.ts';
import type { CarrierName } from '../telephony/index.ts';
import { sendText } from '../texts/index.ts';
import { openAlarm, type NewAlarm } from './alarm.store.ts';
import { recipientsOf, type Recipient } from './recipients.store.ts';
import { carrierFor, waysOf, type Way } from './ways.ts';

/** Pages that the same transaction is about to write go to the phone first. */
const CALL_AFTER_MS = 2_000;

/**
 * Opens an alarm and, when it is new, tells the supervisors of its desk once, each in their language: by text, mail and
 * call as `waysOf` says. True when it is new. `except` is what must not be used for it, such as a dead number.
 */
export async function raiseAlarm(
  service: Service,
  unit: Unit,
  alarm: NewAlarm & { except?: { way: Way; address: string } },
): Promise<boolean> {
  const script = (alarm.desk === undefined ? undefined : scriptOf(service, alarm.desk)) ?? service.scripts[0];
  const words = phrasesFor(script?.language ?? 'en-US').alarm(alarm.facts);
  const id = await openAlarm(unit.tx, alarm, words, unit.now);
  if (id === undefined) return false;
  service.log.warn({ alarm: alarm.facts.kind, desk: alarm.desk }, `${words.wrong} ${words.toDo}`);
  if (!script) return true;
  const { duty } = await loadDuty(unit.tx, script.desk, unit.now);
  const recipients = await recipientsOf(
    unit.tx,
    (duty['supervisor'] ?? []).map(({ key }) => key),
  );
  if (recipients.length === 0) {
    service.log.warn({ alarm: alarm.facts.kind }, 'nobody can be told of the alarm: there is no supervisor');
  }
  const ways = waysOf(alarm.facts);
  const by = carrierFor(alarm.facts, service.carriers);
  for (const recipient of recipients) {
    const own = phrasesFor(recipient.language).alarm(alarm.facts);
    for (const way of ways) {
      if (way === alarm.except?.way && addressOf(recipient, way) === alarm.except.address) continue;
      tell({ service, unit, alarmId: id, desk: script.desk, recipient, words: own, by }, way);
    }
  }
  return true;
}

interface Telling {
  service: Service;
  unit: Unit;
  alarmId: string;
  desk: string;
  recipient: Recipient;
  words: AlarmWords;
  by: CarrierName | undefined;
}

function addressOf(recipient: Recipient, way: Way): string | undefined {
  return recipient[way] ?? undefined;
}

function tell(telling: Telling, way: Way): void {
  const { unit, alarmId, recipient } = telling;
  const address = addressOf(recipient, way);
  if (address === undefined) return;
  if (way === 'voice') {
    unit.later({
      kind: 'alarm.call',
      key: `alarm.call:${alarmId}:${recipient.person}`,
      subject: alarmId,
      data: { person: recipient.person, attempt: 1 },
      priority: 1,
      dueAt: new Date(unit.now.getTime() + CALL_AFTER_MS),
    });
    return;
  }
  const sent = way === 'sms' ? { text_id: text(telling) } : { mail_id: mail(telling, address) };
  unit.insert('alarm_telling', {
    id: newId(unit.now),
    alarm_id: alarmId,
    person: recipient.person,
    channel: way,
    address,
    told_at: unit.now,
    ...sent,
  });
}

function text({ service, unit, desk, recipient, words, by }: Telling): string {
  return sendText(service, unit, {
    purpose: 'alarm',
    script: scriptOf(service, desk)!,
    to: recipient.sms!,
    wish: by,
    body: phrasesFor(recipient.language).alarmText(words),
    person: recipient.person,
    urgency: 3,
    segments: 3,
  });
}

function mail({ service, unit, alarmId, recipient, words }: Telling, to: string): string {
  const own = phrasesFor(recipient.language);
  return enqueueMail(unit, {
    to,
    subject: own.alarmSubject(words),
    text: own.alarmMail(words, service.urls.console()),
    language: recipient.language,
    thread: `alarm ${alarmId}`,
  });
}
