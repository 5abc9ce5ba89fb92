import { remindTechnician } from '../assignment/index.ts';
import { caseByNumber, lockCase, noteCase, type Case } from '../cases/index.ts';
import { newId } from '../kernel/index.ts';
import { unitOfWork, type Service, type Unit } from '../service/index.ts';
import type { ReceivedMail } from './read-mail.ts';
import { caseOfMail, keepMail, markBounced, settleMail, unmatchedMail } from './replies.store.ts';
import type { ReceivedKind } from './tables.ts';

/**
 * Takes a mail that came in: an answer of a case's customer goes on its timeline, a bounce on the mail that came back,
 * what a machine wrote nowhere, and the rest to people. Brought twice, it counts once.
 *
 * A mail is a case's only when it answers one of our mails or has the case's number in its subject, and comes from the
 * address that the case's customer is written to: a number alone is no secret. `own`: addresses of ours, from which nobody
 * answers; what comes from them would go round for ever.
 */
export async function receiveMail(
  service: Service,
  mail: ReceivedMail,
  own: readonly string[],
): Promise<ReceivedKind | 'known'> {
  return unitOfWork(service, async (unit) => {
    const row = { id: newId(unit.now), at: unit.now };
    if (mail.bounce) {
      if (!(await keepMail(unit.tx, mail, { ...row, kind: 'bounce' }))) return 'known';
      await cameBack(service, unit, mail.bounce);
      return 'bounce';
    }
    if (mail.isAutomatic || own.includes(mail.from)) {
      return (await keepMail(unit.tx, mail, { ...row, kind: 'automatic' })) ? 'automatic' : 'known';
    }
    const found = await caseOfMail(unit.tx, mail.answers, numbersIn(mail.subject));
    if (!found || !found.readers.includes(mail.from)) {
      const why = found
        ? 'its sender is not the address that the case’s customer is written to'
        : 'it answers no mail of ours, and its subject has no case number';
      const kept = { ...row, kind: 'unmatched', body: withAttachments(mail), why } as const;
      return (await keepMail(unit.tx, mail, kept)) ? 'unmatched' : 'known';
    }
    const locked = (await lockCase(unit.db, found.id))!;
    if (!(await keepMail(unit.tx, mail, { ...row, kind: 'reply', caseId: found.id }))) return 'known';
    await putOnTimeline(service, unit, locked, {
      from: mail.from,
      text: withAttachments(mail),
      mail: row.id,
    });
    return 'reply';
  });
}

async function putOnTimeline(
  service: Service,
  unit: Unit,
  found: Case,
  told: { from: string; text: string; mail: string },
): Promise<void> {
  noteCase(unit, found.id, 'customer.replied', told);
  await remindTechnician(service, unit, found, 'customer-replied');
}

async function cameBack(
  service: Service,
  unit: Unit,
  bounce: NonNullable<ReceivedMail['bounce']>,
): Promise<void> {
  const of = await markBounced(unit.tx, bounce.of, bounce.why, unit.now);
  const found = of?.caseId ? await lockCase(unit.db, of.caseId) : undefined;
  if (!found) return;
  noteCase(unit, found.id, 'customer.mail-bounced', { why: bounce.why });
  await remindTechnician(service, unit, found, 'mail-bounced');
}

function numbersIn(subject: string): string[] {
  return [...subject.toUpperCase().matchAll(/\b[A-Z]{2,8}-\d{1,12}\b/g)].map(([number]) => number);
}

function withAttachments({ text, attachments }: ReceivedMail): string {
  if (attachments.length === 0) return text;
  const listed = attachments.map(({ name, bytes }) => `${name} (${Math.ceil(bytes / 1024)} kB)`);
  return `${text}\n\n[Attached, not kept: ${listed.join(', ')}]`;
}

/** What people do with mail that is on no case. */
export function replyActions(service: Service) {
  return {
    /** Puts it on the case of this number; without a number somebody has just seen it. */
    settle: (id: string, by: { name: string }, number: string | undefined) =>
      unitOfWork(service, async (unit): Promise<{ ok: true } | { ok: false; message: string }> => {
        const known = number === undefined ? undefined : await caseByNumber(unit.db, number);
        if (number !== undefined && !known) return { ok: false, message: `There is no case ${number}.` };
        const found = known && (await lockCase(unit.db, known.joinedTo ?? known.id));
        if (found && found.erasedAt !== null)
          return { ok: false, message: `The personal data of ${found.number} has been deleted.` };
        const mail = await unmatchedMail(unit.tx, id);
        if (!mail) return { ok: false, message: 'Somebody has seen to this mail already.' };
        if (found) await putOnTimeline(service, unit, found, { from: mail.from, text: mail.body, mail: id });
        await settleMail(unit.tx, id, { name: by.name, now: unit.now, caseId: found?.id });
        return { ok: true };
      }),
  };
}
