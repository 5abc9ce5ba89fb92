import { caseByNumber, lockCase, noteCase } from '../cases/index.ts';
import { sameName } from '../customers/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';
import type { Writer } from './fields.ts';
import { readPhone } from './form.ts';
import { approveContact, lockDraft, writeApproval } from './registration.store.ts';
import { basisOf, canBeRegistered } from './state.ts';

/** What a supervisor allows: `once` for this case, with a reason; `always`: the contact is approved from now on. */
export interface Approval {
  how: 'once' | 'always';
  reason: string;
}

export type ApproveResult =
  | { kind: 'approved' }
  | { kind: 'unknown' }
  | { kind: 'over' }
  | { kind: 'reason-missing' }
  | { kind: 'name-missing' }
  /** Nobody can be approved for good of a customer that is not known. */
  | { kind: 'customer-missing' }
  | { kind: 'phone-missing' }
  | { kind: 'phone-of'; name: string };

/** The supervisor's word on a contact who is not approved. Whether the account is a supervisor's is its caller's to know. */
export async function approve(
  service: Service,
  number: string,
  by: Writer,
  { how, reason }: Approval,
): Promise<ApproveResult> {
  const known = await caseByNumber(service.db, number);
  if (known === undefined) return { kind: 'unknown' };
  if (how === 'once' && reason === '') return { kind: 'reason-missing' };
  return unitOfWork(service, async (unit): Promise<ApproveResult> => {
    const found = (await lockCase(unit.db, known.id))!;
    const draft = await lockDraft(unit.tx, found.id);
    if (!canBeRegistered(found) || draft.registeredAt !== undefined) return { kind: 'over' };
    const { values, customer, country } = await basisOf(service, unit.db, found, draft, unit.now);
    const name = (values['name'] ?? '').trim().replace(/\s+/g, ' ');
    if (name === '') return { kind: 'name-missing' };
    if (how === 'always') {
      if (customer === undefined) return { kind: 'customer-missing' };
      const contact = customer.contacts.find((one) => sameName(one.name, name));
      const phone = contact?.phone ?? readPhone(values['phone'] ?? '', country);
      if (phone === undefined) return { kind: 'phone-missing' };
      const mail = contact?.email ?? (values['mail']?.trim() || undefined);
      const approved = { customer: customer.key, name: contact?.name ?? name, phone, mail };
      const owner = await approveContact(
        unit.tx,
        { ...approved, by: by.name, at: unit.now },
        contact !== undefined,
      );
      if (owner !== undefined) return { kind: 'phone-of', name: owner };
    }
    const once = { name, by: by.name, at: unit.now.toISOString(), reason };
    await writeApproval(unit.tx, found.id, how === 'once' ? once : undefined);
    // Not as `reason`, which is kept when a case is blanked: this one is about a person.
    noteCase(unit, found.id, 'registration.approved', { by: by.name, how, contact: name, why: reason });
    return { kind: 'approved' };
  });
}
