import { caseByNumber, type Case } from '../cases/index.ts';
import { unitOfWork, type Service, type Unit } from '../service/index.ts';
import {
  changesBetween,
  withChanges,
  type FieldChange,
  type FormValues,
  type Overwritten,
  type Writer,
} from './fields.ts';
import { fillIns } from './fill-in.ts';
import { unitMarks } from './form.ts';
import { readCustomer } from './known.store.ts';
import { notePresence } from './presence.store.ts';
import { lockDraft, readDraft, writeDraft } from './registration.store.ts';
import { basisOf, canBeRegistered, type Basis } from './state.ts';

export type SaveResult =
  | { kind: 'saved'; overwritten: Overwritten[] }
  /** It is registered, joined or closed meanwhile, by whom: nothing was saved. */
  | { kind: 'over'; by: string | undefined }
  | { kind: 'unknown' };

/** Saves what was typed since, and that its writer is there. Without changes only that. */
export async function saveDraft(
  service: Service,
  number: string,
  by: Writer,
  typed: { changes: Readonly<Record<string, FieldChange>>; field: string | undefined },
): Promise<SaveResult> {
  const found = await caseByNumber(service.db, number);
  if (found === undefined) return { kind: 'unknown' };
  if (Object.keys(typed.changes).length === 0) {
    const { registeredAt, registeredBy } = await readDraft(service.db.$client, found.id);
    if (!canBeRegistered(found) || registeredAt !== undefined) return { kind: 'over', by: registeredBy };
    const now = service.clock.now();
    if (await notePresence(service.db.$client, found.id, by, typed.field, now)) service.changes.publish();
    return { kind: 'saved', overwritten: [] };
  }
  return unitOfWork(service, async (unit) => {
    const draft = await lockDraft(unit.tx, found.id);
    if (!canBeRegistered(found) || draft.registeredAt !== undefined)
      return { kind: 'over' as const, by: draft.registeredBy };
    await notePresence(unit.tx, found.id, by, typed.field, unit.now);
    const basis = await basisOf(service, unit.db, found, draft, unit.now);
    const { overwritten } = await keep(unit, found, basis, typed.changes, by);
    return { kind: 'saved' as const, overwritten };
  });
}

/** Saves a whole form as it was sent: only what differs from how it was shown is a change. */
export async function saveForm(
  unit: Unit,
  found: Case,
  basis: Basis,
  form: { shown: FormValues; sent: FormValues },
  by: Writer,
): Promise<FormValues> {
  return (await keep(unit, found, basis, changesBetween(form.shown, form.sent), by)).values;
}

async function keep(
  unit: Unit,
  found: Case,
  { draft, values, customer, country }: Basis,
  changes: Readonly<Record<string, FieldChange>>,
  by: Writer,
): Promise<{ values: FormValues; overwritten: Overwritten[] }> {
  const save = { by, at: unit.now, revision: draft.revision + 1 };
  const typed = withChanges(draft.fields, changes, save);
  const after = (fields: typeof draft.fields): FormValues => ({
    ...values,
    ...Object.fromEntries(Object.entries(fields).map(([field, { value }]) => [field, value])),
  });
  const now = after(typed.fields);
  // With the customer comes what is known of them, for whatever was typed before or in the same moment.
  const isOther = changes['customer'] !== undefined;
  const whose = isOther ? await readCustomer(unit.db, now['customer'], unit.now) : customer;
  const known = { contacts: whose?.contacts ?? [], offices: whose?.offices ?? [], country };
  const filled = withChanges(typed.fields, fillIns(now, Object.keys(isOther ? now : changes), known), save);
  if (Object.keys(changes).length > 0) {
    await writeDraft(
      unit.tx,
      found.id,
      { fields: filled.fields, revision: save.revision, savedAt: unit.now, savedBy: by.name },
      unitMarks(after(filled.fields)),
    );
  }
  return { values: after(filled.fields), overwritten: typed.overwritten };
}
