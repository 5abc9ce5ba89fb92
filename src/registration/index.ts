import type { Service } from '../service/index.ts';
import { approve, type Approval } from './approve.ts';
import { callBackLater } from './call-back.ts';
import type { FieldChange, Writer } from './fields.ts';
import { discard, openByHand } from './open-by-hand.ts';
import { putOnCase, takeBackPutOn } from './put-on.ts';
import { keepForm, registerCase, type SentForm } from './register.ts';
import { saveDraft } from './save.ts';
import { readState } from './state.ts';

/** What people do to registrations in the console. */
export type Registrations = ReturnType<typeof registrations>;

/** The same for one service. Each is a transaction of its own; what is wrong is a result and no error. */
export function registrations(service: Service) {
  return {
    read: (number: string, accountId: string) => readState(service, number, accountId),
    openByHand: (by: Writer, wanted: { id: string; desk: string }) => openByHand(service, by, wanted),
    save: (
      number: string,
      by: Writer,
      typed: { changes: Record<string, FieldChange>; field: string | undefined },
    ) => saveDraft(service, number, by, typed),
    keep: (number: string, by: Writer, form: SentForm) => keepForm(service, number, by, form),
    register: (number: string, by: Writer, form: SentForm) => registerCase(service, number, by, form),
    registerOutOfScope: (number: string, by: Writer, form: SentForm) =>
      registerCase(service, number, by, form, true),
    callBackLater: (number: string, by: Writer, form: SentForm) => callBackLater(service, number, by, form),
    approve: (number: string, by: Writer, approval: Approval) => approve(service, number, by, approval),
    putOn: (number: string, by: Writer, onto: string) => putOnCase(service, number, by, onto),
    takeBackPutOn: (number: string, by: Writer) => takeBackPutOn(service, number, by),
    discard: (number: string, by: Writer) => discard(service, number, by),
  };
}

export type { ApproveResult } from './approve.ts';
export {
  lengthOf,
  mostOffices,
  officeNumbers,
  readValues,
  type FormValues,
  type Overwritten,
  type StoredField,
} from './fields.ts';
export { priorities, type FieldFault, type Faults, type RegisteredForm } from './form.ts';
export type { KnownUnit, OpenCase } from './known.store.ts';
export { expectPutOn, putOnWhenOver, type PutOnResult } from './put-on.ts';
export { mayReport, type Standing } from './standing.ts';
export type { RegistrationState } from './state.ts';
export { registration } from './tables.ts';
