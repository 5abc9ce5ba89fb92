import {
  loadDeskDuty,
  stretches as stretchesOf,
  whoIsOnDuty,
  type DeskDuty,
  type SeatStretch,
} from '../duty/index.ts';
import type { Script } from '../ivr/index.ts';
import { enqueueMail } from '../mail/index.ts';
import { firstName } from '../people/index.ts';
import { phrasesFor } from '../phrases/index.ts';
import { unitOfWork, type Service, type Unit } from '../service/index.ts';
import { sendText } from '../texts/index.ts';
import { addresseesOf, claimNotice, noteTold, type Addressee } from './notice.store.ts';
import { endOfTurn, successorOf, type Notice } from './notices.ts';

/** As far as the end of a shift is looked for; `whoIsOnDuty` looks no further. */
const UNTIL_WITHIN_MS = 101 * 86_400_000;
/** Behind pages, alarms and answers. */
const URGENCY = 6;

/** Tells one person of one handoff: by text, by mail where texts do not reach them. Once, whoever else does it too. */
export async function tellNotice(
  service: Service,
  script: Script,
  notice: Notice,
  stretches: readonly SeatStretch[],
): Promise<void> {
  const duty = await loadDeskDuty(service.db.$client, script.desk, notice.at, aheadOf(notice.at));
  await unitOfWork(service, async (unit) => {
    if (!(await claimNotice(unit, script.desk, notice))) return;
    const successors = notice.turns.flatMap((turn) => successorOf(turn, stretches) ?? []);
    const people = await addresseesOf(unit.tx, [notice.person, ...successors]);
    const to = people.get(notice.person);
    if (!to) return;
    const body = wordsOf(notice, { script, to, people, duty, stretches, now: unit.now });
    const by = send(service, unit, script, to, body);
    await unit.flush();
    if (by.textId !== undefined || by.mailId !== undefined) await noteTold(unit, script.desk, notice, by);
    unit.tell({ desk: script.desk, person: to.key, notice: notice.kind, ...by }, 'told of a handoff');
  });
}

const LONGEST_UNKNOWN_MS = 2 * 86_400_000;
const aheadOf = (at: Date): Date => new Date(at.getTime() + UNTIL_WITHIN_MS);

interface Known {
  script: Script;
  to: Addressee;
  people: ReadonlyMap<string, Addressee>;
  duty: DeskDuty;
  stretches: readonly SeatStretch[];
  now: Date;
}

function wordsOf({ kind, at, turns }: Notice, known: Known): string {
  const { script, to, people, duty, stretches, now } = known;
  const { name: deskName, timeZone } = script;
  const { duty: words } = phrasesFor(to.language);
  if (kind === 'off') {
    const told = turns.flatMap((turn) => {
      const successor = successorOf(turn, stretches);
      const name = people.get(successor ?? '')?.name;
      return name === undefined ? [] : [{ ...seatToTell(turn, duty, at), successor: firstName(name) }];
    });
    return words.offDuty({ deskName, turns: told });
  }
  const seats = whoIsOnDuty(duty, at);
  const whole = turns.some(({ pauses }) => pauses) ? stretchesOf(duty, at, aheadOf(at)) : [];
  const told = turns.map((turn) => {
    const own = seats.find((of) => of.role === turn.role && of.seat === turn.seat);
    const seat = seatToTell(turn, duty, at);
    if (turn.pauses !== true)
      return {
        ...seat,
        until: own?.person === turn.person ? own.until : turn.to,
        withPauses: false,
      };
    const { to: until, withPauses } = endOfTurn(turn, whole);
    // Near the end of what is looked at it is not known whether a turn goes on.
    const isEnd = until.getTime() < aheadOf(at).getTime() - LONGEST_UNKNOWN_MS;
    return { ...seat, until: isEnd ? until : undefined, withPauses };
  });
  const facts = { deskName, timeZone, now, from: at, turns: told };
  return kind === 'on' ? words.onDuty(facts) : words.reminder(facts);
}

/** The seat is named where the role has several then. */
function seatToTell({ role, seat }: SeatStretch, { versions }: DeskDuty, at: Date) {
  const inForce = versions.findLast((version) => version.role === role && version.validFrom <= at);
  const areSeveral = (inForce?.definition?.seats.length ?? 0) > 1;
  return { role, seat: areSeveral ? seat : undefined };
}

function send(
  service: Service,
  unit: Unit,
  script: Script,
  to: Addressee,
  body: string,
): { textId?: string; mailId?: string } {
  if (to.sms !== undefined) {
    const text = { purpose: 'duty', script, to: to.sms, body, person: to.key, urgency: URGENCY } as const;
    return { textId: sendText(service, unit, text) };
  }
  if (to.mail === undefined) return {};
  const subject = phrasesFor(to.language).duty.subject(script.name);
  return { mailId: enqueueMail(unit, { to: to.mail, subject, text: body, language: to.language }) };
}
