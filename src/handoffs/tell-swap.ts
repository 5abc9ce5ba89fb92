import { swapNews, swapOf, type AskedSwap, type SwapStatus } from '../duty/index.ts';
import type { NewTask, Task } from '../engine/index.ts';
import { dutySettingsOf, type Script } from '../ivr/index.ts';
import { enqueueMail } from '../mail/index.ts';
import { afterQuietHours, firstName } from '../people/index.ts';
import { phrasesFor, type SwapFacts } from '../phrases/index.ts';
import { scriptOf, unitOfWork, type Service, type Unit } from '../service/index.ts';
import { sendText } from '../texts/index.ts';
import { isNight, morningAfter } from './night.ts';
import { addresseesOf, type Addressee } from './notice.store.ts';
import { claimStep, noteStepTold, wasAsked } from './swap-notice.store.ts';

/** Behind pages, alarms and answers. */
const URGENCY = 6;
/** What begins so soon after the night, or after somebody's quiet hours, is told in them: there would be no time to answer. */
const SOON_MS = 3_600_000;

/**
 * Tells the two of a swap that it was asked for, and what has become of it: by text and by mail, each in their language. Nobody
 * is woken for one that begins after the night, and nobody told of what has changed meanwhile, nor at a desk whose script has
 * messages switched off.
 */
export function tellSwap(service: Service, task: Task): Promise<'settled' | void> {
  return unitOfWork(service, async (unit) => {
    const known = await swapOf(unit.tx, task.subject);
    const script = known && scriptOf(service, known.swap.desk);
    if (!known || !script || !dutySettingsOf(script).messages) return;
    const { swap, status } = known;
    if (status !== task.data['step'] || isPast(swap, unit.now)) return;
    const morning = morningAfter(unit.now, script.timeZone);
    if (isNight(unit.now, script.timeZone) && begins(swap).getTime() > morning.getTime() + SOON_MS) {
      unit.later(putOff(task, morning));
      return 'settled';
    }
    const people = await addresseesOf(unit.tx, [swap.askedBy, swap.askedOf]);
    const [asker, asked] = [people.get(swap.askedBy), people.get(swap.askedOf)];
    if (!asker || !asked) return;
    // Whoever was never asked has nothing to forget.
    const isNoNews =
      status !== 'asked' &&
      status !== 'granted' &&
      !(await wasAsked(unit, { swap: swap.id, person: asked.key }));
    for (const to of toldOf(status, { asker, asked }))
      if (to !== asked || !isNoNews) await tell(service, unit, script, { swap, status, to, asker, asked });
  });
}

/** Who learns of a step: of a request the one whom it was asked of; of an answer both, also when somebody else gave it. */
function toldOf(
  status: SwapStatus,
  { asker, asked }: { asker: Addressee; asked: Addressee },
): readonly Addressee[] {
  return status === 'granted' || status === 'refused' ? [asker, asked] : [asked];
}

interface Telling {
  swap: AskedSwap;
  status: SwapStatus;
  to: Addressee;
  asker: Addressee;
  asked: Addressee;
}

async function tell(service: Service, unit: Unit, script: Script, telling: Telling): Promise<void> {
  const { swap, status, to } = telling;
  const step = { swap: swap.id, person: to.key, step: status };
  if (!(await claimStep(unit, step))) return;
  const body = wordsOf(service, script, telling, unit.now);
  const { duty: words } = phrasesFor(to.language);
  const by: { textId?: string; mailId?: string } = {};
  const awake = afterQuietHours(to.quiet, unit.now, script.timeZone);
  if (to.sms !== undefined)
    by.textId = sendText(service, unit, {
      ...{ purpose: 'duty', script, to: to.sms, body, person: to.key, urgency: URGENCY },
      notBefore: begins(swap).getTime() > awake.getTime() + SOON_MS ? awake : undefined,
    });
  if (to.mail !== undefined) {
    const text = status === 'asked' ? `${body}\n\n${words.swapWhy(swap.why)}` : body;
    const subject = words.subject(script.name);
    by.mailId = enqueueMail(unit, { to: to.mail, subject, text, language: to.language });
  }
  await unit.flush();
  if (by.textId !== undefined || by.mailId !== undefined) await noteStepTold(unit, step, by);
  unit.tell({ desk: swap.desk, person: to.key, swap: swap.id, step: status, ...by }, 'told of a swap');
}

function wordsOf(
  service: Service,
  { desk, name: deskName, timeZone }: Script,
  { swap, status, to, asker, asked }: Telling,
  now: Date,
): string {
  const { duty: words } = phrasesFor(to.language);
  const { role, gives, takes } = swap;
  const facts: SwapFacts = {
    ...{ deskName, timeZone, now, role, gives, takes },
    ...{ askedBy: firstName(asker.name), askedOf: firstName(asked.name) },
  };
  if (status === 'asked') return words.swapAsked(facts, service.urls.dutyChanges(desk));
  if (status === 'granted') return to === asker ? words.swapGranted(facts) : words.swapTaken(facts);
  return to === asker ? words.swapRefused(facts) : words.swapOver(facts);
}

const begins = ({ gives, takes = gives }: AskedSwap): Date =>
  gives.from < takes.from ? gives.from : takes.from;

const isPast = ({ gives, takes = gives }: AskedSwap, now: Date): boolean =>
  gives.to <= now && takes.to <= now;

function putOff({ key, subject, data, priority }: Task, dueAt: Date): NewTask {
  return { kind: swapNews, key, subject, data, priority, dueAt };
}
