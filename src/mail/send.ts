import type { TaskOutcome } from '../engine/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';
import { htmlOf } from './form.ts';
import { mailToSend, noteTry, type MailToSend } from './mail.store.ts';
import { SECRET_MARK, sendTask } from './outgoing.ts';
import { nextTry } from './retry.ts';
import type { MailTransport } from './transport.ts';

/**
 * Hands a mail of the outbox to the mail server and records what it said. Without a server it stays where it is. The
 * server may have taken a mail whose answer was lost: it is sent again under the same Message-ID.
 */
export async function sendMail(
  service: Service,
  transport: MailTransport | undefined,
  mailId: string,
): Promise<TaskOutcome> {
  if (!transport) return;
  const mail = await mailToSend(service.db.$client, mailId);
  if (!mail) return;
  const answer = await transport.send({
    id: mail.id,
    to: mail.to,
    subject: mail.subject,
    text: withSecret(mail.body, mail.secret),
    html: withSecret(mail.html ?? htmlOf(mail.body, mail.language ?? undefined), mail.secret),
    replyTo: mail.replyTo ?? undefined,
    language: mail.language ?? undefined,
    after: mail.after,
  });
  return unitOfWork(service, async (unit): Promise<TaskOutcome> => {
    if (answer.ok) return noteTry(unit, mail.id, 'sent');
    const next = nextTry(answer.class, mail.attempt + 1, ageMs(mail, unit.now));
    service.log.warn(
      { mail: mail.id, class: answer.class, next: next.kind },
      `mail not sent: ${answer.error}`,
    );
    await noteTry(unit, mail.id, next.kind === 'again' ? 'waiting' : 'failed', answer.error);
    if (next.kind === 'give-up') return;
    unit.later(sendTask(mail.id, new Date(unit.now.getTime() + next.afterMs)));
    return 'settled';
  });
}

function ageMs(mail: MailToSend, now: Date): number {
  return now.getTime() - mail.createdAt.getTime();
}

function withSecret(text: string, secret: string | null): string {
  return secret === null ? text : text.replaceAll(SECRET_MARK, secret);
}
