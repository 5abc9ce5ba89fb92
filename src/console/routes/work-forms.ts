import { instantOf } from '../../coverage/index.ts';
import type { ActionResult, Actor, ConsoleActions } from '../actions.ts';
import type { FormRefusal } from '../form-refusal.ts';
import type { CaseForm } from '../pages/case-forms.tsx';

/** What can be typed into the steps of the work on a case. */
interface TypedStep {
  readonly text: string;
  readonly person: string;
  readonly what: string;
  readonly where: string;
  readonly tracking: string;
  readonly until: string;
  readonly why: string;
  readonly assessment: string;
}

export interface WorkForm {
  readonly form: CaseForm;
  /** Where on the page the result is seen. */
  readonly anchor: string;
  /** `zone`: the desk's, by whose clock times are typed. */
  run(
    actions: ConsoleActions,
    number: string,
    by: Actor,
    typed: TypedStep,
    zone: string,
  ): Promise<FormResult>;
}

/** What a form came to. */
export type FormResult = ActionResult | { ok: false; why: FormRefusal };

/** A form that lacks something, before anything is tried. */
export const refuse = async (kind: FormRefusal['kind']): Promise<FormResult> => ({
  ok: false,
  why: { kind },
});
const anchor = 'work';

/** The steps of the work, each a form of its own. */
export const workForms: readonly WorkForm[] = [
  {
    form: 'assign',
    anchor,
    run: (actions, number, by, { person }) =>
      person === '' ? refuse('no-assignee') : actions.assign(number, by, { person }),
  },
  { form: 'start', anchor, run: (actions, number, by) => actions.startWork(number, by) },
  {
    form: 'wait',
    anchor,
    run: (actions, number, by, { what, until }, zone) => {
      if (what === '') return refuse('no-wait');
      if (until === '') return actions.wait(number, by, { what, until: undefined });
      const reading = Date.parse(`${until}:00Z`);
      if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(until) || Number.isNaN(reading))
        return refuse('wait-time-malformed');
      return actions.wait(number, by, { what, until: new Date(instantOf(zone, reading)) });
    },
  },
  {
    form: 'assess',
    anchor,
    run: (actions, number, by, { assessment, why }) =>
      assessment === 'hardware' || assessment === 'not-hardware'
        ? actions.assess(number, by, { assessment, why })
        : refuse('no-assessment'),
  },
  {
    form: 'ship',
    anchor,
    run: (actions, number, by, { what, where, tracking }) =>
      what === '' || where === ''
        ? refuse('no-shipment')
        : actions.ship(number, by, { what, where, tracking: tracking === '' ? undefined : tracking }),
  },
  { form: 'received', anchor, run: (actions, number, by) => actions.received(number, by) },
  { form: 'returned', anchor, run: (actions, number, by) => actions.returned(number, by) },
  {
    form: 'write-off',
    anchor,
    run: (actions, number, by, { why }) =>
      why === '' ? refuse('no-write-off-reason') : actions.writeOff(number, by, { why }),
  },
  {
    form: 'out-of-scope',
    anchor,
    run: (actions, number, by, { why }) =>
      why === '' ? refuse('no-scope-reason') : actions.outOfScope(number, by, { why }),
  },
  {
    form: 'tell',
    anchor,
    run: (actions, number, by, { text }) =>
      text === '' ? refuse('mail-empty') : actions.tellCustomer(number, by, { text }),
  },
  { form: 'new-pin', anchor, run: (actions, number, by) => actions.newPin(number, by) },
  {
    form: 'reopen',
    anchor,
    run: (actions, number, by, { why }) =>
      why === '' ? refuse('no-reopening-reason') : actions.reopen(number, by, { why }),
  },
];
