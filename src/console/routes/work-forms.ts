import { instantOf } from '../../coverage/index.ts';
import type { ActionResult, Actor, ConsoleActions } from '../actions.ts';
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
  ): Promise<ActionResult>;
}

const refuse = async (message: string): Promise<ActionResult> => ({ ok: false, message });
const anchor = 'work';

/** The steps of the work, each a form of its own. */
export const workForms: readonly WorkForm[] = [
  {
    form: 'assign',
    anchor,
    run: (actions, number, by, { person }) =>
      person === '' ? refuse('Choose whose it is') : actions.assign(number, by, { person }),
  },
  { form: 'start', anchor, run: (actions, number, by) => actions.startWork(number, by) },
  {
    form: 'wait',
    anchor,
    run: (actions, number, by, { what, until }, zone) => {
      if (what === '') return refuse('Write what it waits for');
      if (until === '') return actions.wait(number, by, { what, until: undefined });
      const reading = Date.parse(`${until}:00Z`);
      if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(until) || Number.isNaN(reading))
        return refuse('Write the time with its date, such as 2026-11-05T14:00');
      return actions.wait(number, by, { what, until: new Date(instantOf(zone, reading)) });
    },
  },
  {
    form: 'assess',
    anchor,
    run: (actions, number, by, { assessment, why }) =>
      assessment === 'hardware' || assessment === 'not-hardware'
        ? actions.assess(number, by, { assessment, why })
        : refuse('Choose whether it is the hardware'),
  },
  {
    form: 'ship',
    anchor,
    run: (actions, number, by, { what, where, tracking }) =>
      what === '' || where === ''
        ? refuse('Write what is sent, and where to')
        : actions.ship(number, by, { what, where, tracking: tracking === '' ? undefined : tracking }),
  },
  { form: 'received', anchor, run: (actions, number, by) => actions.received(number, by) },
  { form: 'returned', anchor, run: (actions, number, by) => actions.returned(number, by) },
  {
    form: 'write-off',
    anchor,
    run: (actions, number, by, { why }) =>
      why === '' ? refuse('Write why it will not come back') : actions.writeOff(number, by, { why }),
  },
  {
    form: 'out-of-scope',
    anchor,
    run: (actions, number, by, { why }) =>
      why === '' ? refuse('Write why: the customer is told') : actions.outOfScope(number, by, { why }),
  },
  {
    form: 'tell',
    anchor,
    run: (actions, number, by, { text }) =>
      text === '' ? refuse('The message is empty') : actions.tellCustomer(number, by, { text }),
  },
  { form: 'new-pin', anchor, run: (actions, number, by) => actions.newPin(number, by) },
  {
    form: 'reopen',
    anchor,
    run: (actions, number, by, { why }) =>
      why === '' ? refuse('Write why it is opened again') : actions.reopen(number, by, { why }),
  },
];
