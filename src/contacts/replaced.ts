import type { Task, TaskHandler } from '../engine/index.ts';
import { isNight, morningAfter } from '../handoffs/index.ts';
import { enqueueMail } from '../mail/index.ts';
import { afterQuietHours, replacedNumberNews } from '../people/index.ts';
import { phrasesFor } from '../phrases/index.ts';
import { unitOfWork, type Service, type Unit } from '../service/index.ts';
import { sendText } from '../texts/index.ts';
import { nearestDesk } from './nearest.ts';
import { claimReplaced, noteReplacedTold, replacedToTell } from './replaced.store.ts';

/** Behind pages, alarms and answers. */
const URGENCY = 6;

/** What the engine does with the tasks of numbers. */
export function contactHandlers(service: Service): Record<string, TaskHandler> {
  return { [replacedNumberNews]: (task) => tellReplaced(service, task) };
}

/**
 * Tells somebody that a file has put another number in the place of the one that they had verified: at the new one, at the old
 * one where that took texts and is nobody else's by now, and by mail. By day: it is no reason to wake anybody. Nothing is told of
 * what was mended since.
 */
function tellReplaced(service: Service, task: Task): Promise<'settled' | void> {
  return unitOfWork(service, async (unit) => {
    const of = await replacedToTell(unit.tx, task.subject);
    const script = of && nearestDesk(service.scripts, of.after);
    if (!of || !script) return;
    if (isNight(unit.now, script.timeZone)) {
      const { kind, key, subject, priority } = task;
      unit.later({ kind, key, subject, priority, dueAt: morningAfter(unit.now, script.timeZone) });
      return 'settled';
    }
    if (!(await claimReplaced(unit, task.subject))) return;
    const { duty: words } = phrasesFor(of.language);
    const numbers = { channel: of.channel, before: ending(of.before), after: ending(of.after) };
    const body = words.numberReplaced(numbers, service.urls.person(of.person));
    const notBefore = afterQuietHours(of.quiet, unit.now, script.timeZone);
    const text = (to: typeof of.before) =>
      sendText(service, unit, {
        ...{ purpose: 'duty', script, to, body, person: of.person, urgency: URGENCY, notBefore },
      });
    const by: { textId?: string; oldTextId?: string; mailId?: string } = {};
    if (of.sms !== undefined) by.textId = text(of.sms);
    if (of.channel === 'sms' && of.before !== of.sms && !of.isPassedOn) by.oldTextId = text(of.before);
    if (of.mail !== undefined) by.mailId = mail(unit, of.mail, words.numberSubject, body, of.language);
    await unit.flush();
    await noteReplacedTold(unit, task.subject, by);
    unit.tell({ person: of.person, channel: of.channel, ...by }, 'told of a number that was replaced');
  });
}

function mail(unit: Unit, to: string, subject: string, text: string, language: string): string {
  return enqueueMail(unit, { to, subject, text, language });
}

/** So much of a number its owner knows it by, and nobody else learns it. */
const ending = (number: string): string => number.slice(-4);
