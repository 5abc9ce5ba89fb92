import {
  connectResponder,
  hasCallAbout,
  headForRoom,
  isFull,
  moveCustomersIn,
  wayToCustomer,
} from '../bridging/index.ts';
import { callById, liveCustomerLegs, liveResponderLegs, moveLeg, type Call } from '../calls/index.ts';
import { caseById, caseByNumber, lockCases, noteCase, type Case } from '../cases/index.ts';
import { takesCall } from '../ivr/index.ts';
import { acceptCase, lockOpenPaging } from '../paging/index.ts';
import { scriptOf, unitOfWork, urgencyOf, type Service, type Unit } from '../service/index.ts';

/** `in-talk`: with a customer to whom nobody would come back, or with callers on every line. `no-phone`: whoever asks is nobody whom we can call. */
type Answered = 'yours' | 'gone' | 'taken' | 'not-ringing' | 'in-talk' | 'no-phone';

/**
 * An operator answers, from the console, a caller for whom operators' telephones ring: their own telephone is called, or goes on
 * ringing, and whoever they are talking to is parked, unless their phone has several lines. Parked callers hear so, and the operator has them again at the end of the
 * call. Somebody else's key wins where it came first.
 */
export async function answerByHand(
  service: Service,
  number: string,
  person: string | undefined,
): Promise<Answered> {
  if (person === undefined) return 'no-phone';
  const known = await caseByNumber(service.db, number);
  const script = known && scriptOf(service, known.desk);
  if (!known || !script) return 'not-ringing';
  return unitOfWork(service, async (unit): Promise<Answered> => {
    // Asked before anything is taken: a caller must not wait for somebody who cannot come.
    const phone = await phoneOf(unit, person);
    if (!phone) return 'no-phone';
    const found = await lockCalls(unit, known.id, person);
    // Of a switchboard's talks nobody knows which is that of whoever asks: none is parked, and another line is called.
    const talk = phone.lines > 1 ? undefined : found;
    await lockCases(unit.tx, talk?.caseId ? [known.id, talk.caseId] : [known.id]);
    const open = await lockOpenPaging(unit.db, known.id);
    if (open && !takesCall(script, open.plan)) return 'not-ringing';
    if ((await liveCustomerLegs(unit.db, known.id)).length === 0) return 'gone';
    const left = talk && talk.caseId !== known.id ? await whoIsLeft(unit, talk, person) : undefined;
    if (left === 'nobody-returns-to-them') return 'in-talk';
    if (
      phone.lines > 1 &&
      !(await hasCallAbout(unit.tx, person, known.id)) &&
      (await isFull(unit.tx, phone.address, phone.lines))
    )
      return 'in-talk';
    const outcome = await acceptCase(service, unit, { caseId: known.id, person, via: 'console' });
    if (outcome.kind !== 'yours') return outcome.kind === 'taken' ? 'taken' : 'not-ringing';
    // Pressed twice: the telephone is on its way already.
    if (!outcome.first) return 'yours';
    if (
      talk &&
      talk.caseId !== known.id &&
      (await wayToCustomer(service, unit, talk, known)) === 'same-room'
    ) {
      await park(unit, talk, outcome.case, left === 'customer-alone');
      return 'yours';
    }
    await connectResponder(service, unit, outcome.case, person);
    return 'yours';
  });
}

async function phoneOf(unit: Unit, person: string): Promise<{ address: string; lines: number } | undefined> {
  const { rows } = await unit.tx.query<{ address: string; lines: number }>(
    `SELECT address, lines FROM contact_method WHERE person = $1 AND channel = 'voice' AND state = 'ok'`,
    [person],
  );
  return rows[0];
}

/** Locks the legs that may be moved, in order, and returns the talk that the person is in, if any. */
async function lockCalls(unit: Unit, caseId: string, person: string): Promise<Call | undefined> {
  const { rows } = await unit.tx.query<{ id: string; isTalk: boolean }>(
    `WITH talk AS (SELECT id, case_id FROM call WHERE person = $2 AND purpose IN ('page', 'connect') AND place = 'bridge'
       AND ended_at IS NULL)
     SELECT id, id IN (SELECT id FROM talk) AS "isTalk" FROM call
     WHERE ended_at IS NULL AND (id IN (SELECT id FROM talk)
       OR purpose IN ('support', 'call-back') AND (case_id = $1 OR case_id IN (SELECT case_id FROM talk)))
     ORDER BY id FOR NO KEY UPDATE`,
    [caseId, person],
  );
  const talk = rows.find(({ isTalk }) => isTalk);
  const leg = talk && (await callById(unit.db, talk.id));
  return leg?.place === 'bridge' && leg.endedAt === null ? leg : undefined;
}

/**
 * Who stays in the room of a talk when this person leaves it. A customer alone is parked, and comes back to whoever has
 * their case; one whose case is nobody's any more would wait for ever.
 */
async function whoIsLeft(
  unit: Unit,
  talk: Call,
  person: string,
): Promise<'others' | 'customer-alone' | 'nobody-returns-to-them'> {
  if (talk.caseId === null) return 'others';
  const legs = await liveResponderLegs(unit.db, talk.caseId);
  if (legs.some(({ id, place }) => id !== talk.id && place === 'bridge')) return 'others';
  const customers = await liveCustomerLegs(unit.db, talk.caseId);
  if (!customers.some(({ place }) => place === 'bridge')) return 'others';
  const found = await caseById(unit.db, talk.caseId);
  return found?.acknowledgedBy === person ? 'customer-alone' : 'nobody-returns-to-them';
}

/** The operator's leg goes to the next caller's room; a customer who is left alone in the first one holds, and hears who comes back. */
async function park(unit: Unit, talk: Call, next: Case, isAlone: boolean): Promise<void> {
  if (talk.caseId !== null && isAlone) {
    for (const leg of await liveCustomerLegs(unit.db, talk.caseId)) {
      if (leg.place !== 'bridge') continue;
      await moveLeg(unit, leg.id, 'hold');
      unit.order({ kind: 'call.redirect', id: leg.id, urgency: 1 });
    }
    noteCase(unit, talk.caseId, 'call.parked', { by: talk.person ?? '' });
  }
  await headForRoom(unit, talk, next);
  await moveCustomersIn(unit, next);
  unit.order({ kind: 'call.redirect', id: talk.id, urgency: urgencyOf(next.severity) });
}
