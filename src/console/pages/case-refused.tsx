import { whyNot } from '../../casework/index.ts';
import { faultOf, isContactOwed, type CaseForm, type CaseFormsProps } from './case-forms.tsx';
import type { ConsoleDesk } from '../options.ts';
import type { CaseWorkFacts } from '../queries/case-work.store.ts';

interface Props extends CaseFormsProps {
  readonly work: CaseWorkFacts;
  readonly desk: ConsoleDesk | undefined;
  readonly hasCodes: boolean;
}

/**
 * Why a form was refused that is not offered any more, such as when somebody else was faster: there is no place beside it.
 */
export function RefusedElsewhere(props: Props) {
  const { fault } = props;
  if (fault === undefined || isOffered(fault.form, props)) return null;
  return (
    <div class="alarm live" role="alert">
      <p>{faultOf(props, fault.form)?.message}</p>
    </div>
  );
}

/** Whether the page shows this form in the case's state, with its fault beside it. */
function isOffered(form: CaseForm, { facts, work, desk, hasCodes }: Props): boolean {
  const isOver = facts.status === 'closed' || facts.status === 'cancelled';
  const isPaging = facts.pagings.some((paging) => paging.status === 'open');
  const hasWork = desk?.hasCasework === true;
  switch (form) {
    case 'note':
    case 'transfer':
      return true;
    case 'direct':
    case 'page-now':
      return isPaging;
    case 'contact':
      return !isPaging && isContactOwed(facts);
    case 'fix':
      return !isOver && !hasCodes;
    case 'close':
      return !isOver;
    case 'tell':
    case 'new-pin':
      return hasWork && desk.tellsCustomers === true && work.reader !== undefined;
    case 'assign':
    case 'start':
    case 'wait':
    case 'assess':
    case 'ship':
    case 'received':
    case 'returned':
    case 'write-off':
    case 'out-of-scope':
    case 'reopen':
      return hasWork && whyNot(form, work.work) === undefined;
  }
}
