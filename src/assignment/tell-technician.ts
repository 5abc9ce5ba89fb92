import type { Case } from '../cases/index.ts';
import type { Script } from '../ivr/index.ts';
import { isOpen } from '../coverage/index.ts';
import { enqueueMail } from '../mail/index.ts';
import { hoursWith, loadOwnHours } from '../own-hours/index.ts';
import { afterQuietHours, loadDuty } from '../people/index.ts';
import { phrasesFor, type CaseForTechnician, type Reminder } from '../phrases/index.ts';
import { scriptOf, type Service, type Unit } from '../service/index.ts';
import { sendText } from '../texts/index.ts';
import { mailsOf, personToTell, type ToldPerson } from './person.store.ts';
import { whomToAssign } from './whom.ts';

/** What the words may come from: SMS goes before mail, and one of them is enough. It is no page: nothing is asked for, and the text waits for the end of quiet hours. */
interface Message {
  sms: string;
  subject: string;
  mail: string;
}

/** Tells a person that a case is theirs. */
export function tellOfAssignment(
  service: Service,
  unit: Unit,
  script: Script,
  person: ToldPerson,
  found: Case,
): void {
  const { technician: words } = phrasesFor(person.language);
  const of = aboutCase(service, script, found);
  send(service, unit, script, person, found, {
    sms: words.assignedSms(of),
    subject: words.assignedSubject(of),
    mail: words.assignedMail(of),
  });
}

/** Reminds whoever has the case of something; while nobody has it, the first on duty who can be told. */
export async function remindTechnician(
  service: Service,
  unit: Unit,
  found: Case,
  what: Reminder,
): Promise<void> {
  const script = scriptOf(service, found.desk);
  const person = script && (await whoIsToKnow(unit, script, found));
  if (!script || !person) return;
  const { technician: words } = phrasesFor(person.language);
  const of = aboutCase(service, script, found);
  const subject = words.reminderSubject(of, what);
  // Nobody is woken for what can wait: while the office is closed a mail does, where there is an address.
  const isOpenNow = isOpen(hoursWith(script, await loadOwnHours(unit.tx, unit.now)), unit.now);
  const quiet = isOpenNow || person.mail === null ? person : { ...person, sms: null };
  send(service, unit, script, quiet, found, {
    sms: words.reminderSms(of, what),
    subject: `[${found.number}] ${subject}`,
    mail: `${found.number}: ${subject}.\n\n${found.summary}\n\n${of.link}\n`,
  });
}

/** Whoever has the case; else whoever would be given it now, and a supervisor where the desk gives cases to nobody. */
async function whoIsToKnow(unit: Unit, script: Script, found: Case): Promise<ToldPerson | undefined> {
  const has = found.assignedTo ?? found.acknowledgedBy;
  if (has !== null) return personToTell(unit.tx, has);
  const { duty } = await loadDuty(unit.tx, script.desk, unit.now);
  const roles = script.assign ? [script.assign.role, 'supervisor'] : ['supervisor'];
  const onDuty = roles.flatMap((role) => duty[role] ?? []);
  const keys = onDuty.map(({ key }) => key);
  const { person } = whomToAssign(onDuty, await mailsOf(unit.tx, keys));
  return person && personToTell(unit.tx, person.key);
}

function send(
  service: Service,
  unit: Unit,
  script: Script,
  person: ToldPerson,
  found: Case,
  message: Message,
): void {
  if (person.sms !== null) {
    const { key, quiet } = person;
    const notBefore = afterQuietHours(quiet, unit.now, script.timeZone);
    const body = message.sms;
    const text = { purpose: 'confirmation', script, to: person.sms, body, person: key } as const;
    sendText(service, unit, { ...text, caseId: found.id, urgency: 5, notBefore });
  } else if (person.mail !== null) {
    const { mail: to, language } = person;
    const thread = `technician ${found.number}`;
    enqueueMail(unit, { to, subject: message.subject, text: message.mail, language, thread });
  }
}

function aboutCase(service: Service, script: Script, found: Case): CaseForTechnician {
  return {
    number: found.number,
    deskName: script.name,
    summary: found.summary.replace(/\.$/, ''),
    contactName: found.contactName ?? undefined,
    callbackNumber: found.callbackNumber ?? found.caller ?? undefined,
    link: service.urls.case(found.number),
  };
}
