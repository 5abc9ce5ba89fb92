import { assignByHand } from '../assignment/index.ts';
import { noteCase, type Case } from '../cases/index.ts';
import { tellCustomer, tellCustomerWho } from '../customer-mail/index.ts';
import type { Service, Unit } from '../service/index.ts';
import { done, onCaseOf, refused, type ActionResult, type Actor } from './on-case.ts';
import { reopenCase } from './reopen.store.ts';
import { planAssignment } from '../assignment/index.ts';
import { expectEndOfWait, expectReturn } from './reminders.ts';
import { whyNot, type Step } from './steps.ts';
import type { Assessment } from './tables.ts';
import { changeWork, workOf } from './work.store.ts';

/** The steps of the work on a case, taken by hand; the customer is told of each that is theirs to know. */
export function workActions(service: Service) {
  const onCase = onCaseOf(service);
  const takeStep = (
    step: Step,
    number: string,
    work: (unit: Unit, found: Case) => Promise<ActionResult | void>,
  ): Promise<ActionResult> =>
    onCase(number, async (unit, found) => {
      const refusal = whyNot(step, await workOf(unit.db, found));
      if (refusal !== undefined) return refused(refusal);
      return (await work(unit, found)) ?? done;
    });
  return {
    assign: (number: string, by: Actor, to: { person: string }) =>
      takeStep('assign', number, (unit, found) =>
        assignByHand(service, unit, found, { person: to.person, by: by.name }),
      ),

    startWork: (number: string, by: Actor) =>
      takeStep('start', number, async (unit, found) => {
        await changeWork(unit.db, found.id, { startedAt: unit.now, ...notWaiting });
        noteCase(unit, found.id, 'case.work-started', { by: by.person ?? by.name });
        await tellCustomerWho(service, unit, found, 'work-started', by.person ?? by.name);
      }),

    wait: (number: string, by: Actor, wait: { what: string; until: Date | undefined }) =>
      takeStep('wait', number, async (unit, found) => {
        const { what, until } = wait;
        if (until !== undefined && until <= unit.now) return refused({ kind: 'time-past' });
        const waiting = { waitingSince: unit.now, waitingFor: what, waitingUntil: until ?? null };
        await changeWork(unit.db, found.id, waiting);
        noteCase(unit, found.id, 'case.waiting', { by: by.name, what, until: until?.toISOString() });
        if (until !== undefined) await expectEndOfWait(service, unit, found, until);
        await tellCustomer(service, unit, found, { kind: 'waiting', what, until });
        return done;
      }),

    assess: (number: string, by: Actor, found: { assessment: Assessment; why: string }) =>
      takeStep('assess', number, async (unit, { id }) => {
        await changeWork(unit.db, id, { assessment: found.assessment });
        noteCase(unit, id, 'case.assessed', { by: by.name, status: found.assessment, why: found.why });
      }),

    ship: (
      number: string,
      by: Actor,
      unitSent: { what: string; where: string; tracking: string | undefined },
    ) =>
      takeStep('ship', number, async (unit, found) => {
        const sent = { shippedAt: unit.now, receivedAt: null, returnedAt: null };
        await changeWork(unit.db, found.id, sent);
        noteCase(unit, found.id, 'unit.shipped', { by: by.name, ...unitSent });
        await expectReturn(service, unit, found);
        await tellCustomer(service, unit, found, { kind: 'shipped', ...unitSent });
      }),

    received: (number: string, by: Actor) =>
      takeStep('received', number, async (unit, found) => {
        await changeWork(unit.db, found.id, { receivedAt: unit.now });
        noteCase(unit, found.id, 'unit.received', { by: by.name });
        await tellCustomer(service, unit, found, { kind: 'received' });
      }),

    returned: (number: string, by: Actor) =>
      takeStep('returned', number, async (unit, found) => {
        await endReturn(unit, found);
        noteCase(unit, found.id, 'unit.returned', { by: by.name });
        await tellCustomer(service, unit, found, { kind: 'returned' });
      }),

    /** The old unit will not come back: nobody asks for it any more. The customer is not told. */
    writeOff: (number: string, by: Actor, writeOff: { why: string }) =>
      takeStep('write-off', number, async (unit, found) => {
        await endReturn(unit, found);
        noteCase(unit, found.id, 'unit.written-off', { by: by.name, why: writeOff.why });
      }),

    outOfScope: (number: string, by: Actor, scope: { why: string }) =>
      takeStep('out-of-scope', number, async (unit, found) => {
        await changeWork(unit.db, found.id, { outOfScopeAt: unit.now });
        noteCase(unit, found.id, 'case.out-of-scope', { by: by.name, why: scope.why });
        await tellCustomer(service, unit, found, { kind: 'out-of-scope', why: scope.why });
      }),

    reopen: (number: string, by: Actor, again: { why: string }) =>
      takeStep('reopen', number, async (unit, found) => {
        if (found.erasedAt !== null) return refused({ kind: 'erased' });
        await reopenCase(unit.tx, found.id);
        await changeWork(unit.db, found.id, { ...notWaiting, closingCode: null, outOfScopeAt: null });
        noteCase(unit, found.id, 'case.reopened', { by: by.name, why: again.why });
        await tellCustomer(service, unit, found, { kind: 'reopened' });
        if (found.assignedTo === null) await planAssignment(service, unit, found);
        return done;
      }),

    tellCustomer: (number: string, by: Actor, note: { text: string }) =>
      onCase(number, async (unit, found) => {
        noteCase(unit, found.id, 'customer.note', { by: by.name, text: note.text });
        await tellCustomer(service, unit, found, { kind: 'note', text: note.text });
        return done;
      }),

    newPin: (number: string, by: Actor) =>
      onCase(number, async (unit, found) => {
        noteCase(unit, found.id, 'status.new-pin', { by: by.name });
        await tellCustomer(service, unit, found, { kind: 'new-pin' });
        return done;
      }),
  };
}

const notWaiting = { waitingSince: null, waitingFor: null, waitingUntil: null };

async function endReturn(unit: Unit, { id }: Case): Promise<void> {
  await changeWork(unit.db, id, { returnedAt: unit.now });
  await unit.tx.query('DELETE FROM task WHERE key = $1', [`case.return:${id}`]);
}
