import { caseRegistered } from '../assignment/index.ts';
import { caseByNumber, lockCase, noteCase } from '../cases/index.ts';
import { markOutOfScope } from '../casework/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';
import type { FormValues, Writer } from './fields.ts';
import { readForm, summaryOf, type Faults } from './form.ts';
import { readCustomer } from './known.store.ts';
import { endPresence } from './presence.store.ts';
import { lockDraft, noteRefusal, writeRegistered } from './registration.store.ts';
import { saveForm } from './save.ts';
import { mayReport, standingOf, type Standing } from './standing.ts';
import { basisOf, canBeRegistered } from './state.ts';

export type RegisterResult =
  /** Also of a form that was sent twice: the second time changes nothing. */
  | { kind: 'registered' }
  | { kind: 'faults'; faults: Faults }
  /** The contact is not approved: a supervisor's word is needed. The attempt is on the case's timeline. */
  | { kind: 'refused'; standing: Standing }
  | { kind: 'over' }
  | { kind: 'unknown' };

/** A form as it was shown and as it is sent. */
export interface SentForm {
  shown: FormValues;
  sent: FormValues;
}

/**
 * Registers a case: what was sent is saved in any event, and when nothing stands in the way the case is what the form
 * says: the customer is told, and it is given to somebody. `isOutOfScope`: it is marked as not covered in the same step, for the
 * reason that the form gives, and the customer is told that too.
 */
export async function registerCase(
  service: Service,
  number: string,
  by: Writer,
  form: SentForm,
  isOutOfScope = false,
): Promise<RegisterResult> {
  const known = await caseByNumber(service.db, number);
  if (known === undefined) return { kind: 'unknown' };
  return unitOfWork(service, async (unit): Promise<RegisterResult> => {
    const found = (await lockCase(unit.db, known.id))!;
    const draft = await lockDraft(unit.tx, found.id);
    if (draft.registeredAt !== undefined) return { kind: 'registered' };
    if (!canBeRegistered(found)) return { kind: 'over' };
    const basis = await basisOf(service, unit.db, found, draft, unit.now);
    const values = await saveForm(unit, found, basis, form, by);
    const read = readForm(values, basis.country);
    const why = values['why']?.trim() ?? '';
    const lacksWhy = isOutOfScope && why === '';
    if (read.form === undefined || lacksWhy)
      return {
        kind: 'faults',
        faults: lacksWhy ? { ...read.faults, why: { kind: 'why-missing' } } : read.faults,
      };
    const customer = await readCustomer(unit.db, values['customer'], unit.now);
    const standing = standingOf(read.form.contact.name, customer, draft.exception);
    if (!mayReport(standing)) {
      await noteRefusal(unit.tx, found.id, unit.now);
      noteCase(unit, found.id, 'registration.refused', {
        by: by.name,
        contact: read.form.contact.name,
        because: standing.kind,
      });
      return { kind: 'refused', standing };
    }
    const exceptionBy = standing.kind === 'excepted' ? standing.exception.by : null;
    const registered = { ...read.form, contact: { ...read.form.contact, exceptionBy } };
    await writeRegistered(unit.tx, found.id, registered, {
      at: unit.now,
      by: by.name,
      summary: summaryOf(registered),
      customer: customer?.key,
    });
    await endPresence(unit.db, found.id);
    noteCase(unit, found.id, 'case.registered', {
      by: by.name,
      priority: registered.priority,
      ...(exceptionBy === null ? {} : { exceptionBy }),
    });
    await caseRegistered(service, unit, found);
    if (isOutOfScope) await markOutOfScope(service, unit, found, { by: by.name, why });
    return { kind: 'registered' };
  });
}

/** Saves a form that was sent without registering it, for browsers without scripts. */
export async function keepForm(
  service: Service,
  number: string,
  by: Writer,
  form: SentForm,
): Promise<'saved' | 'over' | 'unknown'> {
  const known = await caseByNumber(service.db, number);
  if (known === undefined) return 'unknown';
  return unitOfWork(service, async (unit) => {
    const draft = await lockDraft(unit.tx, known.id);
    if (!canBeRegistered(known) || draft.registeredAt !== undefined) return 'over';
    await saveForm(unit, known, await basisOf(service, unit.db, known, draft, unit.now), form, by);
    return 'saved';
  });
}
