import { caseByNumber, lockCase, noteCase } from '../cases/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';
import type { Writer } from './fields.ts';
import { readPhone, type Faults } from './form.ts';
import { lockDraft, writeCallBack, writePutOn } from './registration.store.ts';
import { saveForm } from './save.ts';
import type { SentForm } from './register.ts';
import { basisOf, canBeRegistered } from './state.ts';

export type CallBackResult =
  | { kind: 'noted' }
  | { kind: 'faults'; faults: Faults }
  | { kind: 'over' }
  | { kind: 'unknown' };

/**
 * The customer cannot be registered now and is to be called back: what was typed is kept, and the case waits in a list of its
 * own, with who said so, when and why, until it is registered. A reason is asked for, and a number that can be called. The
 * reason leaves the form: it is not that of whatever is done next.
 */
export async function callBackLater(
  service: Service,
  number: string,
  by: Writer,
  form: SentForm,
): Promise<CallBackResult> {
  const known = await caseByNumber(service.db, number);
  if (known === undefined) return { kind: 'unknown' };
  return unitOfWork(service, async (unit): Promise<CallBackResult> => {
    const found = (await lockCase(unit.db, known.id))!;
    const draft = await lockDraft(unit.tx, found.id);
    if (!canBeRegistered(found) || draft.registeredAt !== undefined) return { kind: 'over' };
    const basis = await basisOf(service, unit.db, found, draft, unit.now);
    const values = await saveForm(unit, found, basis, form, by);
    const why = values['why']?.trim() ?? '';
    const phone = values['phone']?.trim() ?? '';
    const faults: Record<string, Faults[string]> = {};
    if (why === '') faults['why'] = { kind: 'why-missing' };
    if (readPhone(phone, basis.country) === undefined)
      faults['phone'] = { kind: phone === '' ? 'missing' : 'phone' };
    if (Object.keys(faults).length > 0) return { kind: 'faults', faults };
    const saved = await lockDraft(unit.tx, found.id);
    const emptied = { shown: { why: values['why'] ?? '' }, sent: { why: '' } };
    await saveForm(unit, found, { ...basis, draft: saved }, emptied, by);
    await writeCallBack(unit.tx, found.id, { at: unit.now, by: by.name, why });
    await writePutOn(unit.tx, found.id, undefined);
    noteCase(unit, found.id, 'registration.call-back', { by: by.name, why });
    return { kind: 'noted' };
  });
}
